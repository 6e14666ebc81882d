import { beforeAll, describe, expect, test } from 'vitest';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

/** As Shopify exports orders: what belongs to the order stands on its first row only. */
const shopify = csv(
  'Order ID,Email,Financial Status,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price,Billing City',
  '#1001,zoe@x.example,paid,2024-01-05 10:00:00,33.10,1,Bol,10.00,Lyon',
  '#1001,zoe@x.example,,,,2,Lampe,10.00,',
  '#1002,paul@x.example,paid,2024-01-06 11:00:00,12.00,1,Bol,10.00,Nice',
  '#1003,zoe@x.example,paid,2024-02-01 09:30:00,0.00,1,Bol,10.00,Lyon',
  '#1003,zoe@x.example,,,,1,Carte,0.00,',
);

describe('continuation rows', () => {
  test("what stands on an order's first row only holds for all its rows; the total is shared out to the cent", async () => {
    const { facts, repairs, warehouse } = await bench.build({ 'orders.csv': shopify });
    // 33.10 over 10 and 20: a third is 11.03, two thirds 22.07.
    expect(
      await bench.rows(
        'select order_id, product, cast(order_date as varchar) as day, city, status, cast(amount as double) as amount, quantity from sales order by order_id, product',
      ),
    ).toEqual([
      {
        order_id: '#1001',
        product: 'Bol',
        day: '2024-01-05',
        city: 'Lyon',
        status: 'paid',
        amount: 11.03,
        quantity: 1,
      },
      {
        order_id: '#1001',
        product: 'Lampe',
        day: '2024-01-05',
        city: 'Lyon',
        status: 'paid',
        amount: 22.07,
        quantity: 2,
      },
      {
        order_id: '#1002',
        product: 'Bol',
        day: '2024-01-06',
        city: 'Nice',
        status: 'paid',
        amount: 12,
        quantity: 1,
      },
      {
        order_id: '#1003',
        product: 'Bol',
        day: '2024-02-01',
        city: 'Lyon',
        status: 'paid',
        amount: 0,
        quantity: 1,
      },
      {
        order_id: '#1003',
        product: 'Carte',
        day: '2024-02-01',
        city: 'Lyon',
        status: 'paid',
        amount: 0,
        quantity: 1,
      },
    ]);
    expect(facts).toMatchObject({ rows: 5, revenue: 45.1, customers: 2, lastDate: '2024-02-01' });
    expect(warehouse.asOf).toBe('2024-02-01');
    expect(repairs).toEqual([
      { code: 'continuation-rows-filled', detail: 'Financial Status, Created at, Billing City', count: 2 },
      { code: 'header-totals-counted-once', detail: 'Total', count: 2 },
    ]);
  });

  test("the file's own table keeps its empty fields", async () => {
    const { sources } = await bench.build({ 'orders.csv': shopify });
    expect(
      await bench.rows(
        `select count(*) as n, count("Billing City") as cities, count("Total") as totals from ${sources[0]?.table}`,
      ),
    ).toEqual([{ n: 5, cities: 3, totals: 3 }]);
  });

  test('undone, the rows stay empty and the totals stand where the file has them', async () => {
    const { repairs } = await bench.build(
      { 'orders.csv': shopify },
      { undone: ['continuation-rows-filled', 'header-totals-counted-once'] },
    );
    expect(repairs).toEqual([]);
    expect(
      await bench.rows(
        'select count(*) as n, count(city) as cities, count(amount) as amounts, sum(amount) as a from sales',
      ),
    ).toEqual([{ n: 5, cities: 3, amounts: 3, a: 45.1 }]);
  });

  test('a line without a customer in the midst of an order is anonymous, no continuation', async () => {
    const { repairs } = await bench.build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,quantity,unit_price',
        'F1,C1,2024-01-01,x,1,2',
        'F1,,2024-01-01,y,1,2',
        'F1,C1,2024-01-01,z,1,2',
        'F2,,2024-01-02,x,1,2',
        'F2,,2024-01-02,y,1,2',
      ),
    });
    expect(repairs).toEqual([]);
    expect(await bench.rows('select count(customer_id) as n from sales')).toEqual([{ n: 2 }]);
  });

  test('rows without an order number are never filled from one another', async () => {
    await bench.build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,total',
        'F1,C1,2024-01-01,x,10',
        'F1,,,y,',
        ',C2,2024-01-05,x,4',
        ',,,z,3',
      ),
    });
    expect(
      await bench.rows('select order_id, customer_id, amount from sales order by order_id, product'),
    ).toEqual([
      { order_id: '#3', customer_id: 'C2', amount: 4 },
      { order_id: '#4', customer_id: null, amount: 3 },
      { order_id: 'F1', customer_id: 'C1', amount: 10 },
      { order_id: 'F1', customer_id: 'C1', amount: 0 },
    ]);
  });
});

describe('order totals', () => {
  const header = 'order_id,customer_id,order_date,product,quantity,unit_price,total';

  test('a total repeated on each line is shared out by quantity × price, what rounding leaves on the first line', async () => {
    // 100.00 over three equal lines: 33.34 + 33.33 + 33.33; 10 over 1 × 2 and 3 × 2: 2.50 + 7.50.
    const { repairs, facts } = await bench.build({
      'v.csv': csv(
        header,
        'F1,C1,2024-01-01,a,1,30,100',
        'F1,C1,2024-01-01,b,1,30,100',
        'F1,C1,2024-01-01,c,1,30,100',
        'F2,C1,2024-01-02,a,1,2,10',
        'F2,C1,2024-01-02,b,3,2,10',
        'F3,C2,2024-01-03,a,1,7,7',
        'F4,C2,2024-01-03,a,2,4,9',
        'F4,C2,2024-01-03,b,1,2,9',
      ),
    });
    expect(
      await bench.rows('select order_id, product, cast(amount as double) as amount from sales order by 1, 2'),
    ).toEqual([
      { order_id: 'F1', product: 'a', amount: 33.34 },
      { order_id: 'F1', product: 'b', amount: 33.33 },
      { order_id: 'F1', product: 'c', amount: 33.33 },
      { order_id: 'F2', product: 'a', amount: 2.5 },
      { order_id: 'F2', product: 'b', amount: 7.5 },
      { order_id: 'F3', product: 'a', amount: 7 },
      { order_id: 'F4', product: 'a', amount: 7.2 },
      { order_id: 'F4', product: 'b', amount: 1.8 },
    ]);
    expect(facts.revenue).toBe(126);
    expect(repairs).toEqual([{ code: 'header-totals-counted-once', detail: 'total', count: 3 }]);
  });

  test('an order whose lines are all worth nothing shares its total out evenly', async () => {
    await bench.build({
      'v.csv': csv(
        header,
        'F1,C1,2024-01-01,a,1,0,5.01',
        'F1,C1,2024-01-01,b,1,0,5.01',
        'F2,C1,2024-01-02,a,1,2,10',
        'F2,C1,2024-01-02,b,2,4,10',
        'F3,C1,2024-01-03,a,1,3,9',
        'F3,C1,2024-01-03,b,2,3,9',
      ),
    });
    // Half of 5.01 is 2.505, which rounds to 2.51: the first line takes the cent less.
    expect(
      await bench.rows(
        "select product, cast(amount as double) as amount from sales where order_id = 'F1' order by 1",
      ),
    ).toEqual([
      { product: 'a', amount: 2.5 },
      { product: 'b', amount: 2.51 },
    ]);
  });

  test('without quantity and price the total stands on the first line of its order', async () => {
    const { repairs } = await bench.build({
      'v.csv': csv(
        'order_id,customer_id,order_date,product,total',
        ...[1, 2, 3].flatMap((order) => [
          `F${order},C1,2024-01-0${order},a,${order}0`,
          `F${order},C1,2024-01-0${order},b,${order}0`,
        ]),
      ),
    });
    expect(await bench.rows('select product, sum(amount) as a from sales group by 1 order by 1')).toEqual([
      { product: 'a', a: 60 },
      { product: 'b', a: 0 },
    ]);
    expect(repairs).toEqual([{ code: 'header-totals-counted-once', detail: 'total', count: 3 }]);
  });

  test('undone, repeated totals are summed line by line', async () => {
    const lines = [1, 2, 3].flatMap((order) => [
      `F${order},C1,2024-01-0${order},a,${order}0`,
      `F${order},C1,2024-01-0${order},b,${order}0`,
    ]);
    const { facts } = await bench.build(
      { 'v.csv': csv('order_id,customer_id,order_date,product,total', ...lines) },
      { undone: ['header-totals-counted-once'] },
    );
    expect(facts.revenue).toBe(120);
  });

  test('lines of one price are no order totals where quantity × price says so', async () => {
    const lines = [1, 2, 3, 4].flatMap((order) => [
      `F${order},C1,2024-01-0${order},a,1,10,10`,
      `F${order},C1,2024-01-0${order},b,1,10,10`,
    ]);
    const { facts, repairs } = await bench.build({ 'v.csv': csv(header, ...lines) });
    expect(facts.revenue).toBe(80);
    expect(repairs).toEqual([]);
  });
});
