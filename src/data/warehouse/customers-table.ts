import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { customerKey, withNumbers, type CustomerNumbers, type Directory } from './customer-numbers.js';
import { customerColumn, isUndone, totalsOf, type Part } from './parts.js';
import { relation } from './relation.js';
import type { SalesColumn } from './sales-columns.js';
import type { SalesPlan } from './sales-plan.js';
import { spelled } from './spellings.js';
import { sqlType } from '../sql-type.js';

/** Buyers with what they bought, and everybody in the customer file. */
export function customersQuery(plan: SalesPlan, sales: Sql, orders: Sql): Sql {
  const bought = sql`select customer_id,
      min(order_date) filter (is_concluded) as first_order,
      max(order_date) filter (is_concluded) as last_order,
      count(*) filter (is_concluded) as orders,
      cast(sum(amount) as decimal(18, 4)) as amount
    from ${orders} where customer_id is not null group by customer_id`;
  const files = plan.customers;
  const isInFile = ({ from }: SalesColumn): boolean => from.some(({ part }) => files.includes(part));
  const dimensions = plan.columns.filter(
    (column) =>
      isInFile(column) || (column.canonical !== undefined && customerDimensions.includes(column.canonical)),
  );
  const inFile = dimensions.filter(isInFile);
  const ofSales = dimensions.filter((column) => !isInFile(column));
  const salesSide = sql`select customer_id as "key", ${list(ofSales.map(({ name }) => sql`any_value(${ident(name)}) as ${ident(name)}`))}
    from ${sales} where customer_id is not null group by customer_id`;
  const columns = dimensions.map(
    ({ name }) => sql`${inFile.some((one) => one.name === name) ? sql`f` : sql`s`}.${ident(name)}`,
  );
  const hasFiles = files.length > 0;
  const known = [
    hasFiles ? sql`coalesce(b.customer_id, f.customer_id) as customer_id` : sql`b.customer_id`,
    sql`b.first_order`,
    sql`b.last_order`,
    sql`coalesce(b.orders, 0) as orders`,
    sql`cast(coalesce(b.amount, 0) as decimal(18, 4)) as amount`,
  ];
  const listed = files.map(
    (file, index) =>
      sql`select ${list([sql`f." customer" as customer_id`, sql`${index} as " place"`, ...inFile.map((column) => fileColumn(column, file))])}
        from ${fileCustomers(plan, file)} as f`,
  );
  const joins = [
    ...(hasFiles
      ? [sql`full join (${firstValues(listed, inFile)}) as f on f.customer_id = b.customer_id`]
      : []),
    ...(ofSales.length > 0 ? [sql`left join (${salesSide}) as s on s."key" = b.customer_id`] : []),
  ];
  return sql`select ${list([...known, ...columns])} from (${bought}) as b ${join(joins, '\n')}`;
}

/**
 * The customers of files that no sale is joined to, with the orders, amount and last order that a file gives for each;
 * rows of one customer are added up. Null when no column says who the customer is.
 */
export function fileCustomersQuery(
  { schema, merges, directory }: CustomerNumbers,
  parts: readonly Part[],
  columns: readonly SalesColumn[],
): Sql | null {
  const files = parts.filter((part) => customerColumn(part));
  const totals = files.flatMap((part) => {
    const found = totalsOf(part.columns);
    if (!found) return [];
    return [
      sql`select ${mergedKey(part, directory)} as "key", ${ident(found.orders)} as "orders", ${ident(found.amount)} as "amount",
        cast(${ident(found.lastOrder)} as date) as "last order"
      from ${withMerges({ schema, merges, directory }, part)}`,
    ];
  });
  const summed = sql`select "key", sum("orders") as "orders", sum("amount") as "amount", max("last order") as "last order"
    from (${join(totals, '\nunion all\n')}) group by 1`;
  const known = [
    sql`f.customer_id`,
    sql`null::date as first_order`,
    ...(totals.length > 0
      ? [
          sql`t."last order" as last_order`,
          sql`cast(coalesce(t."orders", 0) as bigint) as orders`,
          sql`cast(coalesce(t."amount", 0) as decimal(18, 4)) as amount`,
        ]
      : [sql`null::date as last_order`, sql`0::bigint as orders`, sql`cast(0 as decimal(18, 4)) as amount`]),
  ];
  const listed = files.map(
    (part, index) =>
      sql`select ${list([sql`f." customer" as customer_id`, sql`${index} as " place"`, ...columns.map((column) => fileColumn(column, part))])}
        from ${fileCustomers({ schema, merges, directory }, part)} as f`,
  );
  if (listed.length === 0) return null;
  return sql`select ${list([...known, ...columns.map(({ name }) => sql`f.${ident(name)}`)])}
    from (${firstValues(listed, columns)}) as f
    ${totals.length > 0 ? sql`left join (${summed}) as t on t."key" = f.customer_id` : sql``}`;
}

/** One row per customer of several lists, each column from the first list that has a value. */
function firstValues(lists: readonly Sql[], columns: readonly SalesColumn[]): Sql {
  const [only] = lists;
  if (lists.length === 1 && only) return sql`select * exclude (" place") from (${only})`;
  const values = columns.map(
    ({ name }) => sql`any_value(${ident(name)} order by " place") as ${ident(name)}`,
  );
  return sql`select ${list([sql`customer_id`, ...values])} from (${join(lists, '\nunion all\n')}) group by customer_id`;
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
function fileCustomers(numbers: CustomerNumbers, part: Part): Sql {
  const key = mergedKey(part, numbers.directory);
  return sql`(select r.*, ${key} as " customer" from ${withMerges(numbers, part)}
    qualify row_number() over (partition by ${key} order by m."to" is not null, " file", " row") = 1)`;
}

function mergedKey(part: Part, directory: Directory | null): Sql {
  return sql`coalesce(m."to", ${customerKey(part, directory, sql`r`)})`;
}

function withMerges({ schema, merges, directory }: CustomerNumbers, part: Part): Sql {
  const pairs = merges.length > 0 ? merges.map(({ from, to }) => sql`(${from}, ${to})`) : [sql`(null, null)`];
  const rows = withNumbers(relation(schema, part), schema, part, directory);
  return sql`(select * from ${rows} where ${customerKey(part, directory)} is not null) as r
    left join (values ${list(pairs)}) as m("from", "to") on m."from" = ${customerKey(part, directory, sql`r`)}`;
}
