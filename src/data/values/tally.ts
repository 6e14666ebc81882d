import { dateShape, isCompactDate, isCompactDayFirst, isCompactTime, type DateShape } from './dates.js';
import { currencyIn } from './currencies.js';
import {
  isMissing,
  isTruth,
  longestNumber,
  markedText,
  nullWords,
  numberPattern,
  toRegExp,
  type NumberReading,
} from './values.js';

/** A pair of decimal and thousands marks under which a column's numbers may make sense. */
export interface Marks {
  readonly decimal: '.' | ',';
  readonly thousands: string;
}

/** In order of preference when several read the same values. */
export const possibleMarks: readonly Marks[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: "'" },
];

/** Whether a text is a number, and a whole one, under a pair of marks. */
interface Marked {
  readonly readable: boolean;
  readonly whole: boolean;
}

const isMarkedText = toRegExp(markedText);
const databaseNulls = new Set(nullWords);
const readers = possibleMarks.map((marks) => {
  const base: NumberReading = {
    kind: 'number',
    integer: false,
    plain: false,
    percent: false,
    hasDashes: false,
    ...marks,
  };
  return {
    readable: toRegExp(numberPattern(base)),
    whole: toRegExp(numberPattern({ ...base, integer: true })),
  };
});

/** Counts of what the values of a text column look like; all decisions about its type are taken from them. */
export class ColumnTally {
  /** Values that are not empty, as text; and of these the ones that are no "missing" word. */
  filled = 0;
  present = 0;
  /** Words of databases for "no value". */
  nulls = 0;
  booleans = 0;
  /** Days in eight digits: the year first, the day first. */
  compactDates = 0;
  compactDayFirst = 0;
  compactTimes = 0;
  /** Numbers that may count days as Excel does (1954–2064), the ones with a time; seconds and milliseconds since 1970. */
  excelDays = 0;
  excelTimes = 0;
  unixSeconds = 0;
  unixMilliseconds = 0;
  /** Digits with an optional minus, no leading zero, at most 15: safe in any number type. */
  wholeNumbers = 0;
  plainPoint = 0;
  plainComma = 0;
  percents = 0;
  /** Bare zeros, which need no percent sign. */
  zeros = 0;
  /** `5.–` */
  dashes = 0;
  currencies = 0;
  /** `12E5`: a number or a code, as the others say. */
  exponents = 0;
  /** A minus that is no hyphen right before the number: parentheses, behind it, a dash, a blank in between. */
  negativeForms = 0;
  /** Amounts by the currency beside them. */
  readonly #currencies = new Map<string, number>();
  /** Digits that a number would damage: leading zeros, plus signs, more than 15. */
  codes = 0;
  /** Letters and digits in one word. */
  mixed = 0;
  floatIds = 0;
  /** `'01000` and `="01000"`: a spreadsheet was told that they are texts. */
  markedTexts = 0;
  readonly dates = new Map<string, { count: number; dayFirst: number; monthFirst: number; odd: number }>();
  readonly samples: string[] = [];
  /** Digits only; digits with one mark; of these the ones that a thousands mark would explain. */
  #digits = 0;
  #points = 0;
  #commas = 0;
  #groupedPoints = 0;
  #groupedCommas = 0;
  /** Numbers of other forms, for each of `possibleMarks`. */
  readonly #decorated = possibleMarks.map(() => ({ readable: 0, whole: 0 }));
  readonly #dateShapes = new Map<string, DateShape | null>();
  readonly #shapes = new Map<string, readonly Marked[]>();

  /** Counts one value. */
  add(text: string): void {
    if (text === '') return;
    this.filled += 1;
    if (this.samples.length < 3 && !this.samples.includes(text)) this.samples.push(text);
    if (isMissing(text)) {
      if (databaseNulls.has(text)) this.nulls += 1;
      return;
    }
    this.present += 1;
    const first = text.charCodeAt(0);
    if (text.length > longestNumber && text.trim().length > longestNumber) return;
    if ((first === 0x27 || first === 0x3d) && isMarkedText.test(text)) this.markedTexts += 1;
    const mayBeNumber = first < 65 || first > 122;
    if (mayBeNumber && this.#addPlain(text)) return;
    if (isTruth(text)) this.booleans += 1;
    else if (/\d/.test(text)) this.#addOther(text);
  }

  /** ISO 4217 codes of the currencies beside amounts, the most frequent one first. */
  get currencyCodes(): string[] {
    return [...this.#currencies].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  }

  /** Amounts in another currency than most. */
  get inOtherCurrencies(): number {
    return this.currencies - Math.max(0, ...this.#currencies.values());
  }

  /** Readable values and whole ones under one of `possibleMarks`. */
  underMarks(index: number): { readonly readable: number; readonly whole: number } {
    const marks = possibleMarks[index]!;
    const { readable, whole } = this.#decorated[index]!;
    const plain = this.#digits + (marks.decimal === '.' ? this.#points : this.#commas);
    const grouped =
      marks.thousands === ',' ? this.#groupedCommas : marks.thousands === '.' ? this.#groupedPoints : 0;
    return { readable: readable + plain + grouped, whole: whole + this.#digits + grouped };
  }

  /** The common forms, letter by letter because there are millions; false when the text has none of them. */
  #addPlain(text: string): boolean {
    const start = text.charCodeAt(0) === 0x2d ? 1 : 0;
    const mark = endOfDigits(text, start);
    if (mark === start) return false;
    const isZero = text.charCodeAt(start) === 0x30;
    const zeros = mark - start > 1 && isZero;
    if (isZero && /^0(?:[.,]0+)?$/.test(text)) this.zeros += 1;
    if (mark === text.length) {
      this.#digits += 1;
      if (zeros || mark - start > 15) this.codes += 1;
      else this.wholeNumbers += 1;
      if (mark === 5 && isExcelDay(text)) this.excelDays += 1;
      else if (mark === 8) this.#addCompactDate(text);
      else if (mark === 10 && text.startsWith('1')) this.unixSeconds += 1;
      else if (mark === 14 && isCompactTime(text)) this.compactTimes += 1;
      else if (mark === 13 && text.startsWith('1')) this.unixMilliseconds += 1;
      return true;
    }
    const isPoint = text.charCodeAt(mark) === 0x2e;
    if ((!isPoint && text.charCodeAt(mark) !== 0x2c) || endOfDigits(text, mark + 1) < text.length)
      return false;
    if (mark === 5 && isExcelDay(text)) this.excelTimes += 1;
    else if (mark === 10 && text.startsWith('1')) this.unixSeconds += 1;
    const isGrouped = text.length - mark === 4 && mark - start <= 3;
    if (isPoint) {
      this.#points += 1;
      this.#groupedPoints += Number(isGrouped);
      this.plainPoint += Number(!zeros);
      this.floatIds += Number(text.endsWith('.0'));
    } else {
      this.#commas += 1;
      this.#groupedCommas += Number(isGrouped);
      this.plainComma += Number(!zeros);
    }
    return true;
  }

  #addCompactDate(text: string): void {
    if (isCompactDate(text)) this.compactDates += 1;
    else if (isCompactDayFirst(text)) this.compactDayFirst += 1;
  }

  #addOther(text: string): void {
    const shape = this.#dateShapeOf(text);
    if (shape) {
      const entry = this.dates.get(shape.pattern) ?? { count: 0, dayFirst: 0, monthFirst: 0, odd: 0 };
      entry.count += 1;
      entry.dayFirst += Number(shape.dayFirst);
      entry.monthFirst += Number(shape.monthFirst);
      entry.odd += Number(shape.isOdd);
      this.dates.set(shape.pattern, entry);
      return;
    }
    if (text.length > longestNumber) return;
    const isPercent = /%\s*\)?\s*$/.test(text);
    const value = isPercent ? text.replace(/\s*%\s*(\)?\s*)$/, '$1') : text;
    let isNumber = false;
    this.#shapeOf(value).forEach(({ readable, whole }, index) => {
      isNumber ||= readable;
      this.#decorated[index]!.readable += Number(readable);
      this.#decorated[index]!.whole += Number(whole);
    });
    if (!isNumber) {
      if (/^[\w./-]*$/.test(text) && /[A-Za-z]/.test(text)) this.mixed += 1;
      return;
    }
    if (isPercent) this.percents += 1;
    if (/^\s*(\+[\d\s]+$|0\d+$)/.test(text) || /^\D*\d{16,}\D*$/.test(text)) this.codes += 1;
    if (/^\s*\d+e\d+\s*$/i.test(text)) this.exponents += 1;
    const bare = text.replace(/[.,][-–—]+/, '');
    if (bare !== text) this.dashes += 1;
    if (/^\D*[(−–‐‑]|^\D*-\s|\d\D*-\s*$/.test(bare)) this.negativeForms += 1;
    const currency = currencyIn(text);
    if (currency) {
      this.currencies += 1;
      this.#currencies.set(currency, (this.#currencies.get(currency) ?? 0) + 1);
    }
  }

  /** Which marks read the text: the same for all texts that differ only in their digits. */
  #shapeOf(text: string): readonly Marked[] {
    const key = text.length < 40 ? text.replace(/\d/g, '0') : text;
    const known = this.#shapes.get(key);
    if (known) return known;
    const shape = readers.map(({ readable, whole }) => ({
      readable: readable.test(text),
      whole: whole.test(text),
    }));
    if (this.#shapes.size < 1000) this.#shapes.set(key, shape);
    return shape;
  }

  /** Days repeat from line to line. */
  #dateShapeOf(text: string): DateShape | null {
    const known = this.#dateShapes.get(text);
    if (known !== undefined) return known;
    const shape = dateShape(text);
    if (this.#dateShapes.size < 5000) this.#dateShapes.set(text, shape);
    return shape;
  }
}

/** Day numbers of 1954 to 2064. */
function isExcelDay(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x32 && first <= 0x35;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) break;
    at += 1;
  }
  return at;
}
