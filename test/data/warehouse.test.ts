import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { Sql } from '../../src/engine/sql.js';
import { emptyWarehouse, type Warehouse } from '../../src/core/warehouse.js';
import type { ImportFacts, Source } from '../../src/data/source.js';
import { Bench } from './support.js';

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

/** Loads files by name and builds the warehouse of all. */
async function build(
  files: Record<string, string>,
): Promise<{ warehouse: Warehouse; facts: ImportFacts; sources: Source[] }> {
  const sources: Source[] = [];
  for (const [name, text] of Object.entries(files)) {
    sources.push(await bench.load(text, { name }));
  }
  const plan = await planSales(bench.engine, bench.schema, sources);
  const facts = await importFacts(bench.engine, bench.schema, sources, plan);
  return { facts, sources, warehouse: await buildWarehouse(bench.engine, bench.schema, sources, plan) };
}

const rows = (text: string): Promise<object[]> => bench.engine.query(new Sql(text));

const shop = {
  'clients.csv':
    'customer_id,nom,type,region\nC1,Zoé,Pro,Nord\nC2,Paul,Particulier,Sud\nC2,Paul bis,Pro,Est\nC9,Jamais venu,Pro,Sud\n',
  'produits.csv':
    'product_id,produit,categorie,cout_unitaire\nP1,Bol,Table,2.00\nP2,Lampe,Maison,7.50\nP2,Lampe (double),Maison,99\n',
  'commandes.csv':
    'order_id,customer_id,date_commande,canal\nF1,C1,2024-01-05,Web\nF2,C2,2024-02-10,Magasin\nF3,C1,2024-03-01,Web\n',
  'lignes.csv':
    'order_id,product_id,quantite,prix_unitaire,montant\nF1,P1,2,5.00,10.00\nF1,P2,1,15.00,15.00\nF2,P2,2,15.00,27.00\nF3,P1,-1,5.00,-5.00\n',
};

describe('four joined files', () => {
  test('sales has one row per line, with what order, customer and product say', async () => {
    const { warehouse } = await build(shop);
    expect(warehouse.rows).toEqual({
      sales: 4,
      orders: 3,
      order_lines: 4,
      customers: 3,
      products: 2,
      calendar: 57,
    });
    expect(warehouse.asOf).toBe('2024-03-01');
    expect(
      await rows(
        'select order_id, customer_id, order_date, amount, quantity, is_return, cost, product_id, product, category, channel, region, customer_name from sales order by order_id, product_id',
      ),
    ).toEqual([
      {
        order_id: 'F1',
        customer_id: 'C1',
        order_date: '2024-01-05',
        amount: 10,
        quantity: 2,
        is_return: false,
        cost: 4,
        product_id: 'P1',
        product: 'Bol',
        category: 'Table',
        channel: 'Web',
        region: 'Nord',
        customer_name: 'Zoé',
      },
      {
        order_id: 'F1',
        customer_id: 'C1',
        order_date: '2024-01-05',
        amount: 15,
        quantity: 1,
        is_return: false,
        cost: 7.5,
        product_id: 'P2',
        product: 'Lampe',
        category: 'Maison',
        channel: 'Web',
        region: 'Nord',
        customer_name: 'Zoé',
      },
      {
        order_id: 'F2',
        customer_id: 'C2',
        order_date: '2024-02-10',
        amount: 27,
        quantity: 2,
        is_return: false,
        cost: 15,
        product_id: 'P2',
        product: 'Lampe',
        category: 'Maison',
        channel: 'Magasin',
        region: 'Sud',
        customer_name: 'Paul',
      },
      {
        order_id: 'F3',
        customer_id: 'C1',
        order_date: '2024-03-01',
        amount: -5,
        quantity: -1,
        is_return: true,
        cost: -2,
        product_id: 'P1',
        product: 'Bol',
        category: 'Table',
        channel: 'Web',
        region: 'Nord',
        customer_name: 'Zoé',
      },
    ]);
  });

  test('customers counts concluded orders, nets returns, and keeps those of the file who never came', async () => {
    await build(shop);
    expect(
      await rows(
        'select customer_id, first_order, last_order, orders, amount, customer_name from customers order by 1',
      ),
    ).toEqual([
      {
        customer_id: 'C1',
        first_order: '2024-01-05',
        last_order: '2024-01-05',
        orders: 1,
        amount: 20,
        customer_name: 'Zoé',
      },
      {
        customer_id: 'C2',
        first_order: '2024-02-10',
        last_order: '2024-02-10',
        orders: 1,
        amount: 27,
        customer_name: 'Paul',
      },
      {
        customer_id: 'C9',
        first_order: null,
        last_order: null,
        orders: 0,
        amount: 0,
        customer_name: 'Jamais venu',
      },
    ]);
  });

  test('the facts of the review agree with the tables', async () => {
    const { facts } = await build(shop);
    expect(facts).toEqual({
      grain: 'order_line',
      rows: 4,
      customers: 2,
      // The credit note is no concluded order.
      orders: 2,
      firstDate: '2024-01-05',
      lastDate: '2024-03-01',
      revenue: 47,
      anonymousRows: 0,
    });
  });

  test('the fields say which columns are canonical', async () => {
    const { warehouse } = await build(shop);
    expect(warehouse.fields.find(({ name }) => name === 'category')).toEqual({
      name: 'category',
      type: 'text',
      canonical: 'category',
    });
    expect(warehouse.fields.find(({ name }) => name === 'is_return')).toEqual({
      name: 'is_return',
      type: 'boolean',
    });
  });

  test('building again gives the same', async () => {
    const { warehouse, sources } = await build(shop);
    const plan = await planSales(bench.engine, bench.schema, sources);
    expect(await buildWarehouse(bench.engine, bench.schema, sources, plan)).toEqual(warehouse);
  });
});

test('one file of lines: returns by sign or credit note, anonymous lines kept', async () => {
  const text = [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,France',
    '536365,71053,LANTERN,2,2010-12-01 08:26:00,3.39,17850,France',
    'C536379,85123A,HEART,-1,2010-12-02 09:41:00,2.55,17850,France',
    '536400,71053,LANTERN,1,2010-12-03 10:00:00,3.39,,France',
    '536401,71053,LANTERN,1,2010-12-04 10:00:00,0,13047,France',
  ].join('\n');
  const { warehouse, facts } = await build({ 'retail.csv': text });
  expect(facts).toEqual({
    grain: 'order_line',
    rows: 5,
    // A credit note is no order, and neither is a gift: its price is 0.
    customers: 1,
    orders: 2,
    firstDate: '2010-12-01',
    lastDate: '2010-12-04',
    revenue: 22.92,
    anonymousRows: 1,
  });
  expect(warehouse.rows).toEqual({
    sales: 5,
    orders: 4,
    order_lines: 5,
    customers: 2,
    products: 2,
    calendar: 4,
  });
  expect(
    await rows('select order_id, customer_id, amount, lines, is_return from orders order by order_id'),
  ).toEqual(
    [
      { order_id: '536365', customer_id: '17850', amount: 22.080000000000002, lines: 2, is_return: false },
      { order_id: '536400', customer_id: null, amount: 3.39, lines: 1, is_return: false },
      { order_id: '536401', customer_id: '13047', amount: 0, lines: 1, is_return: false },
      { order_id: 'C536379', customer_id: '17850', amount: -2.5500000000000003, lines: 1, is_return: true },
    ].map((row) => ({ ...row, amount: expect.closeTo(row.amount, 6) })),
  );
  expect(await rows('select order_id from orders where is_concluded order by 1')).toEqual([
    { order_id: '536365' },
    { order_id: '536400' },
  ]);
  expect(await rows('select customer_id, orders from customers order by 1')).toEqual([
    { customer_id: '13047', orders: 0 },
    { customer_id: '17850', orders: 1 },
  ]);
});

test('without an order number a customer and a day are an order when products are known', async () => {
  const { facts } = await build({
    'v.csv':
      'client_id;date;produit;montant\nA;2024-01-01;x;1\nA;2024-01-01;y;2\nA;2024-01-02;x;3\nB;2024-01-01;x;4\n',
  });
  expect(facts).toMatchObject({ orders: 3, customers: 2, revenue: 10, grain: 'order_line' });
});

test('without an order number and products every row is an order', async () => {
  const { facts } = await build({
    'v.csv': 'client_id;date;montant\nA;2024-01-01;1\nA;2024-01-01;2\nB;2024-01-01;4\n',
  });
  expect(facts).toMatchObject({ orders: 3, rows: 3, grain: 'order' });
});

test('the amount is computed from quantity, price and discount when no column has it', async () => {
  const { facts } = await build({
    'v.csv':
      'order_id,client_id,date,produit,quantite,prix_unitaire,remise\nF1,A,2024-01-01,x,2,10,0.1\nF2,B,2024-01-02,y,1,5,0\n',
  });
  expect(facts.revenue).toBe(23);
});

test('an order total that stands on every line is counted once', async () => {
  const lines = [1, 2, 3].flatMap((order) => [
    `F${order},C${order},2024-01-0${order},x,${order * 10}`,
    `F${order},C${order},2024-01-0${order},y,${order * 10}`,
  ]);
  const { facts } = await build({
    'v.csv': `order_id,customer_id,order_date,product,total\n${lines.join('\n')}\n`,
  });
  expect(facts.revenue).toBe(60);
  expect(await rows('select sum(amount) as a from orders')).toEqual([{ a: 60 }]);
});

test('an order total beside quantity and price gives way to them', async () => {
  const lines = [1, 2, 3].flatMap((order) => [
    `F${order},C${order},2024-01-0${order},x,1,4,10`,
    `F${order},C${order},2024-01-0${order},y,2,3,10`,
  ]);
  const { facts } = await build({
    'v.csv': `order_id,customer_id,order_date,product,quantity,unit_price,total\n${lines.join('\n')}\n`,
  });
  expect(facts.revenue).toBe(30);
});

test('an order amount in the order file is counted once over its lines', async () => {
  const { facts } = await build({
    'commandes.csv': 'order_id,customer_id,date_commande,montant\nF1,C1,2024-01-05,30\nF2,C1,2024-01-06,5\n',
    'lignes.csv': 'order_id,product_id,quantite\nF1,P1,2\nF1,P2,1\nF2,P1,1\n',
  });
  expect(facts).toMatchObject({ revenue: 35, rows: 3, orders: 2, customers: 1 });
});

test('files of the same shape are put one below the other', async () => {
  const { facts, warehouse } = await build({
    'janvier.csv': 'order_id,customer_id,order_date,amount\nF1,C1,2024-01-05,10\n',
    'fevrier.csv': 'order_id,customer_id,order_date,amount\nF2,C1,2024-02-05,20.5\n',
  });
  expect(facts).toMatchObject({ revenue: 30.5, orders: 2, customers: 1, grain: 'order' });
  expect(warehouse.rows.sales).toBe(2);
});

test('contacts and complaints are no sales', async () => {
  const { facts } = await build({
    ...shop,
    'reclamations.csv':
      'ticket_id,customer_id,order_id,product_id,ouvert_le,motif\nT1,C1,F1,P1,2024-01-09,Casse\n',
    'satisfaction.csv': 'customer_id,order_id,date,satisfaction,nps\nC1,F1,2024-01-08,4,9\n',
  });
  expect(facts).toMatchObject({ rows: 4, orders: 2, revenue: 47 });
});

test('a file of customers alone makes customers only', async () => {
  const { warehouse, facts } = await build({ 'clients.csv': 'code_client;ville\nC1;Lyon\nC2;Nice\n' });
  expect(warehouse.rows).toEqual({ customers: 2 });
  expect(facts).toMatchObject({ grain: 'customer', rows: 2, customers: 2, revenue: null });
});

test('a file without any role is a table and nothing else', async () => {
  const { warehouse, facts, sources } = await build({ 'notes.csv': 'a;b\n1;2\n3;4\n' });
  expect(warehouse).toEqual(emptyWarehouse);
  expect(facts).toMatchObject({ grain: 'other', rows: 2 });
  expect(await bench.rows(sources[0]!)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test("a file's own columns come along when they have few values, under a name of their own", async () => {
  const { warehouse } = await build({
    'v.csv':
      'order_id,customer_id,order_date,amount,is_return,poids,"a""b"\nF1,C1,2024-01-05,10,non,3,x\nF2,C2,2024-01-06,20,oui,4,y\n',
  });
  expect(
    warehouse.fields.filter(({ canonical }) => !canonical).map(({ name, type }) => [name, type]),
  ).toEqual([
    ['is_return', 'boolean'],
    ['is_return_2', 'text'],
    ['poids', 'integer'],
    ['a"b', 'text'],
  ]);
  expect(await rows('select is_return_2, "a""b" as ab from sales order by 1')).toEqual([
    { is_return_2: 'non', ab: 'x' },
    { is_return_2: 'oui', ab: 'y' },
  ]);
});

test('a file may call its columns as the warehouse calls its own helpers', async () => {
  const line = (order: number, product: string): string =>
    `F${order},C1,2024-01-0${order},${product},1,10,20,${order},x,y`;
  const header = 'order_id,customer_id,order_date,product,quantity,unit_price,total,Row Number,file,to';
  const { facts } = await build({
    'v.csv': `${header}\n${[1, 2, 3].flatMap((order) => [line(order, 'a'), line(order, 'b')]).join('\n')}\n`,
    'clients.csv': 'customer_id,nom,to,from\nC1,Zoé,x,y\n',
  });
  expect(facts.revenue).toBe(60);
  expect(await rows('select customer_name, orders from customers')).toEqual([
    { customer_name: 'Zoé', orders: 3 },
  ]);
});
