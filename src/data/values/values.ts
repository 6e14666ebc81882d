import { currencyPattern } from './currencies.js';
import { dateShape, type DateReading } from './dates.js';

/** How a text column is read. The same description makes the SQL that loads it and the check in TypeScript. */
export type Reading = TextReading | NumberReading | DateReading | { readonly kind: 'boolean' };

export interface TextReading {
  readonly kind: 'text';
  /** Keys: outer spaces go; `17850.0` loses the `.0` when all values have it. */
  readonly key: boolean;
  readonly dropDecimals: boolean;
  /** Words that only a database writes for "nothing" are empty values. */
  readonly hasNulls: boolean;
  /** All values begin with the mark by which a spreadsheet knows texts; it goes. */
  readonly hasMarks: boolean;
}

export interface NumberReading {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly decimal: '.' | ',';
  /** '' when values have no thousands mark; ' ' stands for every kind of space. */
  readonly thousands: string;
  /** Nothing but digits, a minus and the decimal mark: read with the engine's own cast, which is fast. */
  readonly plain: boolean;
  readonly percent: boolean;
  /** A dash stands where the cents would be, as in `5.–`. */
  readonly hasDashes: boolean;
}

/** Texts that mean "no value" in number and date columns. */
export const missingWords = [
  '',
  '-',
  '--',
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  'nan',
  'null',
  'none',
  'nd',
  'nc',
  'n.c.',
  'n.d.',
  's.o.',
  '#ref!',
  '#value!',
  '#valeur!',
  '#div/0!',
  '#name?',
  '#nom?',
  '#num!',
  '#nombre!',
  '#null!',
  '#nul!',
  '#n/d',
  '\\n',
  '(null)',
  '<null>',
  '[null]',
  '<na>',
  '(vide)',
  '(blank)',
];

const missing = new Set(missingWords);

/** Words that mean "no value" in a column of texts too: databases write them, and nobody is called so. */
export const nullWords = ['\\N', 'NULL', '(null)', '(NULL)', '<null>', '<NULL>', '[NULL]', '<NA>'];

/** `'01000` and `="01000"`: the marks by which a spreadsheet was told that they are texts, and the texts, as `numberPattern`. */
export const markedText = `'([0-9+][^']*)|="([^"]*)"`;

/** A dash with the currency of its column, as the accounting format of spreadsheets writes nothing. */
export const pricedDash =
  '[ \\x{a0}\\x{202f}]*[€$£]?[ \\x{a0}\\x{202f}]*-+[ \\x{a0}\\x{202f}]*[€$£]?[ \\x{a0}\\x{202f}]*';
const isPricedDash = toRegExp(pricedDash);

/** True for an empty value in a number or date column. */
export function isMissing(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  if (text.length > 11 || (first >= 0x30 && first <= 0x39)) return false;
  return missing.has(text.trim().toLowerCase()) || (text.includes('-') && isPricedDash.test(text));
}

const anySpace = ' \\x{a0}\\x{202f}\\x{2007}\\x{2009}';

/** No number is written with more letters: of a longer text no pattern is tried, which might take minutes. */
export const longestNumber = 100;

/**
 * The pattern of a number as RE2 (DuckDB) writes it: sign before or after, parentheses for minus, currency on either
 * side, thousands in groups of three. Spaces are written `\x{…}`; `toRegExp` turns them into JavaScript's form.
 */
export function numberPattern(reading: NumberReading): string {
  const whole = wholeNumber(reading);
  const decimal = reading.decimal === '.' ? '\\.' : ',';
  const dashes = `(?:${decimal}[-–—]{1,2})?`;
  const digits = reading.integer
    ? `${whole}${dashes}`
    : `(?:${whole}(?:${decimal}[0-9]*)?|${whole}${dashes}|${decimal}[0-9]+)`;
  const space = `[${anySpace}]*`;
  const sign = `[-+−–‐‑]?${space}`;
  const scientific = reading.integer ? '' : `|${space}[-+]?[0-9]+(?:${decimal}[0-9]+)?e[-+]?[0-9]+${space}`;
  if (reading.percent) {
    const share = `${sign}${digits}${space}%${space}`;
    return `(?i)${space}(?:\\(${space}${share}\\)|${share})${space}|${space}0(?:${decimal}0+)?${space}`;
  }
  const currency = `(?:${currencyPattern})?`;
  const before = `(?:${sign}${currency}${space}|${currency}${space}${sign})`;
  const amount = `${before}${digits}${space}${currency}${space}`;
  return `(?i)${space}(?:${currency}${space}\\(${space}${amount}\\)${space}${currency}|${amount}-?)${space}${scientific}`;
}

/** The form that nearly all numbers of a column have. */
export interface UsualNumbers {
  /** All that it matches `numberPattern` matches too; it is told much faster. */
  readonly pattern: string;
  /** What stands among and behind the digits of a match: the decimal mark first, the others mean nothing. */
  readonly marks: string;
}

/** Null for percentages, of which each is divided. Every mark takes time: here are those of French files. */
export function usualNumbers(reading: NumberReading): UsualNumbers | null {
  const { decimal, thousands } = reading;
  if (reading.percent) return null;
  const decimals = reading.integer ? '' : `(?:${decimal === '.' ? '\\.' : ','}[0-9]+)?`;
  const grouping = thousands === ' ' ? '\u2007\u2009' : thousands === "'" ? "'’´" : thousands;
  return {
    pattern: `-?${wholeNumber(reading)}${decimals}(?:[ \\x{a0}\\x{202f}]?€)?`,
    marks: `${decimal}${grouping} \u00a0\u202f€`,
  };
}

/** Digits with the marks of thousands. */
function wholeNumber({ thousands }: NumberReading): string {
  const mark = { ' ': `[${anySpace}]`, "'": "['’´]", '.': '\\.', ',': ',', '': '' }[thousands] ?? '';
  return mark === '' ? '[0-9]+' : `(?:[0-9]{1,3}(?:${mark}[0-9]{3})+|[0-9]+)`;
}

/** The same pattern for JavaScript, matching the whole text. */
export function toRegExp(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern.replace('(?i)', '').replace(/\\x\{(\w+)\}/g, '\\u{$1}')})$`, 'iu');
}

/** A number or a date rather than a name; whole numbers count only when asked for. */
export function isDataValue(text: string, wholeNumbers: boolean): boolean {
  const value = text.trim();
  if (value.length > longestNumber) return false;
  if (/^[-+]?\d+$/.test(value)) return wholeNumbers;
  return dateShape(value) !== null || /^[-+]?\d*[.,]\d+$/.test(value) || /^\S+@\S+\.\w+$/.test(value);
}

/** The words of yes/no columns, in small letters. */
export const trueWords = ['true', 'vrai'];
export const falseWords = ['false', 'faux'];
const truth = new Set([...trueWords, ...falseWords]);

/** True for a value of a yes/no column. */
export function isTruth(text: string): boolean {
  return text.length < 10 && truth.has(text.trim().toLowerCase());
}
