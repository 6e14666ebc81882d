import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import clusters from '../../src/analyses/clusters/index.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

const buy = (customer_id: string, days: number, amount: number): SalesRow => ({
  order_id: `${customer_id}-${days}`,
  customer_id,
  order_date: new Date(Date.UTC(2024, 2, 31 - days)).toISOString().slice(0, 10),
  amount,
});
/** Two groups far apart, and one customer who sent back more than is known to be bought. */
const shop: readonly SalesRow[] = [
  ...[0, 1, 2].flatMap((one) => [0, 1, 2, 3].map((order) => buy(`big${one}`, one + order, 250))),
  ...[0, 1, 2].map((one) => buy(`small${one}`, 300 + one, 10)),
  buy('back', 5, 20),
  buy('back', 4, -50),
];

async function analyse(rows: readonly SalesRow[], given: v.InferInput<typeof clusters.params> = {}) {
  const context = { dialect: engine.dialect, warehouse: await makeWarehouse(engine, rows) };
  const params = v.parse(clusters.params, given);
  const result = await clusters.run(engine, params, context, new AbortController().signal);
  const own = clusters.ownTable?.(result, params, context);
  const customers = own ? await engine.query<{ customer_id: string; cluster: number }>(own) : [];
  return { params, result, customers };
}

test('two groups are found, numbered by amount, counted and named; who has no logarithm is left out', async () => {
  const { result, params, customers } = await analyse(shop);
  expect(customers).toEqual([
    ...[0, 1, 2].map((one) => ({ customer_id: `big${one}`, cluster: 1 })),
    ...[0, 1, 2].map((one) => ({ customer_id: `small${one}`, cluster: 2 })),
  ]);
  const [table, diagnostics] = clusters.tables(result, params);
  expect(table?.rows).toEqual([
    [1, 'best', 3, 0.5, 3000 / 3030, 1, 4, 1000],
    [2, 'lapsed_small', 3, 0.5, 30 / 3030, 301, 1, 10],
  ]);
  expect(diagnostics?.rows.map(([k]) => k)).toEqual([2, 3, 4, 5, 6]);
  expect(result).toMatchObject({ customers: 6, belowZero: 1, bySilhouette: 2 });
  const plain = renderView(clusters.View, { result, params }, 'en', 'EUR').replace(/\s/g, ' ');
  expect(plain).toContain('3 customers, 50.0%; 99.0% of revenue; bought 1 day ago on average');
  expect(plain).toContain('1 customer whose returns outweigh the purchases is left out.');
});

test('the same data give the same clusters again, whatever the order of the lines', async () => {
  const once = await analyse(shop, { k: 3, features: ['basket', 'tenure', 'rhythm'] });
  const again = await analyse(shop.toReversed(), { k: 3, features: ['basket', 'tenure', 'rhythm'] });
  expect(again.result).toEqual(once.result);
  expect(again.customers).toEqual(once.customers);
});

test.each(['fr', 'en'] as const)('nobody, or one customer, makes no cluster (%s)', async (locale) => {
  for (const rows of [[], [buy('one', 3, 5)]]) {
    const { result, params, customers } = await analyse(rows);
    expect(customers).toEqual([]);
    expect(renderView(clusters.View, { result, params }, locale)).toContain(
      locale === 'fr' ? 'au moins deux clients différents' : 'at least two different customers',
    );
  }
});
