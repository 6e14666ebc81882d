import { AppError } from '../core/errors.js';
import type { CellSnapshot } from './cell-state.js';
import { parseNotebook, writeNotebook, type Notebook, type NotebookSpec } from './document.js';

/** A stored notebook as the list of recent ones shows it. */
export interface NotebookEntry {
  readonly id: string;
  /** Null shows the default title. */
  readonly title: string | null;
  /** ISO timestamp, UTC. */
  readonly modified: string;
}

/** A notebook as it stands in the store. What `spec` really holds is known only after parsing. */
export interface NotebookRecord extends NotebookEntry {
  readonly spec: unknown;
}

/** Notebooks, their last results and small settings, kept in this browser. */
export interface NotebookStorage {
  /** False when everything goes with the page. */
  readonly isDurable: boolean;
  save(notebook: Notebook): Promise<void>;
  /** The latest first; damaged notebooks are not among them. */
  list(): Promise<NotebookEntry[]>;
  /**
   * Null when there is none. One that cannot be read is set aside (`quarantined`) and ends with `storage/damaged`; one of
   * a newer version of the app is left as it is.
   */
  load(id: string): Promise<Notebook | null>;
  delete(id: string): Promise<void>;
  /** Records that could not be read, as they are, so that the person can download them. */
  quarantined(): Promise<NotebookRecord[]>;
  saveSnapshot(notebookId: string, snapshot: CellSnapshot): Promise<void>;
  snapshots(notebookId: string): Promise<CellSnapshot[]>;
  /** A small setting, such as the notebook that was open last. */
  meta(key: string): Promise<unknown>;
  setMeta(key: string, value: unknown): Promise<void>;
  /** Deletes everything of this browser's store, quarantine included. */
  forgetEverything(): Promise<void>;
}

/** What is stored of a notebook: everything, samples and rejected values too, because it stays in this browser. */
export function recordOf(notebook: Notebook): NotebookRecord & { readonly spec: NotebookSpec } {
  const { id, title, modified } = notebook;
  return { id, title, modified, spec: writeNotebook(notebook, { forSharing: false }) };
}

/** The notebook of a record; `storage/damaged` when it cannot be read, which the cause explains. */
export function readRecord(record: NotebookRecord): Notebook {
  try {
    return parseNotebook(record.spec);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'notebook/newer-version') throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'storage/damaged',
      { detail, ...(record.title ? { name: record.title } : {}) },
      { cause },
    );
  }
}

/** The entries of records that look like ones, the latest first. */
export function entriesOf(records: readonly NotebookRecord[]): NotebookEntry[] {
  return records
    .filter(({ id, modified }) => typeof id === 'string' && typeof modified === 'string')
    .map(({ id, title, modified }) => ({ id, title: typeof title === 'string' ? title : null, modified }))
    .sort((a, b) => (a.modified < b.modified ? 1 : -1));
}

/** The same for the life of the page, where the browser keeps nothing. */
export class MemoryStorage implements NotebookStorage {
  readonly isDurable = false;
  readonly #notebooks = new Map<string, NotebookRecord>();
  readonly #snapshots = new Map<string, Map<string, CellSnapshot>>();
  readonly #meta = new Map<string, unknown>();

  async save(notebook: Notebook): Promise<void> {
    this.#notebooks.set(notebook.id, recordOf(notebook));
  }

  async list(): Promise<NotebookEntry[]> {
    return entriesOf([...this.#notebooks.values()]);
  }

  async load(id: string): Promise<Notebook | null> {
    const record = this.#notebooks.get(id);
    return record ? readRecord(record) : null;
  }

  async delete(id: string): Promise<void> {
    this.#notebooks.delete(id);
    this.#snapshots.delete(id);
  }

  async quarantined(): Promise<NotebookRecord[]> {
    return [];
  }

  async saveSnapshot(notebookId: string, snapshot: CellSnapshot): Promise<void> {
    const ofNotebook = this.#snapshots.get(notebookId) ?? new Map<string, CellSnapshot>();
    this.#snapshots.set(notebookId, ofNotebook.set(snapshot.cellId, snapshot));
  }

  async snapshots(notebookId: string): Promise<CellSnapshot[]> {
    return [...(this.#snapshots.get(notebookId)?.values() ?? [])];
  }

  async meta(key: string): Promise<unknown> {
    return this.#meta.get(key);
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    this.#meta.set(key, value);
  }

  async forgetEverything(): Promise<void> {
    for (const map of [this.#notebooks, this.#snapshots, this.#meta]) map.clear();
  }
}
