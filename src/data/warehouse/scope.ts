import { AppError } from '../../core/errors.js';
import { isDate, valuesOf, type Filter } from '../../core/filters.js';
import { missingColumns, type CanonicalColumn, type Warehouse } from '../../core/warehouse.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { Tables } from '../../engine/with-tables.js';
import { condition } from '../condition.js';
import { orderDimensions } from './orders-table.js';
import { concludedBy } from './sales-plan.js';
import { lineColumns } from './warehouse.js';

/** Which part of the warehouse is looked at: all of it, lines that pass filters, customers who are in other tables. */
export interface Scope {
  /** Conditions on the lines of `sales`; all must hold. */
  readonly filters: readonly Filter[];
  /** Names of tables with a column `customer_id`: only customers who stand in every one of them count. */
  readonly members: readonly string[];
}

/** The whole warehouse. */
export const wholeWarehouse: Scope = { filters: [], members: [] };

/**
 * The canonical tables as they would be if the data held nothing but the scope's lines and customers: orders have the
 * amount of the lines that are left, customers their first and last order, number and amount of those orders. Who is
 * registered and bought nothing stays, unless a filter asks for more than a period: then only buyers are left.
 * Throws `analysis/missing-column` for a filter on a field that the data does not have.
 */
export function scopedTables(scope: Scope, warehouse: Warehouse): Tables {
  const { filters, members } = scope;
  const tables = new Map<string, Sql>();
  if (filters.length === 0 && members.length === 0) return tables;
  if (members.length > 0 && !warehouse.hasCustomerTotals) require('customer_id', warehouse);
  const has = (table: keyof Warehouse['rows']): boolean => warehouse.rows[table] !== undefined;
  const isMember = members.map(
    (name) => sql`customer_id in (select customer_id from ${ident(name)} where customer_id is not null)`,
  );
  const conditions = filters.map((filter) => condition(filter, fieldOf(filter.field, warehouse)));
  const all = join([...conditions, ...isMember], ' and ');
  if (has('sales')) tables.set('sales', sql`select * from sales where ${all}`);
  if (has('order_lines')) {
    tables.set('order_lines', sql`select ${list(lineColumns(warehouse.fields).map(ident))} from sales`);
  }
  if (has('orders')) {
    const isOfOrders = filters.every(({ field }) => ordersHave(fieldOf(field, warehouse).canonical));
    tables.set('orders', isOfOrders ? sql`select * from orders where ${all}` : ordersOfLines(warehouse));
  }
  if (has('customers')) {
    tables.set(
      'customers',
      filters.length === 0 ? membersOnly(isMember) : buyers(filters, isMember, warehouse),
    );
  }
  return tables;
}

/** What the analyses may know of the data under a scope: it ends where the scope's period does. */
export function scopedWarehouse({ filters }: Scope, warehouse: Warehouse): Warehouse {
  const { asOf } = warehouse;
  const ends = filters.flatMap((filter) => {
    const field = warehouse.fields.find(({ name }) => name === filter.field);
    if (field?.canonical !== 'order_date' || !isDate(field)) return [];
    const end = { between: valuesOf(filter)[1], lte: valuesOf(filter)[0], eq: valuesOf(filter)[0] };
    const last = Object.hasOwn(end, filter.op) ? end[filter.op as keyof typeof end] : null;
    return typeof last === 'string' ? [last.slice(0, 10)] : [];
  });
  const first = ends.toSorted()[0];
  return asOf !== null && first !== undefined && first < asOf ? { ...warehouse, asOf: first } : warehouse;
}

/** The orders of the lines that are left. */
function ordersOfLines({ fields }: Warehouse): Sql {
  const has = (column: string): boolean => fields.some(({ name }) => name === column);
  return sql`select
  orders.* replace (
    kept.order_date as order_date,
    kept.amount as amount,
    kept.lines as lines,
    kept.quantity as quantity,
    kept.is_return as is_return,
    kept.is_concluded as is_concluded
  )
from orders
join (
  select
    order_id,
    min(order_date) as order_date,
    cast(coalesce(sum(amount), 0) as decimal(18, 4)) as amount,
    count(*) as lines,
    sum(quantity) as quantity,
    bool_and(is_return) as is_return,
    ${concludedBy(has('is_cancelled'), has('unit_price'))} as is_concluded
  from sales
  group by order_id
) as kept using (order_id)`;
}

function membersOnly(isMember: readonly Sql[]): Sql {
  return sql`select * from customers where ${join(isMember, ' and ')}`;
}

function buyers(filters: readonly Filter[], isMember: readonly Sql[], warehouse: Warehouse): Sql {
  // Registered customers are no matter of a period.
  const isPeriodOnly = filters.every(({ field }) => fieldOf(field, warehouse).canonical === 'order_date');
  const kind = isPeriodOnly ? sql`left join` : sql`join`;
  return sql`select
  customers.* replace (
    bought.first_order as first_order,
    bought.last_order as last_order,
    coalesce(bought.orders, 0) as orders,
    coalesce(bought.amount, 0) as amount
  )
from customers
${kind} (
  select
    customer_id,
    min(order_date) filter (where is_concluded) as first_order,
    max(order_date) filter (where is_concluded) as last_order,
    count(*) filter (where is_concluded) as orders,
    cast(sum(amount) as decimal(18, 4)) as amount
  from orders
  where customer_id is not null
  group by customer_id
) as bought using (customer_id)${isMember.length > 0 ? sql`\nwhere ${join(isMember, ' and ')}` : sql``}`;
}

function ordersHave(canonical: CanonicalColumn | undefined): boolean {
  return (
    canonical !== undefined &&
    ['order_id', 'customer_id', 'order_date', ...orderDimensions].includes(canonical)
  );
}

function fieldOf(name: string, warehouse: Warehouse): Warehouse['fields'][number] {
  const field = warehouse.fields.find((candidate) => candidate.name === name);
  if (!field) throw new AppError('analysis/missing-column', { name });
  return field;
}

function require(column: CanonicalColumn, warehouse: Warehouse): void {
  const [missing] = missingColumns([column], warehouse);
  if (missing) throw new AppError('analysis/missing-column', { column: missing });
}
