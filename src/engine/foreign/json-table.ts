import { abortError, AppError } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { csvField, isReadableRecord } from './csv-field.js';
import { ListFinder, type JsonList, type JsonShape } from './json-shape.js';
import { JsonSplitter, LineSplitter, UnclosedRecord, type RawRecord } from './json-splitter.js';
import { parseRecord, RecordTable } from './record-table.js';
import { westernText } from './western.js';
import type { ForeignFile, RecordsText } from './reader.js';

const chunkBytes = 1024 * 1024;
/** Rows that wait for columns which only later records have; beyond, the file is read a second time. */
const waitingRows = 20_000;
/** Letters of the records that wait: there may be few and large ones. */
const waitingLetters = 16 * 1024 * 1024;
/** Letters of a broken record that are kept. */
const mostLetters = 64 * 1024;

/** Every list of objects in a JSON file as text: an array, an object with arrays inside, or one object after the other. */
export async function readRecords(file: ForeignFile, signal?: AbortSignal): Promise<RecordsText[]> {
  const text = { name: file.name, blob: await asUtf8(file.blob, signal) };
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
  #waitingLetters = 0;
  /** Columns of the rows that are written; 0 before any is. */
  #width = 0;
  #records = 0;
  #broken = new BlobSink();
  /** Where the first broken record begins; 0 when there is none. */
  #brokenLine = 0;
  #decodedCount = 0;
  #replacedCount = 0;

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
    const [first = '', ...others] = this.#table.names;
    // A header of nothing would be no line.
    const isBlank = others.length === 0 && first.trim() === '';
    header.text(`${isBlank ? 'column_1' : [first, ...others].map(csvField).join(',')}\n`);
    return {
      path: this.list?.path ?? null,
      text: new Blob([header.blob(), this.#sink.blob()]),
      broken: this.#broken.blob(),
      decodedCount: this.#decodedCount,
      replacedCount: this.#replacedCount,
      pointColumns: [...this.#table.pointColumns],
    };
  }

  async #pass(): Promise<void> {
    const isSecond = this.#width > 0;
    [this.#sink, this.#waiting, this.#broken, this.#brokenLine] = [new BlobSink(), [], new BlobSink(), 0];
    [this.#width, this.#decodedCount] = [isSecond ? this.#table.names.length : 0, 0];
    [this.#records, this.#replacedCount, this.#waitingLetters] = [0, 0, 0];
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
    this.#records += 1;
    const text = this.#decode(raw.bytes);
    this.#waiting.push(text.trim() === '' ? [] : this.#fields(text, raw.line));
    this.#waitingLetters += text.length;
    if (this.#waiting.length >= waitingRows || this.#waitingLetters >= waitingLetters) this.#write();
  }

  #decode(bytes: Uint8Array): string {
    try {
      return utf8.decode(bytes);
    } catch {
      this.#decodedCount += 1;
      return westernText(bytes);
    }
  }

  /** The record's fields; none when it is no object, nested beyond measure or too long to be read, which is listed. */
  #fields(text: string, line: number): string[] {
    try {
      const record = parseRecord(text);
      if (isObject(record)) {
        const fields = this.#table.fields(record);
        if (halfLetters.test(text)) this.#replacedCount += fields.reduce(addLoneHalves, 0);
        if (isReadableRecord(fields)) return fields;
      }
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const detail = cause instanceof Error ? cause.message : String(cause);
      // Only lines can be told apart when one of them is not well-formed.
      if (cause instanceof SyntaxError && this.kind !== 'lines')
        throw new AppError('file/broken-record', { file: this.file.name, line, detail }, { cause });
    }
    this.#brokenLine ||= line;
    this.#broken.text(`${JSON.stringify([this.#records, text.trim().slice(0, mostLetters)])}\n`);
    return [];
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    this.#width ||= this.#table.names.length;
    for (const fields of this.#waiting) {
      const text = fields.map(csvField).join(',');
      this.#sink.text(`${text}${','.repeat(Math.max(0, this.#width - Math.max(1, fields.length)))}\n`);
    }
    this.#waiting = [];
    this.#waitingLetters = 0;
  }

  #refuse(): never {
    if (this.#brokenLine === 0) throw new AppError('file/empty', { file: this.file.name });
    throw new AppError('file/not-a-table', { file: this.file.name, line: this.#brokenLine, kind: 'json' });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Escapes of letters that are written in two halves; a half alone is no letter and becomes U+FFFD. */
const halfLetters = /\\u[dD][89a-fA-F]/;
function addLoneHalves(count: number, field: string): number {
  return count + (field.match(/\p{Surrogate}/gu)?.length ?? 0);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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
    return isObject(JSON.parse(line));
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
async function asUtf8(blob: Blob, signal?: AbortSignal): Promise<Blob> {
  const [first, second, third, fourth] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (first === 0xef && second === 0xbb && third === 0xbf) return blob.slice(3);
  const isLittle = (first === 0xff && second === 0xfe) || (second === 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && third === 0);
  if (!isLittle && !isBig) return blob;
  const decoder = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be');
  const sink = new BlobSink();
  for await (const chunk of chunks(blob, signal)) sink.text(decoder.decode(chunk, { stream: true }));
  sink.text(decoder.decode());
  return sink.blob();
}
