import type { ColumnPlan } from '../columns.js';
import { fateOf, scanRecords, type Table } from './records.js';

/** Of the lines given, those in which a number is the sum of its column: of all rows above, or since the last such line. */
export async function linesOfSums(
  table: Table,
  columns: readonly ColumnPlan[],
  lines: ReadonlySet<number>,
  signal?: AbortSignal,
): Promise<ReadonlySet<number>> {
  const numbers = columns.flatMap(({ index, reading }) =>
    reading.kind === 'number' ? [{ index, decimal: reading.decimal }] : [],
  );
  const all = numbers.map(() => 0);
  let since = numbers.map(() => 0);
  const found = new Set<number>();
  await scanRecords(
    table,
    (record) => {
      const isAsked = lines.has(record.line);
      if (!isAsked && fateOf(record, table.dialect) !== 'kept') return;
      const values = numbers.map(({ index, decimal }) => numberIn(record.text(index), decimal));
      const isSum = (value: number | null, position: number): boolean =>
        value !== null && value !== 0 && (isClose(value, all[position]!) || isClose(value, since[position]!));
      if (isAsked && values.some(isSum)) {
        found.add(record.line);
        since = numbers.map(() => 0);
        return;
      }
      values.forEach((value, position) => {
        all[position]! += value ?? 0;
        since[position]! += value ?? 0;
      });
    },
    signal,
  );
  return found;
}

/** Digits, sign and decimal mark of a text; null when it holds no digit. */
function numberIn(text: string, decimal: '.' | ','): number | null {
  const digits = text.replace(decimal === ',' ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  if (!/\d/.test(digits)) return null;
  return (/^\D*[-−–(]|-\s*$/.test(text) ? -1 : 1) * Number(digits);
}

/** Equal to the cent, or to what adding up thousands of rounded values can miss. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(0.005, Math.abs(b) * 1e-9);
}
