import { SvelteMap } from 'svelte/reactivity';
import { cellKinds, isCellKind, loadAnalysis, type CellKind } from '../analyses/registry.js';
import type { Analysis, Selection, Step } from '../analyses/analysis.js';
import type { NamedTable } from '../core/tables.js';
import { emptyWarehouse, type Warehouse } from '../core/warehouse.js';
import type { Source } from '../data/source.js';
import {
  withChoices,
  type CustomerMerge,
  type WarehouseChoices,
} from '../data/warehouse/warehouse-choices.js';
import type { Engine } from '../engine/engine.js';
import type { Numerics } from '../engine/numerics.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { shownRun, type CellSnapshot, type CellState } from '../notebook/cell-state.js';
import { newNotebook, type Cell, type Notebook, type NotebookFilter } from '../notebook/document.js';
import * as edits from '../notebook/edits.js';
import { NotebookHistory } from '../notebook/history.svelte.js';
import { Runner } from '../notebook/runner.svelte.js';
import { limitsOf } from './segments/limits.js';
import type { SharedCell } from './sharing.js';
import { asSqlCell } from './sql-editor/as-sql-cell.js';

/** What can be undone, by name; each has its words in `notebook-texts.ts`. */
export type Deed =
  | 'add'
  | 'move'
  | 'rename'
  | 'duplicate'
  | 'delete'
  | 'params'
  | 'notes'
  | 'title'
  | 'sources'
  | 'declare'
  | 'merge'
  | 'separate'
  | 'filter'
  | 'source'
  | 'segment'
  | 'version';

/** What a new cell may be told; it stands at the end of its step unless a neighbour is named. */
export interface NewCellOptions {
  readonly step: Step;
  readonly params?: Record<string, unknown>;
  readonly name?: string;
  readonly title?: string;
  readonly source?: string;
  readonly after?: string;
  readonly before?: string;
}

export interface OpenNotebookOptions {
  readonly engine: Engine;
  /** Where long numerics run; in place when it is absent. */
  readonly numerics?: Numerics;
  readonly i18n: I18n;
  /** The document changed: it is to be saved, and its sources may be others than before. */
  readonly onchange: (notebook: Notebook) => void;
  readonly onresult: (notebookId: string, snapshot: CellSnapshot) => void;
  /** Asked before each change; who says no tells why. */
  readonly mayEdit?: () => boolean;
}

/** The notebook on the screen: its document, its history, and its results. */
export class OpenNotebook {
  readonly #options: OpenNotebookOptions;
  readonly #history = new NotebookHistory<Deed>(newNotebook());
  readonly #analyses = new SvelteMap<string, Analysis>();
  #runner: Runner;
  /** As the data say. */
  #found = $state.raw<Warehouse>(emptyWarehouse);
  readonly #warehouse = $derived(withChoices(this.#found, this.document.warehouse));
  /** Results wait until the tables of the document's sources are there. */
  #hasData = $state(false);

  constructor(options: OpenNotebookOptions) {
    this.#options = options;
    this.#runner = $state.raw(this.#newRunner());
    for (const kind of cellKinds)
      void loadAnalysis(kind).then((analysis) => this.#analyses.set(kind, analysis));
  }

  get document(): Notebook {
    return this.#history.document;
  }
  /** As the data say, whatever the person declared. */
  get found(): Warehouse {
    return this.#found;
  }
  /** As the person declared it. */
  get warehouse(): Warehouse {
    return this.#warehouse;
  }
  get undoLabel(): Deed | null {
    return this.#history.undoLabel;
  }
  get redoLabel(): Deed | null {
    return this.#history.redoLabel;
  }

  /** Undefined while its code is loading, null when this version does not know the kind. */
  analysisOf(kind: string): Analysis | null | undefined {
    return isCellKind(kind) ? this.#analyses.get(kind) : null;
  }
  stateOf(cell: Cell): CellState {
    return this.#runner.state(cell.id);
  }
  titleOf(cell: Cell): string {
    const analysis = this.#analyses.get(cell.kind);
    return cell.title ?? (analysis ? this.#options.i18n.t(analysis.texts, 'title') : cell.kind);
  }

  /** Shows another notebook with its last results; `useData` brings them up to date. */
  show(notebook: Notebook, snapshots: readonly CellSnapshot[] = []): void {
    this.#runner.pause();
    this.#runner = this.#newRunner();
    this.#history.open(notebook);
    this.#hasData = false;
    this.#found = emptyWarehouse;
    this.#runner.restore(snapshots);
  }

  /** The tables of the document's sources are there: cells that need it run. */
  useData(warehouse: Warehouse): void {
    this.#found = warehouse;
    this.#hasData = true;
    this.#sync();
  }
  /** The tables are being changed: cells keep their last results and wait. */
  waitForData(): void {
    this.#hasData = false;
    this.#runner.pause();
  }
  /** The engine is a new one: the cells' own tables are made again. */
  republish(): void {
    if (this.#hasData) this.#runner.republish();
  }

  /** Adds a cell; the caller has checked that the kind is known. */
  addCell(kind: CellKind, options: NewCellOptions): Cell {
    const { after, before, ...rest } = options;
    const cell = edits.makeCell(this.document, { kind, ...rest });
    this.#edit('add', edits.addCell(cell, { ...(after ? { after } : {}), ...(before ? { before } : {}) }));
    return cell;
  }
  /** Puts a SQL cell behind a cell, with the statement of its main table or another of its statements; null when it has none. */
  addAsSql(id: string, statement?: string): Cell | null {
    const cell = this.document.cells.find((candidate) => candidate.id === id);
    const analysis = cell && this.analysisOf(cell.kind);
    if (!cell || !analysis) return null;
    const { dialect } = this.#options.engine;
    const place = {
      cell,
      title: this.titleOf(cell),
      analysis,
      notebook: this.document,
      warehouse: this.warehouse,
    };
    const made = asSqlCell({ ...place, dialect }, statement);
    return made && this.addCell('sql', made);
  }
  /** Puts a copy of a cell, of this notebook or of another, behind one of this. */
  insertCopy(original: Cell, after: string): Cell {
    const step = this.document.cells.find(({ id }) => id === after)?.step ?? original.step;
    const cell = edits.copyOf(original, step, this.document);
    this.#edit('duplicate', edits.addCell(cell, { after }));
    return cell;
  }
  /** Goes back to a past version, as a step that can be undone. */
  goBackTo(version: Notebook): void {
    this.#edit('version', edits.goBackTo(version));
  }
  setSources(sources: readonly Source[]): void {
    this.#edit('sources', edits.setSources(sources));
  }
  /** Declares the as-of date, the tax or the currency; cells that depend on it run again. */
  declare(change: Partial<Omit<WarehouseChoices, 'merges'>>): void {
    this.#edit('declare', edits.declare(change));
  }
  mergeCustomers(merges: readonly CustomerMerge[]): void {
    this.#edit('merge', edits.mergeCustomers(merges));
  }
  separateCustomers(froms: readonly string[]): void {
    this.#edit('separate', edits.separateCustomers(froms));
  }
  /** Limits the whole notebook to lines or customers. */
  setFilter(change: Partial<NotebookFilter>): void {
    this.#edit('filter', edits.setFilter(change));
  }
  /** Computes a cell on the customers of a table alone. */
  setSource(id: string, source: string | null): void {
    this.#edit('source', edits.setSource(id, source));
  }
  /** Makes a setting follow an input; null sets it free. */
  setLink(id: string, param: string, input: string | null): void {
    this.#edit('params', edits.setLink(id, param, input));
  }
  /** Makes a segment of the customers that were picked in a cell; it stands behind that cell, or limits the notebook at once. */
  addSegment(from: Cell, { title, of, filters }: Selection, isFilter: boolean): Cell {
    const table = of === 'own' ? from.name : 'sales';
    const cell = edits.makeCell(this.document, {
      kind: 'segment',
      step: from.step,
      name: title,
      title,
      params: { terms: [{ table, filters }] },
    });
    const limited = isFilter ? [edits.setFilter({ segment: cell.name })] : [];
    this.#edit('segment', edits.inOne(edits.addCell(cell, { after: from.id }), ...limited));
    return cell;
  }
  setTitle(title: string): void {
    this.#edit('title', edits.setTitle(title));
  }
  setParams(id: string, change: Record<string, unknown>): void {
    this.#edit('params', edits.setParams(id, change));
  }
  rename(id: string, title: string | null, name: string): void {
    this.#edit('rename', edits.renameCell(id, { title, name }));
  }
  toggleTable(id: string): void {
    this.#edit('params', edits.toggleTable(id));
  }
  setNotes(id: string, notes: string): void {
    this.#edit('notes', edits.setNotes(id, notes));
  }
  move(id: string, direction: 'up' | 'down'): void {
    this.#edit('move', edits.moveCell(id, direction));
  }
  duplicate(id: string): void {
    this.#edit('duplicate', edits.duplicateCell(id));
  }
  remove(id: string): void {
    this.#edit('delete', edits.deleteCell(id));
  }
  undo(): void {
    if (!this.#mayEdit()) return;
    this.#history.undo();
    this.#changed();
  }
  redo(): void {
    if (!this.#mayEdit()) return;
    this.#history.redo();
    this.#changed();
  }
  rerun(id: string): void {
    this.#runner.rerun(id);
  }
  cancel(id: string): void {
    this.#runner.cancel(id);
  }

  /** Waits until nothing is left to do for a cell, and answers what it shows. */
  async settled(id: string): Promise<{ state: CellState; tables: NamedTable[] }> {
    const state = await this.#runner.settled(id);
    const cell = this.document.cells.find((candidate) => candidate.id === id);
    return { state, tables: cell && state.status === 'ready' ? await this.#runner.tables(cell) : [] };
  }
  async tablesOf(cell: Cell): Promise<NamedTable[]> {
    return this.#runner.tables(cell);
  }

  /** The cells that have a result, with what sharing needs of them. */
  sharedCells(): SharedCell[] {
    return this.document.cells.flatMap((cell) => {
      const analysis = this.#analyses.get(cell.kind);
      const run = shownRun(this.stateOf(cell));
      if (!analysis || !run) return [];
      const limits = limitsOf(cell, this.document, this.#options.i18n);
      return [{ cell, title: this.titleOf(cell), analysis, run, limits }];
    });
  }

  #mayEdit(): boolean {
    return this.#options.mayEdit?.() ?? true;
  }
  #edit(deed: Deed, recipe: edits.Recipe): void {
    if (!this.#mayEdit()) return;
    this.#history.update(deed, recipe);
    this.#changed();
  }
  #changed(): void {
    this.#options.onchange(this.document);
    this.#sync();
  }
  #sync(): void {
    if (!this.#hasData) return;
    this.#options.i18n.currency = this.warehouse.currency;
    this.#runner.sync(this.document, this.warehouse);
  }
  #newRunner(): Runner {
    return new Runner({
      ...(this.#options.numerics ? { numerics: this.#options.numerics } : {}),
      engine: this.#options.engine,
      appVersion: __APP_VERSION__,
      onresult: (_, snapshot) => this.#options.onresult(this.document.id, snapshot),
    });
  }
}
