import type { Source } from '../data/source.js';
import type { Notebook } from '../notebook/document.js';
import { DataRoom } from './data-room.js';
import type { OpenNotebook } from './open-notebook.svelte.js';

/** Whether the tables of the open notebook are there; absent ones can be had from the person only. */
export type DataState = 'none' | 'loading' | 'ready' | 'absent';

/** The tables behind the open notebook, and the work that brings them. */
export class NotebookData {
  readonly #room: DataRoom;
  readonly #open: OpenNotebook;
  readonly #report: (cause: unknown) => void;
  #state = $state<DataState>('none');
  /** What is being done to the tables; results are asked for behind it. */
  #work: Promise<unknown> = Promise.resolve();
  /** Key of the sources whose tables cells read now. */
  #key = '';

  constructor(room: DataRoom, open: OpenNotebook, report: (cause: unknown) => void) {
    this.#room = room;
    this.#open = open;
    this.#report = report;
  }

  get state(): DataState {
    return this.#state;
  }
  set state(state: DataState) {
    this.#state = state;
  }

  /** Resolves when no import is being accepted and no data are on their way. */
  async atRest(): Promise<void> {
    let work: Promise<unknown>;
    do {
      work = this.#work;
      await work.catch(() => undefined);
    } while (work !== this.#work);
  }

  /** Does something to the tables, which `atRest` waits for. */
  during<T>(work: Promise<T>): Promise<T> {
    this.#work = work;
    return work;
  }

  /** The tables of these sources stand where cells read. */
  stands({ sources, warehouse }: Pick<Notebook, 'sources' | 'warehouse'>): void {
    this.#key = DataRoom.key(sources, warehouse);
  }

  /** The document changed: its tables follow when its sources are others. */
  follow(notebook: Notebook): void {
    if (this.#state !== 'ready' || keyOf(notebook) === this.#key) return;
    this.#open.waitForData();
    this.#state = 'loading';
    void this.bring(notebook).catch(this.#report);
  }

  /** Brings the tables of a notebook that is shown, when they are to be had. */
  bring(notebook: Notebook): Promise<void> {
    return this.during(this.#bring(notebook));
  }

  /** Stores the tables once the cells have been computed: the person waits for those. */
  async store(): Promise<void> {
    try {
      for (const cell of this.#open.document.cells) await this.#open.settled(cell.id);
      await this.#room.save();
    } catch (cause) {
      this.#report(cause);
    }
  }

  /** All rejects of a source of the open notebook; null when only those that it lists are kept. */
  rejectsOf(source: Source): Promise<Blob | null> {
    return this.#room.rejects(source);
  }

  async #bring(notebook: Notebook): Promise<void> {
    if (!(await this.#room.has(notebook.sources))) {
      this.#state = 'absent';
      return;
    }
    const warehouse = await this.#room.open(notebook.sources, notebook.warehouse);
    const latest = this.#open.document;
    if (latest.id !== notebook.id) return;
    // Changed again meanwhile.
    if (keyOf(latest) !== keyOf(notebook)) return this.#bring(latest);
    this.stands(notebook);
    this.#state = 'ready';
    this.#open.useData(warehouse);
  }
}

/** What identifies the tables that a notebook's cells read. */
function keyOf({ sources, warehouse }: Notebook): string {
  return DataRoom.key(sources, warehouse);
}
