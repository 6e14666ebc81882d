import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import analysis from '../../src/analyses/pivot/index.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});
afterAll(() => engine.close());

/** Park & Miller's generator, so that the rows are the same everywhere. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const random = seeded(7);
const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
const sales = Array.from({ length: 400 }, (_, index): SalesRow => ({
  order_id: `o${random(250)}`,
  customer_id: pick([null, ...Array.from({ length: 60 }, (__, n) => `c${n}`)]),
  order_date: random(12) === 0 ? null : `202${3 + random(2)}-${String(1 + random(12)).padStart(2, '0')}-15`,
  amount: random(20000) / 100 - 20,
  region: pick(['Nord', 'Sud', 'Est', null]),
  channel: pick(['Web', 'Shop', null]),
  category: pick(['A', 'B', 'C', 'D']),
  quantity: 1 + (index % 5),
}));

/** Every prefix of the row fields crossed with every prefix of the column fields, grouped in plain TypeScript. */
function reference(): Map<string, readonly (number | null)[]> {
  const groups = new Map<string, SalesRow[]>();
  for (const row of sales) {
    const rowKey = [row['region'] ?? null, row.order_date?.slice(0, 4) ?? null];
    const columnKey = [row['channel'] ?? null, row['category'] ?? null];
    for (let r = 0; r <= 2; r += 1) {
      for (let c = 0; c <= 2; c += 1) {
        const key = JSON.stringify([rowKey.slice(0, r), columnKey.slice(0, c)]);
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
    }
  }
  return new Map([...groups].map(([key, rows]) => [key, aggregates(rows)]));
}

function aggregates(rows: readonly SalesRow[]): (number | null)[] {
  const amounts = rows.map((row) => row.amount).sort((a, b) => a - b);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const quantile = (p: number): number => {
    const position = p * (amounts.length - 1);
    const low = amounts[Math.floor(position)] ?? 0;
    const high = amounts[Math.ceil(position)] ?? 0;
    return low + (position - Math.floor(position)) * (high - low);
  };
  const customers = new Set(rows.flatMap((row) => row.customer_id ?? []));
  return [
    sum,
    rows.filter((row) => row.customer_id !== null).length,
    customers.size,
    sum / amounts.length,
    quantile(0.5),
    amounts[0] ?? null,
    amounts.at(-1) ?? null,
    quantile(0.9),
  ];
}

test('every cell, subtotal and total of 400 seeded lines equals a plain computation', async () => {
  const warehouse = await makeWarehouse(engine, sales);
  const params = v.parse(analysis.params, {
    rows: ['region', 'order_date'],
    columns: ['channel', 'category'],
    grains: { order_date: 'year' },
    values: [
      { field: 'amount', agg: 'sum' },
      { field: 'customer_id', agg: 'count' },
      { field: 'customer_id', agg: 'distinct' },
      ...['avg', 'median', 'min', 'max', 'p90'].map((agg) => ({ field: 'amount', agg })),
    ],
  });
  const context = { dialect: engine.dialect, warehouse };
  const result = await analysis.run(engine, params, context, new AbortController().signal);
  const expected = reference();
  const found = new Map(
    result.cells.rows.map((row) => {
      const [rowDepth, columnDepth] = row.slice(-2).map(Number);
      const rowPath = row.slice(0, rowDepth).map((value, index) => (index === 1 ? yearOf(value) : value));
      return [JSON.stringify([rowPath, row.slice(2, 2 + (columnDepth ?? 0))]), row.slice(5, 13)];
    }),
  );
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  expect(found.size).toBeGreaterThan(150);
  for (const [key, values] of expected) {
    values.forEach((value, index) => expect(Number(found.get(key)?.[index])).toBeCloseTo(Number(value), 8));
  }
  // The point of it all: the parts of distinct customers add up to more than their total.
  const customers = (key: string): number => Number(found.get(key)?.[2]);
  const parts = ['Nord', 'Sud', 'Est', null].map((region) => customers(JSON.stringify([[region], []])));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThan(customers('[[],[]]'));
});

function yearOf(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 4) : null;
}
