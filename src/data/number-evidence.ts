import type { ColumnRelations } from './column-relations.js';
import type { ValueProfile } from './value-profile.js';

/** What a number column can be, as its values and its sums and products with the others show it. */
export interface NumberTraits {
  readonly isWhole: boolean;
  /** Whole numbers most of which are below 20. */
  readonly isSmallCount: boolean;
  /** Decimals of at most two places: an amount of money, most likely. */
  readonly isMoney: boolean;
  readonly isConstant: boolean;
  /** All within 1–5, 0–10 or 1–10, whole. */
  readonly scale: 5 | 7 | 10 | null;
  /** Whole years. */
  readonly isYear: boolean;
  readonly isAge: boolean;
  /** Shares 0–1 or percentages. */
  readonly isRate: boolean;
  readonly zeros: number;
  readonly median: number;
}

/** Its part in a product or a sum that holds for the rows. */
export type NumberPart = 'quantity' | 'price' | 'amount' | 'discount' | 'total' | 'net' | 'tax';

/** Measures of a number column; null when it holds no numbers. */
export function numberTraits(profile: ValueProfile): NumberTraits | null {
  const rows = profile.numbers;
  if (!rows) return null;
  const values = rows.filter((value) => !Number.isNaN(value)).sort();
  const share = (test: (value: number) => boolean): number => values.filter(test).length / values.length;
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 0;
  const median = values[values.length >> 1] ?? 0;
  const isWhole = share(Number.isInteger) === 1;
  const hasFraction = share((value) => !Number.isInteger(value));
  const cents = share((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6);
  return {
    isWhole,
    isSmallCount: isWhole && share((value) => Math.abs(value) < 20) > 0.6 && high < 100_000 && median > 0,
    isMoney: hasFraction > 0.2 && cents > 0.95,
    isConstant: profile.distinct.length < 2,
    scale: !isWhole || low < 0 ? null : high <= 5 ? 5 : high <= 7 ? 7 : high <= 10 ? 10 : null,
    isYear: isWhole && low >= 1900 && high <= 2100,
    isAge: isWhole && low >= 0 && high <= 115 && median >= 18 && profile.distinct.length > 5,
    isRate: low >= 0 && high <= 1 && hasFraction > 0,
    zeros: share((value) => value === 0),
    median,
  };
}

/** The parts that each column has in the products and sums of the table. */
export function numberParts(relations: ColumnRelations): ReadonlyMap<number, ReadonlySet<NumberPart>> {
  const parts = new Map<number, Set<NumberPart>>();
  const add = (column: number, part: NumberPart): void => {
    parts.set(column, (parts.get(column) ?? new Set()).add(part));
  };
  for (const { quantity, price, amount, discount } of relations.products) {
    add(quantity, 'quantity');
    add(price, 'price');
    add(amount, 'amount');
    if (discount !== null) add(discount, 'discount');
  }
  for (const { total, net, tax } of relations.sums) {
    add(total, 'total');
    add(net, 'net');
    add(tax, 'tax');
  }
  return parts;
}
