import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import analysis from '../../src/analyses/pareto/index.js';
import { paramsSchema, type ParetoParams } from '../../src/analyses/pareto/params.js';
import type { ParetoResult } from '../../src/analyses/pareto/run.js';
import type { Value } from '../../src/core/tables.js';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

const settings = (change: Partial<ParetoParams> = {}): ParetoParams => v.parse(paramsSchema, change);

async function run(warehouse: Warehouse, change: Partial<ParetoParams> = {}): Promise<ParetoResult> {
  const context = { dialect: engine.dialect, warehouse };
  return analysis.run(engine, settings(change), context, new AbortController().signal);
}

async function ownTable(warehouse: Warehouse, change: Partial<ParetoParams> = {}): Promise<unknown[]> {
  const statement = analysis.sql(settings(change), { dialect: engine.dialect, warehouse })['table'];
  return statement ? engine.query(statement) : [];
}

/** One order of one line per customer. */
const buy = (customer_id: string | null, amount: number, more: Partial<SalesRow> = {}): SalesRow => ({
  order_id: `${customer_id}-${amount}`,
  customer_id,
  order_date: '2024-01-15',
  amount,
  ...more,
});

const five = [buy('e', 5), buy('d', 5), buy('a', 50), buy('c', 10), buy('b', 30)];

test('five customers worked out by hand: top share, target, Gini and classes', async () => {
  const result = await run(await makeWarehouse(engine, five));
  // Ascending 5, 5, 10, 30, 50: sum of i·x = 5 + 10 + 30 + 120 + 250 = 415; 2·415/(5·100) − 6/5 = 0.46.
  expect(result.summary).toMatchObject({
    ...{ items: 5, total: 100, top_items: 1, top_share: 0.5 },
    ...{ items_for_target: 2, items_for_target_share: 0.4, left_out: 0 },
  });
  expect(result.summary.gini).toBeCloseTo(0.46, 12);
  expect(result.curve.map((point) => point.cumulative_share)).toEqual([0.5, 0.8, 0.9, 0.95, 1]);
  // b reaches 80 % exactly, so c opens class B; d reaches 95 % exactly, so e is C.
  expect(result.classes).toEqual([
    { class: 'A', items: 2, item_share: 0.4, value: 80, value_share: 0.8 },
    { class: 'B', items: 2, item_share: 0.4, value: 15, value_share: 0.15 },
    { class: 'C', items: 1, item_share: 0.2, value: 5, value_share: 0.05 },
  ]);
});

test('the own table ranks every item, equal values by identifier', async () => {
  expect(await ownTable(await makeWarehouse(engine, five))).toEqual([
    { customer_id: 'a', value: 50, rank: 1, cumulative_share: 0.5, class: 'A' },
    { customer_id: 'b', value: 30, rank: 2, cumulative_share: 0.8, class: 'A' },
    { customer_id: 'c', value: 10, rank: 3, cumulative_share: 0.9, class: 'B' },
    { customer_id: 'd', value: 5, rank: 4, cumulative_share: 0.95, class: 'B' },
    { customer_id: 'e', value: 5, rank: 5, cumulative_share: 1, class: 'C' },
  ]);
});

test('the item that crosses a cut belongs to the class above it', async () => {
  const result = await run(await makeWarehouse(engine, [buy('a', 79), buy('b', 17), buy('c', 4)]));
  // b goes from 79 % to 96 %: it crosses 80 %, so it is A; c starts beyond 95 %, so it is C.
  expect(result.classes.map((row) => row.items)).toEqual([2, 0, 1]);
});

test('the tables have the names, columns and metrics of the scripting contract', async () => {
  const tables = analysis.tables(await run(await makeWarehouse(engine, five)), settings());
  expect(tables.map((table) => [table.name, table.columns.map((column) => column.name)])).toEqual([
    ['summary', ['metric', 'value']],
    ['curve', ['rank', 'item_share', 'cumulative_share']],
    ['classes', ['class', 'items', 'item_share', 'value', 'value_share']],
  ]);
  expect(tables[0]?.rows.map(([metric]): Value => metric ?? null)).toEqual([
    ...['items', 'total', 'top_share', 'items_for_target', 'items_for_target_share', 'gini', 'left_out'],
  ]);
  expect(tables[2]?.columns[3]).toEqual({ name: 'value', type: 'number', unit: 'money' });
});

test('7 % of 100 equal customers are 7, although 0.07 × 100 is above 7 in binary', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => buy(`c${index}`, 0.1));
  const result = await run(await makeWarehouse(engine, rows), { topShare: 0.07, targetShare: 0.07 });
  expect(result.summary).toMatchObject({ top_items: 7, items_for_target: 7 });
  expect(result.summary.top_share).toBeCloseTo(0.07, 12);
  expect(result.summary.gini).toBeCloseTo(0, 12);
});

test('no rows give an empty curve and no share', async () => {
  const result = await run(await makeWarehouse(engine, [], { registered: [] }));
  expect(result.summary).toMatchObject({ items: 0, total: 0, top_share: null, items_for_target_share: null });
  expect(result.summary.gini).toBeNull();
  expect(result.curve).toEqual([]);
  expect(result.classes.map((row) => row.items)).toEqual([0, 0, 0]);
});

test('one customer holds everything and is class A', async () => {
  const result = await run(await makeWarehouse(engine, [buy('a', 12.5)]));
  expect(result.summary).toMatchObject({ items: 1, total: 12.5, top_share: 1, items_for_target: 1, gini: 0 });
  expect(result.curve).toEqual([{ rank: 1, item_share: 1, cumulative_share: 1 }]);
});

test('customers without a positive total and anonymous lines are left out and counted', async () => {
  const rows = [
    ...five,
    buy('f', 20),
    buy('f', -20),
    buy('g', 8),
    buy('g', -11),
    buy(null, 40),
    buy('h', -3),
  ];
  const result = await run(await makeWarehouse(engine, rows));
  // f nets 0 and g nets −3 after a concluded order; h only returned, so h never was a buyer.
  expect(result.summary).toMatchObject({ items: 5, total: 100, left_out: 2, unassigned_lines: 1 });
  expect(result.leftOutNames).toEqual([]);
});

test('measured against all registered customers, those without a positive total count as zero', async () => {
  const rows = [...five, buy('g', 8), buy('g', -11)];
  const warehouse = await makeWarehouse(engine, rows, { registered: ['x', 'y', 'z', 'w'] });
  const result = await run(warehouse, { population: 'all' });
  // 10 registered: the top 20 % are a and b, who hold 80 of 100.
  expect(result.summary).toMatchObject({ items: 10, total: 100, top_items: 2, top_share: 0.8 });
  expect(result.summary).toMatchObject({ items_for_target: 2, items_for_target_share: 0.2 });
  expect(result.summary).toMatchObject({ left_out: 0, zero_items: 5 });
  expect(result.curve.at(-1)).toEqual({ rank: 10, item_share: 1, cumulative_share: 1 });
});

test('products are ranked by their identifier, other fields by their values, blanks counted', async () => {
  const rows = [
    buy('a', 60, { product_id: 'p1', product: 'Cafetière', channel: 'web' }),
    buy('b', 30, { product_id: 'p2', product: 'Cafetière', channel: 'web', quantity: 9 }),
    buy('c', 10, { product_id: 'p1', product: 'Cafetière', channel: null }),
    buy('d', -5, { product_id: 'p3', product: 'Tente', channel: 'magasin' }),
  ];
  const warehouse = await makeWarehouse(engine, rows);
  expect(await ownTable(warehouse, { by: 'product' })).toMatchObject([
    { item: 'p1', value: 70, class: 'A' },
    { item: 'p2', value: 30, class: 'A' },
  ]);
  const byChannel = await run(warehouse, { by: 'channel' });
  expect(byChannel.summary).toMatchObject({ items: 1, total: 90, left_out: 1, unassigned_lines: 1 });
  expect(byChannel.leftOutNames).toEqual(['magasin']);
  const byQuantity = await run(warehouse, { by: 'product', measure: 'quantity' });
  expect(byQuantity.summary).toMatchObject({ items: 3, total: 12 });
  expect(byQuantity.unit).toBe('count');
});

test('another measure ranks the same buyers', async () => {
  const rows = [buy('a', 50, { cost: 10 }), buy('b', 30, { cost: 30 }), buy('c', -4, { cost: 9 })];
  const warehouse = await makeWarehouse(engine, rows);
  expect(await ownTable(warehouse, { measure: 'cost' })).toMatchObject([
    { customer_id: 'b', value: 30 },
    { customer_id: 'a', value: 10 },
  ]);
});

test('a field with a hostile name is a name and nothing else', async () => {
  const name = '"; drop table sales; --';
  const warehouse = await makeWarehouse(engine, [
    buy('a', 3, { [name]: "l'est" }),
    buy('b', 1, { [name]: '"; drop table sales; --' }),
  ]);
  const result = await run(warehouse, { by: name });
  expect(result.summary).toMatchObject({ items: 2, total: 4 });
  expect(await ownTable(warehouse, { by: name })).toMatchObject([{ item: "l'est" }, { item: name }]);
});

test('a field that the data does not have, or a measure that is text, is named in the failure', async () => {
  const warehouse = await makeWarehouse(engine, [buy('a', 3, { channel: 'web' })]);
  const missing = (needed: string): object => ({ code: 'analysis/missing-column', data: { needed } });
  await expect(run(warehouse, { by: 'shop' })).rejects.toMatchObject(missing('shop'));
  await expect(run(warehouse, { measure: 'channel' })).rejects.toMatchObject(missing('channel'));
  const anonymous = await makeWarehouse(engine, [{ order_id: '1', order_date: '2024-01-01', amount: 3 }]);
  await expect(run(anonymous)).rejects.toMatchObject(missing('customer_id'));
});

test('a long curve is thinned to 1,000 points and keeps its ends and what is read off it', async () => {
  const rows = Array.from({ length: 4007 }, (_, index) => buy(`c${index}`, 1 + (index % 97)));
  const result = await run(await makeWarehouse(engine, rows));
  const ranks = result.curve.map((point) => point.rank);
  expect(ranks.length).toBeLessThanOrEqual(1000);
  expect(ranks.length).toBeGreaterThan(700);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks[0]).toBe(1);
  expect(ranks.at(-1)).toBe(4007);
  expect(ranks).toContain(802);
  expect(ranks).toContain(result.summary.items_for_target);
});

test('params have the defaults of the contract and refuse shares outside 1–99 %', () => {
  expect(v.parse(paramsSchema, {})).toEqual({
    ...{ by: 'customer', measure: 'amount', topShare: 0.2, targetShare: 0.8, population: 'buyers' },
  });
  expect(v.safeParse(paramsSchema, { topShare: 0 }).success).toBe(false);
  expect(v.safeParse(paramsSchema, { targetShare: 1 }).success).toBe(false);
});
