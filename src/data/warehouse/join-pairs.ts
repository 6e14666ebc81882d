import { customerColumn, type Part } from './parts.js';
import type { SalesPlan } from './sales-plan.js';

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

/** What each kind of file can be looked up by, and where. */
export function pairsOf(parts: readonly Part[], plan: SalesPlan | null): JoinPair[] {
  const tableOf = (part: Part | null | undefined): string | undefined => part?.sources[0]?.table;
  // The files that `sales` is joined to, else the first of the kind.
  const oneOf = (kind: 'orders' | 'customers' | 'products' | 'campaigns'): Part | undefined => {
    const used = kind === 'campaigns' ? undefined : tableOf(plan?.[kind]);
    const ofKind = parts.filter((part) => part.kind === kind);
    return ofKind.find((part) => tableOf(part) === used) ?? ofKind[0];
  };
  const found: JoinPair[] = [];
  const add = (
    key: JoinKey,
    part: Part,
    column: string | undefined,
    one: Part | undefined,
    oneColumn: string | undefined,
  ): void => {
    if (!column || !one || !oneColumn || part === one) return;
    found.push({ key, many: { part, column }, one: { part: one, column: oneColumn } });
  };
  for (const part of parts) {
    if (['customers', 'products', 'campaigns', 'other'].includes(part.kind)) continue;
    const [orders, customers, products, campaigns] = [
      oneOf('orders'),
      oneOf('customers'),
      oneOf('products'),
      oneOf('campaigns'),
    ];
    if (part.kind !== 'orders')
      add('order_id', part, part.columns.order_id, orders, orders?.columns.order_id);
    const ownCustomer =
      part.columns.customer_id ?? (customers?.columns.customer_id ? undefined : customerColumn(part));
    if (part.kind !== 'prospects')
      add(
        'customer_id',
        part,
        ownCustomer,
        customers,
        customers?.columns.customer_id ?? (customers && customerColumn(customers)),
      );
    add('product_id', part, part.columns.product_id, products, products?.columns.product_id);
    if (part.kind === 'campaign_contacts' || part.kind === 'costs')
      add('campaign_id', part, part.columns.campaign, campaigns, campaigns?.columns.campaign);
  }
  return found;
}
