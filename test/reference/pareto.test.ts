import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { paramsSchema, type ParetoParams } from '../../src/analyses/pareto/params.js';
import { runPareto, type ParetoResult } from '../../src/analyses/pareto/run.js';
import { emptyWarehouse, type Field, type Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { canCompare, loadOnlineRetail, readReference } from './online-retail.js';

/** One data set of the published results (computed with pandas; shares compared to 1e-9, counts exactly). */
interface Published {
  n: number;
  total: number;
  top_share: Record<string, { k_ceil: number; share_ceil: number }>;
  customers_for_50pct_revenue: { k: number; share_of_customers: number };
  customers_for_80pct_revenue: { k: number; share_of_customers: number };
  customers_for_95pct_revenue: { k: number; share_of_customers: number };
  gini_population: number;
  abc_inclusive: { A: number; B: number; C: number };
}

const fields: readonly Field[] = [
  { name: 'customer_id', type: 'text', canonical: 'customer_id' },
  { name: 'product_id', type: 'text', canonical: 'product_id' },
  { name: 'amount', type: 'number', canonical: 'amount' },
];

async function expectPublished(
  engine: NodeEngine,
  warehouse: Warehouse,
  name: string,
  by: string,
): Promise<void> {
  const published = (JSON.parse(readReference('results/pareto.json')) as Record<string, Published>)[name]!;
  const run = (change: Partial<ParetoParams>): Promise<ParetoResult> => {
    const params = v.parse(paramsSchema, { by, ...change });
    return runPareto(engine, params, { dialect: engine.dialect, warehouse }, new AbortController().signal);
  };
  for (const [topShare, expected] of Object.entries(published.top_share)) {
    const { summary } = await run({ topShare: Number(topShare) });
    expect(summary.top_items).toBe(expected.k_ceil);
    expect(summary.top_share).toBeCloseTo(expected.share_ceil, 9);
  }
  for (const percent of [50, 80, 95] as const) {
    const { summary } = await run({ targetShare: percent / 100 });
    const expected = published[`customers_for_${percent}pct_revenue`];
    expect(summary.items_for_target).toBe(expected.k);
    expect(summary.items_for_target_share).toBeCloseTo(expected.share_of_customers, 9);
  }
  const { summary, classes, curve } = await run({});
  expect(summary.items).toBe(published.n);
  expect(summary.total).toBeCloseTo(published.total, 2);
  expect(summary.gini).toBeCloseTo(published.gini_population, 9);
  const { A, B, C } = published.abc_inclusive;
  expect(classes.map((row) => row.items)).toEqual([A, B, C]);
  expect(curve.length).toBeLessThanOrEqual(1000);
}

describe.skipIf(!canCompare)('the published Pareto figures come out', () => {
  test('UCI Online Retail by customer: 20 % hold 74.617 %, 1,133 make 80 %, Gini 0.7151', async () => {
    const engine = await NodeEngine.start();
    const warehouse = { ...(await loadOnlineRetail(engine)), fields };
    await engine.run(sql`create table sales as select * from orders`);
    await expectPublished(engine, warehouse, 'online_retail_2010_2011', 'customer');
  });

  test('UCI Online Retail by product', async () => {
    const engine = await NodeEngine.start();
    const packed = join(
      import.meta.dirname,
      '../../../shared/reference/data/online_retail/online_retail_2010_2011.csv.gz',
    );
    await engine.addFile('lines.csv', gunzipSync(readFileSync(packed)));
    // The published figures leave out cancellations, lines without a customer, and free or returned goods.
    await engine.run(sql`create table sales as
      select stock_code as product_id, customer_id, cast(quantity * unit_price as decimal(18, 4)) as amount
      from read_csv('in/lines.csv', header = true, delim = ',', quote = '"', columns = {
        'invoice_no': 'varchar', 'stock_code': 'varchar', 'description': 'varchar', 'quantity': 'bigint',
        'invoice_date': 'timestamp', 'unit_price': 'decimal(18, 4)', 'customer_id': 'varchar', 'country': 'varchar'
      })
      where customer_id is not null and invoice_no not like 'C%' and quantity > 0 and unit_price > 0`);
    await expectPublished(
      engine,
      { ...emptyWarehouse, fields },
      'online_retail_2010_2011_products',
      'product',
    );
  });

  test('orders of the R package rfm by customer', async () => {
    const engine = await NodeEngine.start();
    const file = readReference('data/rfm_pkg/rfm_data_orders.csv');
    await engine.addFile('rfm.csv', new TextEncoder().encode(file));
    await engine.run(sql`create table sales as
      select customer_id, cast(revenue as decimal(18, 4)) as amount
      from read_csv('in/rfm.csv', header = true, delim = ',', quote = '"', all_varchar = true)`);
    await engine.run(sql`create table customers as
      select customer_id, count(*) as orders, sum(amount) as amount
      from sales
      group by customer_id`);
    await expectPublished(engine, { ...emptyWarehouse, fields }, 'rfm_data_orders', 'customer');
  });
});
