import type { CanonicalColumn } from '../core/warehouse.js';
import type { ColumnType } from '../core/tables.js';
import type { Engine } from '../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { uniqueName } from '../core/ids.js';
import { partsOf, salesParts, type Part } from './parts.js';
import type { Role } from './roles.js';
import type { Source } from './source.js';

/** A column of `sales` that a role gives, or that a file has of its own. */
export interface SalesColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly canonical?: CanonicalColumn;
  /** The files that have it, best first: the line's own value, then its order's, customer's, product's. */
  readonly from: readonly { readonly part: Part; readonly column: string }[];
}

/** How `sales` is put together from the files: all that needs a look at the data is settled here. */
export interface SalesPlan {
  readonly schema: string;
  readonly lines: readonly Part[];
  readonly orders: Part | null;
  readonly customers: Part | null;
  readonly products: Part | null;
  readonly columns: readonly SalesColumn[];
  /** The amount column repeats the order's total on each line: it must not be summed over lines. */
  readonly repeatedTotals: boolean;
  /** Most order numbers are digits, so that a leading `C` or `AV` marks a credit note. */
  readonly creditPrefixes: boolean;
  /** How the discount column is to be taken off when the amount is computed. */
  readonly discount: 'none' | 'amount' | 'share' | 'percent';
  readonly currency: string | null;
}

/** Canonical dimensions and the role that gives each. */
const dimensions: readonly (readonly [CanonicalColumn, Role])[] = [
  ['category', 'category'],
  ['channel', 'channel'],
  ['region', 'region'],
  ['city', 'city'],
  ['country', 'country'],
  ['customer_name', 'customer_name'],
  ['customer_type', 'customer_type'],
  ['acquisition_source', 'acquisition_source'],
  ['signup_date', 'signup_date'],
  ['salesperson', 'salesperson'],
  ['campaign', 'campaign'],
  ['payment_method', 'payment_method'],
  ['status', 'status'],
  ['loyalty_card', 'loyalty_card'],
];

/** Every name that `sales` gives a meaning of its own. */
const reserved = [
  'order_id',
  'customer_id',
  'order_date',
  'amount',
  'quantity',
  'is_return',
  'unit_price',
  'cost',
  'product_id',
  'product',
  ...dimensions.map(([name]) => name),
];

/** Plans `sales` from the sources; null when no file has anything that can be sold or counted by day. */
export async function planSales(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<SalesPlan | null> {
  const parts = partsOf(sources);
  const lines = salesParts(parts);
  const first = lines[0];
  if (!first) return null;
  const beside = (kind: Part['kind']): Part | null =>
    parts.find((part) => part.kind === kind && !lines.includes(part)) ?? null;
  const orders = lines.some(({ columns }) => columns.order_id) ? beside('orders') : null;
  const hasCustomer = [...lines, ...(orders ? [orders] : [])].some(({ columns }) => columns.customer_id);
  const customers = hasCustomer ? beside('customers') : null;
  const products = lines.some(({ columns }) => columns.product_id ?? columns.product_name)
    ? beside('products')
    : null;
  const joined = [...lines, orders, customers, products].filter((part) => part !== null);
  return {
    schema,
    lines,
    orders,
    customers,
    products,
    columns: [...mappedColumns(joined), ...(await ownColumns(engine, schema, joined, signal))],
    ...(await lineTraits(engine, schema, first, signal)),
    currency: sources.find(({ currency }) => currency)?.currency ?? null,
  };
}

/**
 * Whether an order is concluded, as an aggregate over its lines in `sales`: not all of them returns, and something paid.
 * An order of zero counts where the file tells amounts (paid by voucher, say); where it tells prices, all was given away.
 */
export function isConcluded(plan: SalesPlan): Sql {
  const hasPrices = plan.lines.some(({ columns }) => columns.unit_price !== undefined);
  const paid = sql`coalesce(sum(amount), 0)`;
  return sql`not bool_and(is_return) and ${hasPrices ? sql`${paid} > 0` : sql`${paid} >= 0`}`;
}

/** A part's rows as one relation, whatever the number of its files. */
export function relation(schema: string, part: Part): Sql {
  const selects = part.sources.map(
    ({ table }) => sql`select *, rowid as "row number" from ${ident(schema)}.${ident(table)}`,
  );
  return sql`(${join(selects, '\nunion all\n')})`;
}

function mappedColumns(parts: readonly Part[]): SalesColumn[] {
  return dimensions.flatMap(([canonical, role]) => {
    const from = parts.flatMap((part) => (part.columns[role] ? [{ part, column: part.columns[role] }] : []));
    if (from.length === 0) return [];
    return [{ name: canonical, canonical, type: canonical === 'signup_date' ? 'date' : 'text', from }];
  });
}

/** Roles that `sales` carries under their canonical name, or that say nothing about a sale. */
const carried: readonly Role[] = [
  'customer_id',
  'order_id',
  'product_id',
  'product_name',
  'order_date',
  'amount',
  'quantity',
  'unit_price',
  'unit_cost',
  'email',
  'phone',
  'referrer',
  'ticket_id',
  'verbatim',
  'currency',
  ...dimensions.map(([, role]) => role),
];

/** Columns without a canonical name that are worth grouping by or summing: numbers, and texts of 2 to 200 values. */
async function ownColumns(
  engine: Engine,
  schema: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const found: SalesColumn[] = [];
  for (const part of parts) {
    const candidates = part.sources[0]!.columns.filter(
      ({ role, type }) =>
        (role === null || !carried.includes(role)) && type !== 'date' && type !== 'timestamp',
    );
    const texts = candidates.filter(({ type }) => type === 'text');
    const counts = new Map<string, number>();
    if (texts.length > 0) {
      const selected = texts.map(
        ({ name }, index) => sql`approx_count_distinct(${ident(name)}) as ${ident(`n${index}`)}`,
      );
      const rows = await engine.query<Record<string, number>>(
        sql`select ${list(selected)} from ${relation(schema, part)}`,
        signal,
      );
      texts.forEach(({ name }, index) => counts.set(name, rows[0]?.[`n${index}`] ?? 0));
    }
    for (const { name, type } of candidates) {
      const distinct = counts.get(name) ?? 2;
      if (distinct < 2 || distinct > 200) continue;
      const own = uniqueName(name, [...reserved, ...found.map((column) => column.name)]);
      found.push({ name: own, type, from: [{ part, column: name }] });
    }
  }
  return found;
}

type Traits = Pick<SalesPlan, 'repeatedTotals' | 'creditPrefixes' | 'discount'>;

/** Facts about the line file that decide how amounts and returns are read. */
async function lineTraits(engine: Engine, schema: string, part: Part, signal?: AbortSignal): Promise<Traits> {
  const { order_id: order, amount, quantity, unit_price: price, discount } = part.columns;
  const rows = relation(schema, part);
  const traits = { repeatedTotals: false, creditPrefixes: false, discount: 'none' as const };
  if (!order && !discount) return traits;
  const number = (column: string): Sql => sql`cast(${ident(column)} as double)`;
  const product = quantity && price ? sql`${number(quantity)} * ${number(price)}` : sql`null::double`;
  const [sample] = await engine.query<{
    digits: number;
    ids: number;
    off: number;
    largest: number;
    asShare: number;
  }>(
    sql`select
        ${order ? sql`count_if(regexp_full_match(cast(${ident(order)} as varchar), '[0-9]+'))` : sql`0`} as "digits",
        count(*) as "ids",
        ${amount ? sql`count_if(abs(${number(amount)} - ${product}) > 0.011 * greatest(1, abs(${product})))` : sql`0`} as "off",
        ${discount ? sql`max(abs(${number(discount)}))` : sql`0`} as "largest"
      from (select * from ${rows} limit 20000)`,
    signal,
  );
  const { digits = 0, ids = 0, off = 0, largest = 0 } = sample ?? {};
  const lineAmounts = amount && quantity && price && off < 0.05 * ids;
  return {
    creditPrefixes: digits > 0.5 * ids,
    discount: discount ? discountKind(largest, discount) : 'none',
    repeatedTotals:
      order && amount && !lineAmounts ? await hasRepeatedTotals(engine, rows, order, amount, signal) : false,
  };
}

function discountKind(largest: number, header: string): SalesPlan['discount'] {
  if (largest <= 1) return 'share';
  return largest <= 100 && /pct|percent|taux|rate|%/i.test(header) ? 'percent' : 'amount';
}

/** One amount for all lines of each order that has several: it is the order's total. */
async function hasRepeatedTotals(
  engine: Engine,
  rows: Sql,
  order: string,
  amount: string,
  signal?: AbortSignal,
): Promise<boolean> {
  // Most files show in their first rows that they do not.
  const first = await sameAmounts(engine, sql`(select * from ${rows} limit 20000)`, order, amount, signal);
  if (!first.isConstant) return false;
  const all = await sameAmounts(engine, rows, order, amount, signal);
  return all.several >= 3 && all.isConstant;
}

/** Orders of several lines, and whether all lines of each have one amount. */
async function sameAmounts(
  engine: Engine,
  rows: Sql,
  order: string,
  amount: string,
  signal?: AbortSignal,
): Promise<{ several: number; isConstant: boolean }> {
  const [found] = await engine.query<{ several: number; constant: number }>(
    sql`select count(*) as "several", count_if("low" = "high") as "constant" from (
        select min(${ident(amount)}) as "low", max(${ident(amount)}) as "high" from ${rows}
        group by ${ident(order)} having count(*) > 1)`,
    signal,
  );
  const { several = 0, constant = 0 } = found ?? {};
  return { several, isConstant: constant === several };
}
