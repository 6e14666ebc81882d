import { utcDay, utcMonth } from 'd3-time';
import type { Month } from './run.js';

/** Fifty years: beyond, a gap is a wrong date rather than a quiet month, and stays a gap. */
const longestSpan = 600;

/** Adds the months without a sale between the first and the last, with nothing sold. Months must be in order. */
export function fillMonths(months: readonly Month[], noCustomers: 0 | null): Month[] {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const all = utcMonth.range(new Date(first.month), utcMonth.offset(new Date(last.month), 1)).map(isoDay);
  if (all.length > longestSpan) return [...months];
  const known = new Map(months.map((month) => [month.month, month]));
  return all.map((month) => known.get(month) ?? { month, revenue: 0, orders: 0, customers: noCustomers });
}

/** True when the month of this date has days after it. */
export function isMonthIncomplete(lastDate: string): boolean {
  const day = new Date(lastDate);
  return utcDay.offset(day, 1).getUTCMonth() === day.getUTCMonth();
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
