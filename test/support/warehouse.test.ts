import { expect, test } from 'vitest';
import { sql } from '../../src/engine/sql.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { makeWarehouse } from './warehouse.js';

test('literal order lines become the tables that analyses read', async () => {
  const engine = await NodeEngine.start();
  const hostile = '"; drop table x; --';
  const warehouse = await makeWarehouse(
    engine,
    [
      {
        order_id: 'o1',
        customer_id: 'a',
        order_date: '2024-01-02',
        amount: 10,
        channel: 'web',
        [hostile]: "l'un",
      },
      { order_id: 'o1', customer_id: 'a', order_date: '2024-01-02', amount: -2.5, city: 'Lyon' },
      { order_id: 'o2', customer_id: 'a', order_date: '2024-02-01', amount: -3 },
      { order_id: 'o3', customer_id: null, order_date: null, amount: 4, quantity: 2 },
    ],
    { registered: ['z'] },
  );
  expect(await engine.query(sql`select * from orders order by order_id`)).toEqual([
    {
      order_id: 'o1',
      customer_id: 'a',
      order_date: '2024-01-02',
      amount: 7.5,
      lines: 2,
      quantity: 2,
      is_return: false,
      is_concluded: true,
      channel: 'web',
    },
    {
      order_id: 'o2',
      customer_id: 'a',
      order_date: '2024-02-01',
      amount: -3,
      lines: 1,
      quantity: 1,
      is_return: true,
      is_concluded: false,
      channel: null,
    },
    {
      order_id: 'o3',
      customer_id: null,
      order_date: null,
      amount: 4,
      lines: 1,
      quantity: 2,
      is_return: false,
      is_concluded: true,
      channel: null,
    },
  ]);
  expect(await engine.query(sql`select * from customers order by customer_id`)).toEqual([
    {
      customer_id: 'a',
      first_order: '2024-01-02',
      last_order: '2024-01-02',
      orders: 1,
      amount: 4.5,
      city: 'Lyon',
    },
    { customer_id: 'z', first_order: null, last_order: null, orders: 0, amount: 0, city: null },
  ]);
  expect(warehouse.asOf).toBe('2024-02-01');
  expect(warehouse.rows).toEqual({ sales: 4, orders: 3, customers: 2 });
  expect(warehouse.fields).toContainEqual({ name: hostile, type: 'text' });
  const empty = await makeWarehouse(engine, []);
  expect(empty.rows).toEqual({ sales: 0, orders: 0, customers: 0 });
  expect(empty.fields.map((field) => field.name)).not.toContain('customer_id');
});
