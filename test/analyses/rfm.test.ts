import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import rfm from '../../src/analyses/rfm/index.js';
import type { RfmResult } from '../../src/analyses/rfm/run.js';
import { boxesFor, segmentBoxes, segmentIds } from '../../src/analyses/rfm/segments.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

/** One row per customer: days before 31 March 2024 of each order, and the amount of each. */
function orders(customer: string | null, daysAgo: readonly number[], amount: number): SalesRow[] {
  return daysAgo.map((days, index) => ({
    order_id: `${customer}-${index}`,
    customer_id: customer,
    order_date: new Date(Date.UTC(2024, 2, 31 - days)).toISOString().slice(0, 10),
    amount,
  }));
}

/** Five customers whose scores are computed by hand below. */
const five: SalesRow[] = [
  ...orders('a', [0, 1, 2, 3, 4], 10),
  { order_id: 'a-return', customer_id: 'a', order_date: '2024-03-30', amount: -5 },
  ...orders('b', [10, 11, 12, 13], 10),
  ...orders('c', [20, 21, 22], 10),
  ...orders('d', [30, 31], 10),
  ...orders('e', [40], 100),
];

async function analyse(rows: readonly SalesRow[], given: Record<string, unknown> = {}) {
  const context = { dialect: engine.dialect, warehouse: await makeWarehouse(engine, rows) };
  const params = v.parse(rfm.params, given);
  const result = await rfm.run(engine, params, context, new AbortController().signal);
  const { table } = rfm.sql(params, context);
  const customers = table ? await engine.query<Record<string, unknown>>(table) : [];
  return { params, result, customers };
}

function countsOf(result: RfmResult): Record<string, number> {
  return Object.fromEntries(
    result.segments.filter((row) => row.customers > 0).map((row) => [row.segment, row.customers]),
  );
}

test('five customers get the scores and segments computed by hand', async () => {
  const { result, params, customers } = await analyse(five);
  // Recency 0…40 is cut at 8, 16, 24, 32; frequency 1…5 at 1.8, 2.6, 3.4, 4.2; amounts 20, 30, 40, 45, 100 at 28, 36, 42, 56.
  const row = (
    customer_id: string,
    recency_days: number,
    frequency: number,
    monetary: number,
    rfm: string,
  ) => ({
    customer_id,
    recency_days,
    frequency,
    monetary,
    r: Number(rfm[0]),
    f: Number(rfm[1]),
    m: Number(rfm[2]),
    rfm,
  });
  expect(customers).toEqual([
    { ...row('a', 0, 5, 45, '554'), segment: 'champions' },
    { ...row('b', 10, 4, 40, '443'), segment: 'loyal_customers' },
    { ...row('c', 20, 3, 30, '332'), segment: 'need_attention' },
    { ...row('d', 30, 2, 20, '221'), segment: 'hibernating' },
    { ...row('e', 40, 1, 100, '115'), segment: 'hibernating' },
  ]);
  expect(result.asOf).toBe('2024-03-31');
  const [segments, grid, cuts] = rfm.tables(result, params);
  expect(segments?.columns.map((column) => column.name)).toEqual([
    'segment',
    'customers',
    'customer_share',
    'revenue',
    'revenue_share',
    'recency_days',
    'frequency',
    'monetary',
  ]);
  expect(segments?.rows.map((values) => values[0])).toEqual([...segmentIds]);
  expect(segments?.rows[0]).toEqual(['champions', 1, 0.2, 45, 45 / 235, 0, 5, 45]);
  expect(segments?.rows[3]).toEqual(['new_customers', 0, 0, 0, 0, null, null, null]);
  expect(segments?.rows[9]).toEqual(['hibernating', 2, 0.4, 120, 120 / 235, 35, 1.5, 60]);
  expect(grid?.rows).toHaveLength(25);
  expect(grid?.rows).toContainEqual([5, 5, 1, 45]);
  expect(grid?.rows).toContainEqual([5, 1, 0, 0]);
  expect(cuts?.rows.slice(0, 6)).toEqual([
    ['recency', 1, 32, 40],
    ['recency', 2, 24, 32],
    ['recency', 3, 16, 24],
    ['recency', 4, 8, 16],
    ['recency', 5, 0, 8],
    ['frequency', 1, 1, 1.8],
  ]);
  expect(cuts?.rows.slice(10)).toEqual([
    ['monetary', 1, 20, 28],
    ['monetary', 2, 28, 36],
    ['monetary', 3, 36, 42],
    ['monetary', 4, 42, 56],
    ['monetary', 5, 56, 100],
  ]);
});

test('orders after the as-of date are ignored in recency, frequency and amount', async () => {
  const { result, customers } = await analyse(five, { asOf: '2024-03-20' });
  // a has only later orders; b keeps the orders of 19, 18 … March: 10 to 13 days before the 31st are 21 to 18 March.
  expect(
    customers.map((row) => [row['customer_id'], row['recency_days'], row['frequency'], row['monetary']]),
  ).toEqual([
    ['b', 0, 3, 30],
    ['c', 9, 3, 30],
    ['d', 19, 2, 20],
    ['e', 29, 1, 100],
  ]);
  expect(result.leftOut.later).toBe(6);
});

test('frequency may count days instead of orders', async () => {
  const twice = [...orders('a', [1, 1, 2], 10), ...orders('b', [3], 10)];
  const { customers } = await analyse(twice, { frequency: 'days' });
  expect(customers.map((row) => row['frequency'])).toEqual([2, 1]);
});

test('equal values share a score, and the result says which scores are uneven', async () => {
  const rows = ['a', 'b', 'c', 'd'].flatMap((id) => orders(id, [7], 10));
  const { result, customers, params } = await analyse([...rows, ...orders('anchor', [0], -1)]);
  expect(new Set(customers.map((row) => row['rfm']))).toEqual(new Set(['511']));
  expect(countsOf(result)).toEqual({ new_customers: 4 });
  expect(result.uneven.find((row) => row.dimension === 'frequency')).toEqual({
    dimension: 'frequency',
    empty: [2, 3, 4, 5],
    furthest: { score: 1, share: 1 },
  });
  const plain = (text: string): string => text.replace(/\s/g, ' ');
  expect(plain(renderView(rfm.View, { result, params }, 'fr'))).toContain(
    'Fréquence : le score 1 réunit 100,0 % des clients, au lieu de 20 % à parts égales, les scores 2, 3, 4, 5 restent vides : des clients de même valeur reçoivent toujours le même score.',
  );
  expect(plain(renderView(rfm.View, { result, params }, 'en'))).toContain(
    'Frequency: score 1 holds 100.0% of customers, where an equal part would be 20%, scores 2, 3, 4, 5 stay empty: customers with the same value always get the same score.',
  );
});

test('anonymous, undated and returned orders make nobody a customer, and are counted', async () => {
  const { result, customers } = await analyse([
    ...orders('a', [5], 20),
    ...orders(null, [1], 99),
    { order_id: 'undated', customer_id: 'a', order_date: null, amount: 7 },
    { order_id: 'only-return', customer_id: 'r', order_date: '2024-03-31', amount: -7 },
    { order_id: 'free', customer_id: 'free', order_date: '2024-03-31', amount: 0 },
  ]);
  expect(customers).toEqual([
    {
      customer_id: 'a',
      recency_days: 5,
      frequency: 1,
      monetary: 20,
      r: 5,
      f: 1,
      m: 1,
      rfm: '511',
      segment: 'new_customers',
    },
  ]);
  expect(result.leftOut).toEqual({ anonymous: 1, undated: 1, later: 0 });
});

test('without rows there are ten empty segments and a sentence', async () => {
  const { result, params, customers } = await analyse([]);
  expect(customers).toEqual([]);
  expect(result.asOf).toBeNull();
  expect(result.segments.map((row) => row.customers)).toEqual(new Array(10).fill(0));
  expect(result.segments[0]?.customer_share).toBeNull();
  expect(result.grid).toHaveLength(25);
  expect(renderView(rfm.View, { result, params }, 'fr')).toContain('Aucun client n’a de commande conclue');
  expect(renderView(rfm.View, { result, params }, 'en')).not.toContain('<svg');
});

test('own thresholds replace the quantiles of their dimension only', async () => {
  const { result, customers } = await analyse(five, {
    bins: 3,
    method: 'thresholds',
    rCuts: [20, 5],
    fCuts: [1, 4],
  });
  // Recency 5 and below is 3, up to 20 is 2; frequency 1 is 1, up to 4 is 2; amounts keep thirds: cuts at 33.33 and 43.33.
  expect(customers.map((row) => row['rfm'])).toEqual(['333', '222', '221', '121', '113']);
  expect(
    result.scores.filter((row) => row.dimension === 'frequency').map((row) => [row.from, row.to]),
  ).toEqual([
    [1, 1],
    [1, 4],
    [4, 5],
  ]);
  expect(result.uneven).toEqual([]);
  await expect(analyse(five, { method: 'thresholds', mCuts: [10] })).rejects.toMatchObject({
    code: 'params/invalid',
  });
});

test('a value that stands exactly on a cut stays below it, whatever the rounding of 0.7 × 90', async () => {
  const rows = Array.from({ length: 91 }, (_, index) => orders(`c${index}`, [0], 100 + index)).flat();
  const { customers } = await analyse(rows, { bins: 10 });
  expect(customers.find((row) => row['monetary'] === 163)).toMatchObject({ m: 7, rfm: '10-1-7' });
  expect(customers.find((row) => row['monetary'] === 164)).toMatchObject({ m: 8 });
});

test('hostile identifiers are only values', async () => {
  const hostile = `'; drop table orders; --"`;
  const { customers } = await analyse(orders(hostile, [3], 10));
  expect(customers[0]?.['customer_id']).toBe(hostile);
});

test('the boxes cover each pair of scores exactly once, also for 3 to 10 scores', () => {
  for (let bins = 3; bins <= 10; bins += 1) {
    const cells = boxesFor(bins).map(({ r, f }) => (r[1] - r[0] + 1) * (f[1] - f[0] + 1));
    expect(cells.reduce((total, count) => total + count, 0)).toBe(bins * bins);
  }
  expect(boxesFor(5)).toEqual(segmentBoxes);
  expect(boxesFor(3).map((box) => box.segment)).not.toContain('need_attention');
});

test('params are bounded', () => {
  expect(v.parse(rfm.params, {})).toEqual({
    asOf: null,
    bins: 5,
    method: 'quantile',
    frequency: 'orders',
    ties: 'together',
    rCuts: [],
    fCuts: [],
    mCuts: [],
  });
  for (const wrong of [
    { bins: 2 },
    { bins: 11 },
    { asOf: '2023-02-31' },
    { asOf: 'hier' },
    { rCuts: [Infinity] },
  ]) {
    expect(v.safeParse(rfm.params, wrong).success).toBe(false);
  }
});

test.each(['fr', 'en'] as const)('the map and the bars are drawn as agreed (%s)', async (locale) => {
  const rows = [
    ...five,
    ...orders('f', [2], 30),
    ...orders('g', [35, 50, 60, 70, 80, 90], 20),
    ...orders('h', [12], 5),
  ];
  const { result, params } = await analyse(rows);
  const markup = renderView(rfm.View, { result, params }, locale, 'EUR');
  const [map, bars] = [...markup.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(
    ([svg]) => svg.replace(/></g, '>\n<') + '\n',
  );
  await expect(map).toMatchFileSnapshot(`../golden/rfm-map.${locale}.svg`);
  await expect(bars).toMatchFileSnapshot(`../golden/rfm-bars.${locale}.svg`);
});
