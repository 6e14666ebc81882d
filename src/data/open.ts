import { AppError } from '../core/errors.js';
import type { Sheet } from '../engine/foreign/reader.js';
import { findDialect, type Dialect, type KnownLayout, type LayoutOptions } from './text/dialect.js';
import { bytesOf, decode, decodeAs, decodeWestern, wrongEncoding, type Decoded } from './text/encoding.js';
import type { ParquetRows } from './parquet/parquet-rows.js';
import { readBackslashes } from './text/backslashes.js';
import { mendMisread } from './text/misread-letters.js';
import { longestRecord } from './text/record-scanner.js';
import { recordTooLong, type Table } from './text/records.js';
import { readSample, type Sample } from './text/sample.js';
import { unwrapLines } from './text/wrapped-lines.js';
import type { Encoding, Repair, RepairCode, SourceFormat } from './source.js';

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
  /** What the table is called when nobody says otherwise. */
  readonly title: string;
  /** Set where the text was made from another format: it is UTF-8 with commas. */
  readonly layout?: KnownLayout;
  /** The rows of a table that is no text; the blob is the file that holds them. */
  readonly rows?: ParquetRows;
  /** Currency in which the table shows its numbers, where nothing in them says it. */
  readonly currency?: string | null;
  /** What unpacking left out or wants said. */
  readonly notices?: readonly Repair[];
  /** Records that unpacking could not read, as lines of JSON: `[line, text]`. An empty one stands in the text for each. */
  readonly unread?: Blob;
  /** The workbook that the sheet is from, and all its sheets. */
  readonly workbook?: Workbook;
}

/** A workbook of which one sheet was read. */
export interface Workbook extends DroppedFile {
  readonly sheets: readonly Sheet[];
  readonly sheet: string;
  /** Its path in the archive that it came in; null where it was dropped itself. */
  readonly member: string | null;
}

/** A dropped file taken for delimited text. */
export function asText({ name, blob }: DroppedFile, isPasted = false): TableFile {
  return { name, blob, format: isPasted ? 'pasted' : 'csv', member: null, title: baseName(name) };
}

/** What messages call a part of a file: the file's name alone would not say which of its parts is meant. */
export function shownName(file: string, member: string | null): string {
  return member === null ? file : `${file} / ${member}`;
}

/** The last part of a path, without the ending. */
export function baseName(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/(.)\.[a-z0-9]{1,8}$/i, '$1');
}

/** A file whose encoding and layout are known. */
export interface Opened {
  readonly table: Table;
  readonly encoding: Encoding;
  /** Bytes that could not be read and became U+FFFD. */
  readonly brokenBytes: number;
  readonly sample: Sample;
}

/** What is known of the bytes beforehand. */
export interface OpenOptions {
  /** What the person says that they are; otherwise it is found out. */
  readonly encoding?: Encoding | undefined;
  /** Repairs that are not to be made. */
  readonly undone?: readonly RepairCode[] | undefined;
  /** They turned out not to be UTF-8. */
  readonly isNotUtf8?: boolean;
  readonly signal?: AbortSignal | undefined;
}

const headBytes = 256 * 1024;
/** More of the file, where its first bytes do not reach the second record: at last the longest one that is read. */
const longerHeads = [4 * 1024 * 1024, longestRecord + 1024 * 1024];

/** Decodes the file and finds its layout. UTF-8 is assumed until a byte contradicts it. */
export async function openFile(file: TableFile, options: OpenOptions = {}): Promise<Opened> {
  const { blob, layout = null } = file;
  const name = shownName(file.name, file.member);
  if (blob.size === 0) throw new AppError('file/empty', { file: name });
  const { text: decodedText, encoding, brokenBytes } = await decoded(file, options);
  const decodedHead = await bytesOf(decodedText.slice(0, headBytes), name);
  const isWhole = decodedText.size <= headBytes;
  if (isWhole && decodedHead.every((byte) => byte <= 0x20)) throw new AppError('file/empty', { file: name });
  const isAssumed = !options.isNotUtf8 && encoding.startsWith('utf-8');
  if (isAssumed && !isUtf8(decodedHead, isWhole)) {
    if (options.encoding) throw wrongEncoding(name, options.encoding);
    return openFile(file, { ...options, isNotUtf8: true });
  }
  const { text, head, repairs } = layout
    ? { text: decodedText, head: decodedHead, repairs: [] }
    : await mended(name, decodedText, decodedHead, options);
  const dialect = await dialectOf(text, head, name, { known: layout, undone: options.undone ?? [] });
  const table = { file: name, text, dialect: { ...dialect, repairs: [...repairs, ...dialect.repairs] } };
  return { table, encoding, brokenBytes, sample: await readSample(table) };
}

async function decoded(file: TableFile, options: OpenOptions): Promise<Decoded> {
  const { blob, layout } = file;
  const name = shownName(file.name, file.member);
  const { encoding, isNotUtf8 = false, signal } = options;
  if (layout) return { text: blob, encoding: 'utf-8', brokenBytes: 0 };
  if (encoding) return decodeAs(blob, encoding, name, signal);
  return isNotUtf8 ? decodeWestern(blob, name, signal) : decode(blob, name, signal);
}

/** Ways in which other programs spoilt a whole text before it came here. */
const mends = [
  ['misread-letters-mended', mendMisread],
  ['quoted-lines-unwrapped', unwrapLines],
  ['backslashes-read', readBackslashes],
] as const;

/** The text without what other programs did to it. */
async function mended(
  file: string,
  decoded: Blob,
  decodedHead: Uint8Array,
  { encoding, undone = [], signal }: OpenOptions,
): Promise<{ readonly text: Blob; readonly head: Uint8Array; readonly repairs: readonly Repair[] }> {
  let [text, head] = [decoded, decodedHead];
  const repairs: Repair[] = [];
  for (const [code, mend] of mends) {
    // Who says how the letters are to be read knows better.
    const isSettled = undone.includes(code) || (code === 'misread-letters-mended' && encoding !== undefined);
    const found = isSettled ? null : await mend(text, head, file, signal);
    if (!found) continue;
    text = found.text;
    head = await bytesOf(text.slice(0, headBytes), file);
    repairs.push({ code, detail: '', count: found.lines });
  }
  return { text, head, repairs };
}

/** From the first bytes; from more of them when these do not reach the second record. */
async function dialectOf(
  text: Blob,
  head: Uint8Array,
  file: string,
  options: LayoutOptions,
): Promise<Dialect> {
  try {
    return findDialect(head, text.size <= head.length, file, options);
  } catch (cause) {
    if (!(cause instanceof AppError) || text.size <= head.length) throw cause;
    const longer = longerHeads.find((bytes) => bytes > head.length);
    if (longer !== undefined)
      return dialectOf(text, await bytesOf(text.slice(0, longer), file), file, options);
    throw cause.code === 'file/header-only' ? recordTooLong(file, Number(cause.data['line']) + 1) : cause;
  }
}

/** Files opened ahead of the one being loaded, so that neither the engine nor the page waits for the other. */
const ahead = 3;

/** Opens texts in their order, some of them before they are asked for. */
export class FileOpener {
  readonly #files: TableFile[];
  readonly #signal: AbortSignal;
  readonly #opening: Promise<Opened>[] = [];

  constructor(files: readonly TableFile[], signal: AbortSignal) {
    this.#files = files.filter((file) => !file.rows);
    this.#signal = signal;
    this.#fill();
  }

  /** The next text. Asked for once per file that is one. */
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
      const opened = openFile(file, { signal: this.#signal });
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
