import type { Engine } from '../../engine/engine.js';
import { ident, join, sql, type Sql } from '../../engine/sql.js';
import { customerKey, directoryOf, withNumbers } from './customer-numbers.js';
import { partsOf, totalsOf } from './parts.js';
import { relation } from './relation.js';
import { isConcluded, type SalesPlan } from './sales-plan.js';
import { salesQuery, salesShape } from './sales.js';
import type { ImportFacts, Source } from '../source.js';

interface Counts {
  readonly rows: number;
  readonly customers: number;
  readonly orders: number;
  readonly allOrders: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly revenue: number | null;
  readonly anonymousRows: number;
}

/** What the files hold, in the terms of the review's sentence, without making any table. */
export async function importFacts(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  plan: SalesPlan | null,
  signal?: AbortSignal,
): Promise<ImportFacts> {
  if (!plan) return dimensionFacts(engine, schema, sources, signal);
  const { fields } = salesShape(plan);
  const has = (name: string): boolean => fields.some(({ canonical }) => canonical === name);
  // Orders and customers are counted as everywhere else: those of concluded orders.
  const [counts] = await engine.query<Counts>(
    sql`with lines as not materialized (${salesQuery(plan)}),
      summed as (
        select count(*) as "rows", min(order_date) as "firstDate", max(order_date) as "lastDate", sum(amount) as "revenue",
          count(*) - count(customer_id) as "anonymousRows"
        from lines
      ),
      -- as little as possible per order: there may be millions
      per_order as (
        select any_value(customer_id) as customer_id, ${isConcluded(plan)} as is_concluded
        from lines
        group by order_id
      ),
      counted as (
        select count(*) as "allOrders", count(*) filter (where is_concluded) as "orders",
          count(distinct customer_id) filter (where is_concluded) as "customers"
        from per_order
      )
      select * from summed, counted`,
    signal,
  );
  if (!counts) throw new Error('counts gave no row');
  const { rows, orders, allOrders } = counts;
  const isOrder =
    plan.lines.every(({ columns }) => !columns.product_id && !columns.product_name) && allOrders === rows;
  return {
    grain: isOrder ? 'order' : 'order_line',
    rows,
    orders,
    customers: has('customer_id') ? counts.customers : null,
    firstDate: counts.firstDate,
    lastDate: counts.lastDate,
    revenue: has('amount') ? counts.revenue : null,
    anonymousRows: has('customer_id') ? counts.anonymousRows : null,
  };
}

/** Files without any sale: how many customers or products they list, and what a file of totals says of each customer. */
async function dimensionFacts(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<ImportFacts> {
  const parts = partsOf(sources);
  const kind = parts.find((part) => part.kind === 'customers')?.kind ?? parts[0]?.kind;
  const counted = parts.filter((part) => part.kind === kind);
  const directory = directoryOf(parts);
  const lists = counted.flatMap((part) => {
    const key = kind === 'customers' ? customerKey(part, directory) : null;
    if (!key) return [];
    const totals = totalsOf(part.columns);
    const number = (column: string | undefined): Sql => (column ? ident(column) : sql`null`);
    return [
      sql`select ${key} as "key", ${number(totals?.orders)} as "orders", ${number(totals?.amount)} as "amount",
          cast(${number(totals?.lastOrder)} as date) as "last"
        from ${withNumbers(relation(schema, part), schema, part, directory)}`,
    ];
  });
  const [found] =
    lists.length > 0
      ? await engine.query<Partial<ImportFacts>>(
          sql`select count(distinct "key") as "customers", sum("orders") as "orders",
              cast(sum("amount") as decimal(18, 4)) as "revenue", max("last") as "lastDate"
            from (${join(lists, '\nunion all\n')})`,
          signal,
        )
      : [];
  return {
    grain: kind === 'customers' ? 'customer' : kind === 'products' ? 'product' : 'other',
    rows: counted.flatMap((part) => part.sources).reduce((total, { rowsLoaded }) => total + rowsLoaded, 0),
    customers: found?.customers ?? null,
    orders: found?.orders ?? null,
    firstDate: null,
    lastDate: found?.lastDate ?? null,
    revenue: found?.revenue ?? null,
    anonymousRows: null,
  };
}
