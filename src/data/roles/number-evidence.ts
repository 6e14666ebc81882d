import type { ColumnRelations } from './column-relations.js';
import type { Role } from './roles.js';
import type { ValueProfile } from './value-profile.js';

/** A fit that neither confirms nor contradicts. */
export const neutral = 0.75;

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

/** How well a number column suits a role that its header suggests: 0 contradicts, 1 confirms. */
export function numberFit(role: Role, traits: NumberTraits, parts: ReadonlySet<NumberPart>): number {
  switch (role) {
    case 'amount':
      if (parts.has('total') || parts.has('amount')) return 1;
      if (parts.has('net')) return 0.9;
      if (parts.has('tax')) return 0.15;
      if (parts.has('quantity') || parts.has('price')) return 0.3;
      return traits.isYear || traits.isRate
        ? 0.2
        : traits.isMoney
          ? 0.85
          : traits.isSmallCount
            ? 0.5
            : neutral;
    case 'quantity':
      if (parts.has('quantity')) return 1;
      if (parts.has('amount') || parts.has('price') || parts.has('total')) return 0.2;
      return traits.isYear
        ? 0.1
        : traits.isSmallCount
          ? 0.9
          : traits.isWhole
            ? neutral
            : traits.isMoney
              ? 0.2
              : 0.45;
    case 'unit_price':
      if (parts.has('price')) return 1;
      if (parts.has('amount') || parts.has('total')) return 0.35;
      return traits.isYear ? 0.1 : traits.isMoney ? 0.85 : neutral;
    case 'discount':
      return parts.has('discount') ? 1 : parts.has('amount') || parts.has('total') ? 0.2 : 0.8;
    case 'tax':
      return parts.has('tax') ? 1 : parts.has('amount') || parts.has('total') ? 0.2 : neutral;
    case 'shipping':
      return parts.has('amount') || parts.has('total') ? 0.3 : traits.zeros > 0.2 ? 0.85 : neutral;
    case 'refund':
      return traits.zeros > 0.5 ? 0.9 : neutral;
    case 'satisfaction':
    case 'expected':
    case 'perceived':
      return traits.scale !== null ? 0.9 : traits.median <= 100 ? 0.5 : 0.1;
    case 'nps':
      return traits.scale !== null ? 0.95 : 0.2;
    case 'importance':
      return traits.scale !== null || traits.isRate ? 0.85 : traits.median <= 100 ? 0.6 : 0.2;
    case 'order_count':
      return traits.isWhole ? 0.9 : 0.1;
    default:
      return traits.isYear ? 0.2 : neutral;
  }
}
