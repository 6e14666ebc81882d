import { beforeAll, describe, expect, test } from 'vitest';
import { csv, WarehouseBench, type BuildOptions, type Built } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const build = (files: Readonly<Record<string, string>>, options: BuildOptions = {}): Promise<Built> =>
  bench.build(files, {
    ...options,
    roles: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, rolesIn(text)])),
  });
const rolesIn = (text: string): Record<string, 'refund'> =>
  text.startsWith('order_id') && text.split('\n')[0]?.includes('refunded') ? { refunded: 'refund' } : {};
const amounts = (): Promise<object[]> =>
  bench.rows(
    'select order_id, cast(amount as double) as amount, is_return from sales order by order_id, amount',
  );

describe('a column of refunds', () => {
  const orders = csv(
    'order_id,customer_id,order_date,total,refunded',
    'F1,A,2024-01-01,100.00,0',
    'F2,B,2024-01-02,80.00,20.10',
    'F3,C,2024-01-03,50.00,50.00',
    'F4,C,2024-01-04,10.00,12.00',
    'F5,D,2024-01-05,7.00,',
  );

  test('lowers the amount of each order once, never below 0; what was paid back in full is a return', async () => {
    const { facts, repairs } = await build({ 'v.csv': orders });
    expect(await amounts()).toEqual([
      { order_id: 'F1', amount: 100, is_return: false },
      { order_id: 'F2', amount: 59.9, is_return: false },
      { order_id: 'F3', amount: 0, is_return: true },
      { order_id: 'F4', amount: 0, is_return: true },
      { order_id: 'F5', amount: 7, is_return: false },
    ]);
    // 100 + 59.90 + 7; C has nothing left.
    expect(facts).toMatchObject({ revenue: 166.9, orders: 3, customers: 3 });
    expect(repairs).toEqual([{ code: 'returns-marked', detail: 'refunded', count: 3 }]);
  });

  test('undone, every amount stands as it is', async () => {
    const { facts, repairs } = await build({ 'v.csv': orders }, { undone: ['returns-marked'] });
    expect(facts).toMatchObject({ revenue: 247, orders: 5 });
    expect(repairs).toEqual([]);
  });

  test('is not taken off amounts that are net of it by name', async () => {
    const { facts } = await build({
      'v.csv': csv(
        'order_id,customer_id,order_date,net_sales,refunded',
        'F1,A,2024-01-01,80,20',
        'F2,A,2024-01-02,5,0',
      ),
    });
    expect(facts.revenue).toBe(85);
  });
});

describe('several lines per order', () => {
  test('beside an order total, what was paid back is shared out as the total is', async () => {
    const { facts } = await build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,quantity,unit_price,total,refunded',
        'F1,C1,2024-01-01,a,1,30,100,10',
        'F1,C1,2024-01-01,b,1,30,100,10',
        'F1,C1,2024-01-01,c,1,30,100,10',
        'F2,C1,2024-01-02,a,1,2,10,4',
        'F2,C1,2024-01-02,b,3,2,10,4',
        'F3,C2,2024-01-03,a,2,4,9,0',
        'F3,C2,2024-01-03,b,1,2,9,0',
      ),
    });
    // F1: 33.34 + 33.33 + 33.33 less 3.34 + 3.33 + 3.33. F2: 2.50 + 7.50 less 1 + 3.
    expect(
      await bench.rows('select order_id, product, cast(amount as double) as amount from sales order by 1, 2'),
    ).toEqual([
      { order_id: 'F1', product: 'a', amount: 30 },
      { order_id: 'F1', product: 'b', amount: 30 },
      { order_id: 'F1', product: 'c', amount: 30 },
      { order_id: 'F2', product: 'a', amount: 1.5 },
      { order_id: 'F2', product: 'b', amount: 4.5 },
      { order_id: 'F3', product: 'a', amount: 7.2 },
      { order_id: 'F3', product: 'b', amount: 1.8 },
    ]);
    expect(facts.revenue).toBe(105);
  });

  test("on an order's first row only, it is the order's", async () => {
    const { facts, repairs } = await build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,quantity,unit_price,amount,refunded',
        'F1,C1,2024-01-01,a,1,10,10,12',
        'F1,C1,2024-01-01,b,2,10,20,',
        'F2,C1,2024-01-02,a,1,5,5,',
      ),
    });
    // 12 over 10 and 20: 4 and 8.
    expect(await amounts()).toEqual([
      { order_id: 'F1', amount: 6, is_return: false },
      { order_id: 'F1', amount: 12, is_return: false },
      { order_id: 'F2', amount: 5, is_return: false },
    ]);
    expect(facts.revenue).toBe(23);
    expect(repairs).toEqual([{ code: 'returns-marked', detail: 'refunded', count: 2 }]);
  });

  test('repeated on lines that have amounts, it is counted once; one of its own per line is that line’s', async () => {
    const header = 'order_id,customer_id,order_date,product,quantity,unit_price,amount,refunded';
    const repeated = await build({
      'v.csv': csv(
        header,
        'F1,C1,2024-01-01,a,1,10,10,9',
        'F1,C1,2024-01-01,b,2,10,20,9',
        'F2,C1,2024-01-02,a,1,5,5,0',
      ),
    });
    expect(repeated.facts.revenue).toBe(26);
    await build({
      'v.csv': csv(
        header,
        'F1,C1,2024-01-01,a,1,10,10,2',
        'F1,C1,2024-01-01,b,2,10,20,5',
        'F2,C1,2024-01-02,a,1,5,5,5',
      ),
    });
    expect(await amounts()).toEqual([
      { order_id: 'F1', amount: 8, is_return: false },
      { order_id: 'F1', amount: 15, is_return: false },
      { order_id: 'F2', amount: 0, is_return: true },
    ]);
  });

  test('in the order file, it is shared out over the lines once', async () => {
    const { facts, repairs } = await build({
      'commandes.csv': csv(
        'order_id,customer_id,date_commande,refunded',
        'F1,C1,2024-01-05,10.00',
        'F2,C1,2024-01-06,0',
      ),
      'lignes.csv': csv(
        'order_id,product_id,quantite,montant',
        'F1,P1,1,10.00',
        'F1,P2,1,10.00',
        'F1,P3,1,10.00',
        'F2,P1,1,20.00',
      ),
    });
    // 10 over three: 3.34 on the first line, 3.33 on the others.
    expect(
      await bench.rows('select product_id, cast(amount as double) as amount from sales order by order_id, 1'),
    ).toEqual([
      { product_id: 'P1', amount: 6.66 },
      { product_id: 'P2', amount: 6.67 },
      { product_id: 'P3', amount: 6.67 },
      { product_id: 'P1', amount: 20 },
    ]);
    expect(facts.revenue).toBe(40);
    expect(repairs).toEqual([{ code: 'returns-marked', detail: 'refunded', count: 3 }]);
  });

  test('where the order file has the amount too, it comes off the first line with it', async () => {
    const { facts } = await build({
      'commandes.csv': csv(
        'order_id,customer_id,date_commande,montant,refunded',
        'F1,C1,2024-01-05,30,5',
        'F2,C1,2024-01-06,4,4',
      ),
      'lignes.csv': csv('order_id,product_id,quantite', 'F1,P1,2', 'F1,P2,1', 'F2,P1,1'),
    });
    expect(facts).toMatchObject({ revenue: 25, orders: 1 });
    expect(await bench.rows('select order_id, amount, is_return from orders order by 1')).toEqual([
      { order_id: 'F1', amount: 25, is_return: false },
      { order_id: 'F2', amount: 0, is_return: true },
    ]);
  });
});

test('where the price stands in the product file, the first line takes what was paid back', async () => {
  const { facts } = await build({
    'lignes.csv': csv(
      'order_id,customer_id,order_date,product_id,quantity,refunded',
      'F1,A,2024-01-01,P1,2,3',
      'F1,A,2024-01-01,P2,1,3',
      'F2,A,2024-01-02,P1,1,0',
    ),
    'produits.csv': csv('product_id,product,unit_price', 'P1,Bol,10', 'P2,Lampe,20'),
  });
  expect(await amounts()).toEqual([
    { order_id: 'F1', amount: 17, is_return: false },
    { order_id: 'F1', amount: 20, is_return: false },
    { order_id: 'F2', amount: 10, is_return: false },
  ]);
  expect(facts.revenue).toBe(47);
});

test('a file that lists refunds lowers each order by all of its own', async () => {
  const { facts } = await build({
    'lignes.csv': csv(
      'order_id,customer_id,order_date,product,amount',
      'F1,A,2024-01-01,a,30',
      'F1,A,2024-01-01,b,10',
      'F2,A,2024-01-02,a,5',
    ),
    'remboursements.csv': csv('order_id,date_remboursement,refunded', 'F1,2024-01-09,8', 'F1,2024-01-10,4'),
  });
  // 12 over 30 and 10: 9 and 3.
  expect(await amounts()).toEqual([
    { order_id: 'F1', amount: 7, is_return: false },
    { order_id: 'F1', amount: 21, is_return: false },
    { order_id: 'F2', amount: 5, is_return: false },
  ]);
  expect(facts).toMatchObject({ revenue: 33, lastDate: '2024-01-02' });
});

describe('nothing is taken off twice', () => {
  test('where the status undoes the sale already', async () => {
    const { facts, repairs } = await build({
      'v.csv': csv(
        'order_id,customer_id,order_date,status,total,refunded',
        'F1,A,2024-01-01,paid,100,0',
        'F2,B,2024-01-02,refunded,80,80',
        'F3,B,2024-01-03,cancelled,30,10',
        'F4,B,2024-01-04,partially_refunded,60,15',
      ),
    });
    expect(facts).toMatchObject({ revenue: 145, orders: 2 });
    expect(repairs[0]).toMatchObject({ code: 'returns-marked', count: 3 });
  });

  test('where a negative line of the order takes the money back', async () => {
    const { facts } = await build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,quantity,unit_price,amount,refunded',
        'F1,A,2024-01-01,a,2,10,20,10',
        'F1,A,2024-01-01,a,-1,10,-10,10',
        'F2,A,2024-01-02,a,1,10,10,3',
        'F2,A,2024-01-02,b,1,20,20,3',
      ),
    });
    // F1: 20 − 10. F2: 30 − 3.
    expect(facts.revenue).toBe(37);
  });
});
