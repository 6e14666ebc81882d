import type { Role } from '../../../src/data/roles/roles.js';
import { importFacts } from '../../../src/data/warehouse/facts.js';
import { planSales } from '../../../src/data/warehouse/sales-plan.js';
import type { Source } from '../../../src/data/source.js';
import { ident, sql } from '../../../src/engine/sql.js';
import { drop, expectedOf, toldOf } from '../corpus/check.js';
import type { Entry } from '../corpus/entry.js';
import type { Bench } from '../support.js';

/** A file as the world makes them, with everything that an analyst would check after loading it. */
export type Outside = Entry & Truth;

interface Truth {
  /** What columns mean; those that are not named may mean anything. */
  readonly roles?: Readonly<Record<string, Role | null>>;
  /** Sums of columns, exact to the cent. */
  readonly sums?: Readonly<Record<string, number>>;
  /** What the warehouse makes of the file. */
  readonly sales?: Sales;
}

interface Sales {
  readonly revenue: number | null;
  readonly orders: number | null;
  readonly customers: number | null;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** Loads a file through to the warehouse and tells what became of it. */
export async function outcome(bench: Bench, entry: Outside): Promise<unknown> {
  const source = await drop(bench, entry);
  if ('refused' in source) return source;
  return {
    ...(await toldOf(bench, entry, source)),
    roles: rolesOf(source, Object.keys(entry.roles ?? {})),
    sums: await sumsOf(bench, source, Object.keys(entry.sums ?? {})),
    sales: entry.sales ? await salesOf(bench, source) : null,
  };
}

/** What an entry says, complete. */
export function expected(entry: Outside): unknown {
  if ('refused' in entry) return expectedOf(entry);
  const { roles = {}, sums = {}, sales = null } = entry;
  return { ...expectedOf(entry), roles, sums, sales };
}

function rolesOf({ columns }: Source, names: readonly string[]): Record<string, Role | null | undefined> {
  return Object.fromEntries(
    names.map((name) => [name, columns.find((column) => column.name === name)?.role]),
  );
}

async function sumsOf(
  bench: Bench,
  source: Source,
  names: readonly string[],
): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const name of names) {
    const { rows } = await bench.engine.table(
      sql`select cast(round(sum(${ident(name)}) * 100) as bigint) from ${ident(bench.schema)}.${ident(source.table)}`,
    );
    sums[name] = Number(rows[0]?.[0]) / 100;
  }
  return sums;
}

async function salesOf({ engine, schema }: Bench, source: Source): Promise<Sales> {
  const plan = await planSales(engine, schema, [source]);
  const { revenue, orders, customers, firstDate, lastDate } = await importFacts(
    engine,
    schema,
    [source],
    plan,
  );
  return {
    revenue: revenue === null ? null : Math.round(revenue * 100) / 100,
    orders,
    customers,
    firstDate,
    lastDate,
  };
}
