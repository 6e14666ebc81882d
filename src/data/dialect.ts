import { AppError } from '../core/errors.js';
import { uniqueName } from '../core/ids.js';
import { isDataValue } from './values.js';
import { RecordScanner } from './record-scanner.js';
import type { Repair } from './source.js';

/** How a text is laid out: found from its first bytes, before anything is loaded. */
export interface Dialect {
  readonly delimiter: string;
  /** Column names, unique without regard to case. */
  readonly names: readonly string[];
  /** Columns whose header is empty; they are left out when they hold nothing. */
  readonly unnamed: readonly number[];
  /** Byte and line at which the data begins. */
  readonly dataOffset: number;
  readonly dataLine: number;
  /** True where lines are counted by record: the text was made from rows of something else. */
  readonly countsRecords: boolean;
  readonly repairs: readonly Repair[];
}

/** What is known of a text because it was made from another format: it has commas and counts by record. */
export interface KnownLayout {
  /** Number of its first record. */
  readonly firstLine: number;
  /** The first record holds the names: nothing else is looked for. */
  readonly hasHeader: boolean;
}

interface HeadRecord {
  readonly fields: readonly string[];
  readonly line: number;
  /** Byte behind the record, and the line that begins there. */
  readonly next: number;
  readonly nextLine: number;
}

const delimiters = [',', ';', '\t', '|', '~'] as const;
const mostColumns = 1000;

/** Finds delimiter, title lines, header and names. `complete` says that the bytes are the whole file. */
export function findDialect(
  head: Uint8Array,
  complete: boolean,
  file: string,
  known: KnownLayout | null = null,
): Dialect {
  const repairs: Repair[] = [];
  const separator = known ? null : /^sep=(.)(?:\r\n|\n|\r)/i.exec(latin(head.subarray(0, 16)));
  const delimiter = known ? ',' : (separator?.[1] ?? findDelimiter(head, complete));
  const records = readHead(head, delimiter, complete, known);
  if (separator) {
    records.shift();
    repairs.push({ code: 'separator-line-skipped', detail: delimiter, count: 1 });
  }
  const width = usualWidth(records);
  const first = known?.hasHeader ? 0 : records.findIndex((record) => isHeaderShaped(record.fields, width));
  const top = records[first];
  if (!top) throw new AppError('file/empty', { file });
  const titles = records
    .slice(0, first)
    .filter((record) => record.fields.some((field) => field.trim() !== ''));
  if (titles.length > 0) {
    repairs.push({
      code: 'title-lines-skipped',
      detail: titles.map(({ fields }) => fields.join(' ').trim()).join(' / '),
      count: titles.length,
    });
  }
  const below = records
    .slice(first + 1)
    .map((record) => record.fields)
    .filter((fields) => fields.length >= width);
  if (!known) refuseProse(width, records, file);
  const hasHeader = known?.hasHeader || !looksLikeData(top.fields, below);
  if (hasHeader && below.length === 0) {
    throw new AppError(width === 1 && !complete ? 'file/not-a-table' : 'file/header-only', {
      file,
      line: top.line,
      kind: 'text',
    });
  }
  const header = hasHeader ? fitHeader(top.fields, below, width) : Array.from({ length: width }, () => '');
  const names = uniqueNames(header, repairs);
  if (!hasHeader) repairs.push({ code: 'header-made-up', detail: 'column_1…', count: names.length });
  if (names.length > mostColumns)
    throw new AppError('file/too-many-columns', { file, columns: names.length });
  const before = records[first - 1];
  return {
    delimiter,
    names,
    unnamed: hasHeader ? header.flatMap((name, index) => (name.trim() === '' ? [index] : [])) : [],
    dataOffset: hasHeader ? top.next : (before?.next ?? (separator ? separator[0].length : 0)),
    dataLine: hasHeader ? top.nextLine : (before?.nextLine ?? (separator ? 2 : (known?.firstLine ?? 1))),
    countsRecords: known !== null,
    repairs,
  };
}

/** The delimiter that cuts the most records into the same number of fields, and into more than one. */
function findDelimiter(head: Uint8Array, complete: boolean): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const records = readHead(head, delimiter, complete);
    const width = usualWidth(records);
    if (width < 2) continue;
    const agreeing = records.filter((record) => record.fields.length === width).length / records.length;
    const score = agreeing * (1 + Math.log(width) / 10);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function readHead(
  head: Uint8Array,
  delimiter: string,
  complete: boolean,
  known: KnownLayout | null = null,
): HeadRecord[] {
  const all: Omit<HeadRecord, 'nextLine'>[] = [];
  const take = (record: RecordScanner): void => {
    const fields = Array.from({ length: record.count }, (_, index) => record.text(index));
    all.push({ fields, line: record.line, next: record.offset + record.next });
  };
  const scanner = new RecordScanner(delimiter, known?.firstLine ?? 1, take, known !== null);
  scanner.push(head);
  if (complete || all.length === 0) scanner.finish();
  // The line that a record would begin on if it were there.
  const records = all.map((record, index) => ({ ...record, nextLine: all[index + 1]?.line ?? scanner.line }));
  return records.filter(
    (record) => record.fields.length > 1 || record.fields[0]?.trim() !== '' || records.length === 1,
  );
}

/** Number of fields that most records have; the wider one when two are as frequent. */
function usualWidth(records: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A title stands alone on its line, even when a spreadsheet padded it with delimiters. */
function isHeaderShaped(fields: readonly string[], width: number): boolean {
  const filled = fields.filter((field) => field.trim() !== '').length;
  if (width <= 2) return filled > 0 && fields.length >= width;
  return fields.length >= width - 1 && filled >= 2 && filled >= width / 3;
}

/** The first line is data when it holds nothing but values, or a date or decimal with more of the same below it. */
function looksLikeData(top: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = top.filter((field) => field.trim() !== '');
  if (filled.length > 0 && filled.every((field) => isDataValue(field, true))) {
    // A row of plain years above other numbers is a header: 2021;2022;2023.
    return !(below.length > 0 && filled.every((field) => /^(19|20)\d\d$/.test(field.trim())));
  }
  return top.some(
    (field, index) =>
      isDataValue(field, false) &&
      below.slice(0, 20).every((fields) => isDataValue(fields[index] ?? '', true)),
  );
}

/** Row names without a header (R), or a delimiter too many at the end of the header. */
function fitHeader(top: readonly string[], below: readonly (readonly string[])[], width: number): string[] {
  const header = [...top];
  while (header.length > width && header.at(-1)?.trim() === '') header.pop();
  if (header.length === width - 1) {
    if (below.every((fields) => fields[width - 1]?.trim() === '')) header.push('');
    else header.unshift('');
  }
  return header;
}

/** Names as in the file, without line breaks and outer spaces; a column without a name gets one. */
function uniqueNames(header: readonly string[], repairs: Repair[]): string[] {
  const names: string[] = [];
  let changed = 0;
  header.forEach((text, index) => {
    const own = text.replace(/\s+/g, ' ').trim();
    const base = own === '' ? `column_${index + 1}` : own;
    const name = uniqueName(base, names);
    if (own !== '' && name !== own) changed += 1;
    names.push(name);
  });
  if (changed > 0) repairs.push({ code: 'header-made-unique', detail: '', count: changed });
  return names;
}

/** Sentences without a table around them. */
function refuseProse(width: number, records: readonly HeadRecord[], file: string): void {
  const lines = records.map(({ fields }) => fields.join(' ').trim()).filter((line) => line !== '');
  const words = lines.map((line) => line.split(/\s+/).length);
  const average = words.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length);
  const agreeing = records.filter(({ fields }) => fields.length === width).length / records.length;
  if ((width === 1 && average > 6) || (agreeing < 0.4 && average > 8)) {
    throw new AppError('file/not-a-table', { file, kind: 'text' });
  }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
