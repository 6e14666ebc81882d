import type { ColumnType } from '../../core/tables.js';
import { dateShape, isCompactDate } from '../values/dates.js';
import { withMonthNumber } from '../values/month-names.js';
import { isMissing } from '../values/values.js';

/** A column as the guess sees it: header, type, and values of the same sampled rows for all columns. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly string[];
}

/** Share of values that must be numbers or dates for a column to be looked at as such. */
const enough = 0.9;
const millisecondsPerDay = 86_400_000;

/** What can be measured of a column's sampled values. Everything is computed when it is first asked for. */
export class ValueProfile {
  readonly type: ColumnType;
  readonly rows: number;
  /** Rows with a value, and how many different ones there are. */
  readonly filled: number;
  /** Position of each row's value in `distinct`; -1 where there is none. */
  readonly codes: Int32Array;
  readonly distinct: readonly string[];
  readonly counts: readonly number[];
  #numbers: Float64Array | null | undefined;
  #days: Float64Array | null | undefined;

  constructor({ type, values }: ColumnProfile) {
    this.type = type;
    this.rows = values.length;
    this.codes = new Int32Array(values.length);
    const positions = new Map<string, number>();
    const distinct: string[] = [];
    const counts: number[] = [];
    let filled = 0;
    values.forEach((value, row) => {
      const text = value.trim();
      if (isMissing(text)) {
        this.codes[row] = -1;
        return;
      }
      filled += 1;
      let position = positions.get(text);
      if (position === undefined) {
        position = distinct.length;
        positions.set(text, position);
        distinct.push(text);
        counts.push(0);
      }
      counts[position]! += 1;
      this.codes[row] = position;
    });
    this.filled = filled;
    this.distinct = distinct;
    this.counts = counts;
  }

  /** Share of the filled rows whose value passes; 0 when there are none. */
  share(test: (value: string) => boolean): number {
    let passed = 0;
    this.distinct.forEach((value, position) => {
      if (test(value)) passed += this.counts[position]!;
    });
    return this.filled === 0 ? 0 : passed / this.filled;
  }

  /** Share of the different values that pass. */
  shareOfDistinct(test: (value: string) => boolean): number {
    return this.distinct.length === 0 ? 0 : this.distinct.filter(test).length / this.distinct.length;
  }

  /** 1 when no value occurs twice. */
  get uniqueness(): number {
    return this.filled === 0 ? 0 : this.distinct.length / this.filled;
  }

  /** The rows as numbers (NaN where there is none), null when the column holds something else. */
  get numbers(): Float64Array | null {
    if (this.#numbers === undefined) {
      this.#numbers =
        !this.#isDated && this.#startsLike(/^\D{0,4}\d[\d\s.,'’]*\D{0,5}$/)
          ? this.#perRow(numbersOf(this))
          : null;
    }
    return this.#numbers;
  }

  /** The rows as days since 1970, null when the column holds something else. */
  get days(): Float64Array | null {
    if (this.#days === undefined)
      this.#days =
        this.#isDated || this.#startsLike(/^\s*(?:\d{1,4}[-/.]\d|\d{8}\s*$)/)
          ? this.#perRow(daysOf(this.distinct, this.#isDated))
          : null;
    return this.#days;
  }

  get #isDated(): boolean {
    return this.type === 'date' || this.type === 'timestamp';
  }

  /** Whether the first values look like it: most columns are ruled out by them. */
  #startsLike(pattern: RegExp): boolean {
    const first = this.distinct.slice(0, 30);
    return first.filter((value) => pattern.test(value)).length >= first.length / 2;
  }

  #perRow(values: readonly number[]): Float64Array | null {
    let readable = 0;
    values.forEach((value, position) => {
      if (!Number.isNaN(value)) readable += this.counts[position]!;
    });
    if (this.filled === 0 || readable < this.filled * enough) return null;
    return Float64Array.from(this.codes, (code) => (code < 0 ? NaN : values[code]!));
  }
}

/** A word without accents, spaces and signs, as the lists of words have it. */
export function plainWord(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** The numbers of a column under the decimal mark that its values show; the exact reading is settled elsewhere. */
function numbersOf({ distinct, type }: ValueProfile): number[] {
  const bare = distinct.map((value) =>
    value.replace(/[€$£¥%\s]|EUR|USD|GBP|CHF/gi, '').replace(/^\((.+)\)$/, '-$1'),
  );
  const hasDecimalComma = bare.some((value) => /^[-+]?[\d.]+,(\d{1,2}|\d{4,})$/.test(value));
  const hasDecimalPoint = bare.some((value) => /^[-+]?[\d,]*\.(\d{1,2}|\d{4,})$/.test(value));
  const comma =
    hasDecimalComma || (!hasDecimalPoint && type === 'number' && bare.some((v) => v.includes(',')));
  return bare.map((value) => {
    if (!/^[-+−]?[\d.,'’]*\d[\d.,'’]*-?$/.test(value)) return NaN;
    const plain = value.replace(/['’]/g, '').replace('−', '-');
    const marked = comma ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
    return Number(marked.endsWith('-') ? `-${marked.slice(0, -1)}` : marked);
  });
}

/** The days of a column's dates, month first only where the values allow nothing else. */
function daysOf(distinct: readonly string[], mayCount: boolean): number[] {
  const shapes = distinct.map((value) => dateShape(value));
  const monthFirst = shapes.some((shape) => shape && !shape.dayFirst);
  return distinct.map((value, index) => {
    if (isCompactDate(value)) return dayOf(+value.slice(0, 4), +value.slice(4, 6), +value.slice(6, 8));
    const shape = shapes[index];
    if (!shape) return mayCount ? countedDay(value) : NaN;
    const [a = 0, b = 0, c = 0] = ((withMonthNumber(value) ?? value).match(/\d+/g) ?? []).map(Number);
    if (shape.pattern.startsWith('%Y')) return dayOf(a, b, c);
    if (shape.pattern.startsWith('m%m')) return dayOf(c, a, b);
    const year = c >= 100 ? c : c < 69 ? 2000 + c : 1900 + c;
    return monthFirst && shape.monthFirst ? dayOf(year, a, b) : dayOf(year, b, a);
  });
}

/** Days that a plain number counts as Excel or Unix do; only asked of columns that are read as dates. */
function countedDay(value: string): number {
  const number = Number(value.replace(',', '.'));
  if (/^[2-5]\d{4}([.,]\d+)?$/.test(value)) return Math.floor(number) - 25_569;
  if (/^1\d{9}$/.test(value)) return Math.floor(number / 86_400);
  return /^1\d{12}$/.test(value) ? Math.floor(number / millisecondsPerDay) : NaN;
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}
