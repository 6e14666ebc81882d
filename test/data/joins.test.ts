import { beforeAll, describe, expect, test } from 'vitest';
import type { JoinReport } from '../../src/core/join-report.js';
import { joinReports, unmatchedRows } from '../../src/data/warehouse/joins.js';
import { csv, WarehouseBench, type Built } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const reportsOf = ({ sources }: Built): Promise<readonly JoinReport[]> =>
  joinReports(bench.bench.engine, bench.bench.schema, sources);

const shop = {
  'clients.csv': csv(
    'customer_id,nom,region',
    'C1,Zoé,Nord',
    'C2,Paul,Sud',
    'C2,Paul bis,Est',
    'C9,Jamais venu,Sud',
  ),
  'produits.csv': csv('product_id,produit,categorie', 'P1,Bol,Table', 'P2,Lampe,Maison'),
  'commandes.csv': csv(
    'order_id,customer_id,date_commande',
    'F1,C1,2024-01-05',
    'F2,C2,2024-02-10',
    'F3,C7,2024-03-01',
    'F4,,2024-03-02',
  ),
  'lignes.csv': csv(
    'order_id,product_id,quantite,montant',
    'F1,P1,2,10',
    'F1,P2,1,15',
    'F2,P2,2,27',
    'F3,P1,1,5',
    'F8,P3,1,5',
  ),
  'reclamations.csv': csv(
    'ticket_id,customer_id,order_id,ouvert_le',
    'T1,C1,F1,2024-01-09',
    'T2,C8,F8,2024-01-10',
  ),
};

describe('joins between the files of a shop', () => {
  test('each is told with its keys, matched rows, orphans of both ends and repeated keys', async () => {
    const built = await bench.build(shop);
    const reports = await reportsOf(built);
    const told = reports.map(({ key, many, one, ...rest }) => ({
      join: `${many.files[0]} → ${one.files[0]} (${key})`,
      many: [many.rows, many.blankRows, many.orphanKeys, many.orphanRows],
      one: [one.rows, one.blankRows, one.orphanKeys, one.orphanRows],
      ...rest,
    }));
    expect(told).toEqual([
      {
        // C1 and C2 are customers, C7 is not, F4 has none; C9 has no order, and the second row of C2 is not used.
        join: 'commandes.csv → clients.csv (customer_id)',
        many: [4, 1, 1, 1],
        one: [4, 0, 1, 1],
        matchedRows: 2,
        matchedShare: 2 / 3,
        repeatedKeys: 1,
        unusedRows: 1,
        hint: null,
      },
      {
        join: 'lignes.csv → commandes.csv (order_id)',
        many: [5, 0, 1, 1],
        one: [4, 0, 1, 1],
        matchedRows: 4,
        matchedShare: 0.8,
        repeatedKeys: 0,
        unusedRows: 0,
        hint: null,
      },
      {
        join: 'lignes.csv → produits.csv (product_id)',
        many: [5, 0, 1, 1],
        one: [2, 0, 0, 0],
        matchedRows: 4,
        matchedShare: 0.8,
        repeatedKeys: 0,
        unusedRows: 0,
        hint: null,
      },
      {
        join: 'reclamations.csv → commandes.csv (order_id)',
        many: [2, 0, 1, 1],
        one: [4, 0, 3, 3],
        matchedRows: 1,
        matchedShare: 0.5,
        repeatedKeys: 0,
        unusedRows: 0,
        hint: null,
      },
      {
        join: 'reclamations.csv → clients.csv (customer_id)',
        many: [2, 0, 1, 1],
        one: [4, 0, 2, 3],
        matchedRows: 1,
        matchedShare: 0.5,
        repeatedKeys: 1,
        unusedRows: 1,
        hint: null,
      },
    ]);
    // The key that stands twice multiplied no line.
    expect(built.warehouse.rows.sales).toBe(5);
  });

  test('the rows that do not match can be looked at, of either end, up to a limit', async () => {
    const reports = await reportsOf(await bench.build(shop));
    const lines = reports.find(({ many, key }) => many.kind === 'lines' && key === 'order_id');
    if (!lines) throw new Error('the lines are joined to the orders');
    const { engine, schema } = bench.bench;
    expect((await unmatchedRows(engine, schema, lines, 'many', 10)).rows).toEqual([['F8', 'P3', 1, 5]]);
    expect(await unmatchedRows(engine, schema, lines, 'one', 10)).toMatchObject({
      columns: [{ name: 'order_id' }, { name: 'customer_id' }, { name: 'date_commande' }],
      rows: [['F4', null, '2024-03-02']],
    });
    const tickets = reports.find(({ many, key }) => many.kind === 'tickets' && key === 'customer_id');
    if (!tickets) throw new Error('the complaints are joined to the customers');
    expect((await unmatchedRows(engine, schema, tickets, 'one', 2)).rows).toEqual([
      ['C2', 'Paul', 'Sud'],
      ['C2', 'Paul bis', 'Est'],
    ]);
  });
});

describe('keys written in two ways', () => {
  const join = async (
    orders: readonly string[],
    customers: readonly string[],
  ): Promise<JoinReport | undefined> => {
    const built = await bench.build({
      'commandes.csv': csv(
        'order_id,customer_id,order_date,amount',
        ...orders.map((id, n) => `F${n},${id},2024-01-0${n + 1},5`),
      ),
      'clients.csv': csv('customer_id,nom', ...customers.map((id) => `${id},Nom ${id}`)),
    });
    return (await reportsOf(built))[0];
  };

  test('are not joined, but told: leading zeros', async () => {
    expect(await join(['00123', '00124', '999'], ['123', '124', '125'])).toMatchObject({
      matchedRows: 0,
      hint: { rule: 'leading-zeros', matchedRows: 2 },
    });
    expect(await bench.rows('select count(customer_name) as n from sales')).toEqual([{ n: 0 }]);
  });

  test('are not joined, but told: a prefix, or case', async () => {
    expect(await join(['12', '13'], ['C-0012', 'C-0013'])).toMatchObject({
      matchedRows: 0,
      hint: { rule: 'prefix', matchedRows: 2 },
    });
    expect(await join(['ab1', 'AB2'], ['AB1', 'AB2'])).toMatchObject({
      matchedRows: 1,
      hint: { rule: 'case', matchedRows: 2 },
    });
  });

  test('are not told where two customers would become one', async () => {
    expect(await join(['12', '13'], ['C12', 'D12', 'C13'])).toMatchObject({ matchedRows: 0, hint: null });
  });
});
