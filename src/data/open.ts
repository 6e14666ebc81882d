import { AppError } from '../core/errors.js';
import { findDialect } from './dialect.js';
import { bytesOf, decode, transcode } from './encoding.js';
import { openLogTable } from './log/open-log.js';
import { readSample, type Sample } from './sample.js';
import type { Table } from './records.js';
import type { Encoding, Source, SourceFormat } from './source.js';

/** A file that a person dropped or pasted. */
export interface DroppedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** One table to be read: a dropped file that is one, or a part of it. */
export interface TableFile extends DroppedFile {
  readonly format: SourceFormat;
  /** The sheet of a workbook or the file of an archive; null where the file is the table. */
  readonly member: string | null;
  /** What was found and put right in the log that the table was made from. */
  readonly origin?: Pick<Source, 'encoding' | 'repairs'>;
}

/** A dropped file taken for delimited text. */
export function asText({ name, blob }: DroppedFile, isPasted = false): TableFile {
  return { name, blob, format: isPasted ? 'pasted' : 'csv', member: null };
}

/** A file whose encoding and layout are known. */
export interface Opened {
  readonly table: Table;
  readonly encoding: Encoding;
  readonly sample: Sample;
}

const headBytes = 256 * 1024;

/** Decodes the file and finds its layout. UTF-8 is assumed until a byte contradicts it, or `isWindows` says so. */
export async function openFile(source: TableFile, isWindows: boolean, signal?: AbortSignal): Promise<Opened> {
  const { name: file, blob } = source;
  if (blob.size === 0) throw new AppError('file/empty', { file });
  if (source.format === 'log') return openLogTable(source);
  const { text, encoding } = isWindows
    ? await transcode(blob, 'windows-1252', file, signal)
    : await decode(blob, file, signal);
  const head = await bytesOf(text.slice(0, headBytes), file);
  const isWhole = text.size <= headBytes;
  if (isWhole && head.every((byte) => byte <= 0x20)) throw new AppError('file/empty', { file });
  if (!isWindows && !isUtf8(head, isWhole)) return openFile(source, true, signal);
  const table = { file, text, dialect: findDialect(head, isWhole, file) };
  return { table, encoding, sample: await readSample(table) };
}

/** Files opened ahead of the one being loaded, so that neither the engine nor the page waits for the other. */
const ahead = 3;

/** Opens files in their order, some of them before they are asked for. */
export class FileOpener {
  readonly #files: TableFile[];
  readonly #signal: AbortSignal;
  readonly #opening: Promise<Opened>[] = [];

  constructor(files: readonly TableFile[], signal: AbortSignal) {
    this.#files = [...files];
    this.#signal = signal;
    this.#fill();
  }

  /** The next file. Asked for once per file. */
  next(): Promise<Opened> {
    const opened = this.#opening.shift();
    if (!opened) throw new RangeError('all files are opened');
    this.#fill();
    return opened;
  }

  #fill(): void {
    while (this.#opening.length < ahead) {
      const file = this.#files.shift();
      if (!file) return;
      const opened = openFile(file, false, this.#signal);
      // Whoever asks for it gets the rejection.
      opened.catch(() => undefined);
      this.#opening.push(opened);
    }
  }
}

function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}
