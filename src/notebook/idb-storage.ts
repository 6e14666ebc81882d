import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../core/errors.js';
import type { CellSnapshot } from './cell-state.js';
import type { Notebook } from './document.js';
import { storageError } from './storage-errors.js';
import {
  entriesOf,
  MemoryStorage,
  readRecord,
  recordOf,
  type NotebookEntry,
  type NotebookRecord,
  type NotebookStorage,
} from './storage.js';

interface StoredSnapshot extends CellSnapshot {
  readonly notebookId: string;
}

interface ClienteleSchema extends DBSchema {
  notebooks: { key: string; value: NotebookRecord };
  quarantine: { key: string; value: NotebookRecord };
  snapshots: { key: [string, string]; value: StoredSnapshot; indexes: { notebookId: string } };
  meta: { key: string; value: unknown };
}

type Database = IDBPDatabase<ClienteleSchema>;

const databaseName = 'clientele';
const databaseVersion = 1;

/** The browser's database where there is one, otherwise memory. */
export async function openStorage(): Promise<NotebookStorage> {
  return (await IdbStorage.available()) ? new IdbStorage() : new MemoryStorage();
}

/** Notebooks in the browser's IndexedDB. The connection is opened anew after the browser closed it. */
class IdbStorage implements NotebookStorage {
  readonly isDurable = true;
  #database: Promise<Database> | null = null;

  /** False where IndexedDB is missing, denied or broken. */
  static async available(): Promise<boolean> {
    if (typeof indexedDB === 'undefined') return false;
    try {
      (await open(() => undefined)).close();
      return true;
    } catch {
      // The answer is "no": that is what the question was.
      return false;
    }
  }

  async save(notebook: Notebook): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['notebooks', 'snapshots'], 'readwrite');
      const snapshots = transaction.objectStore('snapshots');
      const kept = new Set(notebook.cells.map((cell) => cell.id));
      const stored = await snapshots.index('notebookId').getAllKeys(notebook.id);
      await Promise.all([
        transaction.objectStore('notebooks').put(recordOf(notebook)),
        ...stored.filter(([, cellId]) => !kept.has(cellId)).map((key) => snapshots.delete(key)),
        transaction.done,
      ]);
    });
  }

  async list(): Promise<NotebookEntry[]> {
    return entriesOf(await this.#use((database) => database.getAll('notebooks')));
  }

  async load(id: string): Promise<Notebook | null> {
    const record = await this.#use((database) => database.get('notebooks', id));
    if (!record) return null;
    try {
      return readRecord(record);
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'storage/damaged') await this.#setAside(record);
      throw cause;
    }
  }

  async delete(id: string): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['notebooks', 'snapshots'], 'readwrite');
      const snapshots = transaction.objectStore('snapshots');
      const stored = await snapshots.index('notebookId').getAllKeys(id);
      await Promise.all([
        transaction.objectStore('notebooks').delete(id),
        ...stored.map((key) => snapshots.delete(key)),
        transaction.done,
      ]);
    });
  }

  async quarantined(): Promise<NotebookRecord[]> {
    return this.#use((database) => database.getAll('quarantine'));
  }

  async saveSnapshot(notebookId: string, snapshot: CellSnapshot): Promise<void> {
    await this.#use((database) => database.put('snapshots', { ...snapshot, notebookId }));
  }

  async snapshots(notebookId: string): Promise<CellSnapshot[]> {
    const stored = await this.#use((database) =>
      database.getAllFromIndex('snapshots', 'notebookId', notebookId),
    );
    return stored.map(({ cellId, key, params, result, sql, ms, at }) => ({
      cellId,
      key,
      params,
      result,
      sql,
      ms,
      at,
    }));
  }

  async meta(key: string): Promise<unknown> {
    return this.#use((database) => database.get('meta', key));
  }

  async setMeta(key: string, value: unknown): Promise<void> {
    await this.#use((database) => database.put('meta', value, key));
  }

  async forgetEverything(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    try {
      (await database)?.close();
      await deleteDB(databaseName);
    } catch (cause) {
      throw storageError(cause);
    }
  }

  async #setAside(record: NotebookRecord): Promise<void> {
    await this.#use(async (database) => {
      const transaction = database.transaction(['notebooks', 'quarantine'], 'readwrite');
      await Promise.all([
        transaction.objectStore('quarantine').put(record),
        transaction.objectStore('notebooks').delete(record.id),
        transaction.done,
      ]);
    });
  }

  /** Runs on an open connection; one that the browser closed meanwhile (storage cleared) is replaced once. */
  async #use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      try {
        return await work(await this.#open());
      } catch (cause) {
        if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
        this.#database = null;
        return await work(await this.#open());
      }
    } catch (cause) {
      throw storageError(cause);
    }
  }

  #open(): Promise<Database> {
    this.#database ??= open(() => (this.#database = null));
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }
}

function open(onclose: () => void): Promise<Database> {
  return openDB<ClienteleSchema>(databaseName, databaseVersion, {
    upgrade(database) {
      database.createObjectStore('notebooks', { keyPath: 'id' });
      database.createObjectStore('quarantine', { keyPath: 'id' });
      database
        .createObjectStore('snapshots', { keyPath: ['notebookId', 'cellId'] })
        .createIndex('notebookId', 'notebookId');
      database.createObjectStore('meta');
    },
    // A newer version of the app or "forget everything" in another tab must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onclose();
    },
    terminated: onclose,
  });
}
