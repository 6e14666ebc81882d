import type { CanonicalColumn, Field } from '../../core/warehouse.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { PartReader } from './part-reader.js';
import { customerColumn } from './parts.js';
import type { SalesColumn } from './sales-columns.js';
import { hasCancelled, type LinePart, type SalesPlan } from './sales-plan.js';
import type { Role } from '../roles/roles.js';

/** Keys, measures and dates of `sales` that a role gives; the others are filled in so that every analysis can count on them. */
export interface SalesShape {
  readonly fields: readonly Field[];
  /** The select only renames and casts the rows of its files: a view of it costs nothing. */
  readonly isView: boolean;
}

/** Which fields `sales` offers, and whether it needs rows of its own. */
export function salesShape(plan: SalesPlan): SalesShape {
  const { lines, orders, products } = plan;
  const has = (...roles: readonly Role[]): boolean =>
    [...lines, ...orders].some((part) => roles.some((role) => part.columns[role] !== undefined));
  const lineHas = (role: Role): boolean => lines.some(({ columns }) => columns[role] !== undefined);
  const field = (name: CanonicalColumn, type: Field['type'], present: boolean): Field[] =>
    present ? [{ name, type, canonical: name }] : [];
  const hasAmount =
    has('amount') ||
    lines.some(
      ({ columns }) =>
        columns.quantity && (columns.unit_price ?? products.some((part) => part.columns.unit_price)),
    );
  const hasProduct = has('product_id', 'product_name');
  const fields = [
    ...field('order_id', 'text', true),
    ...field(
      'customer_id',
      'text',
      [...lines, ...orders].some((part) => customerColumn(part)),
    ),
    ...field('order_date', 'date', has('order_date')),
    ...field('amount', 'number', hasAmount),
    ...field('quantity', 'number', lineHas('quantity')),
    { name: 'is_return', type: 'boolean' as const },
    ...(hasCancelled(plan) ? [{ name: 'is_cancelled', type: 'boolean' as const }] : []),
    ...field('unit_price', 'number', lineHas('unit_price')),
    ...field('cost', 'number', hasCost(plan)),
    ...field('product_id', 'text', has('product_id')),
    ...field('product', 'text', hasProduct),
    ...carriedColumns(plan).map(({ name, type, canonical }) =>
      canonical ? { name, type, canonical } : { name, type },
    ),
  ];
  const isJoined = [orders, plan.customers, products].some((parts) => parts.length > 0);
  const isNumbered = lines.some(({ columns }) => columns.order_id === undefined);
  const isPlain = lines.every(
    ({ reading: { orderRows, refunds } }) =>
      orderRows.totals === 'none' && orderRows.filled.length === 0 && (refunds?.per ?? 'row') === 'row',
  );
  return {
    fields,
    isView: !isJoined && !isNumbered && isPlain && plan.directory === null && plan.merges.length === 0,
  };
}

/** The select that makes `sales`: one row per line of the line files, with what its order, customer and product say. */
export function salesQuery(plan: SalesPlan): Sql {
  const selects = plan.lines.map((part) => partQuery(plan, part));
  return join(selects, '\nunion all\n');
}

function partQuery(plan: SalesPlan, part: LinePart): Sql {
  const read = new PartReader(plan, part);
  const { fields } = salesShape(plan);
  const wants = (name: CanonicalColumn): boolean => fields.some((field) => field.canonical === name);
  const columns = [
    sql`${read.orderId()} as order_id`,
    sql`${read.customerId()} as customer_id`,
    sql`${read.orderDate()} as order_date`,
    sql`try_cast(${read.amount()} as decimal(18, 4)) as amount`,
    sql`${read.quantity()} as quantity`,
    sql`${read.isReturn()} as is_return`,
    ...(hasCancelled(plan) ? [sql`${read.isCancelled()} as is_cancelled`] : []),
    ...(wants('unit_price')
      ? [sql`try_cast(${read.number('unit_price')} as decimal(18, 4)) as unit_price`]
      : []),
    ...(wants('cost') ? [sql`try_cast(${read.cost()} as decimal(18, 4)) as cost`] : []),
    ...(wants('product_id') ? [sql`${read.productId()} as product_id`] : []),
    ...(wants('product') ? [sql`${read.product()} as product`] : []),
    ...carriedColumns(plan).map((column) => sql`${read.own(column)} as ${ident(column.name)}`),
  ];
  return sql`select ${list(columns)}\nfrom ${read.from()}`;
}

/** The columns that lines have, be they their own, their order's or their customer's. */
function carriedColumns({ columns }: SalesPlan): SalesColumn[] {
  return columns.filter(({ scope }) => scope !== 'customer');
}

function hasCost({ lines, products }: SalesPlan): boolean {
  return (
    lines.some(({ columns }) => columns.unit_cost ?? (columns.margin && columns.amount)) ||
    products.some(({ columns }) => columns.unit_cost !== undefined)
  );
}
