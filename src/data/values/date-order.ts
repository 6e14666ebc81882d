import { fullYear } from './dates.js';

/** Fewer dates than this have no order to speak of. */
const fewest = 20;

/** A date under both orders of day and month, as ISO days. */
export type BothDates = Readonly<Record<'day-first' | 'month-first', string>>;

/** Both readings of a date such as `03/02/2025`; null when it is written otherwise or has one reading only. */
export function bothDates(text: string): BothDates | null {
  const found = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const [, first = '', second = '', year = ''] = found;
  if (Number(first) > 12 || Number(second) > 12) return null;
  const iso = (month: string, day: string): string =>
    `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { 'day-first': iso(second, first), 'month-first': iso(first, second) };
}

/**
 * Whether the values, in the file's order, only make sense with the month first: files are mostly written in order of
 * time, so that the wrong reading jumps back and forth. False too when the values leave it open.
 */
export function suggestsMonthFirst(values: readonly string[]): boolean {
  const dates = values.flatMap((value) => bothDates(value) ?? []);
  const jumps = (order: keyof BothDates): number =>
    dates.filter((date, index) => index > 0 && date[order] < dates[index - 1]![order]).length;
  const dayJumps = jumps('day-first');
  return dates.length >= fewest && dayJumps > 0.05 * dates.length && jumps('month-first') * 4 < dayJumps;
}
