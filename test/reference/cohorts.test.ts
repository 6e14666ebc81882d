import { expect, test } from 'vitest';
import * as v from 'valibot';
import { cohortParams } from '../../src/analyses/cohorts/params.js';
import { runCohorts } from '../../src/analyses/cohorts/run.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { canCompare, loadOnlineRetail, readReference } from './online-retail.js';

type Matrix = Record<string, (number | null)[]>;
interface Published {
  cohort_size: Record<string, number>;
  customers: Matrix;
  revenue: Matrix;
  retention: Matrix;
  revenue_retention: Matrix;
  weighted_average_retention: Record<string, number>;
}

test.skipIf(!canCompare)('every cell of the UCI Online Retail cohorts is the published one', async () => {
  const published = JSON.parse(readReference('results/cohorts_online_retail_2010_2011.json')) as Published;
  const engine = await NodeEngine.start();
  const warehouse = await loadOnlineRetail(engine);
  const context = { dialect: engine.dialect, warehouse };
  const run = (measure: string) =>
    runCohorts(engine, v.parse(cohortParams, { measure }), context, new AbortController().signal);

  const customers = await run('customers');
  const revenue = await run('revenue');
  const cellsOf = (result: typeof customers, read: 'value' | 'rate', digits: number): Matrix =>
    Object.fromEntries(
      result.cohorts.map(({ cohort, cells }) => [
        cohort.slice(0, 7),
        cells.map((cell) => (cell[read] === null ? null : Number(cell[read].toFixed(digits)))),
      ]),
    );
  const sizes = customers.cohorts.map(({ cohort, size }) => [cohort.slice(0, 7), size]);
  expect(Object.fromEntries(sizes)).toEqual(published.cohort_size);
  expect(cellsOf(customers, 'value', 0)).toEqual(published.customers);
  expect(cellsOf(revenue, 'value', 2)).toEqual(published.revenue);
  expect(cellsOf(customers, 'rate', 8)).toEqual(published.retention);
  expect(cellsOf(revenue, 'rate', 8)).toEqual(published.revenue_retention);
  for (const { period, rate } of customers.curve) {
    expect(rate).toBeCloseTo(published.weighted_average_retention[period] ?? NaN, 6);
  }
  expect(customers.warnings).toEqual([
    { code: 'left_truncation', cohort: '2010-12-01', size: 885, median: 299.5 },
    { code: 'partial_last_period', period: '2011-12-01', end: '2011-12-09' },
  ]);
});
