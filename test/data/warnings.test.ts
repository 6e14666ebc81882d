import { beforeAll, expect, test } from 'vitest';
import { amountBasis } from '../../src/data/warehouse/warnings.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

test('a header says whether its amounts hold the tax', () => {
  expect(['Montant TTC', 'total_ttc', 'Total (TTC)', 'Total incl. VAT'].map(amountBasis)).toEqual(
    Array(4).fill('with-tax'),
  );
  expect(['montant_ht', 'CA HT', 'Prix hors taxe', 'amount excl. tax'].map(amountBasis)).toEqual(
    Array(4).fill('without-tax'),
  );
  expect(['Montant', 'weight', 'total'].map(amountBasis)).toEqual([null, null, null]);
});

test('one currency and one way of counting the tax are no doubt', async () => {
  const { warehouse } = await bench.build({
    'v.csv': csv(
      'order_id;client_id;date;montant_ht;devise',
      'F1;A;2024-01-01;10;EUR',
      'F2;B;2024-01-02;20;eur ',
    ),
  });
  expect(warehouse).toMatchObject({ amounts: 'without-tax', currency: 'EUR', warnings: [] });
});

test('amounts of several currencies in one sum are told', async () => {
  const { warehouse } = await bench.build({
    'v.csv': csv(
      'order_id;client_id;date;montant;devise',
      'F1;A;2024-01-01;10;EUR',
      'F2;B;2024-01-02;20;USD',
      'F3;B;2024-01-03;5;€',
    ),
  });
  expect(warehouse.warnings).toEqual([{ code: 'several-currencies', detail: 'EUR, USD' }]);
  expect(warehouse.currency).toBeNull();
});

test('signs of several currencies beside the amounts are told too, and no sign stands for their sum', async () => {
  const { warehouse, plan } = await bench.build({
    'v.csv': csv(
      'order_id;client_id;date;montant',
      'F1;A;2024-01-01;10,00 €',
      'F2;B;2024-01-02;20,50 $',
      'F3;B;2024-01-03;5,00 €',
    ),
  });
  expect(warehouse.warnings).toEqual([{ code: 'several-currencies', detail: 'EUR, USD' }]);
  expect(warehouse.currency).toBeNull();
  expect(plan?.currency).toBeNull();
});

test('files with the tax and files without it in one sum are told', async () => {
  const { warehouse } = await bench.build({
    'web.csv': csv('order_id;client_id;date;produit;montant_ttc', 'F1;A;2024-01-01;x;12'),
    'magasin.csv': csv('order_id;client_id;date;produit;quantite;montant_ht', 'M1;A;2024-01-01;x;1;10'),
  });
  expect(warehouse.rows.sales).toBe(2);
  expect(warehouse.amounts).toBeNull();
  expect(warehouse.warnings).toHaveLength(1);
  expect(warehouse.warnings[0]?.code).toBe('mixed-tax');
  expect(warehouse.warnings[0]?.detail.split(', ').toSorted()).toEqual(['montant_ht', 'montant_ttc']);
});

test('lines without a customer stay in sales, are no customer, and are counted', async () => {
  const { warehouse } = await bench.build({
    'v.csv': csv(
      'order_id,customer_id,order_date,product,amount',
      'F1,A,2024-01-01,x,1',
      'F2,,2024-01-02,x,2',
      'F2,,2024-01-02,y,3',
    ),
  });
  expect(warehouse).toMatchObject({
    anonymousLines: 2,
    rows: { sales: 3, orders: 2, customers: 1, products: 2 },
  });
  const nobody = await bench.build({ 'v.csv': csv('order_id,order_date,amount', 'F1,2024-01-01,1') });
  expect(nobody.warehouse.anonymousLines).toBeNull();
});

const lyon = csv(
  'order_id;client_id;date;montant',
  '1001;A;2024-01-01;10',
  '1002;B;2024-01-02;20',
  '1003;C;2024-01-05;1',
);
const paris = csv(
  'order_id;client_id;date;montant',
  '1001;X;2024-03-01;5',
  '1002;Y;2024-03-02;7',
  '1009;X;2024-03-09;2',
);
const counted = 'select order_id, customer_id, amount from orders order by order_id';

test('two shops that number alike have orders of their own, and that is told', async () => {
  const { warehouse } = await bench.build({ 'lyon.csv': lyon, 'paris.csv': paris });
  expect(warehouse.warnings).toEqual([{ code: 'orders-told-apart', detail: '2' }]);
  expect(await bench.rows(counted)).toEqual([
    { order_id: '1001 (lyon)', customer_id: 'A', amount: 10 },
    { order_id: '1001 (paris)', customer_id: 'X', amount: 5 },
    { order_id: '1002 (lyon)', customer_id: 'B', amount: 20 },
    { order_id: '1002 (paris)', customer_id: 'Y', amount: 7 },
    { order_id: '1003 (lyon)', customer_id: 'C', amount: 1 },
    { order_id: '1009 (paris)', customer_id: 'X', amount: 2 },
  ]);
});

test('an order whose lines are spread over two files stays one', async () => {
  const { warehouse } = await bench.build({
    'january.csv': csv('order_id;client_id;date;montant', '1;A;2024-01-31;10', '2;B;2024-01-31;20'),
    'february.csv': csv('order_id;client_id;date;montant', '2;B;2024-01-31;5', '3;C;2024-02-01;7'),
  });
  expect(warehouse.warnings).toEqual([]);
  expect(await bench.rows(counted)).toEqual([
    { order_id: '1', customer_id: 'A', amount: 10 },
    { order_id: '2', customer_id: 'B', amount: 25 },
    { order_id: '3', customer_id: 'C', amount: 7 },
  ]);
});

test('where an order file names the orders, equal numbers cannot be told apart, and that is told', async () => {
  const head = 'order_id;client_id;date;produit;quantite;montant';
  const { warehouse } = await bench.build({
    'lyon.csv': csv(head, '1001;A;2024-01-01;Vase;1;10', '1002;B;2024-01-02;Bol;2;20'),
    'paris.csv': csv(head, '1001;X;2024-03-01;Lampe;1;5', '1002;Y;2024-03-02;Vase;1;7'),
    'commandes.csv': csv('order_id;date_commande;canal', '1001;2024-01-01;web', '1002;2024-01-02;magasin'),
  });
  expect(warehouse.warnings).toEqual([{ code: 'orders-taken-for-one', detail: '2' }]);
});
