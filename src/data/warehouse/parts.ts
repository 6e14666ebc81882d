import { eventKinds, kindOf, type PartKind } from './part-kind.js';
import type { Role } from '../roles/roles.js';
import type { RepairCode, Source } from '../source.js';

/** One file, or several of the same shape, with the columns that its roles name. */
export interface Part {
  readonly kind: PartKind;
  readonly sources: readonly Source[];
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

/** Sorts the files by what their rows are; files with the same columns, roles and undone repairs are one part. */
export function partsOf(sources: readonly Source[]): Part[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const columns = source.columns.map(({ name, role }) => [name, role]);
    const shape = JSON.stringify([columns, source.choices.undone?.toSorted() ?? []]);
    groups.set(shape, [...(groups.get(shape) ?? []), source]);
  }
  const parts = [...groups.values()].map((group) => {
    const first = group[0]!;
    const columns = Object.fromEntries(
      first.columns.flatMap(({ name, role }) => (role ? [[role, name]] : [])),
    );
    const headers = first.columns.map(({ name }) => name);
    return { kind: kindOf(columns, headers, first.file), sources: group, columns };
  });
  return asStockLists(parts);
}

/** Beside sales that have orders or dates, products with a quantity or an amount and nothing else of a sale are a stock list. */
function asStockLists(parts: readonly Part[]): Part[] {
  const isSale = ({ kind, columns }: Part): boolean =>
    kind === 'orders' || (kind === 'lines' && Boolean(columns.order_id ?? columns.order_date));
  const hasSales = parts.some(isSale);
  return parts.map((part) => {
    const isStock =
      hasSales &&
      part.kind === 'lines' &&
      !isSale(part) &&
      !customerColumn(part) &&
      Boolean(part.columns.product_id ?? part.columns.product_name);
    return isStock ? { ...part, kind: 'products' } : part;
  });
}

/** The part whose rows are summed up: order lines, else orders, else any dated contact of a customer. */
export function salesParts(parts: readonly Part[]): readonly Part[] {
  const choices: readonly ((part: Part) => boolean)[] = [
    ({ kind }) => kind === 'lines',
    ({ kind }) => kind === 'orders',
    ({ kind, columns }) => eventKinds.includes(kind) && columns.order_date !== undefined,
  ];
  for (const isChosen of choices) {
    const found = parts.filter(isChosen);
    if (found.length > 0) return found;
  }
  return [];
}

/** The column that says who the customer is: an identifier, else an address, else a name. */
export function customerColumn({ columns }: Pick<Part, 'columns'>): string | undefined {
  return columns.customer_id ?? columns.email ?? columns.customer_name;
}

/** The files give each customer's number of orders, total and last order, instead of the orders. */
export function hasTotals({ kind, columns }: Part): boolean {
  return kind === 'customers' && totalsOf(columns) !== null;
}

/** The columns of a file with one row per customer that hold what each bought; null when one of them is missing. */
export function totalsOf(
  columns: Part['columns'],
): { readonly orders: string; readonly amount: string; readonly lastOrder: string } | null {
  const { order_count: orders, last_order_date: lastOrder } = columns;
  const amount = columns.total_spent ?? columns.amount;
  return orders && amount && lastOrder ? { orders, amount, lastOrder } : null;
}

/** Whether the person wants a repair of this part left undone. */
export function isUndone({ sources }: Pick<Part, 'sources'>, code: RepairCode): boolean {
  return sources.some(({ choices }) => choices.undone?.includes(code) ?? false);
}
