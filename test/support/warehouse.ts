import type { ColumnType } from '../../src/core/tables.js';
import {
  emptyWarehouse,
  type CanonicalColumn,
  type Field,
  type Warehouse,
} from '../../src/core/warehouse.js';
import type { Engine } from '../../src/engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../src/engine/sql.js';

type Literal = string | number | boolean | null;

/**
 * One order line. `amount` is negative for a return; `is_return` follows its sign unless given; `quantity` is 1 unless
 * given. Any other key becomes a column of `sales`: canonical ones are typed, others are the file's own text or number.
 */
export interface SalesRow {
  readonly order_id: string;
  readonly customer_id?: string | null;
  readonly order_date: string | null;
  readonly amount: number;
  readonly quantity?: number;
  readonly is_return?: boolean;
  readonly [column: string]: Literal | undefined;
}

interface Options {
  /** Customers of a customer file who have no order. */
  readonly registered?: readonly string[];
  readonly currency?: string;
}

const always = ['order_id', 'customer_id', 'order_date', 'amount', 'quantity', 'is_return'] as const;
const types: Readonly<Record<string, { sql: Sql; type: ColumnType }>> = {
  order_date: { sql: sql`date`, type: 'date' },
  signup_date: { sql: sql`date`, type: 'date' },
  amount: { sql: sql`decimal(18, 4)`, type: 'number' },
  unit_price: { sql: sql`decimal(18, 4)`, type: 'number' },
  cost: { sql: sql`decimal(18, 4)`, type: 'number' },
  quantity: { sql: sql`double`, type: 'number' },
  is_return: { sql: sql`boolean`, type: 'boolean' },
};
const text = { sql: sql`varchar`, type: 'text' } as const;
const otherCanonical = [
  ...[
    'product_id',
    'product',
    'category',
    'channel',
    'region',
    'city',
    'country',
    'customer_name',
    'customer_type',
  ],
  ...['acquisition_source', 'salesperson', 'campaign', 'payment_method', 'status', 'loyalty_card'],
];
const canonical = new Set<string>([...always, ...Object.keys(types), ...otherCanonical]);
canonical.delete('is_return');
const ofOrder = ['channel', 'region', 'salesperson', 'campaign', 'payment_method', 'status'];
const ofCustomer = [
  ...['customer_name', 'customer_type', 'acquisition_source', 'signup_date', 'loyalty_card'],
  ...['city', 'country', 'region'],
];

/** Makes the tables `sales`, `orders`, `customers` and `products` from literal order lines, and describes them. */
export async function makeWarehouse(
  engine: Engine,
  rows: readonly SalesRow[],
  options: Options = {},
): Promise<Warehouse> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...new Set<string>([...always, ...given])];
  const typed = columns.map(
    (name) => sql`cast(${ident(name)} as ${columnOf(rows, name).sql}) as ${ident(name)}`,
  );
  const lines = rows.map((row) => sql`(${list(columns.map((name) => value(row, name)))})`);
  const none = sql`(${list(columns.map(() => null))})`;
  await engine.run(sql`create or replace table sales as
    select ${list(typed)}
    from (values ${lines.length > 0 ? join(lines, ', ') : none}) as t(${list(columns.map(ident))})
    ${lines.length > 0 ? sql`` : sql`where false`}`);
  await makeOrders(engine, columns);
  await makeCustomers(engine, columns, options.registered ?? []);
  await makeProducts(engine, columns);

  const fields = columns
    .filter((name) => name !== 'customer_id' || given.has('customer_id') || options.registered)
    .map((name): Field => ({
      name,
      type: columnOf(rows, name).type,
      ...(canonical.has(name) ? { canonical: name as CanonicalColumn } : {}),
    }));
  const dates = rows.flatMap((row) => row.order_date ?? []).sort();
  return {
    ...emptyWarehouse,
    fields,
    asOf: dates.at(-1) ?? null,
    currency: options.currency ?? null,
    rows: await countRows(engine),
  };
}

function columnOf(rows: readonly SalesRow[], name: string): { sql: Sql; type: ColumnType } {
  const known = types[name];
  if (known) return known;
  const isNumber = !canonical.has(name) && rows.some((row) => typeof row[name] === 'number');
  return isNumber ? { sql: sql`double`, type: 'number' } : text;
}

function value(row: SalesRow, name: string): Literal {
  if (name === 'quantity') return row.quantity ?? 1;
  if (name === 'is_return') return row.is_return ?? row.amount < 0;
  return row[name] ?? null;
}

function firstOf(names: readonly string[], columns: readonly string[]): Sql {
  const present = names.filter((name) => columns.includes(name));
  return present.length === 0
    ? sql``
    : sql`, ${list(present.map((name) => sql`min(${ident(name)}) as ${ident(name)}`))}`;
}

async function makeOrders(engine: Engine, columns: readonly string[]): Promise<void> {
  await engine.run(sql`create or replace table orders as
    select
      order_id,
      min(customer_id) as customer_id,
      min(order_date) as order_date,
      cast(sum(amount) as decimal(18, 4)) as amount,
      count(*) as lines,
      sum(quantity) as quantity,
      bool_and(is_return) as is_return,
      not bool_and(is_return) and sum(amount) > 0 as is_concluded
      ${firstOf(ofOrder, columns)}
    from sales
    group by order_id`);
}

async function makeCustomers(
  engine: Engine,
  columns: readonly string[],
  registered: readonly string[],
): Promise<void> {
  const extra = ofCustomer.filter((name) => columns.includes(name));
  const nulls = extra.length === 0 ? sql`` : sql`, ${list(extra.map(() => null))}`;
  const added = registered.map((id) => sql`select ${id}, null, null, 0, 0 ${nulls}`);
  const grouped = sql`
    select
      customer_id,
      min(order_date) filter (where is_concluded) as first_order,
      max(order_date) filter (where is_concluded) as last_order,
      count(*) filter (where is_concluded) as orders,
      cast(sum(amount) as decimal(18, 4)) as amount
    from orders
    where customer_id is not null
    group by customer_id`;
  const own = sql`
    select customer_id ${firstOf(ofCustomer, columns)}
    from sales
    where customer_id is not null
    group by customer_id`;
  const chosen = extra.length === 0 ? sql`` : sql`, ${list(extra.map((name) => sql`own.${ident(name)}`))}`;
  const all = sql`select grouped.* ${chosen} from grouped join own using (customer_id)`;
  await engine.run(sql`create or replace table customers as
    with grouped as (${grouped}), own as (${own})
    ${join([all, ...added], '\nunion all\n')}`);
}

async function makeProducts(engine: Engine, columns: readonly string[]): Promise<void> {
  const key = ['product_id', 'product'].find((name) => columns.includes(name));
  const others = ['product_id', 'product', 'category'].filter((name) => name !== key);
  await engine.run(
    key
      ? sql`create or replace table products as
          select ${ident(key)} ${firstOf(others, columns)}
          from sales
          where ${ident(key)} is not null
          group by ${ident(key)}`
      : sql`drop table if exists products`,
  );
}

async function countRows(engine: Engine): Promise<Warehouse['rows']> {
  const [counts] = await engine.query<{ sales: number; orders: number; customers: number }>(sql`
    select
      (select count(*) from sales) as sales,
      (select count(*) from orders) as orders,
      (select count(*) from customers) as customers`);
  return counts ?? {};
}
