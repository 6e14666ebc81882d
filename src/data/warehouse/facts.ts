import type { Engine } from '../../engine/engine.js';
import { ident, list, sql } from '../../engine/sql.js';
import { hasTotals, partsOf, totalsOf, type Part } from './parts.js';
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
  const part: Part | undefined = parts.find(({ kind }) => kind === 'customers') ?? parts[0];
  const rows = part?.sources.reduce((total, source) => total + source.rowsLoaded, 0) ?? 0;
  const key = part?.columns.customer_id;
  const totals = part && hasTotals(part) ? totalsOf(part.columns) : null;
  const selected = [
    ...(key ? [sql`count(distinct ${ident(key)}) as "customers"`] : []),
    ...(totals
      ? [
          sql`sum(${ident(totals.orders)}) as "orders"`,
          sql`cast(sum(${ident(totals.amount)}) as decimal(18, 4)) as "revenue"`,
          sql`max(cast(${ident(totals.lastOrder)} as date)) as "lastDate"`,
        ]
      : []),
  ];
  const [found] =
    part && selected.length > 0
      ? await engine.query<Partial<ImportFacts>>(
          sql`select ${list(selected)} from ${relation(schema, part)}`,
          signal,
        )
      : [];
  return {
    grain: part?.kind === 'customers' ? 'customer' : part?.kind === 'products' ? 'product' : 'other',
    rows,
    customers: found?.customers ?? null,
    orders: found?.orders ?? null,
    firstDate: null,
    lastDate: found?.lastDate ?? null,
    revenue: found?.revenue ?? null,
    anonymousRows: null,
  };
}
