import type { AmountBasis, Warehouse } from '../../core/warehouse.js';

/** Why two customer numbers are taken for one customer. */
export const mergeReasons = ['email', 'name-postcode'] as const;
export type MergeReason = (typeof mergeReasons)[number];

/** Two customer numbers of one customer, accepted by the person: `from` is known as `to` from now on. */
export interface CustomerMerge {
  readonly from: string;
  readonly to: string;
  readonly reason: MergeReason;
}

/** What the person declared about the warehouse as a whole. Null: what the data say. */
export interface WarehouseChoices {
  /** ISO day from which recencies count. */
  readonly asOf: string | null;
  readonly amounts: AmountBasis | null;
  /** ISO 4217 code. */
  readonly currency: string | null;
  readonly merges: readonly CustomerMerge[];
}

/** Nothing declared. */
export const noChoices: WarehouseChoices = { asOf: null, amounts: null, currency: null, merges: [] };

/** The warehouse as the person declared it. */
export function withChoices(warehouse: Warehouse, choices: WarehouseChoices): Warehouse {
  const { asOf, amounts, currency } = choices;
  return {
    ...warehouse,
    asOf: asOf ?? warehouse.asOf,
    amounts: amounts ?? warehouse.amounts,
    currency: currency ?? warehouse.currency,
  };
}

/** Where each merged number ends: a number merged into one that was merged itself goes all the way. Rings are broken up. */
export function finalMerges(merges: readonly CustomerMerge[]): CustomerMerge[] {
  const targets = new Map<string, string>();
  const survivorOf = (id: string): string => {
    const target = targets.get(id);
    return target === undefined ? id : survivorOf(target);
  };
  const kept = merges.filter(({ from, to }) => {
    if (targets.has(from) || survivorOf(to) === from) return false;
    targets.set(from, to);
    return true;
  });
  return kept.map((merge) => ({ ...merge, to: survivorOf(merge.to) }));
}
