import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import cohorts from '../../src/analyses/cohorts/index.js';
import { sql } from '../../src/engine/sql.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

let number = 0;
function order(
  customer_id: string | null,
  order_date: string | null,
  amount = 10,
  extra: object = {},
): SalesRow {
  number += 1;
  return { order_id: `o${number}`, customer_id, order_date, amount, ...extra };
}

/** a and b come in January, c in February; the data ends on the last day of March. */
const quarter: SalesRow[] = [
  order('a', '2024-01-05', 10),
  order('a', '2024-01-20', 30),
  order('a', '2024-03-01', 15),
  order('b', '2024-01-31', 60),
  order('b', '2024-02-01', 20),
  order('b', '2024-02-02', -5),
  order('c', '2024-02-29', 50),
  order('c', '2024-03-31', 25),
];

async function analyse(
  rows: readonly SalesRow[],
  given: Record<string, unknown> = {},
  registered: string[] = [],
) {
  const context = { dialect: engine.dialect, warehouse: await makeWarehouse(engine, rows, { registered }) };
  const params = v.parse(cohorts.params, { periods: 2, ...given });
  const result = await cohorts.run(engine, params, context, new AbortController().signal);
  const { table } = cohorts.sql(params, context);
  return { params, result, customers: table ? await engine.query<Record<string, unknown>>(table) : [] };
}

type Analysed = Awaited<ReturnType<typeof analyse>>;
function valuesOf({ result }: Analysed): Record<string, (number | null)[]> {
  return Object.fromEntries(result.cohorts.map((row) => [row.cohort, row.cells.map((cell) => cell.value)]));
}

test('customers are counted in the calendar months after their first order', async () => {
  const { result, params, customers } = await analyse(quarter);
  expect(customers).toEqual([
    { customer_id: 'a', cohort: '2024-01-01' },
    { customer_id: 'b', cohort: '2024-01-01' },
    { customer_id: 'c', cohort: '2024-02-01' },
  ]);
  const [matrix, curve, warnings] = cohorts.tables(result, params);
  expect(matrix?.columns.map((column) => column.name)).toEqual([
    'cohort',
    'size',
    'period',
    'value',
    'rate',
    'observed',
  ]);
  expect(matrix?.rows).toEqual([
    ['2024-01-01', 2, 0, 2, 1, true],
    ['2024-01-01', 2, 1, 1, 0.5, true],
    ['2024-01-01', 2, 2, 1, 0.5, true],
    ['2024-02-01', 1, 0, 1, 1, true],
    ['2024-02-01', 1, 1, 1, 1, true],
    ['2024-02-01', 1, 2, null, null, false],
  ]);
  // The mean of period 1 is (1 + 1) / (2 + 1); February is too young for period 2.
  expect(curve?.rows).toEqual([
    [0, 1, 2, 3],
    [1, 2 / 3, 2, 3],
    [2, 0.5, 1, 2],
  ]);
  expect(warnings?.rows).toEqual([]);
});

test('still a customer means an order in the period or later', async () => {
  const rows = [...quarter, order('d', '2024-01-02'), order('d', '2024-03-02')];
  expect(valuesOf(await analyse(rows))['2024-01-01']).toEqual([3, 1, 2]);
  expect(valuesOf(await analyse(rows, { mode: 'still' }))['2024-01-01']).toEqual([3, 3, 2]);
});

test('still a customer: what was ordered after an earlier as-of date is not known on that day', async () => {
  const warehouse = await makeWarehouse(engine, quarter);
  const context = { dialect: engine.dialect, warehouse: { ...warehouse, asOf: '2024-02-29' } };
  const params = v.parse(cohorts.params, { periods: 2, mode: 'still' });
  const result = await cohorts.run(engine, params, context, new AbortController().signal);
  // a comes back in March only; b was there in February.
  expect(result.cohorts.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [2, 1, null],
    [1, null, null],
  ]);
});

test('revenue is net of returns and its rate relative to the first period', async () => {
  const { result, params } = await analyse(quarter, { measure: 'revenue', mode: 'still' });
  const cells = result.cohorts[0]?.cells.map((cell) => [cell.value, cell.rate]);
  expect(cells).toEqual([
    [100, 1],
    [15, 0.15],
    [15, 0.15],
  ]);
  expect(result.curve[1]).toEqual({ period: 1, rate: 40 / 150, cohorts: 2, customers: 3 });
  expect(cohorts.tables(result, params)[0]?.columns[3]).toMatchObject({ name: 'value', unit: 'money' });
});

test('an observed month without activity is zero, a month after the data is nothing', async () => {
  const analysed = await analyse([order('a', '2024-01-05'), order('b', '2024-02-29')]);
  expect(valuesOf(analysed)).toEqual({ '2024-01-01': [1, 0, null], '2024-02-01': [1, null, null] });
});

test('a last month that the data does not finish is flagged, not masked', async () => {
  const { result, params } = await analyse([order('a', '2024-01-05'), order('a', '2024-02-28')]);
  expect(result.warnings).toEqual([{ code: 'partial_last_period', period: '2024-02-01', end: '2024-02-28' }]);
  expect(result.cohorts[0]?.cells.map((cell) => [cell.observed, cell.partial])).toEqual([
    [true, false],
    [true, true],
    [false, false],
  ]);
  expect(cohorts.tables(result, params)[2]?.rows).toEqual([
    ['partial_last_period', '2024-02-01: 2024-02-28'],
  ]);
  expect(renderView(cohorts.View, { result, params }, 'fr')).toContain(
    'les données s’arrêtent au 28 février 2024',
  );
});

test('a first cohort above twice the median of the others is named', async () => {
  const month = (customers: string[], iso: string) => customers.map((id) => order(id + iso, iso));
  const few = [
    ...month(['a', 'b', 'c', 'd'], '2024-01-09'),
    ...month(['a', 'b'], '2024-02-09'),
    ...month(['a', 'b'], '2024-03-31'),
  ];
  expect((await analyse(few)).result.warnings).toEqual([]);
  const many = [...few, ...month(['e'], '2024-01-09')];
  expect((await analyse(many)).result.warnings).toEqual([
    { code: 'left_truncation', cohort: '2024-01-01', size: 5, median: 2 },
  ]);
});

test('weeks begin on Monday, and quarters and years are those of the calendar', async () => {
  const rows = [order('a', '2023-12-31'), order('a', '2024-01-01'), order('a', '2024-01-08')];
  expect(valuesOf(await analyse(rows, { grain: 'week' }))).toEqual({ '2023-12-25': [1, 1, 1] });
  expect(valuesOf(await analyse(rows, { grain: 'quarter' }))).toEqual({ '2023-10-01': [1, 1, null] });
  expect(valuesOf(await analyse(rows, { grain: 'year', periods: 1 }))).toEqual({ '2023-01-01': [1, 1] });
});

test('by sign-up, a customer who never ordered still counts in the size', async () => {
  const rows = [
    order('a', '2024-02-05', 10, { signup_date: '2024-01-15' }),
    order('b', '2024-02-29', 10, { signup_date: null }),
  ];
  const context = {
    dialect: engine.dialect,
    warehouse: await makeWarehouse(engine, rows, { registered: ['z'] }),
  };
  await engine.run(sql`update customers set signup_date = date '2024-01-20' where customer_id = 'z'`);
  const params = v.parse(cohorts.params, { entry: 'signup', periods: 2 });
  const result = await cohorts.run(engine, params, context, new AbortController().signal);
  expect(result.cohorts).toHaveLength(1);
  expect(result.cohorts[0]).toMatchObject({ cohort: '2024-01-01', size: 2 });
  expect(result.cohorts[0]?.cells.map((cell) => [cell.value, cell.rate])).toEqual([
    [0, 0],
    [1, 0.5],
    [null, null],
  ]);
  expect(result.warnings).toEqual([
    { code: 'customers_without_signup', count: 1 },
    { code: 'customers_without_order', count: 1 },
  ]);
});

test('by sign-up without such a column, the missing column is named', async () => {
  await expect(analyse(quarter, { entry: 'signup' })).rejects.toMatchObject({
    code: 'analysis/missing-column',
    data: { column: 'signup_date' },
  });
});

test('anonymous, undated and returned orders make no cohort', async () => {
  const analysed = await analyse([
    order('a', '2024-01-31'),
    order('a', null),
    order(null, '2024-01-03'),
    order('r', '2024-01-04', -5),
    order('free', '2024-01-04', 0),
  ]);
  expect(valuesOf(analysed)).toEqual({ '2024-01-01': [1, null, null] });
  expect(analysed.result.warnings).toEqual([{ code: 'undated_orders', count: 1 }]);
  const english = renderView(cohorts.View, { result: analysed.result, params: analysed.params }, 'en');
  expect(english).toContain('The data is too short to follow a cohort');
});

test('without rows there is a sentence and no chart', async () => {
  const { result, params, customers } = await analyse([]);
  expect(customers).toEqual([]);
  expect(result.cohorts).toEqual([]);
  expect(result.warnings).toEqual([]);
  const markup = renderView(cohorts.View, { result, params }, 'fr');
  expect(markup).toContain('Aucun client n’a de commande conclue et datée.');
  expect(markup).not.toContain('<svg');
});

test('only the last 60 cohorts are shown, and the others are counted', async () => {
  const weeks = Array.from({ length: 63 }, (_, week) =>
    order(`c${week}`, new Date(Date.UTC(2023, 0, 2 + 7 * week)).toISOString().slice(0, 10)),
  );
  const { result } = await analyse(weeks, { grain: 'week' });
  expect(result.cohorts).toHaveLength(60);
  expect(result.cohorts[0]?.cohort).toBe('2023-01-23');
  expect(result.warnings).toContainEqual({ code: 'cohorts_left_out', count: 3, limit: 60 });
});

test('hostile identifiers are only values', async () => {
  const hostile = `'; drop table orders; --"`;
  const { customers } = await analyse([order(hostile, '2024-01-31')]);
  expect(customers).toEqual([{ customer_id: hostile, cohort: '2024-01-01' }]);
});

test('params are bounded', () => {
  expect(v.parse(cohorts.params, {})).toEqual({
    grain: 'month',
    entry: 'first_order',
    mode: 'active',
    measure: 'customers',
    periods: 12,
  });
  for (const wrong of [{ periods: 0 }, { periods: 61 }, { grain: 'day' }, { mode: 'sometimes' }]) {
    expect(v.safeParse(cohorts.params, wrong).success).toBe(false);
  }
});

test.each(['fr', 'en'] as const)('the matrix and the curve are drawn as agreed (%s)', async (locale) => {
  const { result, params } = await analyse([...quarter, order('d', '2024-04-10')], { periods: 3 });
  const markup = renderView(cohorts.View, { result, params }, locale, 'EUR');
  const [matrix, curve] = [...markup.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(
    ([svg]) => svg.replace(/></g, '>\n<') + '\n',
  );
  expect(matrix).toContain('<pattern');
  await expect(matrix).toMatchFileSnapshot(`../golden/cohorts-matrix.${locale}.svg`);
  await expect(curve).toMatchFileSnapshot(`../golden/cohorts-curve.${locale}.svg`);
});
