import type { ColumnPlan } from '../columns.js';
import { fateOf, scanRecords, type Table } from './records.js';
import { isSparse } from './total-lines.js';

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
  const all: number[] = numbers.map(() => 0);
  let since: number[] = numbers.map(() => 0);
  const found = new Set<number>();
  /** The total above, and the lines asked about that stand between it and this one: taxes. */
  let total: Values | null = null;
  let between: { readonly line: number; readonly values: Values }[] = [];
  await scanRecords(
    table,
    (record) => {
      const isAsked = lines.has(record.line);
      const fate = fateOf(record, table.dialect);
      if (!isAsked && fate !== 'kept' && fate !== 'total') return;
      const values = numbers.map(({ index, decimal }) => numberIn(record.text(index), decimal));
      if (!isAsked && fate === 'kept') {
        total = null;
        between = [];
        add(all, values);
        add(since, values);
        return;
      }
      const isSum = (value: number | null, position: number): boolean =>
        value !== null && value !== 0 && (isClose(value, all[position]!) || isClose(value, since[position]!));
      const needed = fate === 'total' || isSparse(record) ? 1 : 2;
      const withTaxes =
        total && between.length > 0 ? sumOf([total, ...between.map((tax) => tax.values)]) : null;
      const isWithTaxes =
        withTaxes !== null && values.some((value, at) => value !== null && isClose(value, withTaxes[at]!));
      if (isWithTaxes)
        for (const tax of between) {
          found.add(tax.line);
          add(all, tax.values, -1);
        }
      if (isWithTaxes || !isAsked || values.filter(isSum).length >= needed) {
        if (isAsked) found.add(record.line);
        since = numbers.map(() => 0);
        total = values;
        between = [];
      } else {
        between.push({ line: record.line, values });
        add(all, values);
        add(since, values);
      }
    },
    signal,
  );
  return found;
}

type Values = readonly (number | null)[];

function add(sums: number[], values: Values, sign = 1): void {
  values.forEach((value, position) => {
    sums[position]! += sign * (value ?? 0);
  });
}

function sumOf(lines: readonly Values[]): number[] {
  const sums: number[] = (lines[0] ?? []).map(() => 0);
  for (const values of lines) add(sums, values);
  return sums;
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
