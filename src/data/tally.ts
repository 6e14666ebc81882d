import {
  currencyIn,
  dateShape,
  isCompactDate,
  isMissing,
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

const readers = possibleMarks.map((marks) => {
  const base: NumberReading = { kind: 'number', integer: false, plain: false, percent: false, ...marks };
  return { any: toRegExp(numberPattern(base)), whole: toRegExp(numberPattern({ ...base, integer: true })) };
});

/** Counts of what the values of a text column look like; all decisions about its type are taken from them. */
export class ColumnTally {
  /** Values that are not empty, as text; and of these the ones that are no "missing" word. */
  filled = 0;
  present = 0;
  booleans = 0;
  compactDates = 0;
  /** Digits with an optional minus, no leading zero, at most 15: safe in any number type. */
  wholeNumbers = 0;
  plainPoint = 0;
  plainComma = 0;
  percents = 0;
  currencies = 0;
  currency: string | null = null;
  /** Digits that a number would damage: leading zeros, plus signs, more than 15. */
  codes = 0;
  /** Letters and digits in one word. */
  mixed = 0;
  floatIds = 0;
  /** Readable values and whole ones, for each of `possibleMarks`. */
  readonly numbers = possibleMarks.map(() => ({ readable: 0, whole: 0 }));
  readonly dates = new Map<string, { count: number; dayFirst: number; monthFirst: number }>();
  readonly samples: string[] = [];
  readonly #shapes = new Map<string, readonly { any: boolean; whole: boolean }[]>();

  /** Counts one value. */
  add(text: string): void {
    if (text === '') return;
    this.filled += 1;
    if (this.samples.length < 3 && !this.samples.includes(text)) this.samples.push(text);
    if (isMissing(text)) return;
    this.present += 1;
    const first = text.charCodeAt(0);
    const mayBeNumber = first < 65 || first > 122;
    if (mayBeNumber && this.#addPlain(text)) return;
    if (/^\s*(true|false)\s*$/i.test(text)) this.booleans += 1;
    else if (/\d/.test(text)) this.#addOther(text);
  }

  /** The common forms, without the general patterns; false when the text has none of them. */
  #addPlain(text: string): boolean {
    const found = /^-?(\d+)(?:([.,])(\d*))?$/.exec(text);
    if (!found) return false;
    const [, digits = '', mark, decimals = ''] = found;
    const zeros = digits.length > 1 && digits.startsWith('0');
    if (mark === undefined) {
      if (zeros || digits.length > 15) this.codes += 1;
      else this.wholeNumbers += 1;
      if (digits.length === 8 && isCompactDate(text)) this.compactDates += 1;
    } else {
      if (decimals === '0' && mark === '.') this.floatIds += 1;
      if (!zeros && mark === '.') this.plainPoint += 1;
      if (!zeros && mark === ',') this.plainComma += 1;
    }
    possibleMarks.forEach((marks, index) => {
      const grouped = marks.thousands === mark && decimals.length === 3 && digits.length <= 3;
      if (mark !== undefined && marks.decimal !== mark && !grouped) return;
      this.numbers[index]!.readable += 1;
      if (mark === undefined || grouped) this.numbers[index]!.whole += 1;
    });
    return true;
  }

  #addOther(text: string): void {
    const shape = dateShape(text);
    if (shape) {
      const entry = this.dates.get(shape.pattern) ?? { count: 0, dayFirst: 0, monthFirst: 0 };
      entry.count += 1;
      entry.dayFirst += Number(shape.dayFirst);
      entry.monthFirst += Number(shape.monthFirst);
      this.dates.set(shape.pattern, entry);
      return;
    }
    const isPercent = /%\s*$/.test(text);
    const value = isPercent ? text.replace(/\s*%\s*$/, '') : text;
    let isNumber = false;
    this.#shapeOf(value).forEach(({ any, whole }, index) => {
      isNumber ||= any;
      this.numbers[index]!.readable += Number(any);
      this.numbers[index]!.whole += Number(whole);
    });
    if (!isNumber) {
      if (/^[\w./-]*$/.test(text) && /[A-Za-z]/.test(text)) this.mixed += 1;
      return;
    }
    if (isPercent) this.percents += 1;
    if (/^\s*(\+|0\d+$)/.test(text) || /^\D*\d{16,}\D*$/.test(text)) this.codes += 1;
    const currency = currencyIn(text);
    if (currency) {
      this.currencies += 1;
      this.currency ??= currency;
    }
  }

  /** Which marks read the text: the same for all texts that differ only in their digits. */
  #shapeOf(text: string): readonly { any: boolean; whole: boolean }[] {
    const key = text.length < 40 ? text.replace(/\d/g, '0') : text;
    const known = this.#shapes.get(key);
    if (known) return known;
    const shape = readers.map(({ any, whole }) => ({ any: any.test(text), whole: whole.test(text) }));
    if (this.#shapes.size < 1000) this.#shapes.set(key, shape);
    return shape;
  }
}
