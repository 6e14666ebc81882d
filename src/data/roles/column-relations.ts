import type { ValueProfile } from './value-profile.js';

/** Rows that a dependency must be seen in to count. */
const fewestRepeats = 8;
/** Rows that sums and products are tried on. */
const triedRows = 240;
/** Number columns that are tried with each other; the first of a file are its usual ones. */
const mostNumbers = 14;
const enough = 0.95;

/** `amount` ≈ `quantity` × `price` × (1 − `discount`): positions of the columns; the discount is null where there is none. */
export interface ProductRule {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly discount: number | null;
}

/** `total` ≈ `net` + `tax` (+ another column): positions of the columns. */
export interface SumRule {
  readonly total: number;
  readonly net: number;
  readonly tax: number;
}

interface Numbers {
  readonly index: number;
  readonly values: Float64Array;
}

/** What the columns of a sample say about each other. */
export class ColumnRelations {
  readonly #profiles: readonly ValueProfile[];
  readonly #known = new Map<number, number | null>();
  #products: readonly ProductRule[] | undefined;
  #sums: readonly SumRule[] | undefined;

  constructor(profiles: readonly ValueProfile[]) {
    this.#profiles = profiles;
  }

  /**
   * How well a value of one column settles that of another: the share of the rows in which a value comes back and brings
   * the same other value. Null when too few come back.
   */
  dependency(from: number, to: number): number | null {
    const key = from * 10_000 + to;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const a = this.#profiles[from]!;
    const b = this.#profiles[to]!;
    const first = new Int32Array(a.distinct.length).fill(-1);
    let repeats = 0;
    let same = 0;
    a.codes.forEach((code, row) => {
      const other = b.codes[row]!;
      if (code < 0 || other < 0) return;
      if (first[code] === -1) {
        first[code] = other;
        return;
      }
      repeats += 1;
      if (first[code] === other) same += 1;
    });
    const found = repeats < fewestRepeats ? null : same / repeats;
    this.#known.set(key, found);
    return found;
  }

  /** All triples of number columns of which one is the product of the others, over at least 95 % of the rows. */
  get products(): readonly ProductRule[] {
    this.#products ??= this.#findProducts();
    return this.#products;
  }

  /** All sums that look like a total with its tax: the tax is one of a few shares of the rest. */
  get sums(): readonly SumRule[] {
    this.#sums ??= this.#findSums();
    return this.#sums;
  }

  #numberColumns(): Numbers[] {
    return this.#profiles
      .flatMap((profile, index) =>
        profile.numbers && profile.distinct.length > 1
          ? [{ index, values: profile.numbers.slice(0, triedRows) }]
          : [],
      )
      .slice(0, mostNumbers);
  }

  #findProducts(): ProductRule[] {
    const columns = this.#numberColumns();
    const found: ProductRule[] = [];
    columns.forEach((x, i) => {
      columns.slice(i + 1).forEach((y) => {
        for (const z of columns) {
          if (z === x || z === y) continue;
          const plain = holds(x.values, y.values, z.values, null);
          if (plain < 0.25) continue;
          const discount = plain >= enough ? null : this.#discountOf(x, y, z, columns, plain);
          if (discount === undefined) continue;
          const [quantity, price] = isCount(x.values, y.values) ? [x, y] : [y, x];
          found.push({
            quantity: quantity.index,
            price: price.index,
            amount: z.index,
            discount: discount?.index ?? null,
          });
        }
      });
    });
    return found;
  }

  /** The column that explains the rest of the rows; null where they are reduced without one saying so. */
  #discountOf(
    x: Numbers,
    y: Numbers,
    z: Numbers,
    columns: readonly Numbers[],
    plain: number,
  ): Numbers | null | undefined {
    const found = columns.find(
      (d) => d !== x && d !== y && d !== z && holds(x.values, y.values, z.values, d.values) >= enough,
    );
    return found ?? (plain >= 0.5 && isAtMost(x.values, y.values, z.values) ? null : undefined);
  }

  #findSums(): SumRule[] {
    const columns = this.#numberColumns();
    const found: SumRule[] = [];
    for (const net of columns) {
      for (const tax of columns) {
        if (tax === net || !isTaxOf(tax.values, net.values)) continue;
        const rest = columns.filter((other) => other !== net && other !== tax);
        for (const total of rest) {
          const others = [null, ...rest.filter((other) => other !== total)];
          if (others.some((other) => addsUp(total.values, net.values, tax.values, other?.values ?? null)))
            found.push({ total: total.index, net: net.index, tax: tax.index });
        }
      }
    }
    return found;
  }
}

/** Share of the telling rows in which x × y, less the discount, is z; 0 when too few rows tell anything. */
function holds(x: Float64Array, y: Float64Array, z: Float64Array, discount: Float64Array | null): number {
  let rows = 0;
  let telling = 0;
  let right = 0;
  for (let row = 0; row < x.length; row += 1) {
    const a = x[row]!;
    const b = y[row]!;
    const c = z[row]!;
    if (Number.isNaN(a + b + c)) continue;
    rows += 1;
    if (Math.abs(a) !== 1 && Math.abs(b) !== 1 && c !== 0) telling += 1;
    // Prices are rounded to the cent before they are multiplied.
    const tolerance = 0.011 + 0.006 * Math.min(Math.abs(a), Math.abs(b));
    if (isProduct(a * b, c, discount?.[row] ?? 0, tolerance)) right += 1;
    else if (rows === 40 && right < 4) return 0;
  }
  return rows < 8 || telling < Math.max(3, rows * 0.15) ? 0 : right / rows;
}

/** True when no row is more than half below or anything above the product: reductions. */
function isAtMost(x: Float64Array, y: Float64Array, z: Float64Array): boolean {
  return x.every((a, row) => {
    const full = Math.abs(a * y[row]!);
    const value = Math.abs(z[row]!);
    return Number.isNaN(full + value) || (value <= full * 1.01 + 0.02 && value >= full * 0.4 - 0.02);
  });
}

/** A discount is a share, a percentage or an amount. */
function isProduct(full: number, amount: number, discount: number, tolerance: number): boolean {
  if (Math.abs(full - amount) <= tolerance) return true;
  if (discount === 0 || Number.isNaN(discount)) return false;
  const possible = [full * (1 - discount), full * (1 - discount / 100), full - Math.abs(discount)];
  return possible.some((value) => Math.abs(value - amount) <= tolerance);
}

/** True when the first is the number of pieces: whole more often than the other, or else the smaller one. */
function isCount(x: Float64Array, y: Float64Array): boolean {
  const whole = (values: Float64Array): number => values.filter((value) => Number.isInteger(value)).length;
  const size = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : Math.abs(value)), 0);
  const difference = whole(x) - whole(y);
  return difference === 0 ? size(x) <= size(y) : difference > 0;
}

/** Rates of taxes are few; what else is added to a price (a margin, a delivery) is not always the same share of it. */
function isTaxOf(tax: Float64Array, net: Float64Array): boolean {
  const rates = new Map<number, number>();
  let rows = 0;
  tax.forEach((value, row) => {
    const base = net[row]!;
    if (Number.isNaN(value) || Number.isNaN(base) || Math.abs(base) < 5) return;
    rows += 1;
    const rate = Math.round((value / base) * 200) / 2;
    rates.set(rate, (rates.get(rate) ?? 0) + 1);
  });
  if (rows < 8) return false;
  const usual = [...rates].filter(([rate, count]) => rate > 1 && rate <= 27 && count > rows * 0.04);
  const covered = usual.reduce((sum, [, count]) => sum + count, 0) + (rates.get(0) ?? 0);
  return usual.length > 0 && usual.length <= 6 && covered >= rows * 0.85;
}

function addsUp(
  total: Float64Array,
  net: Float64Array,
  tax: Float64Array,
  other: Float64Array | null,
): boolean {
  let rows = 0;
  let right = 0;
  for (let row = 0; row < total.length; row += 1) {
    const rest = other ? other[row]! : 0;
    const gap = net[row]! + tax[row]! - total[row]!;
    if (Number.isNaN(gap + rest)) continue;
    rows += 1;
    if (Math.min(Math.abs(gap + rest), Math.abs(gap - rest)) <= 0.02) right += 1;
    else if (rows === 20 && right < 10) return false;
  }
  return rows >= 8 && right >= rows * enough;
}
