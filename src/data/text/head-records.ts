import { isDataValue } from '../values/values.js';
import type { KnownLayout } from './dialect.js';
import { RecordScanner } from './record-scanner.js';

/** A record among the first of a file, by which its layout is judged. */
export interface HeadRecord {
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

/** The records of the first bytes under a delimiter, without empty lines. */
export function readHead(
  head: Uint8Array,
  delimiter: string,
  complete: boolean,
  known: KnownLayout | null = null,
): HeadRecord[] {
  const all: Omit<HeadRecord, 'nextLine'>[] = [];
  const take = (record: RecordScanner): void => {
    const fields =
      record.flaw === 'unclosed'
        ? record.text(0).split(delimiter)
        : Array.from({ length: record.count }, (_, index) => record.text(index));
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

/** Fields of a record that say something. */
export function filledOf(record: HeadRecord | undefined): number {
  return record?.fields.filter((field) => field.trim() !== '').length ?? 0;
}

/** Numbers, dates or addresses among the fields. */
export function holdsData(record: HeadRecord | undefined): boolean {
  return record?.fields.some((field) => isDataValue(field, true)) ?? false;
}

/** Nothing but names: every field says something, and none is a value. */
export function isNames(record: HeadRecord | undefined): boolean {
  return record !== undefined && filledOf(record) === record.fields.length && !holdsData(record);
}

/**
 * Number of fields that most records have; the wider one when two are as frequent. Titles that were padded with delimiters
 * do not count, nor do lines of a name and a value above a table that goes on to the end.
 */
export function usualWidth(records: readonly HeadRecord[]): number {
  const untitled = records.filter((record) => record.fields.length === 1 || filledOf(record) > 1);
  const judged = untitled.length > 0 ? untitled : records;
  const counts = new Map<number, number>();
  for (const { fields } of judged) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const width = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  return widthAtEnd(judged, width) ?? widthOfNames(judged, width) ?? width;
}

function widthAtEnd(records: readonly HeadRecord[], width: number): number | null {
  const end = records.findLastIndex((record) => filledOf(record) > 1) + 1;
  const last = records[end - 1]?.fields.length ?? 0;
  let from = end;
  while (from > 0 && records[from - 1]!.fields.length === last) from -= 1;
  const isTable =
    last > Math.max(2, width) &&
    end - from > 1 &&
    records.slice(0, from).every((above) => filledOf(above) <= 2);
  return isTable ? last : null;
}

/** Rows may lack fields at their end that the header and some of them have. */
function widthOfNames(records: readonly HeadRecord[], width: number): number | null {
  const [top] = records;
  const names = top?.fields.length ?? 0;
  const full = records.filter(({ fields }) => fields.length === names).length;
  const isWidest = records.every(({ fields }) => fields.length <= names);
  return names > width && isNames(top) && full > 1 && isWidest ? names : null;
}
