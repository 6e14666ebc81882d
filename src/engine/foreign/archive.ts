import {
  BlobReader,
  configure,
  ERR_UNSUPPORTED_ENCRYPTION,
  ERR_ENCRYPTED,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { AppError, isAbort } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { Inflation } from './inflation.js';
import type { ArchiveMember, ForeignFile } from './reader.js';

// The caller is a worker already.
configure({ useWebWorkers: false });

const mostEntries = 10_000;

/** The files of a ZIP archive. Whether it may be inflated is known before anything is, and counted again while it is. */
export class Archive {
  readonly #file: ForeignFile;
  readonly #entries: ReadonlyMap<string, FileEntry>;
  readonly #inflation: Inflation;
  readonly #signal: AbortSignal | undefined;

  private constructor(file: ForeignFile, entries: ReadonlyMap<string, FileEntry>, signal?: AbortSignal) {
    this.#file = file;
    this.#entries = entries;
    this.#inflation = new Inflation(file.name, file.blob.size);
    this.#signal = signal;
  }

  /** Reads the central directory and judges what it declares. */
  static async open(file: ForeignFile, signal?: AbortSignal): Promise<Archive> {
    const declared = new Inflation(file.name, file.blob.size);
    const entries = new Map<string, FileEntry>();
    const reader = new ZipReader(new BlobReader(file.blob));
    await sayingDamaged(file, async () => {
      let count = 0;
      // Paths are never used as such, whatever they look like.
      const entriesOf = reader.getEntriesGenerator({ filenameValidation: 'tolerant' });
      for await (const entry of entriesOf) {
        signal?.throwIfAborted();
        count += 1;
        if (count > mostEntries) throw new AppError('file/inflates-too-much', { file: file.name });
        if (!isFile(entry)) continue;
        declared.add(entry.uncompressedSize);
        entries.set(uniqueName(entry.filename, entries), entry);
      }
    });
    return new Archive(file, entries, signal);
  }

  /** Paths as the archive spells them: names to show, never to be used as paths. */
  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  /** These files, inflated. */
  async members(paths: readonly string[]): Promise<ArchiveMember[]> {
    const members: ArchiveMember[] = [];
    for (const path of paths) members.push({ path, blob: await this.blob(path) });
    return members;
  }

  async blob(path: string): Promise<Blob> {
    const sink = new BlobSink();
    await this.#inflate(path, (bytes) => sink.bytes(bytes));
    return sink.blob();
  }

  async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.blob(path)).arrayBuffer());
  }

  async #inflate(path: string, take: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    const entry = this.#entries.get(path);
    if (!entry) throw new AppError('file/damaged', { file: this.#file.name, detail: path });
    if (entry.encrypted) throw new AppError('file/protected', { file: this.#file.name });
    // What goes wrong in here must come out as it is, whatever the library makes of it.
    let refusal: unknown = null;
    const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (bytes) => {
        try {
          this.#inflation.add(bytes.length);
        } catch (cause) {
          refusal = cause;
          throw cause;
        }
        take(bytes);
      },
    });
    const options = { checkCrc32: true, ...(this.#signal ? { signal: this.#signal } : {}) };
    await sayingDamaged(this.#file, async () => {
      try {
        await entry.getData(sink, options);
      } catch (cause) {
        throw refusal ?? cause;
      }
    });
  }
}

/** Two files may have one name; none of them is lost. */
function uniqueName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number += 1) unique = `${name} (${number})`;
  return unique;
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

async function sayingDamaged<T>({ name }: ForeignFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError || isAbort(cause)) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    const isLocked = [ERR_ENCRYPTED, ERR_UNSUPPORTED_ENCRYPTION].includes(detail);
    throw new AppError(isLocked ? 'file/protected' : 'file/damaged', { file: name, detail }, { cause });
  }
}
