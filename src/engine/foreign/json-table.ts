import { abortError, AppError } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { csvField } from './csv-field.js';
import { ListFinder, type JsonList, type JsonShape } from './json-shape.js';
import { JsonSplitter, LineSplitter, UnclosedRecord, type RawRecord } from './json-splitter.js';
import { parseRecord, RecordTable } from './record-table.js';
import type { ForeignFile, RecordsText } from './reader.js';

const chunkBytes = 1024 * 1024;
/** Rows that wait for columns which only later records have; beyond, the file is read a second time. */
const waitingRows = 20_000;
/** Characters of a broken line that are kept. */
const mostLetters = 64 * 1024;

/** Every list of objects in a JSON file as text: an array, an object with arrays inside, or one object after the other. */
export async function readRecords(file: ForeignFile, signal?: AbortSignal): Promise<RecordsText[]> {
  const text = { name: file.name, blob: await asUtf8(file.blob) };
  const shape = await shapeOf(text.blob, signal);
  if (shape.kind !== 'lists') return [await new Conversion(text, shape.kind, null, signal).run()];
  const texts: RecordsText[] = [];
  for (const list of shape.lists) texts.push(await new Conversion(text, 'list', list, signal).run());
  if (texts.length === 0) throw new AppError('file/not-a-table', { file: file.name, kind: 'json' });
  return texts;
}

/** One list being written as text; a second time when columns turned up late. */
class Conversion {
  readonly #table: RecordTable;
  #sink = new BlobSink();
  #waiting: string[][] = [];
  /** Columns of the rows that are written; 0 before any is. */
  #width = 0;
  #broken = new BlobSink();
  /** The first broken line; 0 when there is none. */
  #brokenLine = 0;
  #decodedCount = 0;

  constructor(
    readonly file: ForeignFile,
    readonly kind: 'lines' | 'values' | 'list',
    readonly list: JsonList | null,
    readonly signal?: AbortSignal,
  ) {
    this.#table = new RecordTable(file.name);
  }

  async run(): Promise<RecordsText> {
    await this.#pass();
    const isLate = this.#width > 0 && this.#table.names.length > this.#width;
    if (isLate) await this.#pass();
    else this.#write();
    if (this.#table.names.length === 0) this.#refuse();
    const header = new BlobSink();
    header.text(`${this.#table.names.map(csvField).join(',')}\n`);
    return {
      path: this.list?.path ?? null,
      text: new Blob([header.blob(), this.#sink.blob()]),
      broken: this.#broken.blob(),
      decodedCount: this.#decodedCount,
    };
  }

  async #pass(): Promise<void> {
    const isSecond = this.#width > 0;
    [this.#sink, this.#waiting, this.#broken, this.#brokenLine] = [new BlobSink(), [], new BlobSink(), 0];
    [this.#width, this.#decodedCount] = [isSecond ? this.#table.names.length : 0, 0];
    const take = (record: RawRecord): void => this.#take(record);
    const lines = this.kind === 'lines' ? new LineSplitter(take) : null;
    const values = new JsonSplitter(this.list?.line ?? 1, take);
    const bytes = this.list ? this.file.blob.slice(this.list.from, this.list.to) : this.file.blob;
    try {
      for await (const chunk of chunks(bytes, this.signal)) (lines ?? values).push(chunk);
      if (lines) lines.finish();
      // The closing bracket of a list inside an object is where its bytes end; that of the file must be there.
      else values.finish(this.list !== null && this.list.path === null);
    } catch (cause) {
      if (!(cause instanceof UnclosedRecord)) throw cause;
      throw new AppError('file/broken-record', { file: this.file.name, line: cause.line }, { cause });
    }
    if (isSecond) this.#write();
  }

  #take(raw: RawRecord): void {
    const text = this.#decode(raw.bytes);
    const record = text.trim() === '' ? null : this.#parse(text, raw.line);
    this.#waiting.push(record ? this.#table.fields(record) : []);
    if (this.#waiting.length >= waitingRows) this.#write();
  }

  #decode(bytes: Uint8Array): string {
    try {
      return utf8.decode(bytes);
    } catch {
      this.#decodedCount += 1;
      return windows.decode(bytes);
    }
  }

  /** The record; null when it is no object, which is listed. Only lines can be told apart when one is broken. */
  #parse(text: string, line: number): object | null {
    let record: unknown = null;
    try {
      record = parseRecord(text);
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      if (this.kind !== 'lines')
        throw new AppError('file/broken-record', { file: this.file.name, line, detail }, { cause });
    }
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record;
    this.#brokenLine ||= line;
    this.#broken.text(`${JSON.stringify([line, text.trim().slice(0, mostLetters)])}\n`);
    return null;
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    this.#width ||= this.#table.names.length;
    for (const fields of this.#waiting) {
      const text = fields.map(csvField).join(',');
      this.#sink.text(`${text}${','.repeat(Math.max(0, this.#width - Math.max(1, fields.length)))}\n`);
    }
    this.#waiting = [];
  }

  #refuse(): never {
    if (this.#brokenLine === 0) throw new AppError('file/empty', { file: this.file.name });
    throw new AppError('file/not-a-table', { file: this.file.name, line: this.#brokenLine, kind: 'json' });
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows = new TextDecoder('windows-1252');

/** One record per line when one of the first two lines is one and the file goes on behind it. */
async function shapeOf(blob: Blob, signal?: AbortSignal): Promise<JsonShape> {
  const head = new TextDecoder().decode(await blob.slice(0, chunkBytes).arrayBuffer());
  if (/^\s*\[/.test(head)) {
    const before = head.slice(0, head.indexOf('['));
    const from = new TextEncoder().encode(before).length + 1;
    const line = before.split('\n').length;
    return { kind: 'lists', lists: [{ path: null, from, to: blob.size, line }] };
  }
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.slice(0, 2).some(isObjectText)) return { kind: 'lines' };
  const finder = new ListFinder();
  for await (const chunk of chunks(blob, signal)) {
    finder.push(chunk);
    if (finder.hasMore) return { kind: 'values' };
  }
  // A file that ends too soon is refused where its records are read.
  if (!finder.isComplete) return { kind: 'values' };
  return { kind: 'lists', lists: finder.lists };
}

function isObjectText(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function* chunks(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += chunkBytes) {
    if (signal?.aborted) throw abortError();
    yield new Uint8Array(await blob.slice(from, from + chunkBytes).arrayBuffer());
  }
}

/** The text without its mark; UTF-16 is written as UTF-8. */
async function asUtf8(blob: Blob): Promise<Blob> {
  const [first, second, third, fourth] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (first === 0xef && second === 0xbb && third === 0xbf) return blob.slice(3);
  const isLittle = (first === 0xff && second === 0xfe) || (second === 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && third === 0);
  if (!isLittle && !isBig) return blob;
  const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be');
  const sink = new BlobSink();
  for await (const chunk of chunks(blob)) sink.text(decoder.decode(chunk, { stream: true }));
  sink.text(decoder.decode());
  return sink.blob();
}
