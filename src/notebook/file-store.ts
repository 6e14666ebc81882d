import { storageError } from './storage-errors.js';

/** A folder of files per source. OPFS in the browser, memory where there is none. */
export interface FileStore {
  /** True when the files are still there after the page is closed. */
  readonly isDurable: boolean;
  /** Replaces a file as a whole, or leaves the old one. */
  write(folder: string, file: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such file. */
  read(folder: string, file: string): Promise<Uint8Array | null>;
  remove(folder: string): Promise<void>;
  folders(): Promise<string[]>;
}

/** Files for the life of the page. */
export class MemoryFiles implements FileStore {
  readonly isDurable = false;
  readonly #folders = new Map<string, Map<string, Uint8Array>>();

  async write(folder: string, file: string, bytes: Uint8Array): Promise<void> {
    const files = this.#folders.get(folder) ?? new Map<string, Uint8Array>();
    this.#folders.set(folder, files.set(file, bytes.slice()));
  }

  async read(folder: string, file: string): Promise<Uint8Array | null> {
    return this.#folders.get(folder)?.get(file)?.slice() ?? null;
  }

  async remove(folder: string): Promise<void> {
    this.#folders.delete(folder);
  }

  async folders(): Promise<string[]> {
    return [...this.#folders.keys()];
  }
}

/** The folder of all sources in the browser's private file system. */
const root = 'data';

/** Files in the browser's private file system (OPFS): writing is atomic, and other origins cannot read them. */
export class OpfsFiles implements FileStore {
  readonly isDurable = true;

  /** False in private windows of some browsers, on pages that are not served securely, and where writing is missing. */
  static async available(): Promise<boolean> {
    try {
      await navigator.storage.getDirectory();
      return 'createWritable' in FileSystemFileHandle.prototype;
    } catch {
      // The answer is "no": that is what the question was.
      return false;
    }
  }

  async write(folder: string, file: string, bytes: Uint8Array): Promise<void> {
    await guarded(async () => {
      const directory = await (await rootFolder()).getDirectoryHandle(folder, { create: true });
      const stream = await (await directory.getFileHandle(file, { create: true })).createWritable();
      try {
        // Bytes over a plain buffer: the files' own type excludes shared memory.
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
        await stream.close();
      } catch (cause) {
        await stream.abort().catch(() => undefined);
        throw cause;
      }
    });
  }

  async read(folder: string, file: string): Promise<Uint8Array | null> {
    return guarded(() =>
      orNull(async () => {
        const directory = await (await rootFolder()).getDirectoryHandle(folder);
        const content = await (await directory.getFileHandle(file)).getFile();
        return new Uint8Array(await content.arrayBuffer());
      }),
    );
  }

  async remove(folder: string): Promise<void> {
    await guarded(() => orNull(async () => (await rootFolder()).removeEntry(folder, { recursive: true })));
  }

  async folders(): Promise<string[]> {
    return guarded(async () => {
      const names: string[] = [];
      for await (const name of (await rootFolder()).keys()) names.push(name);
      return names;
    });
  }
}

async function rootFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(root, { create: true });
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
    throw cause;
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storageError(cause);
  }
}
