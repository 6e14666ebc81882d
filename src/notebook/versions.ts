import { parseNotebook, writeNotebook, type Cell, type Notebook, type NotebookSpec } from './document.js';
import { isoMoment } from './moment.js';
import type { NotebookStorage } from './storage.js';

/** A notebook as it once was. */
export interface Version {
  /** ISO timestamp, UTC; no two versions of a notebook have the same. */
  readonly at: string;
  /** Null for one that was kept by itself, when the notebook was opened. */
  readonly name: string | null;
  readonly notebook: Notebook;
}

/** Versions of a notebook that are kept: of those that nobody named the oldest go first. */
const most = 40;

interface Stored {
  readonly at: string;
  readonly name: string | null;
  readonly spec: NotebookSpec;
}

/** Past versions of notebooks, without data, beside them in this browser. */
export class Versions {
  readonly #storage: NotebookStorage;

  constructor(storage: NotebookStorage) {
    this.#storage = storage;
  }

  /** The newest first. One that cannot be read is left out. */
  async list(notebookId: string): Promise<Version[]> {
    const stored = await this.#stored(notebookId);
    return stored.toReversed().flatMap(({ at, name, spec }) => {
      try {
        return [{ at, name, notebook: parseNotebook(spec) }];
      } catch {
        return [];
      }
    });
  }

  /** Keeps a notebook as it is now. One without a name is kept only when it differs from the last. */
  async save(notebook: Notebook, name: string | null): Promise<void> {
    const before = await this.#stored(notebook.id);
    const spec = writeNotebook(notebook, { forSharing: false });
    const last = before.at(-1);
    if (name === null && last && isSameWork(last.spec, spec)) return;
    const all = [...before, { at: isoMoment(), name, spec }];
    while (all.length > most) {
      const oldest = all.findIndex((version) => version.name === null);
      all.splice(Math.max(0, oldest), 1);
    }
    await this.#keep(notebook.id, all);
  }

  async remove(notebookId: string, at: string): Promise<void> {
    const kept = (await this.#stored(notebookId)).filter((version) => version.at !== at);
    await this.#keep(notebookId, kept);
  }

  /** The notebook is gone, and its versions with it. */
  async forget(notebookId: string): Promise<void> {
    await this.#keep(notebookId, []);
  }

  async #stored(notebookId: string): Promise<Stored[]> {
    const stored = await this.#storage.meta(keyOf(notebookId));
    return Array.isArray(stored) ? (stored as Stored[]) : [];
  }
  #keep(notebookId: string, versions: readonly Stored[]): Promise<void> {
    return this.#storage.setMeta(keyOf(notebookId), versions);
  }
}

/** What makes one version another one, by the names of cells. */
export interface Changes {
  readonly added: readonly Cell[];
  readonly removed: readonly Cell[];
  readonly changed: readonly Cell[];
  readonly hasOtherOrder: boolean;
  readonly hasOtherFiles: boolean;
  readonly hasOtherTitle: boolean;
  readonly hasOtherFilter: boolean;
}

/** What was done between two versions of a notebook. Cells are the same when their ids are. */
export function changesBetween(before: Notebook, after: Notebook): Changes {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const find = ({ cells }: Notebook, id: string): Cell | undefined => cells.find((cell) => cell.id === id);
  const kept = after.cells.filter((cell) => find(before, cell.id));
  const ids = (cells: readonly Cell[]): string[] => cells.map(({ id }) => id);
  return {
    added: after.cells.filter((cell) => !find(before, cell.id)),
    removed: before.cells.filter((cell) => !find(after, cell.id)),
    changed: kept.filter((cell) => differs(find(before, cell.id), cell)),
    hasOtherOrder: differs(ids(kept), ids(before.cells.filter((cell) => find(after, cell.id)))),
    hasOtherFiles: differs(
      before.sources.map(({ id }) => id),
      after.sources.map(({ id }) => id),
    ),
    hasOtherTitle: before.title !== after.title,
    hasOtherFilter: differs(before.filter, after.filter),
  };
}

function isSameWork(a: NotebookSpec, b: NotebookSpec): boolean {
  const work = (spec: NotebookSpec): string => JSON.stringify({ ...spec, modified: null });
  return work(a) === work(b);
}

function keyOf(notebookId: string): string {
  return `versions ${notebookId}`;
}
