/** Days are counted from 2023-01-01 = 0; earlier days are negative. Months likewise: January 2023 = 0. */
const FIRST_YEAR = 2023;
const DAY_MS = 86_400_000;
const origin = Date.UTC(FIRST_YEAR, 0, 1);

/** The months that the sample covers: three calendar years. */
export const MONTHS = 36;

/** Number of the first day of each month, and one more that closes the last month. */
export const monthStarts: readonly number[] = Array.from({ length: MONTHS + 1 }, (_, month) => dayOf(month));

/** The last day with orders, 2025-12-31: what the data's "today" is. */
export const LAST_DAY = dayOf(MONTHS) - 1;

const days: readonly string[] = Array.from({ length: LAST_DAY + 1 }, (_, day) => toIso(day));

/** The number of the first day of a month; months before 2023 are negative. */
export function dayOf(month: number): number {
  return (Date.UTC(FIRST_YEAR, month, 1) - origin) / DAY_MS;
}

/** `2025-12-31` for a day's number. */
export function isoDay(day: number): string {
  return days[day] ?? toIso(day);
}

/** `2025-12` for a month's number. */
export function isoMonth(month: number): string {
  return toIso(dayOf(month)).slice(0, 7);
}

/** The number of the month that holds a day of the three years. */
export function monthOf(day: number): number {
  return monthByDay[day] ?? NaN;
}

const monthByDay: readonly number[] = days.map(
  (iso) => (Number(iso.slice(0, 4)) - FIRST_YEAR) * 12 + Number(iso.slice(5, 7)) - 1,
);

function toIso(day: number): string {
  return new Date(origin + day * DAY_MS).toISOString().slice(0, 10);
}
