import { dateShape, type DateReading } from './dates.js';

/** How a text column is read. The same description makes the SQL that loads it and the check in TypeScript. */
export type Reading = TextReading | NumberReading | DateReading | { readonly kind: 'boolean' };

interface TextReading {
  readonly kind: 'text';
  /** Keys: outer spaces go; `17850.0` loses the `.0` when all values have it. */
  readonly key: boolean;
  readonly dropDecimals: boolean;
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
];

const missing = new Set(missingWords);

/** True for an empty value in a number or date column. */
export function isMissing(text: string): boolean {
  return text === '' || (text.length < 12 && missing.has(text.trim().toLowerCase()));
}

const anySpace = ' \\x{a0}\\x{202f}\\x{2009}';
const currencyText = '[€$£¥]|EUR|USD|GBP|CHF|CAD|euros?';

/** Currency signs and codes that are recognised in values and headers, with their ISO 4217 code. */
const currencyCodes: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  EUR: 'EUR',
  USD: 'USD',
  GBP: 'GBP',
  CHF: 'CHF',
  CAD: 'CAD',
  EURO: 'EUR',
  EUROS: 'EUR',
};

/** ISO 4217 code of the first currency sign or code in the text, null when there is none. */
export function currencyIn(text: string): string | null {
  const found = /[€$£¥]|\b(?:EUR|USD|GBP|CHF|CAD|euros?)\b/i.exec(text);
  return found ? (currencyCodes[found[0].toUpperCase()] ?? null) : null;
}

/** No number is written with more letters: of a longer text no pattern is tried, which might take minutes. */
export const longestNumber = 100;

/**
 * The pattern of a number as RE2 (DuckDB) writes it: sign before or after, parentheses for minus, currency on either
 * side, thousands in groups of three. Spaces are written `\x{…}`; `toRegExp` turns them into JavaScript's form.
 */
export function numberPattern(reading: NumberReading): string {
  const mark = { ' ': `[${anySpace}]`, "'": "['’]", '.': '\\.', ',': ',', '': '' }[reading.thousands] ?? '';
  const whole = mark === '' ? '[0-9]+' : `(?:[0-9]{1,3}(?:${mark}[0-9]{3})+|[0-9]+)`;
  const decimal = reading.decimal === '.' ? '\\.' : ',';
  const digits = reading.integer ? whole : `(?:${whole}(?:${decimal}[0-9]*)?|${decimal}[0-9]+)`;
  const space = `[${anySpace}]*`;
  const sign = `[-+−–]?${space}`;
  const currency = `(?:${currencyText})?${space}`;
  const before = reading.percent ? sign : `(?:${sign}${currency}|${currency}${sign})`;
  const unit = reading.percent ? '%' : `(?:${currencyText})?`;
  const scientific = reading.integer ? '' : `|${space}[-+]?[0-9]+(?:${decimal}[0-9]+)?e[-+]?[0-9]+${space}`;
  return `(?i)${space}(?:\\(${space}${before}${digits}${space}${unit}${space}\\)|${before}${digits}${space}${unit}${space}-?)${space}${scientific}`;
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
