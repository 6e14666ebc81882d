/** Which number of `05/03/2024` is the day. */
export type DateOrder = 'day-first' | 'month-first';

const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$| )(.*)$/;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[ T])/;

/** Looks at the dates of columns: whether they are written in several ways, and in which order day and month stand. */
export class DateEvidence {
  readonly #seen = new Map<string, { iso: number; days: number; months: number; undecided: number }>();

  add(column: string, value: string): void {
    const isIso = iso.test(value);
    const found = isIso ? null : numeric.exec(value);
    if (!isIso && !found) return;
    const seen = this.#seen.get(column) ?? { iso: 0, days: 0, months: 0, undecided: 0 };
    this.#seen.set(column, seen);
    if (!found) seen.iso += 1;
    else if (Number(found[1]) > 12) seen.days += 1;
    else if (Number(found[3]) > 12) seen.months += 1;
    else seen.undecided += 1;
  }

  /** Columns whose dates are written with the year first and last, and where the order of day and month is beyond doubt. */
  mixed(): ReadonlyMap<string, DateOrder> {
    const orders = new Map<string, DateOrder>();
    for (const [column, { iso, days, months }] of this.#seen) {
      if (iso > 0 && days > 0 !== months > 0) orders.set(column, days > 0 ? 'day-first' : 'month-first');
    }
    return orders;
  }
}

/** A date with the year last as the others of its column are written: year first. Anything else stays as it is. */
export function yearFirst(text: string, order: DateOrder): string {
  const found = numeric.exec(text);
  if (!found) return text;
  const [, first = '', , second = '', year = '', time = ''] = found;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  // Two digits are of this century up to 68, as everywhere in the import.
  const whole = year.length === 4 ? year : `${Number(year) < 69 ? 20 : 19}${year}`;
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`;
}
