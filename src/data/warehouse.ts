import { canonicalTables, type CanonicalTable, type Warehouse } from '../core/warehouse.js';
import type { Engine } from '../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { partsOf, type Part } from './parts.js';
import { isConcluded, relation, type SalesColumn, type SalesPlan } from './sales-plan.js';
import { salesQuery, salesShape } from './sales.js';
import type { Source } from './source.js';
import { columnSql, sqlType } from './sql-type.js';

/**
 * Makes the canonical tables of a schema from its source tables; those of before are replaced. `sales` is a view where
 * it only renames columns of one file, else a table. Without any amount, date or product there is no `sales`; a file of
 * customers or products alone makes `customers` or `products`.
 */
export async function buildWarehouse(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  plan: SalesPlan | null,
  signal?: AbortSignal,
): Promise<Warehouse> {
  const run = (statement: Sql): Promise<void> => engine.run(statement, signal);
  const name = (table: string): Sql => sql`${ident(schema)}.${ident(table)}`;
  await dropWarehouse(engine, schema, signal);
  if (!plan) return dimensionsOnly(engine, schema, sources, signal);
  const { fields, isView } = salesShape(plan);
  await run(sql`create ${isView ? sql`view` : sql`table`} ${name('sales')} as ${salesQuery(plan)}`);
  const kept = fields.map((field) => field.name);
  const lineColumns = ['order_id', 'product_id', 'quantity', 'unit_price', 'amount', 'cost', 'is_return'];
  const present = lineColumns.filter(
    (column) => kept.includes(column) || column === 'quantity' || column === 'amount',
  );
  await run(
    sql`create view ${name('order_lines')} as select ${list(present.map(ident))} from ${name('sales')}`,
  );
  await makeOrders(engine, plan, name('orders'), name('sales'), signal);
  await run(sql`create table ${name('customers')} as ${customersQuery(plan, name('sales'), name('orders'))}`);
  if (kept.includes('product'))
    await run(sql`create table ${name('products')} as ${productsQuery(kept, name('sales'))}`);
  const [last] = await engine.query<{ asOf: string | null }>(
    sql`select max(order_date) as "asOf" from ${name('orders')}`,
    signal,
  );
  const tables = canonicalTables.filter((table) => table !== 'products' || kept.includes('product'));
  return {
    fields,
    asOf: last?.asOf ?? null,
    currency: plan.currency,
    rows: await countRows(engine, schema, tables, signal),
  };
}

/** Removes the canonical tables, be they tables or views. */
async function dropWarehouse(engine: Engine, schema: string, signal?: AbortSignal): Promise<void> {
  const found = await engine.query<{ name: string; kind: string }>(
    sql`select table_name as "name", table_type as "kind" from information_schema.tables
        where table_catalog = current_database() and table_schema = ${schema} and table_name in (${list([...canonicalTables])})`,
    signal,
  );
  for (const { name, kind } of found) {
    const type = kind === 'VIEW' ? sql`view` : sql`table`;
    await engine.run(sql`drop ${type} ${ident(schema)}.${ident(name)}`, signal);
  }
}

/** Dimensions that belong to the whole order rather than to a line or a product. */
const orderDimensions = [
  'channel',
  'region',
  'city',
  'country',
  'salesperson',
  'campaign',
  'payment_method',
  'status',
];
const customerDimensions = [
  'customer_name',
  'customer_type',
  'acquisition_source',
  'signup_date',
  'loyalty_card',
  'region',
  'city',
  'country',
];

/** Lines whose orders are put together at once: the groups of a million lines would take 100 MB. */
const linesAtOnce = 400_000;
const mostRounds = 8;

/** One row per order, made in rounds over the lines so that few groups are open at a time. */
async function makeOrders(
  engine: Engine,
  plan: SalesPlan,
  orders: Sql,
  sales: Sql,
  signal?: AbortSignal,
): Promise<void> {
  const dimensions = plan.columns.filter(({ canonical }) => canonical && orderDimensions.includes(canonical));
  const columns: readonly (readonly [column: Sql, value: Sql])[] = [
    [columnSql('order_id', sqlType('text')), sql`order_id`],
    [columnSql('customer_id', sqlType('text')), sql`any_value(customer_id)`],
    [sql`order_date date`, sql`min(order_date)`],
    [sql`amount decimal(18, 4)`, sql`coalesce(sum(amount), 0)`],
    [sql`lines bigint`, sql`count(*)`],
    [sql`quantity double`, sql`sum(quantity)`],
    [sql`is_return boolean`, sql`bool_and(is_return)`],
    [sql`is_concluded boolean`, isConcluded(plan)],
    ...dimensions.map(
      ({ name }) => [columnSql(name, sqlType('text')), sql`any_value(${ident(name)})`] as const,
    ),
  ];
  await engine.run(sql`create table ${orders} (${list(columns.map(([column]) => column))})`, signal);
  const lines = plan.lines
    .flatMap(({ sources }) => sources)
    .reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const rounds = Math.min(mostRounds, Math.ceil(lines / linesAtOnce));
  for (let round = 0; round < rounds; round += 1) {
    const chosen = rounds > 1 ? sql`where hash(order_id) % ${rounds} = ${round}` : sql``;
    await engine.run(
      sql`insert into ${orders} select ${list(columns.map(([, value]) => value))} from ${sales} ${chosen} group by order_id`,
      signal,
    );
  }
}

/** Buyers with what they bought, and everybody in the customer file. */
function customersQuery(plan: SalesPlan, sales: Sql, orders: Sql): Sql {
  const bought = sql`select customer_id,
      min(order_date) filter (is_concluded) as first_order,
      max(order_date) filter (is_concluded) as last_order,
      count(*) filter (is_concluded) as orders,
      cast(sum(amount) as decimal(18, 4)) as amount
    from ${orders} where customer_id is not null group by customer_id`;
  const file = plan.customers;
  const key = file?.columns.customer_id;
  const inFile = (column: SalesColumn): string | undefined =>
    column.from.find(({ part }) => part === file)?.column;
  const dimensions = plan.columns.filter((column) => {
    const isCustomers = column.canonical !== undefined && customerDimensions.includes(column.canonical);
    return isCustomers || inFile(column) !== undefined;
  });
  const ofSales = dimensions.filter((column) => inFile(column) === undefined);
  const salesSide = sql`select customer_id as "key", ${list(ofSales.map(({ name }) => sql`any_value(${ident(name)}) as ${ident(name)}`))}
    from ${sales} where customer_id is not null group by customer_id`;
  const columns = dimensions.map((column) => {
    const own = inFile(column);
    return own
      ? sql`try_cast(f.${ident(own)} as ${sqlType(column.type)}) as ${ident(column.name)}`
      : sql`s.${ident(column.name)}`;
  });
  const known = [
    key ? sql`coalesce(b.customer_id, cast(f.${ident(key)} as varchar)) as customer_id` : sql`b.customer_id`,
    sql`b.first_order`,
    sql`b.last_order`,
    sql`coalesce(b.orders, 0) as orders`,
    sql`cast(coalesce(b.amount, 0) as decimal(18, 4)) as amount`,
  ];
  const joins = [
    ...(file && key
      ? [
          sql`full join (${firstOf(plan.schema, file, key)}) as f on cast(f.${ident(key)} as varchar) = b.customer_id`,
        ]
      : []),
    ...(ofSales.length > 0 ? [sql`left join (${salesSide}) as s on s."key" = b.customer_id`] : []),
  ];
  return sql`select ${list([...known, ...columns])} from (${bought}) as b ${join(joins, '\n')}`;
}

function firstOf(schema: string, part: Part, key: string): Sql {
  return sql`select * from ${relation(schema, part)} where ${ident(key)} is not null
    qualify row_number() over (partition by ${ident(key)} order by "row number") = 1`;
}

/** One row per product; its name and category are those of its first line. */
function productsQuery(columns: readonly string[], sales: Sql): Sql {
  const key = columns.includes('product_id') ? sql`product_id` : sql`product`;
  const category = columns.includes('category') ? sql`, any_value(category) as category` : sql``;
  return sql`select ${key} as product_id, any_value(product) as product${category} from ${sales} where ${key} is not null group by ${key}`;
}

/** Customers or products without sales: their files as they are, under canonical names. */
async function dimensionsOnly(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<Warehouse> {
  const tables: CanonicalTable[] = [];
  for (const part of partsOf(sources)) {
    const { customer_id: customer, product_id: product, product_name: label, category } = part.columns;
    if (part.kind === 'customers' && customer && !tables.includes('customers')) {
      await engine.run(
        sql`create table ${ident(schema)}.customers as select cast(${ident(customer)} as varchar) as customer_id, null::date as first_order,
          null::date as last_order, 0::bigint as orders, 0::decimal(18, 4) as amount from (${firstOf(schema, part, customer)})`,
        signal,
      );
      tables.push('customers');
    }
    const key = product ?? label;
    if (part.kind === 'products' && key && !tables.includes('products')) {
      const columns = [
        sql`cast(${ident(key)} as varchar) as product_id`,
        sql`cast(${ident(label ?? key)} as varchar) as product`,
        ...(category ? [sql`cast(${ident(category)} as varchar) as category`] : []),
      ];
      await engine.run(
        sql`create table ${ident(schema)}.products as select ${list(columns)} from (${firstOf(schema, part, key)})`,
        signal,
      );
      tables.push('products');
    }
  }
  const currency = sources.find((source) => source.currency)?.currency ?? null;
  return { fields: [], asOf: null, currency, rows: await countRows(engine, schema, tables, signal) };
}

async function countRows(
  engine: Engine,
  schema: string,
  tables: readonly CanonicalTable[],
  signal?: AbortSignal,
): Promise<Warehouse['rows']> {
  if (tables.length === 0) return {};
  const counts = tables.map(
    (table) => sql`(select count(*) from ${ident(schema)}.${ident(table)}) as ${ident(table)}`,
  );
  const [rows] = await engine.query<Record<CanonicalTable, number>>(sql`select ${list(counts)}`, signal);
  return rows ?? {};
}
