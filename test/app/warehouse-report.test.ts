import { beforeAll, beforeEach, expect, test } from 'vitest';
import { warehouseMap } from '../../src/app/warehouse-map.js';
import { countJoins, findUnmatched } from '../../src/app/warehouse-report.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { planSales } from '../../src/data/sales-plan.js';
import type { Source } from '../../src/data/source.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse.js';
import { Bench } from '../data/support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(async () => {
  await bench.engine.useSchema('main');
  await dropSchema(bench.engine, bench.schema);
  await createSchema(bench.engine, bench.schema);
  await bench.engine.useSchema(bench.schema);
});

async function load(files: Record<string, string>): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [name, text] of Object.entries(files)) sources.push(await bench.load(text, { name }));
  return sources;
}

const shop = {
  'clients.csv': 'customer_id,nom,ville\nC1,Zoé,Lille\nC2,Paul,Lyon\nC9,Jamais venu,Lyon\n',
  'commandes.csv':
    'order_id,customer_id,date_commande,canal\nF1,C1,2024-01-05,Web\nF2,C2,2024-02-10,Web\nF2,C2,2024-02-11,Tel\nF3,C7,2024-03-01,Web\nF4,,2024-03-02,Web\n',
  'lignes.csv':
    'order_id,product_id,quantite,prix_unitaire,montant\nF1,P1,2,5.00,10.00\nF1,P2,1,15.00,15.00\nF2,P2,2,15.00,30.00\nF8,P1,1,5.00,5.00\n',
};

test('a join counts rows, matches, orphans on both sides and keys that stand several times', async () => {
  const joins = await countJoins(bench.engine, await load(shop));
  expect(joins.map(({ report }) => report)).toEqual([
    {
      from: { table: 'lignes', column: 'order_id' },
      to: { table: 'commandes', column: 'order_id' },
      rows: 4,
      // F1 twice and F2; F8 is no order; F3 and F4 have no line; F2 stands twice
      matched: 3,
      orphansFrom: 1,
      orphansTo: 2,
      repeatedKeys: 1,
    },
    {
      from: { table: 'commandes', column: 'customer_id' },
      to: { table: 'clients', column: 'customer_id' },
      rows: 5,
      // C7 is unknown and F4 has no customer; C9 never ordered
      matched: 3,
      orphansFrom: 1,
      orphansTo: 1,
      repeatedKeys: 0,
    },
  ]);
  expect(Object.values(joins[0]!.sql)[0]).toContain('lignes');
});

test('the rows without a partner are found on either side, those without a key included', async () => {
  const sources = await load(shop);
  const join = (await countJoins(bench.engine, sources))[1]!.report;
  const from = await findUnmatched(bench.engine, sources, join, 'from', 10);
  expect(from.table.columns.map(({ name }) => name)).toEqual([
    'order_id',
    'customer_id',
    'date_commande',
    'canal',
  ]);
  expect(from.table.rows.map(([order]) => order)).toEqual(['F3', 'F4']);
  const to = await findUnmatched(bench.engine, sources, join, 'to', 10);
  expect(to.table.rows).toEqual([['C9', 'Jamais venu', 'Lyon']]);
  expect((await findUnmatched(bench.engine, sources, join, 'from', 1)).table.rows).toHaveLength(1);
});

test('the drawing shows files in their place of the star, joins between them, and tables that are made', async () => {
  const sources = await load(shop);
  const plan = await planSales(bench.engine, bench.schema, sources);
  const warehouse = await buildWarehouse(bench.engine, bench.schema, sources, plan);
  const reports = (await countJoins(bench.engine, sources)).map(({ report }) => report);
  const map = warehouseMap(sources, warehouse, reports);
  expect(map.tables).toEqual([
    { id: 'clients', canonical: 'customers', files: ['clients.csv'], rows: 3, keys: ['customer_id'] },
    {
      id: 'commandes',
      canonical: 'orders',
      files: ['commandes.csv'],
      rows: 5,
      keys: ['customer_id', 'order_id'],
    },
    {
      id: 'lignes',
      canonical: 'order_lines',
      files: ['lignes.csv'],
      rows: 4,
      keys: ['order_id', 'product_id'],
    },
    // no file lists products: they are taken from the lines
    { id: 'products', canonical: 'products', files: [], rows: 2, keys: ['product_id'] },
  ]);
  expect(map.links.map(({ from, to, report }) => [from, to, report?.matched ?? null])).toEqual([
    ['lignes', 'commandes', 3],
    ['commandes', 'clients', 3],
    ['lignes', 'products', null],
  ]);
});

test('files of one shape are one box, whose joins count the rows of all of them', async () => {
  const lines = (order: string): string =>
    `order_id,product_id,quantite,prix_unitaire,montant\n${order},P1,1,5.00,5.00\n`;
  const sources = await load({
    'produits.csv': 'product_id,produit,categorie\nP1,Bol,Table\n',
    'janvier.csv': lines('F1'),
    'fevrier.csv': lines('F2'),
  });
  const reports = (await countJoins(bench.engine, sources)).map(({ report }) => report);
  expect(reports).toMatchObject([{ from: { table: 'janvier' }, rows: 2, matched: 2, orphansTo: 0 }]);
  const { tables } = warehouseMap(sources, emptyWarehouse, reports);
  expect(tables.find(({ id }) => id === 'janvier')).toMatchObject({
    files: ['janvier.csv', 'fevrier.csv'],
    rows: 2,
  });
});

test('no files, no joins', async () => {
  expect(await countJoins(bench.engine, [])).toEqual([]);
  expect(warehouseMap([], emptyWarehouse, [])).toEqual({ tables: [], links: [] });
});
