import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import strategies from '../../src/analyses/strategies/index.js';
import type { StrategiesResult } from '../../src/analyses/strategies/run.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

type Given = v.InferInput<typeof strategies.params>;
let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

async function analyse(rows: readonly SalesRow[], given: Given = {}) {
  const context = {
    dialect: engine.dialect,
    warehouse: await makeWarehouse(engine, rows, { currency: 'EUR' }),
  };
  const params = v.parse(strategies.params, given);
  const result = await strategies.run(engine, params, context, new AbortController().signal);
  const { table } = strategies.sql(params, context);
  const customers = table
    ? await engine.query<{ customer_id: string; value: number; intensity: number; strategy: string }>(table)
    : [];
  return { params, result, customers };
}
const placed = (customers: readonly { customer_id: string; strategy: string }[]): Record<string, string> =>
  Object.fromEntries(customers.map(({ customer_id, strategy }) => [customer_id, strategy]));

let number = 0;
const buy = (customer_id: string | null, order_date: string, ...amounts: number[]): SalesRow[] =>
  amounts.map((amount) => ({ order_id: `o${(number += 1)}`, customer_id, order_date, amount }));

/** The data end on 31 December 2024: a window of twelve months begins after 31 December 2023. */
const shop: readonly SalesRow[] = [
  ...buy('often-much', '2024-05-01', 50, 60, 70),
  ...buy('often-little', '2024-06-01', 5, 5, 5),
  ...buy('once-much', '2024-07-01', 200),
  ...buy('once-little', '2024-12-31', 10),
  ...buy('gone', '2023-12-31', 500),
  ...buy('only-returns', '2024-03-03', -5),
  ...buy(null, '2024-03-03', 1000),
];

test('value and intensity at their medians, by hand', async () => {
  const { result, customers } = await analyse(shop);
  // Values 180, 15, 200, 10: median 97.5. Orders 3, 3, 1, 1: median 2.
  expect(placed(customers)).toEqual({
    'often-much': 'fidelisation',
    'often-little': 'rationalisation',
    'once-much': 'reconquete',
    'once-little': 'abandon',
    gone: 'dormant',
  });
  expect(result).toMatchObject({ customers: 4, valueCut: 97.5, intensityCut: 2, asOf: '2024-12-31' });
  expect(result.cells).toEqual([
    { strategy: 'fidelisation', customers: 1, revenue: 180, revenue_share: 180 / 405 },
    { strategy: 'reconquete', customers: 1, revenue: 200, revenue_share: 200 / 405 },
    { strategy: 'rationalisation', customers: 1, revenue: 15, revenue_share: 15 / 405 },
    { strategy: 'abandon', customers: 1, revenue: 10, revenue_share: 10 / 405 },
    { strategy: 'dormant', customers: 1, revenue: 0, revenue_share: 0 },
  ]);
  // Ranks of value 3, 2, 4, 1 and of orders 3.5, 3.5, 1.5, 1.5: no correlation.
  expect(result.spearman).toBeCloseTo(0, 12);
  expect(result.sensitivity).toBe(0);
});

test('who is at the threshold is high; basket, mean, Pareto and an own threshold', async () => {
  expect(placed((await analyse(shop, { threshold: 200 })).customers)['once-much']).toBe('reconquete');
  expect(placed((await analyse(shop, { threshold: 200 })).customers)['often-much']).toBe('rationalisation');
  // Baskets 60, 5, 200, 10: median 35.
  expect((await analyse(shop, { value: 'basket' })).result.valueCut).toBe(35);
  expect((await analyse(shop, { threshold: 'mean' })).result).toMatchObject({
    valueCut: 101.25,
    intensityCut: 2,
  });
  // 200 and then 180 reach 324 of 405; 3 + 3 orders reach 6 of the 6.4 that are needed, the next has 1.
  expect((await analyse(shop, { threshold: 'pareto' })).result).toMatchObject({
    valueCut: 180,
    intensityCut: 1,
  });
});

test('days count once, and the window moves', async () => {
  expect((await analyse(shop, { intensity: 'days' })).result.intensityCut).toBe(1);
  expect((await analyse(shop, { window: 1 })).result.customers).toBe(1);
  expect((await analyse(shop, { window: 24 })).result.customers).toBe(5);
});

test('500 seeded customers equal a plain computation', async () => {
  let state = 11;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const rows = Array.from({ length: 2500 }, (_, index): SalesRow => ({
    order_id: `r${index}`,
    customer_id: `c${Math.floor(random() ** 2 * 500)}`,
    order_date: new Date(Date.UTC(2022, 0, 1) + Math.floor(random() * 1000) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    amount: Math.round((random() * 120 - 8) * 100) / 100,
  }));
  const { result, customers } = await analyse(rows);
  const asOf =
    rows
      .map((row) => String(row.order_date))
      .toSorted()
      .at(-1) ?? '';
  const since = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const people = new Map<string, { value: number; intensity: number }>();
  const bought = new Set<string>();
  for (const { customer_id, order_date, amount } of rows) {
    if (amount >= 0) bought.add(String(customer_id));
    if (String(order_date) <= since) continue;
    const one = people.get(String(customer_id)) ?? { value: 0, intensity: 0 };
    people.set(String(customer_id), {
      value: one.value + amount,
      intensity: one.intensity + (amount >= 0 ? 1 : 0),
    });
  }
  const active = [...people].filter(([, { intensity }]) => intensity > 0);
  const median = (numbers: readonly number[]): number => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  };
  const cut = {
    value: median(active.map(([, one]) => one.value)),
    intensity: median(active.map(([, one]) => one.intensity)),
  };
  const expected = Object.fromEntries(
    active.map(([id, { value, intensity }]) => {
      const isHigh = value >= cut.value - 1e-9;
      if (intensity >= cut.intensity) return [id, isHigh ? 'fidelisation' : 'rationalisation'];
      return [id, isHigh ? 'reconquete' : 'abandon'];
    }),
  );
  const found = placed(customers);
  expect(Object.fromEntries(Object.entries(found).filter(([, strategy]) => strategy !== 'dormant'))).toEqual(
    expected,
  );
  expect(result.valueCut).toBeCloseTo(cut.value, 9);
  const dormant = [...bought].filter((id) => !active.some(([other]) => other === id));
  expect(
    Object.keys(found)
      .filter((id) => found[id] === 'dormant')
      .toSorted(),
  ).toEqual(dormant.toSorted());
});

test.each([
  ['nobody', [], 0],
  ['one customer', buy('a', '2024-01-01', 5), 1],
  [
    'all equal',
    [...buy('a', '2024-01-01', 5), ...buy('b', '2024-01-01', 5), ...buy('c', '2024-01-01', 5)],
    3,
  ],
  ['only returns', buy('a', '2024-01-01', -5), 0],
] as const)('%s: nothing breaks', async (_, rows, customers) => {
  const { result, params } = await analyse(rows);
  expect(result.customers).toBe(customers);
  expect(result.spearman).toBeNull();
  expect(result.cells[0]?.customers).toBe(customers);
  for (const locale of ['fr', 'en'] as const)
    expect(renderView(strategies.View, { result, params }, locale, 'EUR')).not.toMatch(
      /NaN|Infinity|undefined/,
    );
});

test('a margin without any cost is said', async () => {
  await expect(analyse(shop, { value: 'margin' })).rejects.toMatchObject({ code: 'analysis/missing-column' });
  const rows = shop.map((row) => ({ ...row, cost: 1 }));
  expect((await analyse(rows, { value: 'margin' })).result.customers).toBe(4);
});

test('tables and sentences', async () => {
  const { result, params } = await analyse(shop);
  const [cells, diagnostics] = strategies.tables(result, params);
  expect(cells?.columns.map(({ name }) => name)).toEqual([
    'strategy',
    'customers',
    'revenue',
    'revenue_share',
  ]);
  expect(diagnostics?.rows.slice(0, 3).map(([metric]) => metric)).toEqual([
    'spearman',
    'dormant',
    'sensitivity',
  ]);
  const plain = (shown: string): string => shown.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
  const said = (given: StrategiesResult, locale: 'fr' | 'en'): string =>
    plain(renderView(strategies.View, { result: given, params }, locale, 'EUR'));
  expect(said(result, 'fr')).toContain(
    '1 client à fidéliser apporte 44,4 % du chiffre d’affaires des 12 derniers mois.',
  );
  expect(said(result, 'en')).toContain(
    '1 customer to keep brings 44.4% of the revenue of the last 12 months.',
  );
  expect(said({ ...result, spearman: 0.9 }, 'en')).toContain('rank correlation 0.9');
});
