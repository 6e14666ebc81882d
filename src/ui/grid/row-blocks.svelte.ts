import { isAbort } from '../../core/errors.js';
import type { Row } from './row-source.js';

/** Rows that are read at a time. */
export const blockSize = 250;
/** Blocks that are kept; those furthest from what is shown go first. */
const keptBlocks = 48;

type Read = (offset: number, limit: number, signal: AbortSignal) => Promise<readonly Row[]>;

/** The rows around what is shown, read block by block: one at a time, so that the last place scrolled to is not behind all others. */
export class RowBlocks {
  readonly #read: Read;
  readonly #onfailure: (cause: unknown) => void;
  readonly #blocks = new Map<number, readonly Row[]>();
  readonly #controller = new AbortController();
  /** Counts the blocks that came: rows are read again when it changes. */
  #version = $state(0);
  #wanted: readonly number[] = [];
  #isReading = false;

  constructor(read: Read, onfailure: (cause: unknown) => void) {
    this.#read = read;
    this.#onfailure = onfailure;
  }

  /** A row; undefined while it is not there. */
  row(index: number): Row | undefined {
    void this.#version;
    return this.#blocks.get(Math.floor(index / blockSize))?.[index % blockSize];
  }

  /** Reads the rows in sight first, then those behind and before them. */
  want(first: number, end: number, total: number): void {
    const last = Math.floor(Math.max(0, total - 1) / blockSize);
    const from = Math.floor(first / blockSize);
    const to = Math.floor(Math.max(first, end - 1) / blockSize);
    const inSight = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    this.#wanted = [...inSight, to + 1, from - 1, to + 2, from - 2].filter(
      (block) => block >= 0 && block <= last,
    );
    if (total > 0) void this.#work();
  }

  /** What is under way is left alone, and nothing more is read. */
  close(): void {
    this.#controller.abort();
  }

  async #work(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (;;) {
        const block = this.#wanted.find((wanted) => !this.#blocks.has(wanted));
        if (block === undefined || this.#controller.signal.aborted) return;
        const rows = await this.#read(block * blockSize, blockSize, this.#controller.signal);
        this.#blocks.set(block, rows);
        this.#thin(block);
        this.#version += 1;
      }
    } catch (cause) {
      if (!isAbort(cause)) this.#onfailure(cause);
    } finally {
      this.#isReading = false;
    }
  }

  #thin(near: number): void {
    if (this.#blocks.size <= keptBlocks) return;
    const furthest = [...this.#blocks.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near))[0];
    if (furthest !== undefined) this.#blocks.delete(furthest);
  }
}
