import { sql, type Sql } from '../../engine/sql.js';
import { withMonthNumber } from './month-names.js';

/** How the dates of a column are written. One decision per column. */
export interface DateReading {
  readonly kind: 'date';
  /** strptime patterns that occur, all with the same order of day and month; those with two-digit years come first. */
  readonly patterns: readonly string[];
  /** What plain numbers among the values count: days as Excel does, or seconds or milliseconds since 1970. */
  readonly numbers: DateNumbers;
  readonly hasTime: boolean;
  /** Nobody is born in the future: what two digits of the year would put there was a century earlier. */
  readonly isBirth: boolean;
  /** Some values have spaces, marks or decimals of a second that the engine does not read. */
  readonly isOdd: boolean;
}
export type DateNumbers = 'none' | 'excel' | 'seconds' | 'milliseconds';

/** A time zone, as RE2 and JavaScript read it. */
export const zone =
  'Z|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}(?::?\\d{2})?|CES?T|MES?Z|WES?T|BST|[ECMP][SD]T';
const time = `(?:( |T| [àa] |, | - | at )(\\d{1,2})(?:([:h.])(\\d{2})(?:([:.])(\\d{2})([.,]\\d{1,9})?)?|h)( ?[AP]M)?( ?(?:${zone}))?)?`;
const numeric = new RegExp(`^(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})${time}$`, 'i');
const dayThenName = new RegExp(`^(\\d{1,2})([-/. ]?)m(\\d\\d)([-/. ]?)(\\d{4}|\\d{2})${time}$`, 'i');
const nameThenDay = new RegExp(`^m(\\d\\d) (\\d{1,2})(,? )(\\d{4})${time}$`, 'i');

/** One value read as a date: its pattern with day first, and whether day first and month first are possible. */
export interface DateShape {
  readonly pattern: string;
  readonly dayFirst: boolean;
  readonly monthFirst: boolean;
  /** It has spaces, marks or decimals that the engine does not read. */
  readonly isOdd: boolean;
}

/**
 * Recognises ISO dates, day-month-year or month-day-year with `/`, `-` or `.`, and French or English names of months, with
 * or without time. In the patterns a month's name stands as `withMonthNumber` writes it.
 */
export function dateShape(value: string): DateShape | null {
  if (value.length > 80 || !/\d/.test(value)) return null;
  const text = plainDate(value);
  const shape = text.length > 60 ? null : (numericShape(text) ?? namedShape(text));
  return shape && { ...shape, isOdd: text !== value.trim() };
}

/** Marks of the direction of writing and of joined files: nobody sees them. Spaces of every width. */
const invisible = '\u200e\u200f\u200b\ufeff';
const spaces = '\u00a0\u202f\u2009';

function plainDate(value: string): string {
  const shown = /[^\x20-\x7e]/.test(value)
    ? value.replace(new RegExp(`[${invisible}]`, 'g'), '').replace(new RegExp(`[${spaces}]`, 'g'), ' ')
    : value;
  return shown.replace(/([.,]\d{6})\d+/, '$1').trim();
}

/** The same in SQL. */
export function plainDateSql(text: Sql): Sql {
  const shown = sql`translate(${text}, ${spaces + invisible}, '   ')`;
  return sql`trim(regexp_replace(${shown}, '([.,][0-9]{6})[0-9]+', '\\1'))`;
}

type PlainShape = Omit<DateShape, 'isOdd'>;

function numericShape(text: string): PlainShape | null {
  const found = numeric.exec(text);
  if (!found) return null;
  const [, first = '', mark = '', second = '', third = ''] = found;
  const clock = timePattern(found, 5);
  if (clock === null) return null;
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4) {
    if (third.length > 2 || !isDay(a, b, c)) return null;
    return { pattern: `%Y${mark}%m${mark}%d${clock}`, dayFirst: true, monthFirst: true };
  }
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return null;
  const year = fullYear(third);
  const dayFirst = isDay(year, b, a);
  const monthFirst = isDay(year, a, b);
  if (!dayFirst && !monthFirst) return null;
  return { pattern: `%d${mark}%m${mark}${yearPattern(third)}${clock}`, dayFirst, monthFirst };
}

function namedShape(text: string): PlainShape | null {
  const numbered = withMonthNumber(text);
  if (numbered === null) return null;
  const shape = (pattern: string, year: string, month: string, day: string): PlainShape | null =>
    isDay(fullYear(year), Number(month), Number(day)) ? { pattern, dayFirst: true, monthFirst: true } : null;
  const dayFirst = dayThenName.exec(numbered);
  if (dayFirst) {
    const [, day = '', before = '', month = '', after = '', year = ''] = dayFirst;
    const clock = timePattern(dayFirst, 6);
    return clock === null
      ? null
      : shape(`%d${before}m%m${after}${yearPattern(year)}${clock}`, year, month, day);
  }
  const nameFirst = nameThenDay.exec(numbered);
  if (!nameFirst) return null;
  const [, month = '', day = '', gap = '', year = ''] = nameFirst;
  const clock = timePattern(nameFirst, 5);
  return clock === null ? null : shape(`m%m %d${gap}%Y${clock}`, year, month, day);
}

/** The pattern of the time in a match whose groups begin at `at`: empty without one, null when it is none. */
function timePattern(found: RegExpExecArray, at: number): string | null {
  const [gap, hour = '', mark = 'h', minutes, between = '', seconds, fraction, half, offset] = found.slice(
    at,
  ) as (string | undefined)[];
  if (gap === undefined) return '';
  if (Number(hour) > (half ? 12 : 23) || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null;
  if (between === '.' && mark !== '.') return null;
  return (
    `${gap === 't' ? 'T' : gap}${half ? '%I' : '%H'}${mark}${minutes ? '%M' : ''}${seconds ? `${between}%S` : ''}` +
    `${fraction ? `${fraction.charAt(0)}%f` : ''}${half ? half.replace(/[AP]M/i, '%p') : ''}${offset ? '%z' : ''}`
  );
}

/** True when the pattern expects the month as `withMonthNumber` writes it. */
export function hasMonthName(pattern: string): boolean {
  return pattern.includes('m%m');
}

/** The part of a pattern that says how the day is written, without the time. */
export function dayPattern(pattern: string): string {
  return pattern.replace(/(?: |T| [àa] |, | - | at )%[HI].*$/, '');
}

function yearPattern(year: string): string {
  return year.length === 4 ? '%Y' : '%y';
}

/** The year of two or four digits; two count as POSIX has it: 69–99 are 1969–1999. */
export function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number < 69 ? 2000 + number : 1900 + number;
}

/** `20240131`, for columns whose header says that they hold dates. */
export function isCompactDate(text: string): boolean {
  const found = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text.trim());
  return found !== null && isDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** `31012024`, for columns whose header says that they hold dates. */
export function isCompactDayFirst(text: string): boolean {
  const found = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(text.trim());
  return found !== null && isDay(Number(found[3]), Number(found[2]), Number(found[1]));
}

/** `20240131082600`, for columns whose header says that they hold dates. */
export function isCompactTime(text: string): boolean {
  const found = /^(\d{8})(\d\d)(\d\d)(\d\d)$/.exec(text.trim());
  if (!found || !isCompactDate(found[1] ?? '')) return false;
  return Number(found[2]) < 24 && Number(found[3]) < 60 && Number(found[4]) < 60;
}

/** The pattern with month before day. */
export function monthFirst(pattern: string): string {
  return pattern.replace(/%d(.)%m/, '%m$1%d');
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
