import { beforeAll, expect, test } from 'vitest';
import analysis from '../../src/analyses/overview/index.js';
import { fillMonths, isMonthIncomplete } from '../../src/analyses/overview/months.js';
import type { OverviewResult } from '../../src/analyses/overview/run.js';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

function run(warehouse: Warehouse): Promise<OverviewResult> {
  return analysis.run(engine, {}, { dialect: engine.dialect, warehouse }, new AbortController().signal);
}

const line = (
  order_id: string,
  customer_id: string | null,
  order_date: string | null,
  amount: number,
): SalesRow => ({
  ...{ order_id, customer_id, order_date, amount },
});

const shop = [
  line('1', 'ann', '2024-01-05', 100),
  line('1', 'ann', '2024-01-05', 20),
  line('2', 'ann', '2024-03-02', 30),
  line('3', 'bob', '2024-03-20', 50),
  line('4', 'bob', '2024-03-21', -10),
  line('5', null, '2024-03-22', 40),
  line('6', 'cat', '2024-03-23', -5),
  line('7', 'ann', null, 15),
];

test('key figures of eight lines worked out by hand', async () => {
  const result = await run(await makeWarehouse(engine, shop));
  // Concluded: 1, 2, 7 (ann), 3 (bob), 5 (anonymous); 4 and 6 are credit notes. Net revenue 240, of which 40 anonymous.
  expect(result.kpis).toEqual({
    ...{ customers: 2, orders: 5, lines: 8, revenue: 240 },
    ...{ first_date: '2024-01-05', last_date: '2024-03-23' },
    ...{ average_basket: 48, orders_per_customer: 2, repeat_rate: 0.5, identified_share: 200 / 240 },
  });
  expect(result.undatedLines).toBe(1);
});

test('months hold net revenue, concluded orders and their customers; a month without a sale is zero', async () => {
  const result = await run(await makeWarehouse(engine, shop));
  expect(result.months).toEqual([
    { month: '2024-01-01', revenue: 120, orders: 1, customers: 1 },
    { month: '2024-02-01', revenue: 0, orders: 0, customers: 0 },
    { month: '2024-03-01', revenue: 105, orders: 3, customers: 2 },
  ]);
  expect(result.isLastMonthIncomplete).toBe(true);
});

test('the tables have the names, columns, metrics and units of the scripting contract', async () => {
  const [kpis, months] = analysis.tables(await run(await makeWarehouse(engine, shop)), {});
  expect(kpis?.columns.map((column) => column.name)).toEqual(['metric', 'value', 'unit']);
  expect(kpis?.rows).toEqual([
    ['customers', 2, 'count'],
    ['orders', 5, 'count'],
    ['lines', 8, 'count'],
    ['revenue', 240, 'money'],
    ['first_date', '2024-01-05', 'date'],
    ['last_date', '2024-03-23', 'date'],
    ['average_basket', 48, 'money'],
    ['orders_per_customer', 2, 'ratio'],
    ['repeat_rate', 0.5, 'share'],
    ['identified_share', 200 / 240, 'share'],
  ]);
  expect(months?.name).toBe('months');
  expect(months?.columns.map((column) => column.name)).toEqual(['month', 'revenue', 'orders', 'customers']);
});

test('without a customer column the figures about customers are null and the column is named', async () => {
  const rows = shop.map(({ order_id, order_date, amount }) => ({ order_id, order_date, amount }));
  const result = await run(await makeWarehouse(engine, rows));
  expect(result.missing).toEqual(['customer_id']);
  expect(result.kpis).toMatchObject({ customers: null, orders: 5, revenue: 240, average_basket: 48 });
  expect(result.kpis).toMatchObject({ orders_per_customer: null, repeat_rate: null, identified_share: null });
  expect(result.months.map((month) => month.customers)).toEqual([null, null, null]);
});

test('no rows give zeros, no dates and no months', async () => {
  const result = await run(await makeWarehouse(engine, [], { registered: [] }));
  expect(result.kpis).toMatchObject({ customers: 0, orders: 0, lines: 0, revenue: 0, first_date: null });
  expect(result.kpis).toMatchObject({ average_basket: null, repeat_rate: null, identified_share: null });
  expect(result.months).toEqual([]);
});

test('one order has a repeat rate of 0 and no quiet month', async () => {
  const result = await run(await makeWarehouse(engine, [line('1', 'ann', '2024-02-29', 10)]));
  expect(result.kpis).toMatchObject({ customers: 1, orders: 1, repeat_rate: 0, identified_share: 1 });
  expect(result.months).toHaveLength(1);
  expect(result.isLastMonthIncomplete).toBe(false);
});

test('a month is incomplete until its last day, in leap years and in December too', () => {
  expect(['2024-02-28', '2024-12-30', '2011-12-09'].map(isMonthIncomplete)).toEqual([true, true, true]);
  expect(['2024-02-29', '2023-02-28', '2024-12-31'].map(isMonthIncomplete)).toEqual([false, false, false]);
});

test('a date centuries away does not fill the gap with thousands of months', () => {
  const month = (name: string) => ({ month: name, revenue: 1, orders: 1, customers: 1 });
  expect(fillMonths([month('1601-01-01'), month('2024-01-01')], 0)).toHaveLength(2);
});
