import { isAbort, toAppError, type AppError } from '../../core/errors.js';
import { rangeBetween, type CellRange, type Place } from './cell-range.js';
import { bounded, firstWidth } from './column-widths.js';
import { RowBlocks } from './row-blocks.svelte.js';
import type { Condition, Filters, Row, RowSource, SortKey } from './row-source.js';
import { sortedBy } from './sorting.js';

/** Rows that are asked of the source at a time while many are read. */
const pieceRows = 10_000;

/** What a grid shows of its rows: order, conditions, widths, selection, and the rows that are there. */
export class GridModel {
  readonly source: RowSource;
  #order = $state.raw<readonly SortKey[]>([]);
  #filters = $state.raw<Filters>(new Map());
  #widths = $state.raw<readonly number[]>([]);
  #active = $state.raw<Place>({ row: 0, column: 0 });
  #anchor = $state.raw<Place>({ row: 0, column: 0 });
  #total = $state<number | null>(null);
  #found = $state<number | null>(null);
  #error = $state.raw<AppError | null>(null);
  #isSorting = $state(false);
  #blocks: RowBlocks;
  #asking = new AbortController();

  constructor(source: RowSource, filters: Filters = new Map()) {
    this.source = source;
    this.#filters = filters;
    this.#widths = source.columns.map(firstWidth);
    this.#blocks = $state.raw(this.#newBlocks());
    void this.#count();
  }

  get order(): readonly SortKey[] {
    return this.#order;
  }
  get filters(): Filters {
    return this.#filters;
  }
  get widths(): readonly number[] {
    return this.#widths;
  }
  /** Rows without any condition; null while they are counted. */
  get total(): number | null {
    return this.#total;
  }
  /** Rows that meet the conditions; while they are counted those that did before. */
  get found(): number {
    return this.#found ?? 0;
  }
  get isCounted(): boolean {
    return this.#found !== null && !this.#isSorting;
  }
  get error(): AppError | null {
    return this.#error;
  }
  /** The cell that has the focus; row -1 is the head. */
  get active(): Place {
    return this.#active;
  }
  get selection(): CellRange {
    return rangeBetween(this.#anchor, this.#active);
  }

  row(index: number): Row | undefined {
    return this.#blocks.row(index);
  }
  /** Tells which rows are in sight, so that they and those around them are read. */
  see(first: number, end: number): void {
    if (this.isCounted) this.#blocks.want(first, end, this.found);
  }

  sort(column: number, isAdded: boolean): void {
    this.#order = sortedBy(this.#order, column, isAdded);
    this.#ask();
  }
  /** Sets the condition of a column, or takes it away. */
  filter(column: number, condition: Condition | null): void {
    const filters = new Map(this.#filters);
    if (condition) filters.set(column, condition);
    else filters.delete(column);
    this.#filters = filters;
    this.#ask();
  }
  setWidth(column: number, width: number): void {
    this.#widths = this.#widths.with(column, bounded(width));
  }
  /** Moves the focus; the selection grows to it or begins there. */
  go(place: Place, isExtending: boolean): void {
    this.#active = place;
    if (!isExtending || place.row < 0 || this.#anchor.row < 0) this.#anchor = place;
  }
  selectAll(): void {
    if (this.found === 0) return;
    this.#anchor = { row: 0, column: 0 };
    this.#active = { row: this.found - 1, column: this.source.columns.length - 1 };
  }

  /** Rows `from` to `end` as they are shown, piece by piece, unless the order or the conditions change meanwhile. */
  async *pieces(from: number, end: number): AsyncGenerator<readonly Row[]> {
    const [order, filters] = [this.#order, this.#filters];
    const { signal } = this.#asking;
    for (let offset = from; offset < end; offset += pieceRows) {
      yield await this.source.rows(offset, Math.min(pieceRows, end - offset), order, filters, signal);
    }
  }

  /** Asks nothing more of the source. */
  close(): void {
    this.#asking.abort();
    this.#blocks.close();
  }

  #newBlocks(): RowBlocks {
    const [order, filters] = [this.#order, this.#filters];
    return new RowBlocks(
      (offset, limit, signal) => this.source.rows(offset, limit, order, filters, signal),
      (cause) => (this.#error = toAppError(cause)),
    );
  }

  #ask(): void {
    this.close();
    this.#blocks = this.#newBlocks();
    this.#error = null;
    void this.#count();
  }

  async #count(): Promise<void> {
    const [order, filters] = [this.#order, this.#filters];
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#isSorting = true;
    try {
      this.#total ??= await this.source.count([], new Map(), signal);
      if (signal.aborted) return;
      const found = await this.source.count(order, filters, signal);
      if (signal.aborted) return;
      this.#found = found;
      this.go({ row: Math.min(this.#active.row, found - 1), column: this.#active.column }, false);
    } catch (cause) {
      if (!signal.aborted && !isAbort(cause)) this.#error = toAppError(cause);
    } finally {
      if (!signal.aborted) this.#isSorting = false;
    }
  }
}
