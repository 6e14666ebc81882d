import type { Role } from './roles.js';
import type { Source } from './source.js';

/** What one row of a file is. `events` are contacts, complaints and answers: they are no sales. */
type PartKind = 'lines' | 'orders' | 'customers' | 'products' | 'events' | 'other';

/** One file, or several of the same shape, with the columns that its roles name. */
export interface Part {
  readonly kind: PartKind;
  readonly sources: readonly Source[];
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

const eventRoles: readonly Role[] = [
  'ticket_id',
  'complaint_reason',
  'satisfaction',
  'nps',
  'expected',
  'perceived',
  'sent_date',
  'test_group',
  'opened_at',
  'resolved_at',
  'resolution_time',
  'verbatim',
  'response',
];

/** Sorts the files by what their rows are; files with the same columns and roles are one part. */
export function partsOf(sources: readonly Source[]): Part[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const shape = JSON.stringify(source.columns.map(({ name, role }) => [name, role]));
    groups.set(shape, [...(groups.get(shape) ?? []), source]);
  }
  return [...groups.values()].map((group) => {
    const columns = Object.fromEntries(
      group[0]!.columns.flatMap(({ name, role }) => (role ? [[role, name]] : [])),
    );
    return { kind: kindOf(columns), sources: group, columns };
  });
}

/** The part whose rows are summed up: order lines, else orders, else any dated contact of a customer. */
export function salesParts(parts: readonly Part[]): readonly Part[] {
  for (const kind of ['lines', 'orders', 'events'] as const) {
    const found = parts.filter(
      (part) => part.kind === kind && (kind !== 'events' || part.columns.order_date),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The column that says who the customer is: an identifier, else an address, else a name. */
export function customerColumn({ columns }: Part): string | undefined {
  return columns.customer_id ?? columns.email ?? columns.customer_name;
}

function kindOf(columns: Part['columns']): PartKind {
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => columns[role] !== undefined);
  const isEvent = has(...eventRoles);
  const customer = has('customer_id', 'email', 'customer_name');
  const product = has('product_id', 'product_name');
  if (isEvent && !has('amount', 'quantity', 'unit_price')) return 'events';
  if (has('order_id')) {
    const isHeader =
      !product && !has('quantity') && has('order_date', 'customer_id') && has('order_date', 'amount');
    return isHeader ? 'orders' : 'lines';
  }
  if (has('amount', 'quantity') && (has('order_date') || product)) return 'lines';
  if (customer && has('order_date')) return product ? 'lines' : 'events';
  if (product && !customer) return 'products';
  if (customer) return 'customers';
  if (has('amount')) return 'lines';
  return 'other';
}
