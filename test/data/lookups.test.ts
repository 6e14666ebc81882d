import { beforeAll, describe, expect, test } from 'vitest';
import { joinReports } from '../../src/data/warehouse/joins.js';
import { csv, WarehouseBench, type Built } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

/** What is told of the joins, by their ends. */
async function told({ sources }: Built): Promise<string[]> {
  const reports = await joinReports(bench.bench.engine, bench.bench.schema, sources);
  return reports.map(
    ({ many, one, matchedRows }) =>
      `${many.files[0]}.${many.column} → ${one.files[0]}.${one.column}: ${matchedRows}`,
  );
}

const sales = csv(
  'order_id,customer_id,order_date,amount',
  'F1,C1,2024-01-05,10',
  'F2,P1,2024-01-06,20',
  'F3,C1,2024-01-07,5',
  'F4,X9,2024-01-08,1',
);

describe('several files of one kind, of other columns', () => {
  test('all customer files are joined, and all their customers are in customers', async () => {
    const built = await bench.build({
      'ventes.csv': sales,
      'particuliers.csv': csv('customer_id,nom,region', 'C1,Zoé,Nord', 'C2,Paul,Sud'),
      'pros.csv': csv(
        'customer_id,raison_sociale,secteur,region',
        'P1,Bol SARL,BTP,Est',
        'C2,Paul SA,Bois,Ouest',
      ),
    });
    expect(await bench.rows('select order_id, customer_name, region from sales order by 1')).toEqual([
      { order_id: 'F1', customer_name: 'Zoé', region: 'Nord' },
      { order_id: 'F2', customer_name: 'Bol SARL', region: 'Est' },
      { order_id: 'F3', customer_name: 'Zoé', region: 'Nord' },
      { order_id: 'F4', customer_name: null, region: null },
    ]);
    expect(
      await bench.rows('select customer_id, orders, customer_name, region from customers order by 1'),
    ).toEqual([
      { customer_id: 'C1', orders: 2, customer_name: 'Zoé', region: 'Nord' },
      { customer_id: 'C2', orders: 0, customer_name: 'Paul', region: 'Sud' },
      { customer_id: 'P1', orders: 1, customer_name: 'Bol SARL', region: 'Est' },
      { customer_id: 'X9', orders: 1, customer_name: null, region: null },
    ]);
    expect(await told(built)).toEqual([
      'ventes.csv.customer_id → particuliers.csv.customer_id: 2',
      'ventes.csv.customer_id → pros.csv.customer_id: 1',
    ]);
  });

  test('all order and product files are joined', async () => {
    const built = await bench.build({
      'lignes.csv': csv('order_id,product_id,quantite,montant', 'F1,P1,1,10', 'F2,P2,1,20'),
      'commandes-2023.csv': csv('order_id,customer_id,date_commande', 'F1,C1,2023-05-01'),
      'commandes-2024.csv': csv('order_id,customer_id,date_commande,canal', 'F2,C2,2024-05-01,Web'),
      'produits.csv': csv('product_id,produit,categorie', 'P1,Bol,Table'),
      'nouveautes.csv': csv('product_id,produit,categorie,marque', 'P2,Lampe,Maison,M'),
    });
    expect(
      await bench.rows('select customer_id, order_date, product, category, channel from sales order by 1'),
    ).toEqual([
      { customer_id: 'C1', order_date: '2023-05-01', product: 'Bol', category: 'Table', channel: null },
      { customer_id: 'C2', order_date: '2024-05-01', product: 'Lampe', category: 'Maison', channel: 'Web' },
    ]);
    expect((await told(built)).filter((line) => line.startsWith('lignes'))).toEqual([
      'lignes.csv.order_id → commandes-2023.csv.order_id: 1',
      'lignes.csv.order_id → commandes-2024.csv.order_id: 1',
      'lignes.csv.product_id → produits.csv.product_id: 1',
      'lignes.csv.product_id → nouveautes.csv.product_id: 1',
    ]);
  });

  test('without sales, the customers of all files are one table', async () => {
    const { warehouse, facts } = await bench.build({
      'a.csv': csv('customer_id,nom,ville', 'C1,Zoé,Lyon', 'C2,Paul,'),
      'b.csv': csv('customer_id,nom,ville,region', 'C2,Paul,Nice,Sud', 'C3,Ana,Lille,Nord'),
    });
    expect(warehouse.rows).toEqual({ customers: 3 });
    expect(facts).toMatchObject({ grain: 'customer', rows: 4, customers: 3 });
    expect(await bench.rows('select customer_id, city from customers order by 1')).toEqual([
      { customer_id: 'C1', city: 'Lyon' },
      { customer_id: 'C2', city: 'Nice' },
      { customer_id: 'C3', city: 'Lille' },
    ]);
  });
});

describe('customers told by their address', () => {
  const byAddress = csv(
    'order_id,email,order_date,amount',
    'F1,zoe@x.example,2024-01-05,10',
    'F2,ana@x.example,2024-01-06,20',
  );

  test('a customer file with numbers gives its numbers to sales and complaints that know only addresses', async () => {
    const built = await bench.build({
      'ventes.csv': byAddress,
      'clients.csv': csv(
        'customer_id,nom,email,region',
        'C1,Zoé,zoe@x.example,Nord',
        'C2,Paul,paul@x.example,Sud',
      ),
      'plaintes.csv': csv('ticket_id,email,ouvert_le', 'T1,zoe@x.example,2024-01-09'),
    });
    expect(
      await bench.rows('select customer_id, customer_name, region from sales order by order_id'),
    ).toEqual([
      { customer_id: 'C1', customer_name: 'Zoé', region: 'Nord' },
      { customer_id: 'ana@x.example', customer_name: null, region: null },
    ]);
    expect(await bench.rows('select customer_id, orders from customers order by 1')).toEqual([
      { customer_id: 'C1', orders: 1 },
      { customer_id: 'C2', orders: 0 },
      { customer_id: 'ana@x.example', orders: 1 },
    ]);
    expect(await bench.rows('select ticket_id, customer_id from tickets')).toEqual([
      { ticket_id: 'T1', customer_id: 'C1' },
    ]);
    expect(await told(built)).toEqual([
      'ventes.csv.email → clients.csv.email: 1',
      'plaintes.csv.email → clients.csv.email: 1',
    ]);
  });

  test('a customer file without numbers is joined by address, with the numbers of the sales where they have some', async () => {
    const clients = csv('nom,email,region', 'Zoé,zoe@x.example,Nord', 'Paul,paul@x.example,Sud');
    await bench.build({ 'ventes.csv': byAddress, 'clients.csv': clients });
    expect(await bench.rows('select customer_id, region from sales order by order_id')).toEqual([
      { customer_id: 'zoe@x.example', region: 'Nord' },
      { customer_id: 'ana@x.example', region: null },
    ]);
    const built = await bench.build({
      'ventes.csv': csv(
        'order_id,customer_id,email,order_date,amount',
        'F1,C1,zoe@x.example,2024-01-05,10',
        'F2,C7,ana@x.example,2024-01-06,20',
      ),
      'clients.csv': clients,
    });
    expect(await bench.rows('select customer_id, orders, region from customers order by 1')).toEqual([
      { customer_id: 'C1', orders: 1, region: 'Nord' },
      { customer_id: 'C7', orders: 1, region: null },
      { customer_id: 'paul@x.example', orders: 0, region: 'Sud' },
    ]);
    expect(await bench.rows('select customer_id, region from sales order by 1')).toEqual([
      { customer_id: 'C1', region: 'Nord' },
      { customer_id: 'C7', region: null },
    ]);
    expect(await told(built)).toEqual(['ventes.csv.email → clients.csv.email: 1']);
  });

  test('numbers and addresses are never taken for one another', async () => {
    const built = await bench.build({
      'ventes.csv': sales,
      'clients.csv': csv('nom,email,region', 'Zoé,zoe@x.example,Nord'),
    });
    expect(await told(built)).toEqual([]);
  });
});

test('products are found by name where a file has no number', async () => {
  const built = await bench.build({
    'ventes.csv': csv('order_id,customer_id,order_date,produit,quantite', 'F1,C1,2024-01-05,Bol,2'),
    'produits.csv': csv('product_id,produit,categorie,prix_unitaire', 'P1,Bol,Table,5'),
  });
  expect(await bench.rows('select product, category, amount from sales')).toEqual([
    { product: 'Bol', category: 'Table', amount: 10 },
  ]);
  expect(await told(built)).toEqual(['ventes.csv.produit → produits.csv.produit: 1']);
});

test('a name on the line gives way to the number of its order', async () => {
  await bench.build({
    'lignes.csv': csv('order_id,client,product_id,quantite,montant', 'F1,Zoé Martin,P1,1,10'),
    'commandes.csv': csv('order_id,customer_id,date_commande', 'F1,C1,2024-01-05'),
  });
  expect(await bench.rows('select customer_id from sales')).toEqual([{ customer_id: 'C1' }]);
});
