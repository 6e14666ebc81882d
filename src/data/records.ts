import { slices } from './encoding.js';
import { RecordScanner } from './record-scanner.js';
import type { Dialect } from './dialect.js';
import type { Reject } from './source.js';

/** A UTF-8 text and how it is laid out. */
export interface Table {
  readonly file: string;
  readonly text: Blob;
  readonly dialect: Dialect;
}

/** What becomes of a record: it is data, it is empty, or it does not fit the columns. */
export type Fate = 'kept' | 'empty' | 'too-many-columns' | 'missing-columns' | 'unclosed-quote';

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
    onslice?.();
  }
  scanner.finish();
}

/** Compares a record with the columns that the file has. Empty fields too many at its end do no harm. */
export function fateOf(record: RecordScanner, { names, unnamed }: Dialect): Fate {
  const { count } = record;
  if (record.flaw === 'unclosed') return 'unclosed-quote';
  if (record.end - record.start === count - 1) return 'empty';
  const columns = names.length;
  if (count === columns) return 'kept';
  if (count === 1 && record.length(0) < 100 && record.text(0).trim() === '') return 'empty';
  if (count > columns) {
    for (let index = columns; index < count; index += 1)
      if (record.length(index) > 0) return 'too-many-columns';
    return 'kept';
  }
  return unnamed.length > 0 && count >= (unnamed[0] ?? columns) && unnamed.length === columns - unnamed[0]!
    ? 'kept'
    : 'missing-columns';
}

/** A line that was left out, with its text. */
export function lineReject(record: RecordScanner, reason: Reject['reason']): Reject {
  const bytes = record.bytes.subarray(record.start, Math.min(record.end, record.start + 400));
  return { line: record.line, column: null, value: new TextDecoder().decode(bytes).slice(0, 200), reason };
}
