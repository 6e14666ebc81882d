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
