import { dayPattern } from './dates.js';
import type { RepairCode } from '../source.js';
import type { ColumnTally } from './tally.js';
import type { Reading } from './values.js';

/** Repairs that concern some values of a column only, with the number of these. */
export type OddForms = Readonly<Partial<Record<RepairCode, number>>>;

/** Counts the values that are not written as most of their column are: they are said one by one, not for the column. */
export function oddForms(reading: Reading, tally: ColumnTally): OddForms {
  if (reading.kind === 'number')
    return {
      ...(tally.negativeForms > 0 ? { 'negative-form': tally.negativeForms } : {}),
      ...(tally.inOtherCurrencies > 0 ? { 'several-currencies': tally.inOtherCurrencies } : {}),
    };
  if (reading.kind === 'text') return reading.hasNulls ? { 'null-words-emptied': tally.nulls } : {};
  if (reading.kind !== 'date') return {};
  const ways = new Map<string, number>();
  const count = (way: string, values: number): void => void ways.set(way, (ways.get(way) ?? 0) + values);
  for (const [pattern, { dayFirst, monthFirst }] of tally.dates)
    count(dayPattern(pattern), Math.max(dayFirst, monthFirst));
  if (reading.patterns.includes('%Y%m%d')) count('%Y%m%d', tally.compactDates);
  if (reading.patterns.includes('%d%m%Y')) count('%d%m%Y', tally.compactDayFirst);
  if (reading.numbers === 'excel') count('excel', tally.excelDays + tally.excelTimes);
  if (reading.numbers === 'seconds') count('seconds', tally.unixSeconds);
  if (reading.numbers === 'milliseconds') count('milliseconds', tally.unixMilliseconds);
  if (reading.patterns.includes('%Y%m%d%H%M%S')) count('%Y%m%d%H%M%S', tally.compactTimes);
  const counts = [...ways.values()].filter((values) => values > 0);
  if (counts.length < 2) return {};
  const total = counts.reduce((sum, values) => sum + values, 0);
  const short = [...ways].reduce((sum, [way, values]) => sum + (way.includes('%y') ? values : 0), 0);
  const excel = ways.get('excel') ?? 0;
  return {
    'mixed-dates': total - Math.max(...counts),
    ...(short > 0 ? { 'two-digit-years': short } : {}),
    ...(excel > 0 ? { 'excel-dates': excel } : {}),
  };
}
