import { beforeAll, expect, test } from 'vitest';
import { duplicateProposals } from '../../src/data/warehouse/duplicates.js';
import { finalMerges, noChoices, withChoices } from '../../src/data/warehouse/warehouse-choices.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const files = {
  'clients.csv': csv(
    'customer_id,nom,email,code_postal,telephone,region',
    'C1,Zoé Martin,zoe@x.example,69001,0199001122,Nord',
    'C2,MARTIN Zoe,ZOE+promo@X.example ,69002,,Sud',
    'C3,Paul Durand,paul@x.example,59000,0199003344,Nord',
    'C4,durand paul,,59000,+33 1 99 00 33 44,Est',
    'C5,Ana Roy,ana@x.example,75001,,Nord',
    'C6,Ana Roy,a.roy@y.example,75001,,Nord',
    'C7,Autre Nom,paul@x.example,13001,,Sud',
    'C8,Seul,seul@x.example,33000,,Sud',
  ),
  'ventes.csv': csv(
    'order_id,customer_id,order_date,amount',
    'F1,C1,2024-01-01,10',
    'F2,C2,2024-02-01,20',
    'F3,C3,2024-01-03,30',
    'F4,C4,2024-01-04,40',
    'F5,C8,2024-01-05,1',
  ),
};

test('the same address, else the same name and postcode, is proposed with a score', async () => {
  const { sources } = await bench.build(files);
  const { proposals, total } = await duplicateProposals(
    bench.bench.engine,
    bench.bench.schema,
    sources,
    [],
    10,
  );
  expect(proposals.map(({ from, to, reason, score }) => [from, to, reason, score])).toEqual([
    ['C2', 'C1', 'email', 0.97],
    ['C4', 'C3', 'name-postcode', 0.9],
    ['C7', 'C3', 'email', 0.7],
    ['C6', 'C5', 'name-postcode', 0.55],
  ]);
  expect(total).toBe(4);
  expect(proposals[0]).toMatchObject({
    fromCard: { id: 'C2', name: 'MARTIN Zoe', email: 'ZOE+promo@X.example', postcode: '69002' },
    toCard: { id: 'C1', name: 'Zoé Martin', email: 'zoe@x.example', postcode: '69001' },
  });
});

test('a limit leaves the total as it is', async () => {
  const { sources } = await bench.build(files);
  const found = await duplicateProposals(bench.bench.engine, bench.bench.schema, sources, [], 1);
  expect([found.proposals.length, found.total]).toEqual([1, 4]);
});

test('numbers that were merged already are not proposed again, and do not use up the limit', async () => {
  const { sources } = await bench.build(files);
  const { engine, schema } = bench.bench;
  const found = await duplicateProposals(engine, schema, sources, ['C2', 'C4'], 1);
  expect(found.proposals.map(({ from, to }) => [from, to])).toEqual([['C7', 'C3']]);
  expect(found.total).toBe(2);
});

test('customers of two files of other columns are compared too', async () => {
  const { sources } = await bench.build({
    'particuliers.csv': csv('customer_id,nom,email', 'C1,Zoé,zoe@x.example', 'C2,Paul,paul@x.example'),
    'pros.csv': csv('customer_id,nom,email,region', 'P1,Zoé,zoe@x.example,Nord'),
  });
  const { proposals } = await duplicateProposals(bench.bench.engine, bench.bench.schema, sources, [], 10);
  expect(proposals.map(({ from, to }) => [from, to])).toEqual([['P1', 'C1']]);
});

test('an address of four customers may be a family: its score is low', async () => {
  const { sources } = await bench.build({
    'clients.csv': csv(
      'customer_id,nom,email',
      ...['A', 'B', 'C', 'D'].map((id) => `${id},Nom ${id},info@x.example`),
    ),
  });
  const { proposals } = await duplicateProposals(bench.bench.engine, bench.bench.schema, sources, [], 10);
  expect(proposals.map(({ from, to, score }) => [from, to, score])).toEqual([
    ['B', 'A', 0.4],
    ['C', 'A', 0.4],
    ['D', 'A', 0.4],
  ]);
});

test('a file without addresses or names proposes nothing', async () => {
  const { sources } = await bench.build({ 'ventes.csv': files['ventes.csv'] });
  expect(await duplicateProposals(bench.bench.engine, bench.bench.schema, sources, [], 10)).toEqual({
    proposals: [],
    total: 0,
  });
});

test('nothing is merged until it is accepted', async () => {
  const { warehouse } = await bench.build(files);
  expect(warehouse.rows).toMatchObject({ customers: 8 });
  expect(warehouse.rows.customer_merge).toBeUndefined();
});

test('accepted merges are a table, and every table knows the number that is left', async () => {
  const choices = {
    ...noChoices,
    merges: [
      { from: 'C2', to: 'C1', reason: 'email' },
      { from: 'C4', to: 'C3', reason: 'name-postcode' },
    ] as const,
  };
  const { warehouse, facts } = await bench.build(
    {
      ...files,
      'reclamations.csv': csv('ticket_id,customer_id,ouvert_le', 'T1,C2,2024-02-03', 'T2,C8,2024-02-04'),
    },
    { choices },
  );
  expect(await bench.rows('select * from customer_merge order by 1')).toEqual([
    { from: 'C2', to: 'C1', reason: 'email' },
    { from: 'C4', to: 'C3', reason: 'name-postcode' },
  ]);
  expect(warehouse.rows).toMatchObject({ sales: 5, orders: 5, customers: 6, tickets: 2, customer_merge: 2 });
  expect(facts).toMatchObject({ customers: 3, orders: 5, revenue: 101 });
  expect(
    await bench.rows(
      'select customer_id, orders, amount, last_order, customer_name, region from customers where orders > 0 order by 1',
    ),
  ).toEqual([
    {
      customer_id: 'C1',
      orders: 2,
      amount: 30,
      last_order: '2024-02-01',
      customer_name: 'Zoé Martin',
      region: 'Nord',
    },
    {
      customer_id: 'C3',
      orders: 2,
      amount: 70,
      last_order: '2024-01-04',
      customer_name: 'Paul Durand',
      region: 'Nord',
    },
    {
      customer_id: 'C8',
      orders: 1,
      amount: 1,
      last_order: '2024-01-05',
      customer_name: 'Seul',
      region: 'Sud',
    },
  ]);
  expect(await bench.rows('select distinct customer_id from sales order by 1')).toEqual([
    { customer_id: 'C1' },
    { customer_id: 'C3' },
    { customer_id: 'C8' },
  ]);
  expect(await bench.rows('select ticket_id, customer_id from tickets order by 1')).toEqual([
    { ticket_id: 'T1', customer_id: 'C1' },
    { ticket_id: 'T2', customer_id: 'C8' },
  ]);
});

test('a number merged into a merged one goes all the way; rings are broken up', () => {
  const merge = (from: string, to: string): { from: string; to: string; reason: 'email' } => ({
    from,
    to,
    reason: 'email',
  });
  expect(
    finalMerges([merge('c', 'b'), merge('b', 'a'), merge('a', 'c'), merge('c', 'x'), merge('d', 'd')]),
  ).toEqual([merge('c', 'a'), merge('b', 'a')]);
});

test('what the person declared stands in place of what the data say', () => {
  const warehouse = { ...emptyWarehouse, asOf: '2024-01-31', currency: 'EUR' };
  expect(withChoices(warehouse, noChoices)).toEqual(warehouse);
  expect(
    withChoices(warehouse, { ...noChoices, asOf: '2024-01-15', amounts: 'without-tax', currency: 'CHF' }),
  ).toMatchObject({
    asOf: '2024-01-15',
    amounts: 'without-tax',
    currency: 'CHF',
  });
});
