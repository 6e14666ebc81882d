import { AppError } from '../../core/errors.js';
import { uniqueName } from '../../core/ids.js';
import { dateShape } from '../values/dates.js';
import { isDataValue } from '../values/values.js';
import { RecordScanner } from './record-scanner.js';
import type { Repair, RepairCode } from '../source.js';

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
  /** The header in small letters, as it may stand again below, and how it begins; null when such lines are data. */
  readonly header: { readonly fields: readonly string[]; readonly beginning: number } | null;
  /** Lines that say that they hold totals are left out, but for these; null when all of them are data. */
  readonly totals: { readonly except: ReadonlySet<number> } | null;
  /** True where lines are counted by record: the text was made from rows of something else. */
  readonly countsRecords: boolean;
  /** Columns that hold numbers with a decimal point, whatever marks the texts of the file have; known of other formats. */
  readonly pointColumns?: readonly number[];
  readonly repairs: readonly Repair[];
}

/** What is known of a text because it was made from another format: it has commas and counts by record. */
export interface KnownLayout {
  /** Number of its first record. */
  readonly firstLine: number;
  /** The first record holds the names: nothing else is looked for. */
  readonly hasHeader: boolean;
  /** Positions of columns in which there were numbers with decimals, before they became text. */
  readonly pointColumns?: readonly number[];
}

interface HeadRecord {
  readonly fields: readonly string[];
  readonly line: number;
  /** Byte behind the record, and the line that begins there. */
  readonly next: number;
  readonly nextLine: number;
  /** Its quotes do not work out. */
  readonly isFlawed: boolean;
  /** First letters, see `RecordScanner`. */
  readonly beginning: number;
}

const delimiters = [',', ';', '\t', '|', '~'] as const;
const mostColumns = 1000;

/** What is settled about a layout beforehand. */
export interface LayoutOptions {
  /** Repairs that are not to be made. */
  readonly undone?: readonly RepairCode[];
  /** How a text that was made from something else is laid out. */
  readonly known?: KnownLayout | null;
}

/** Finds delimiter, title lines, header and names. `complete` says that the bytes are the whole file. */
export function findDialect(
  head: Uint8Array,
  complete: boolean,
  file: string,
  { undone = [], known = null }: LayoutOptions = {},
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
  const first = known?.hasHeader || undone.includes('title-lines-skipped') ? 0 : findHeader(records, width);
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
  const hasHeader =
    known?.hasHeader || undone.includes('header-made-up') || !looksLikeData(top.fields, below);
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
    unnamed:
      hasHeader && !undone.includes('empty-columns-left-out')
        ? header.flatMap((name, index) => (name.trim() === '' ? [index] : []))
        : [],
    dataOffset: hasHeader ? top.next : (before?.next ?? (separator ? separator[0].length : 0)),
    dataLine: hasHeader ? top.nextLine : (before?.nextLine ?? (separator ? 2 : (known?.firstLine ?? 1))),
    countsRecords: known !== null,
    pointColumns: known?.pointColumns ?? [],
    header:
      hasHeader && !known?.hasHeader && !undone.includes('repeated-headers-left-out')
        ? { fields: top.fields.map((field) => field.trim().toLowerCase()), beginning: top.beginning }
        : null,
    totals: known?.hasHeader || undone.includes('total-lines-left-out') ? null : { except: new Set() },
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
    const agreeing =
      records.filter(({ fields, isFlawed }) => fields.length === width && !isFlawed).length / records.length;
    const score = agreeing * (1 + Math.log(width) / 10);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best === ',' && isDecimalColumn(readHead(head, ',', complete)) ? ';' : best;
}

/** One column of decimal commas under a name without any. */
function isDecimalColumn([top, ...below]: readonly HeadRecord[]): boolean {
  const isDecimal = ({ fields }: HeadRecord): boolean =>
    fields.length === 2 && /^\s*-?\d+$/.test(fields[0] ?? '') && /^\d+\s*$/.test(fields[1] ?? '');
  return top?.fields.length === 1 && below.length > 0 && below.every(isDecimal);
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
    all.push({
      fields,
      line: record.line,
      next: record.offset + record.next,
      isFlawed: record.flaw !== 'none',
      beginning: record.beginning(0),
    });
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

/** Position of the header: the first line of its shape, unless titles of a name and a value stand above a fuller one. */
function findHeader(records: readonly HeadRecord[], width: number): number {
  const used = new Set(
    records.flatMap(({ fields }) => fields.flatMap((field, at) => (field.trim() ? [at] : []))),
  );
  const first = records.findIndex((record) => isHeaderShaped(record.fields, width, used.size));
  const holdsData = (index: number): boolean =>
    records[index]?.fields.some((field) => isDataValue(field, true)) ?? false;
  for (let index = first + 1; first >= 0 && index < first + 10; index += 1) {
    if (holdsData(index - 1)) break;
    const isFuller = filledOf(records[index]) > filledOf(records[first]);
    if (isFuller && !holdsData(index) && holdsData(index + 1)) return index;
  }
  return first;
}

function filledOf(record: HeadRecord | undefined): number {
  return record?.fields.filter((field) => field.trim() !== '').length ?? 0;
}

/** A title stands alone on its line, even when a spreadsheet padded it with delimiters. `used`: columns that hold anything. */
function isHeaderShaped(fields: readonly string[], width: number, used: number): boolean {
  const filled = fields.filter((field) => field.trim() !== '').length;
  if (width <= 2) return filled > 0 && fields.length >= width;
  return fields.length >= width - 1 && filled >= 2 && filled >= used / 3;
}

/** The first line is data when it holds nothing but values, or a date or decimal with more of the same below it. */
function looksLikeData(top: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = top.filter((field) => field.trim() !== '');
  if (filled.length > 0 && filled.every((field) => isDataValue(field, true))) {
    // A row of plain years above other numbers is a header: 2021;2022;2023.
    return !(below.length > 0 && filled.every((field) => /^(19|20)\d\d$/.test(field.trim())));
  }
  return top.some((field, index) => {
    const values = below.slice(0, 20).map((fields) => fields[index] ?? '');
    if (!isDataValue(field, false)) return false;
    // Days may be the names of columns that hold numbers.
    if (dateShape(field)) return values.every((value) => dateShape(value));
    return values.every((value) => isDataValue(value, true));
  });
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
  const changed: string[] = [];
  header.forEach((text, index) => {
    const own = text.replace(/\s+/g, ' ').trim();
    const base = own === '' ? `column_${index + 1}` : own;
    const name = uniqueName(base, names);
    if (own !== '' && name !== own) changed.push(name);
    names.push(name);
  });
  if (changed.length > 0)
    repairs.push({
      code: 'header-made-unique',
      detail: changed.slice(0, 10).join(', '),
      count: changed.length,
    });
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
