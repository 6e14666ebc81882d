import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import truths from '../../sample-data/twins/truth.json' with { type: 'json' };
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { warehouseRepairs } from '../../src/data/warehouse/warehouse-repairs.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { Sql } from '../../src/engine/sql.js';
import type { Warehouse } from '../../src/core/warehouse.js';
import type { ImportFacts, Repair } from '../../src/data/source.js';
import { Bench } from './support.js';

const folder = join(import.meta.dirname, '../../sample-data/twins');
const files = readdirSync(folder).filter((name) => name.endsWith('.csv') && Object.hasOwn(truths, name));

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

interface Truth {
  readonly sales: {
    readonly revenue: number;
    readonly orders: number;
    readonly customers: number;
    readonly anonymous_rows: number;
    readonly first_date: string;
    readonly last_date: string;
  } | null;
  readonly warehouse_repairs: Readonly<Record<string, number>>;
}
const truthOf = (name: string): Truth => new Map<string, Truth>(Object.entries(truths)).get(name)!;

async function build(
  name: string,
): Promise<{ facts: ImportFacts; warehouse: Warehouse; repairs: readonly Repair[] }> {
  const { engine, schema } = bench;
  await engine.useSchema('main');
  await dropSchema(engine, schema);
  await createSchema(engine, schema);
  await engine.useSchema(schema);
  const source = await bench.load(new Uint8Array(readFileSync(join(folder, name))), { name });
  const plan = await planSales(engine, schema, [source]);
  const facts = await importFacts(engine, schema, [source], plan);
  const warehouse = await buildWarehouse(engine, schema, [source], plan);
  const repairs = (await warehouseRepairs(engine, schema, [source], plan)).get(source.id) ?? [];
  return { facts, warehouse, repairs };
}

describe.each(files)('%s', (name) => {
  test('gives the sales and the repairs that were planted', async () => {
    const { facts, warehouse, repairs } = await build(name);
    const { sales, warehouse_repairs: planted } = truthOf(name);
    const counted = Object.entries(planted).filter(([, count]) => count > 0);
    expect(Object.fromEntries(repairs.map(({ code, count }) => [code, count]))).toEqual(
      Object.fromEntries(counted),
    );
    if (!sales) return;
    expect(facts).toMatchObject({
      revenue: expect.closeTo(sales.revenue, 6),
      orders: sales.orders,
      customers: sales.customers,
      anonymousRows: sales.anonymous_rows,
      firstDate: sales.first_date,
      lastDate: sales.last_date,
    });
    expect(warehouse.anonymousLines).toBe(sales.anonymous_rows);
  });
});

test('regions_sales.csv: revenue by region, to the cent', async () => {
  await build('regions_sales.csv');
  const rows = await bench.engine.query<{ region: string; revenue: number }>(
    new Sql('select region, cast(sum(amount) as double) as revenue from sales group by 1 order by 1'),
  );
  expect(Object.fromEntries(rows.map(({ region, revenue }) => [region, revenue]))).toEqual(
    truths['regions_sales.csv'].extra.revenue_by_region,
  );
});

test('agrege.csv: the customers with their sums, and no sale', async () => {
  const { warehouse, facts } = await build('agrege.csv');
  const { totals, extra } = truths['agrege.csv'];
  expect(warehouse).toMatchObject({
    hasCustomerTotals: true,
    asOf: extra.last_last_order,
    rows: { customers: extra.customers },
  });
  expect(facts).toMatchObject({
    grain: 'customer',
    orders: totals['Nb commandes'],
    revenue: expect.closeTo(totals['CA total'], 6),
  });
});
