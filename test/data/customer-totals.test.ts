import { beforeAll, expect, test } from 'vitest';
import rfm from '../../src/analyses/rfm/index.js';
import { missingFor } from '../../src/analyses/analysis.js';
import { rfmParams } from '../../src/analyses/rfm/params.js';
import cohorts from '../../src/analyses/cohorts/index.js';
import pareto from '../../src/analyses/pareto/index.js';
import * as v from 'valibot';
import type { RfmResult } from '../../src/analyses/rfm/run.js';
import { noChoices } from '../../src/data/warehouse/warehouse-choices.js';
import { csv, WarehouseBench, type BuildOptions, type Built } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const totals = csv(
  'client_id;nom;nb_commandes;ca_total;derniere_commande;region',
  '001;Zoé;2;30,50;2024-03-01;Nord',
  '002;Paul;1;10;2024-01-10;Sud',
  '003;Ana;5;99,50;2024-03-20;Nord',
  '004;Bob;0;0;;Sud',
);
/** The orders behind those totals. */
const orders = csv(
  'order_id;client_id;date;montant',
  'F1;001;2024-02-01;20',
  'F2;001;2024-03-01;10,50',
  'F3;002;2024-01-10;10',
  ...[1, 2, 3, 4].map((n) => `G${n};003;2024-02-0${n};20`),
  'G5;003;2024-03-20;19,50',
);

async function runRfm({ warehouse }: Built, params: object = {}): Promise<RfmResult> {
  const { engine } = bench.bench;
  const context = { dialect: engine.dialect, warehouse };
  return rfm.run(engine, v.parse(rfmParams, params), context, new AbortController().signal);
}

test('one row per customer with orders, amount and last order is taken as it is', async () => {
  const { warehouse, facts } = await bench.build({ 'clients.csv': totals });
  expect(facts).toEqual({
    grain: 'customer',
    rows: 4,
    customers: 4,
    orders: 8,
    firstDate: null,
    lastDate: '2024-03-20',
    revenue: 140,
    anonymousRows: null,
  });
  expect(warehouse).toMatchObject({
    hasCustomerTotals: true,
    asOf: '2024-03-20',
    fields: [],
    rows: { customers: 4 },
  });
  expect(
    await bench.rows(
      'select customer_id, first_order, last_order, orders, amount, customer_name, region from customers order by 1',
    ),
  ).toEqual([
    {
      customer_id: '001',
      first_order: null,
      last_order: '2024-03-01',
      orders: 2,
      amount: 30.5,
      customer_name: 'Zoé',
      region: 'Nord',
    },
    {
      customer_id: '002',
      first_order: null,
      last_order: '2024-01-10',
      orders: 1,
      amount: 10,
      customer_name: 'Paul',
      region: 'Sud',
    },
    {
      customer_id: '003',
      first_order: null,
      last_order: '2024-03-20',
      orders: 5,
      amount: 99.5,
      customer_name: 'Ana',
      region: 'Nord',
    },
    {
      customer_id: '004',
      first_order: null,
      last_order: null,
      orders: 0,
      amount: 0,
      customer_name: 'Bob',
      region: 'Sud',
    },
  ]);
});

test('two rows of one customer are added up', async () => {
  await bench.build({
    'clients.csv': csv(
      'client_id;nb_commandes;ca_total;derniere_commande',
      'A;1;10;2024-01-01',
      'A;2;5;2024-02-01',
      'B;1;1;2024-01-05',
    ),
  });
  expect(
    await bench.rows('select customer_id, orders, amount, last_order from customers order by 1'),
  ).toEqual([
    { customer_id: 'A', orders: 3, amount: 15, last_order: '2024-02-01' },
    { customer_id: 'B', orders: 1, amount: 1, last_order: '2024-01-05' },
  ]);
});

test('RFM gives the same from the totals as from the orders behind them', async () => {
  const fromTotals = await runRfm(await bench.build({ 'clients.csv': totals }));
  const fromOrders = await runRfm(await bench.build({ 'commandes.csv': orders }));
  expect(fromTotals.customers).toBe(3);
  expect(fromTotals.asOf).toBe('2024-03-20');
  expect(fromTotals).toEqual(fromOrders);
});

test('RFM on totals leaves out what came after an earlier as-of date, and says so', async () => {
  const result = await runRfm(await bench.build({ 'clients.csv': totals }), { asOf: '2024-03-10' });
  expect(result.customers).toBe(2);
  expect(result.leftOut).toEqual({ anonymous: 0, undated: 0, later: 5 });
});

test('totals do not tell on how many days somebody bought: the missing column is named', async () => {
  const built = await bench.build({ 'clients.csv': totals });
  await expect(runRfm(built, { frequency: 'days' })).rejects.toMatchObject({
    code: 'analysis/missing-column',
    data: { column: 'order_date' },
  });
});

test('the other analyses say which column they miss', async () => {
  const { warehouse } = await bench.build({ 'clients.csv': totals });
  expect(missingFor(rfm, warehouse)).toEqual([]);
  expect(missingFor(pareto, warehouse)).toContain('amount');
  expect(missingFor(cohorts, warehouse)).toContain('order_date');
});

test('a file without the number of orders has no totals', async () => {
  const { warehouse } = await bench.build({
    'clients.csv': csv('client_id;nom;derniere_commande', 'A;Zoé;2024-01-01'),
  });
  expect(warehouse.hasCustomerTotals).toBe(false);
  expect(missingFor(rfm, warehouse)).toEqual(['customer_id', 'order_date', 'amount']);
});

test('merged customers have the sum of both totals', async () => {
  const options: BuildOptions = {
    choices: { ...noChoices, merges: [{ from: '002', to: '001', reason: 'email' }] },
  };
  await bench.build({ 'clients.csv': totals }, options);
  expect(
    await bench.rows(
      "select orders, amount, last_order, customer_name from customers where customer_id = '001'",
    ),
  ).toEqual([{ orders: 3, amount: 40.5, last_order: '2024-03-01', customer_name: 'Zoé' }]);
});
