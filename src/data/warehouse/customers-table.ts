import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import { customerColumn, isUndone, totalsOf, type Part } from './parts.js';
import { relation } from './relation.js';
import type { SalesColumn } from './sales-columns.js';
import type { SalesPlan } from './sales-plan.js';
import { spelled } from './spellings.js';
import { sqlType } from '../sql-type.js';
import type { CustomerMerge } from './warehouse-choices.js';

/** Buyers with what they bought, and everybody in the customer file. */
export function customersQuery(plan: SalesPlan, sales: Sql, orders: Sql): Sql {
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
  const columns = dimensions.map((column) =>
    file && inFile(column) ? fileColumn(column, file) : sql`s.${ident(column.name)}`,
  );
  const known = [
    key ? sql`coalesce(b.customer_id, f." customer") as customer_id` : sql`b.customer_id`,
    sql`b.first_order`,
    sql`b.last_order`,
    sql`coalesce(b.orders, 0) as orders`,
    sql`cast(coalesce(b.amount, 0) as decimal(18, 4)) as amount`,
  ];
  const joins = [
    ...(file && key
      ? [
          sql`full join ${fileCustomers(plan.schema, file, key, plan.merges)} as f on f." customer" = b.customer_id`,
        ]
      : []),
    ...(ofSales.length > 0 ? [sql`left join (${salesSide}) as s on s."key" = b.customer_id`] : []),
  ];
  return sql`select ${list([...known, ...columns])} from (${bought}) as b ${join(joins, '\n')}`;
}

/**
 * The customers of a file that no sale is joined to, with the orders, amount and last order that the file gives for each;
 * rows of one customer are added up. Null when no column says who the customer is.
 */
export function fileCustomersQuery(
  schema: string,
  part: Part,
  columns: readonly SalesColumn[],
  merges: readonly CustomerMerge[],
): Sql | null {
  const key = customerColumn(part);
  if (!key) return null;
  const totals = totalsOf(part.columns);
  const summed = totals
    ? sql`select ${mergedKey(part, key)} as "key", sum(${ident(totals.orders)}) as "orders",
        sum(${ident(totals.amount)}) as "amount", max(cast(${ident(totals.lastOrder)} as date)) as "last order"
      from ${withMerges(schema, part, key, merges)} group by 1`
    : null;
  const known = [
    sql`f." customer" as customer_id`,
    sql`null::date as first_order`,
    totals ? sql`t."last order" as last_order` : sql`null::date as last_order`,
    totals ? sql`cast(coalesce(t."orders", 0) as bigint) as orders` : sql`0::bigint as orders`,
    sql`cast(${totals ? sql`coalesce(t."amount", 0)` : sql`0`} as decimal(18, 4)) as amount`,
  ];
  return sql`select ${list([...known, ...columns.map((column) => fileColumn(column, part))])}
    from ${fileCustomers(schema, part, key, merges)} as f
    ${summed ? sql`join (${summed}) as t on t."key" = f." customer"` : sql``}`;
}

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

function fileColumn({ name, from, type, spellings }: SalesColumn, part: Part): Sql {
  const own = from.find((place) => place.part === part)?.column;
  const value = own ? sql`try_cast(f.${ident(own)} as ${sqlType(type)})` : sql`null::${sqlType(type)}`;
  return sql`${isUndone(part, 'regions-merged') ? value : spelled(value, spellings)} as ${ident(name)}`;
}

/** One row per customer of the file: the first one, and where numbers were merged that of the number that is left. */
function fileCustomers(schema: string, part: Part, key: string, merges: readonly CustomerMerge[]): Sql {
  return sql`(select r.*, ${mergedKey(part, key)} as " customer" from ${withMerges(schema, part, key, merges)}
    qualify row_number() over (partition by ${mergedKey(part, key)}
      order by m."to" is not null, " file", " row") = 1)`;
}

function mergedKey(part: Part, key: string): Sql {
  return sql`coalesce(m."to", ${keyText(part, key, sql`r`)})`;
}

function withMerges(schema: string, part: Part, key: string, merges: readonly CustomerMerge[]): Sql {
  const pairs = merges.length > 0 ? merges.map(({ from, to }) => sql`(${from}, ${to})`) : [sql`(null, null)`];
  return sql`(select * from ${relation(schema, part)} where ${ident(key)} is not null) as r
    left join (values ${list(pairs)}) as m("from", "to") on m."from" = ${keyText(part, key, sql`r`)}`;
}
