import { AppError } from '../../core/errors.js';
import { uniqueName } from '../../core/ids.js';
import type { Repair, RepairCode } from '../source.js';
import { cutHead } from './delimiter.js';
import { readHead, usualWidth, type HeadRecord } from './head-records.js';
import { findHeader, fitHeader, looksLikeData } from './header-line.js';
import { headerLines, oneLine, writtenNames } from './header-lines.js';
import { refuseCutDecimals, refuseOtherForms, refuseProse } from './not-tables.js';

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
  /** Fields that a row has at least: blocks of rows may lack those at their end. */
  readonly fewestFields: number;
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
  const separator = known ? null : /^"?sep=(.)"?[;,\t |]*(?:\r\n|\n|\r)/i.exec(latin(head.subarray(0, 64)));
  if (!known) refuseOtherForms(head, file);
  const stated = known ? ',' : separator?.[1];
  const { delimiter, records: cut } = stated
    ? { delimiter: stated, records: readHead(head, stated, complete, known) }
    : cutHead(head, complete);
  const records = separator ? cut.slice(1) : cut;
  if (separator) repairs.push({ code: 'separator-line-skipped', detail: delimiter, count: 1 });
  const width = usualWidth(records);
  const first = known?.hasHeader || undone.includes('title-lines-skipped') ? 0 : findHeader(records, width);
  const top = records[first];
  if (!top) throw new AppError('file/empty', { file });
  const below = records.slice(first + 1).filter(({ fields }) => fields.length >= width);
  const fieldsBelow = below.map(({ fields }) => fields);
  if (!known) refuseProse(width, records.slice(first), file);
  const hasHeader =
    known?.hasHeader || undone.includes('header-made-up') || !looksLikeData(top.fields, fieldsBelow);
  const lines = hasHeader && !known ? headerLines(records[first - 1], top, below, undone) : oneLine;
  const rows = lines.second ? fieldsBelow.slice(1) : fieldsBelow;
  if (hasHeader && rows.length === 0) {
    throw new AppError(width === 1 && !complete ? 'file/not-a-table' : 'file/header-only', {
      file,
      line: top.line,
      kind: 'text',
    });
  }
  if (delimiter === ',' && hasHeader && top.fields.length === width - 1)
    refuseCutDecimals(rows, file, top.line);
  const titles = [
    ...records.slice(0, lines.groups ? first - 1 : first),
    ...(lines.second && lines.second !== lines.names ? [lines.second] : []),
  ].filter((record) => record.fields.some((field) => field.trim() !== ''));
  if (titles.length > 0) {
    repairs.push({
      code: 'title-lines-skipped',
      detail: titles.map(({ fields }) => fields.join(' ').trim()).join(' / '),
      count: titles.length,
    });
  }
  const written = writtenNames(lines, top);
  if (written !== top.fields) repairs.push({ code: 'header-lines-joined', detail: '', count: 1 });
  const header = hasHeader ? fitHeader(written, rows, width) : Array.from({ length: width }, () => '');
  const names = uniqueNames(header, repairs);
  if (!hasHeader) repairs.push({ code: 'header-made-up', detail: 'column_1…', count: names.length });
  if (names.length > mostColumns)
    throw new AppError('file/too-many-columns', { file, columns: names.length });
  const before = records[first - 1];
  const last = lines.second ?? top;
  return {
    delimiter,
    names,
    unnamed:
      hasHeader && !undone.includes('empty-columns-left-out')
        ? header.flatMap((name, index) => (name.trim() === '' ? [index] : []))
        : [],
    dataOffset: hasHeader ? last.next : (before?.next ?? (separator ? separator[0].length : 0)),
    dataLine: hasHeader ? last.nextLine : (before?.nextLine ?? (separator ? 2 : (known?.firstLine ?? 1))),
    countsRecords: known !== null,
    fewestFields:
      known || undone.includes('short-lines-filled')
        ? names.length
        : fewestFields(records.slice(first + 1), names.length),
    pointColumns: known?.pointColumns ?? [],
    header:
      hasHeader && !known?.hasHeader && !undone.includes('repeated-headers-left-out')
        ? { fields: top.fields.map((field) => field.trim().toLowerCase()), beginning: top.beginning }
        : null,
    totals: known?.hasHeader || undone.includes('total-lines-left-out') ? null : { except: new Set() },
    repairs,
  };
}

/** Rows of a block that Excel cut short by as many fields are no accident. */
const shortBlock = 8;

/**
 * Excel leaves out the delimiters at the end of lines where a block of sixteen rows has nothing in its last columns. Lines
 * that are cut by mistake do not come in blocks of one width.
 */
function fewestFields(records: readonly HeadRecord[], columns: number): number {
  const widths = records.map(({ fields }) => fields.length);
  const short = widths.filter((width) => width < columns);
  const [fewest = columns] = short;
  const changes = widths.filter((width, index) => index > 0 && width !== widths[index - 1]).length;
  const isBlocks =
    short.length >= shortBlock &&
    fewest > 1 &&
    widths.every((width) => width === columns || width === fewest) &&
    changes <= widths.length / shortBlock;
  return isBlocks ? fewest : columns;
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

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
