import { lookupKinds, sharedKey, type LookupKind } from './lookups.js';
import type { PartKind } from './part-kind.js';
import type { Part } from './parts.js';

export type JoinKey = 'order_id' | 'customer_id' | 'product_id' | 'campaign_id';

/** One end of a join before it is counted. */
export interface JoinEnd {
  readonly part: Part;
  readonly column: string;
}
/** Two files that a key joins. */
export interface JoinPair {
  readonly key: JoinKey;
  readonly many: JoinEnd;
  readonly one: JoinEnd;
}

/** What is looked up in each kind of file. */
const keys: Readonly<Record<LookupKind, JoinKey>> = {
  orders: 'order_id',
  customers: 'customer_id',
  products: 'product_id',
  campaigns: 'campaign_id',
};

/** Every two files of which one can look something up in the other. */
export function pairsOf(parts: readonly Part[]): JoinPair[] {
  return parts.flatMap((part) =>
    lookupKinds.flatMap((kind) => {
      if (!looksUp(part.kind, kind)) return [];
      return parts.flatMap((one) => {
        const shared = one.kind === kind ? sharedKey(part, one) : null;
        if (!shared) return [];
        return [
          { key: keys[kind], many: { part, column: shared.many }, one: { part: one, column: shared.one } },
        ];
      });
    }),
  );
}

/** A prospect is no customer yet, an order is not looked up in others, and a sale names no campaign of the list. */
function looksUp(many: PartKind, one: LookupKind): boolean {
  if (['customers', 'products', 'campaigns', 'other'].includes(many)) return false;
  if (one === 'orders') return many !== 'orders';
  if (one === 'customers') return many !== 'prospects';
  return one !== 'campaigns' || many === 'campaign_contacts' || many === 'costs';
}
