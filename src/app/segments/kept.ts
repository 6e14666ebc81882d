import type { Warehouse } from '../../core/warehouse.js';
import { scopedTables } from '../../data/warehouse/scope.js';
import type { Engine } from '../../engine/engine.js';
import { sql } from '../../engine/sql.js';
import { withTables } from '../../engine/with-tables.js';
import type { NotebookFilter } from '../../notebook/document.js';

/** How much of the data a filter leaves; null where there is no such table. */
export interface Kept {
  readonly lines: number | null;
  readonly customers: number | null;
}

/** Counts what the filter leaves: sales lines, and customers with a concluded order. */
export async function countKept(
  engine: Engine,
  { filters, segment }: NotebookFilter,
  warehouse: Warehouse,
  signal: AbortSignal,
): Promise<Kept> {
  const tables = scopedTables({ filters, members: segment === null ? [] : [segment] }, warehouse);
  const lines = warehouse.rows.sales === undefined ? sql`null` : sql`(select count(*) from sales)`;
  const customers =
    warehouse.rows.customers === undefined
      ? sql`null`
      : sql`(select count(*) from customers where orders >= 1)`;
  const [kept] = await engine.query<Kept>(
    withTables(tables, sql`select ${lines} as lines, ${customers} as customers`),
    signal,
  );
  return kept ?? { lines: null, customers: null };
}
