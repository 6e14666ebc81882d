import { AppError } from '../../core/errors.js';
import { slices } from './encoding.js';
import { longestRecord, RecordScanner } from './record-scanner.js';
import type { Dialect } from './dialect.js';
import type { Reject } from '../source.js';
import { claimsTotals } from './total-lines.js';

/** A UTF-8 text and how it is laid out. */
export interface Table {
  readonly file: string;
  readonly text: Blob;
  readonly dialect: Dialect;
}

/** What becomes of a record: it is data, it holds none, or it does not fit the columns. */
export type Fate = 'kept' | LeftOutFate | 'too-many-columns' | 'missing-columns' | 'unclosed-quote';

/** Why a line that is no reject is left out. */
export type LeftOutFate = 'empty' | 'repeated-header' | 'total';

/** Visits every record below the header; `onslice` is called in between, now and then. */
export async function scanRecords(
  { file, text, dialect }: Table,
  onrecord: (record: RecordScanner) => void,
  signal?: AbortSignal,
  onslice?: () => void,
): Promise<void> {
  const data = text.slice(dialect.dataOffset);
  const { delimiter, dataLine, countsRecords } = dialect;
  const scanner = new RecordScanner(delimiter, dataLine, onrecord, countsRecords);
  for await (const bytes of slices(data, file, signal)) {
    scanner.push(bytes);
    refuseEndless(scanner, file);
    onslice?.();
  }
  scanner.finish();
}

/** Refuses a record of which no end is in sight. */
export function refuseEndless({ isEndless, line }: RecordScanner, file: string): void {
  if (isEndless) throw recordTooLong(file, line);
}

/** The failure of a record that is longer than any that is read, with the megabytes that one may have. */
export function recordTooLong(file: string, line: number): AppError {
  return new AppError('file/record-too-long', { file, line, size: longestRecord / 2 ** 20 });
}

/** Compares a record with the columns that the file has. Empty fields too many at its end do no harm. */
export function fateOf(record: RecordScanner, dialect: Dialect): Fate {
  const { count } = record;
  const { names, unnamed } = dialect;
  if (record.flaw === 'unclosed') return 'unclosed-quote';
  if (record.end - record.start === count - 1 || isBlank(record, dialect)) return 'empty';
  const columns = names.length;
  if (isRepeatedHeader(record, dialect)) return 'repeated-header';
  if (isTotal(record, dialect)) return 'total';
  if (count === columns) return 'kept';
  if (count > columns) {
    for (let index = columns; index < count; index += 1) if (record.holds(index)) return 'too-many-columns';
    return 'kept';
  }
  if (count >= dialect.fewestFields) return 'kept';
  return unnamed.length > 0 && count >= (unnamed[0] ?? columns) && unnamed.length === columns - unnamed[0]!
    ? 'kept'
    : 'missing-columns';
}

/** Nothing but blanks, rules of dashes and delimiters; the end mark of DOS too. */
function isBlank({ bytes, start, end }: RecordScanner, { delimiter }: Dialect): boolean {
  const mark = delimiter.charCodeAt(0);
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte !== mark && !blanks.has(byte)) return false;
  }
  return true;
}
const blanks = new Set([...' \t\f-=+|:\x1a'].map((letter) => letter.charCodeAt(0)));

function isRepeatedHeader(record: RecordScanner, { header }: Dialect): boolean {
  // The first letters settle nearly all of them.
  if (!header || record.count < header.fields.length || record.beginning(0) !== header.beginning)
    return false;
  return header.fields.every((field, index) => record.text(index).trim().toLowerCase() === field);
}

function isTotal(record: RecordScanner, { totals }: Dialect): boolean {
  return totals !== null && claimsTotals(record) !== 'no' && !totals.except.has(record.line);
}

/** A line that was left out, with its text; not with more of it than anybody reads, since an open quote may take in much. */
export function lineReject(record: RecordScanner, reason: Reject['reason']): Reject {
  const bytes = record.bytes.subarray(record.start, Math.min(record.end, record.start + mostLineBytes));
  return { line: record.line, column: null, value: new TextDecoder().decode(bytes), reason };
}
const mostLineBytes = 128 * 1024;
