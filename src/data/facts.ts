import type { Engine } from '../engine/engine.js';
import { ident, sql } from '../engine/sql.js';
import { partsOf, type Part } from './parts.js';
import type { SalesPlan } from './sales-plan.js';
import { salesQuery, salesShape } from './sales.js';
import type { ImportFacts, Source } from './source.js';

interface Counts {
  readonly rows: number;
  readonly customers: number;
  readonly orders: number;
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
  const [counts] = await engine.query<Counts>(
    sql`select count(*) as "rows", count(distinct customer_id) as "customers", count(distinct order_id) as "orders",
        min(order_date) as "firstDate", max(order_date) as "lastDate", sum(amount) as "revenue",
        count(*) - count(customer_id) as "anonymousRows"
      from (${salesQuery(plan)})`,
    signal,
  );
  if (!counts) throw new Error('counts gave no row');
  const { rows, orders } = counts;
  const isOrder =
    plan.lines.every(({ columns }) => !columns.product_id && !columns.product_name) && orders === rows;
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

/** Files without any sale: how many customers or products they list. */
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
  const table = part?.sources[0]?.table;
  let customers: number | null = null;
  if (key && table) {
    const [found] = await engine.query<{ customers: number }>(
      sql`select count(distinct ${ident(key)}) as "customers" from ${ident(schema)}.${ident(table)}`,
      signal,
    );
    customers = found?.customers ?? null;
  }
  const grain = {
    customers: 'customer',
    products: 'product',
    lines: 'order_line',
    orders: 'order',
    events: 'other',
    other: 'other',
  } as const;
  return {
    grain: grain[part?.kind ?? 'other'],
    rows,
    customers,
    orders: null,
    firstDate: null,
    lastDate: null,
    revenue: null,
    anonymousRows: null,
  };
}
