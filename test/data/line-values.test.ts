import { beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/data/warehouse/keys.js';
import { sql } from '../../src/engine/sql.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

test('rows without an order number are orders of their own in whatever file they stand', async () => {
  const { facts } = await bench.build({
    'janvier.csv': csv('client_id;date;montant', 'A;2024-01-01;1', 'B;2024-01-02;2'),
    'fevrier.csv': csv('client_id;date;montant', 'C;2024-02-01;4'),
    'mars.csv': csv('client_id;date;montant;region', 'D;2024-03-01;8;Nord'),
  });
  expect(facts).toMatchObject({ orders: 4, customers: 4, revenue: 15 });
  expect(await bench.rows('select order_id, customer_id from sales order by order_date')).toEqual([
    { order_id: '#1', customer_id: 'A' },
    { order_id: '#2', customer_id: 'B' },
    { order_id: '#2-1', customer_id: 'C' },
    { order_id: '#3-1', customer_id: 'D' },
  ]);
});

test('a row without an order number is no part of the order that has the number of its place', async () => {
  const { facts } = await bench.build({
    'v.csv': csv(
      'order_id,customer_id,order_date,amount',
      '#2,A,2024-01-01,1',
      ',B,2024-01-02,2',
      '#3,C,2024-01-03,4',
    ),
  });
  expect(facts).toMatchObject({ orders: 3, customers: 3 });
});

describe('measures', () => {
  test("the product's stock and the customer's amount are not the line's", async () => {
    await bench.build(
      {
        'lignes.csv': csv(
          'order_id,customer_id,product_id,quantite',
          'F1,C1,P1,2',
          'F1,C1,P2,1',
          'F2,C1,P1,1',
        ),
        'produits.csv': csv('product_id,produit,stock,montant_stock', 'P1,Bol,400,900', 'P2,Lampe,30,70'),
        'clients.csv': csv('customer_id,nom,achats', 'C1,Zoé,500'),
      },
      {
        roles: {
          'produits.csv': { stock: 'quantity', montant_stock: 'amount' },
          'clients.csv': { achats: 'amount' },
        },
      },
    );
    expect(
      await bench.rows('select product, amount, quantity from sales order by order_id, product_id'),
    ).toEqual([
      { product: 'Bol', amount: null, quantity: 2 },
      { product: 'Lampe', amount: null, quantity: 1 },
      { product: 'Bol', amount: null, quantity: 1 },
    ]);
    expect(await bench.rows('select amount, achats from customers')).toEqual([{ amount: 0, achats: 500 }]);
  });

  test('what an order costs to ship is counted once over its lines, what a customer spent on none', async () => {
    const { warehouse } = await bench.build({
      'lignes.csv': csv('order_id,product_id,quantite,montant', 'F1,P1,1,10', 'F1,P2,1,20', 'F2,P1,1,5'),
      'commandes.csv': csv(
        'order_id,customer_id,date_commande,frais_de_port',
        'F1,C1,2024-01-01,4.5',
        'F2,C1,2024-01-02,6',
      ),
      'clients.csv': csv('customer_id,nom,total_spent', 'C1,Zoé,900', 'C2,Paul,5'),
    });
    expect(await bench.rows('select sum(frais_de_port) as total from sales')).toEqual([{ total: 10.5 }]);
    expect(warehouse.fields.map(({ name }) => name)).not.toContain('total_spent');
    expect(await bench.rows('select total_spent from customers order by 1')).toEqual([
      { total_spent: 5 },
      { total_spent: 900 },
    ]);
  });
});

describe('dimensions', () => {
  test("a customer's own status and channel say nothing about a sale: they keep their names", async () => {
    const { warehouse, facts } = await bench.build(
      {
        'ventes.csv': csv(
          'order_id,customer_id,order_date,amount,region',
          'F1,C1,2024-01-01,10,',
          'F2,C2,2024-01-02,20,Nord',
        ),
        'clients.csv': csv(
          'customer_id,nom,etat,canal_prefere,zone',
          'C1,Zoé,Annulé,Web,Sud',
          'C2,Paul,actif,Tel,Est',
        ),
      },
      { roles: { 'clients.csv': { etat: 'status', canal_prefere: 'channel', zone: 'region' } } },
    );
    expect(facts.revenue).toBe(30);
    expect(warehouse.fields.map(({ canonical }) => canonical)).not.toContain('status');
    // Where a sale went is the line's to say, else the customer's.
    expect(await bench.rows('select region, etat, canal_prefere from sales order by order_id')).toEqual([
      { region: 'Sud', etat: 'Annulé', canal_prefere: 'Web' },
      { region: 'Nord', etat: 'actif', canal_prefere: 'Tel' },
    ]);
  });

  test('where goods are made is not where they are sold; a customer has one day of signing up', async () => {
    await bench.build(
      {
        'ventes.csv': csv(
          'order_id,customer_id,product_id,order_date,amount,inscrit',
          'F1,C1,P1,2024-01-01,10,2023-12-31',
        ),
        'produits.csv': csv('product_id,produit,pays_fab', 'P1,Bol,Chine', 'P2,Lampe,Italie'),
        'clients.csv': csv('customer_id,nom,pays,inscrit', 'C1,Zoé,France,2020-05-05'),
      },
      {
        roles: {
          'ventes.csv': { inscrit: 'signup_date' },
          'produits.csv': { pays_fab: 'country' },
          'clients.csv': { inscrit: 'signup_date' },
        },
      },
    );
    expect(await bench.rows('select country, pays_fab, signup_date from sales')).toEqual([
      { country: 'France', pays_fab: 'Chine', signup_date: '2020-05-05' },
    ]);
  });
});

describe('discounts', () => {
  const revenue = async (
    header: string,
    rows: readonly (readonly [price: number, discount: string])[],
  ): Promise<number | null> => {
    const { facts } = await bench.build(
      {
        'v.csv': csv(
          `order_id,customer_id,order_date,product,quantity,unit_price,${header}`,
          ...rows.map(([price, discount], row) => `F${row},C1,2024-01-01,x,1,${price},${discount}`),
        ),
      },
      { roles: { 'v.csv': { [header]: 'discount' } } },
    );
    return facts.revenue;
  };

  test('small ones are money where the header says so, else shares', async () => {
    expect(
      await revenue('discount_amount', [
        [10, '0.5'],
        [4, '0'],
      ]),
    ).toBe(13.5);
    expect(
      await revenue('remise', [
        [10, '0.5'],
        [4, '0'],
      ]),
    ).toBe(9);
  });

  test('above the price they are percentages', async () => {
    expect(
      await revenue('remise', [
        [5, '10'],
        [20, '5'],
      ]),
    ).toBe(23.5);
    expect(
      await revenue('remise', [
        [50, '10'],
        [20, '5'],
      ]),
    ).toBe(55);
  });

  test('all rows are looked at', async () => {
    const small = Array.from({ length: 20_000 }, () => [10, '1'] as const);
    expect(await revenue('remise', [...small, [10, '5']])).toBe(20_000 * 9 + 5);
  });
});

test('a key is the same text whatever type its file gave it', async () => {
  const [row] = await bench.bench.engine.query(
    sql`select ${keyOf(sql`17850::double`, 'number')} as "double", ${keyOf(sql`17850::decimal(18, 2)`, 'number')} as "decimal",
      ${keyOf(sql`17850::bigint`, 'integer')} as "integer", ${keyOf(sql`' 17850 '`, 'text')} as "text",
      ${keyOf(sql`'00123'`, 'text')} as "zeros", ${keyOf(sql`12.50::decimal(18, 2)`, 'number')} as "half"`,
  );
  expect(row).toEqual({
    double: '17850',
    decimal: '17850',
    integer: '17850',
    text: '17850',
    zeros: '00123',
    half: '12.50',
  });
});
