import { beforeAll, beforeEach, expect, test } from 'vitest';
import { warehouseMap } from '../../src/app/data/warehouse-map.js';
import { countJoins, findUnmatched } from '../../src/app/data/warehouse-report.js';
import type { JoinReport } from '../../src/core/join-report.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import type { Source } from '../../src/data/source.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
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

/** The joins in a fixed order. */
const byKey = (reports: readonly JoinReport[]): JoinReport[] =>
  reports.toSorted((a, b) => a.key.localeCompare(b.key));

test('a join counts rows, matches, orphans on both sides and keys that stand several times', async () => {
  const { reports, statements } = await countJoins(bench.engine, await load(shop));
  expect(byKey(reports)).toMatchObject([
    {
      key: 'customer_id',
      // C7 is unknown, F4 has no customer
      many: { tables: ['commandes'], rows: 5, blankRows: 1, orphanKeys: 1, orphanRows: 1 },
      // C9 never ordered
      one: { tables: ['clients'], rows: 3, orphanKeys: 1, orphanRows: 1 },
      matchedRows: 3,
      matchedShare: 0.75,
      repeatedKeys: 0,
      unusedRows: 0,
    },
    {
      key: 'order_id',
      // F8 is no order
      many: { tables: ['lignes'], column: 'order_id', rows: 4, blankRows: 0, orphanKeys: 1, orphanRows: 1 },
      // F3 and F4 have no line
      one: { tables: ['commandes'], column: 'order_id', rows: 5, orphanKeys: 2, orphanRows: 2 },
      // F1 twice and F2; F2 stands twice among the orders
      matchedRows: 3,
      matchedShare: 0.75,
      repeatedKeys: 1,
      unusedRows: 1,
    },
  ]);
  expect(statements.filter((statement) => statement.includes('"commandes"')).length).toBeGreaterThanOrEqual(
    2,
  );
});

test('the rows whose key finds no partner are found on either side', async () => {
  const sources = await load(shop);
  const join = byKey((await countJoins(bench.engine, sources)).reports)[0]!;
  const many = await findUnmatched(bench.engine, join, 'many', 10);
  expect(many.table.columns.map(({ name }) => name)).toEqual([
    'order_id',
    'customer_id',
    'date_commande',
    'canal',
  ]);
  expect(many.table.rows.map(([order]) => order)).toEqual(['F3']);
  const one = await findUnmatched(bench.engine, join, 'one', 10);
  expect(one.table.rows).toEqual([['C9', 'Jamais venu', 'Lyon']]);
  expect(one.statements).toHaveLength(1);
  expect((await findUnmatched(bench.engine, join, 'one', 0)).table.rows).toHaveLength(0);
});

test('the drawing shows files in their place of the star, joins between them, and tables that are made', async () => {
  const sources = await load(shop);
  const plan = await planSales(bench.engine, bench.schema, sources);
  const warehouse = await buildWarehouse(bench.engine, bench.schema, sources, plan);
  const reports = byKey((await countJoins(bench.engine, sources)).reports);
  const { sales, orders, customers, products } = warehouse.rows;
  const rows = { sales: sales!, orders: orders!, customers: customers!, products: products! };
  const map = warehouseMap(sources, { ...warehouse, rows }, reports);
  expect(map.tables).toMatchObject([
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
  expect(map.links.map(({ from, to, report }) => [from, to, report?.matchedRows ?? null])).toEqual([
    ['commandes', 'clients', 3],
    ['lignes', 'commandes', 3],
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
  const reports = (await countJoins(bench.engine, sources)).reports;
  expect(reports).toMatchObject([
    { many: { tables: ['janvier', 'fevrier'], rows: 2 }, matchedRows: 2, one: { orphanKeys: 0 } },
  ]);
  const { tables } = warehouseMap(sources, emptyWarehouse, reports);
  expect(tables.find(({ id }) => id === 'janvier')).toMatchObject({
    files: ['janvier.csv', 'fevrier.csv'],
    rows: 2,
  });
});

test('no files, no joins', async () => {
  expect(await countJoins(bench.engine, [])).toEqual({ reports: [], statements: [] });
  expect(warehouseMap([], emptyWarehouse, [])).toEqual({ tables: [], links: [] });
});
