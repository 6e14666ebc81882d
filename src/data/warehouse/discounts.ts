import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import { headerKey } from '../roles/header.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';

/** How a discount is taken off quantity × price: an amount of the line, a share (0–1) or a percentage (0–100) of it. */
export type DiscountKind = 'none' | 'amount' | 'share' | 'percent';

const rateHeader = /(^|_)(pct|percent(age)?|pourcent(age)?|taux|rate|pc)(_|$)|%/;
const moneyHeader =
  /(^|_)(montant|mt|mnt|amount|eur|euros?|usd|gbp|ht|ttc|valeur|value|total|totals|coupon)(_|$)|[€$£]/;

/**
 * What the discounts of a file are, as its header says, else its values: money where they have a currency, a share where
 * none is above 1, a percentage where some is above what it is taken from, else money. All rows are looked at, and only
 * where the amount has to be computed.
 */
export async function discountKindOf(
  engine: Engine,
  schema: string,
  part: Part,
  signal?: AbortSignal,
): Promise<DiscountKind> {
  const { amount, quantity, unit_price: price, discount } = part.columns;
  if (!discount || !quantity || amount) return 'none';
  const key = headerKey(discount);
  const isRate = rateHeader.test(key) || discount.includes('%');
  const samples = part.sources.flatMap(
    ({ columns }) => columns.find(({ name }) => name === discount)?.samples ?? [],
  );
  const isMoney = moneyHeader.test(key) || samples.some((sample) => /[€$£]|\b(eur|usd|gbp)\b/i.test(sample));
  if (isMoney && !isRate) return 'amount';
  const value = sql`abs(cast(${ident(discount)} as double))`;
  const gross = price ? sql`abs(${ident(quantity)} * ${ident(price)})` : null;
  const [found] = await engine.query<{ largest: number; above: number }>(
    sql`select coalesce(max(${value}), 0) as "largest",
        ${gross ? sql`count_if(${value} > 1 and ${value} > ${gross} + 0.005)` : sql`0`} as "above"
      from ${relation(schema, part)}`,
    signal,
  );
  const { largest, above } = found ?? { largest: 0, above: 0 };
  if (largest <= 1) return 'share';
  return largest <= 100 && (isRate || above > 0) ? 'percent' : 'amount';
}

/** An amount less its discount. */
export function lessDiscount(gross: Sql, discount: Sql, kind: DiscountKind): Sql {
  switch (kind) {
    case 'none':
      return gross;
    case 'amount':
      return sql`${gross} - ${discount}`;
    case 'share':
      return sql`${gross} * (1 - ${discount})`;
    case 'percent':
      return sql`${gross} * (1 - ${discount} / 100)`;
  }
}
