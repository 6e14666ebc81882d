import type { Engine } from '../../engine/engine.js';
import { sql, type Sql } from '../../engine/sql.js';
import { currencySigns } from './currency-signs.js';
import { directoryOf, type Directory } from './customer-numbers.js';
import { readLines, type LineReading } from './line-reading.js';
import { sharedKey } from './lookups.js';
import { partsOf, salesParts, type Part } from './parts.js';
import { findSharedOrders, type SharedOrders } from './shared-orders.js';
import { salesColumns, type SalesColumn } from './sales-columns.js';
import type { Source } from '../source.js';
import { finalMerges, noChoices, type CustomerMerge, type WarehouseChoices } from './warehouse-choices.js';

/** Files whose rows become rows of `sales`, and how they are read. */
export interface LinePart extends Part {
  readonly reading: LineReading;
}

/** How `sales` is put together from the files: all that needs a look at the data is settled here. */
export interface SalesPlan {
  readonly schema: string;
  readonly lines: readonly LinePart[];
  /** The files in which the lines find their order, customer and product; several where they have different columns. */
  readonly orders: readonly Part[];
  readonly customers: readonly Part[];
  readonly products: readonly Part[];
  /** What tells the customers' numbers to files that know only their addresses. */
  readonly directory: Directory | null;
  readonly columns: readonly SalesColumn[];
  /** Customer numbers that stand for another one; each `to` is final. */
  readonly merges: readonly CustomerMerge[];
  readonly sharedOrders: SharedOrders;
  /** ISO 4217 code; null when it is unknown, and when there are several: no sign stands for all. */
  readonly currency: string | null;
}

/** Plans `sales` from the sources; null when no file has anything that can be sold or counted by day. */
export async function planSales(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
  choices: WarehouseChoices = noChoices,
): Promise<SalesPlan | null> {
  const parts = partsOf(sources);
  const found = salesParts(parts);
  if (found.length === 0) return null;
  const beside = (kind: Part['kind'], many: readonly Part[]): Part[] =>
    parts.filter(
      (part) => part.kind === kind && !found.includes(part) && many.some((each) => sharedKey(each, part)),
    );
  const orders = beside('orders', found);
  const customers = beside('customers', [...found, ...orders]);
  const products = beside('products', found);
  const lines: LinePart[] = [];
  for (const part of found) {
    lines.push({ ...part, reading: await readLines(engine, schema, part, orders, signal) });
  }
  const sharedOrders = await findSharedOrders(engine, schema, lines, orders.length > 0, signal);
  const [currency = null, ...others] = sources.map(currencySigns).find((codes) => codes.length > 0) ?? [];
  const joined = [...lines, ...orders, ...customers, ...products];
  return {
    schema,
    lines,
    orders,
    customers,
    products,
    directory: directoryOf(parts),
    columns: await salesColumns(engine, schema, joined, signal),
    merges: finalMerges(choices.merges),
    sharedOrders,
    currency: others.length === 0 ? currency : null,
  };
}

/** Whether some line can be cancelled: `sales` then has a column `is_cancelled`. */
export function hasCancelled({ lines }: Pick<SalesPlan, 'lines'>): boolean {
  return lines.some(({ reading }) => reading.returns.cancelWords.length > 0);
}

/**
 * Whether an order is concluded, as an aggregate over its lines in `sales`: not all of them returned or cancelled, and
 * something paid. An order of zero counts where the file tells amounts (paid by voucher, say); where it tells prices, all
 * was given away.
 */
export function isConcluded(plan: SalesPlan): Sql {
  const hasPrices = plan.lines.some(({ columns }) => columns.unit_price !== undefined);
  return concludedBy(hasCancelled(plan), hasPrices);
}

/** The same over lines of a table that is known by its columns. */
export function concludedBy(hasCancelledLines: boolean, hasPrices: boolean): Sql {
  const paid = sql`coalesce(sum(amount), 0)`;
  const undone = hasCancelledLines ? sql`is_return or is_cancelled` : sql`is_return`;
  return sql`not bool_and(${undone}) and ${hasPrices ? sql`${paid} > 0` : sql`${paid} >= 0`}`;
}
