import type { PartKind } from './part-kind.js';
import type { Part } from './parts.js';
import type { Role } from '../roles/roles.js';

/** Kinds of files in which others look something up. */
export const lookupKinds = [
  'orders',
  'customers',
  'products',
  'campaigns',
] as const satisfies readonly PartKind[];
export type LookupKind = (typeof lookupKinds)[number];

/** The columns by which the rows of one file find theirs in another. */
export interface SharedKey {
  readonly many: string;
  readonly one: string;
}

/**
 * The columns by which `many` finds its rows in `one`; null when there is none. This is the one answer for `sales`, for
 * the tables made from it and for what is told of joins.
 *
 * Customers are found by number, else by e-mail address; by name only where neither file has anything better. Products
 * are found by number, else by name.
 */
export function sharedKey(many: Pick<Part, 'columns'>, one: Part): SharedKey | null {
  const by = (role: Role): SharedKey | null => {
    const [own, other] = [many.columns[role], one.columns[role]];
    return own !== undefined && other !== undefined ? { many: own, one: other } : null;
  };
  switch (one.kind) {
    case 'orders':
      return by('order_id');
    case 'customers': {
      const areNamed = [many, one].every(({ columns }) => !columns.customer_id && !columns.email);
      return by('customer_id') ?? by('email') ?? (areNamed ? by('customer_name') : null);
    }
    case 'products':
      return by('product_id') ?? by('product_name');
    case 'campaigns':
      return by('campaign');
    default:
      return null;
  }
}
