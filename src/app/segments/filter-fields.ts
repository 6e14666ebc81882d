import type { CanonicalColumn, Field, Warehouse } from '../../core/warehouse.js';

/** The fields by which a notebook is limited most often, in the order in which they are offered. */
const first: readonly CanonicalColumn[] = [
  'order_date',
  'channel',
  'region',
  'category',
  'product',
  'customer_type',
  'country',
  'city',
];

/** The fields of `sales` that the notebook's filter offers: the usual ones first, then the others as they stand. */
export function filterFields({ fields }: Warehouse): Field[] {
  const rank = ({ canonical }: Field): number => {
    const place = canonical ? first.indexOf(canonical) : -1;
    return place < 0 ? first.length : place;
  };
  return fields.toSorted((a, b) => rank(a) - rank(b));
}
