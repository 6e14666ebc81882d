import { beforeAll, expect, test } from 'vitest';
import type { Filter } from '../../src/core/filters.js';
import { scopedTables, scopedWarehouse, type Scope } from '../../src/data/warehouse/scope.js';
import { Sql, sql } from '../../src/engine/sql.js';
import { withTables } from '../../src/engine/with-tables.js';
import { WarehouseBench } from './warehouse-bench.js';

/** Seeded lines of a small shop: orders of one to three lines with different categories, some returned, some anonymous. */
const lines = makeLines();
const header = 'order_id,customer_id,order_date,category,channel,quantity,unit_price,amount';
const text = (kept: typeof lines): string =>
  [header, ...kept.map((line) => line.join(','))].join('\n') + '\n';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

const tables = {
  sales: 'select * from sales order by all',
  order_lines: 'select * from order_lines order by all',
  orders: 'select * from orders order by order_id',
  customers:
    'select customer_id, first_order, last_order, orders, amount from customers order by customer_id',
  both: 'with orders as (select * from orders where is_concluded) select count(*) as n, sum(orders.amount) as paid from orders join customers using (customer_id)',
};

async function seen(scope: Scope | null, warehouse: Parameters<typeof scopedTables>[1]): Promise<object> {
  const found: Record<string, object[]> = {};
  for (const [name, statement] of Object.entries(tables)) {
    const scoped = scope
      ? withTables(scopedTables(scope, warehouse), new Sql(statement))
      : new Sql(statement);
    found[name] = await bench.rows(scoped.text);
  }
  return found;
}

const cases: readonly [
  name: string,
  filters: readonly Filter[],
  passes: (line: (typeof lines)[number]) => boolean,
][] = [
  [
    'a period',
    [{ field: 'order_date', op: 'between', value: ['2024-02-01', '2024-04-15'] }],
    ([, , date]) => date >= '2024-02-01' && date <= '2024-04-15',
  ],
  ['a channel', [{ field: 'channel', op: 'in', value: ['web'] }], ([, , , , channel]) => channel === 'web'],
  [
    'a category, which cuts orders in two',
    [{ field: 'category', op: 'in', value: ['garden', 'kitchen'] }],
    ([, , , category]) => category === 'garden' || category === 'kitchen',
  ],
  [
    'a period and a category',
    [
      { field: 'order_date', op: 'gte', value: '2024-03-01' },
      { field: 'category', op: 'ne', value: 'garden' },
    ],
    ([, , date, category]) => date >= '2024-03-01' && category !== 'garden',
  ],
];

test.each(cases)(
  '%s: every table equals that of a file with those lines alone',
  async (_, filters, passes) => {
    const kept = lines.filter(passes);
    expect(kept.length).toBeGreaterThan(20);
    const { warehouse: alone } = await bench.build({ 'sales.csv': text(kept) });
    const expected = await seen(null, alone);
    const { warehouse } = await bench.build({ 'sales.csv': text(lines) });
    const scope = { filters, members: [] };
    const found = (await seen(scope, warehouse)) as Record<string, object[]>;
    // Of a period alone the registered stay, with nothing bought: a file of those lines does not know them.
    const isPeriod = filters.every(({ field }) => field === 'order_date');
    const bought = (row: object): boolean =>
      Object.values(row)
        .slice(1)
        .some((value) => value !== null && value !== 0);
    const customers = found['customers']?.filter((row) => !isPeriod || bought(row));
    expect({ ...found, customers }).toEqual(expected);
  },
);

test('customers of another table: only their lines, orders and selves are left', async () => {
  const { warehouse } = await bench.build({ 'sales.csv': text(lines) });
  await bench.bench.engine.run(
    sql`create or replace view chosen as select 'c3' as customer_id union all select null`,
  );
  const scope = { filters: [], members: ['chosen'] };
  const rows = await bench.rows(
    withTables(
      scopedTables(scope, warehouse),
      sql`select (select count(*) from sales) as lines, (select count(*) from orders) as orders, (select list(customer_id) from customers) as customers`,
    ).text,
  );
  const own = lines.filter(([, customer]) => customer === 'c3');
  expect(own.length).toBeGreaterThan(3);
  expect(rows[0]).toMatchObject({ lines: own.length, orders: new Set(own.map(([order]) => order)).size });
});

test('the data end with the period, not after the data', async () => {
  const { warehouse } = await bench.build({ 'sales.csv': text(lines) });
  const ends = (filters: readonly Filter[]): string | null =>
    scopedWarehouse({ filters, members: [] }, warehouse).asOf;
  expect(ends([{ field: 'order_date', op: 'between', value: [null, '2024-03-31'] }])).toBe('2024-03-31');
  expect(ends([{ field: 'order_date', op: 'lte', value: '2030-01-01' }])).toBe(warehouse.asOf);
  expect(ends([{ field: 'order_date', op: 'gte', value: '2024-01-02' }])).toBe(warehouse.asOf);
  expect(ends([{ field: 'channel', op: 'eq', value: '2024-01-02' }])).toBe(warehouse.asOf);
});

test('a filter on a field that the data do not have is said', async () => {
  const { warehouse } = await bench.build({ 'sales.csv': text(lines) });
  const scope: Scope = { filters: [{ field: 'nowhere', op: 'eq', value: 1 }], members: [] };
  expect(() => scopedTables(scope, warehouse)).toThrow(/analysis\/missing-column.*nowhere/);
});

test('the order of the rows of a statement stays', async () => {
  await bench.build({ 'sales.csv': text(lines) });
  const tables = new Map([['sales', sql`select * from sales where amount > 0`]]);
  const ordered = sql`select order_id, amount from sales where amount > 0 order by amount desc, order_id, category`;
  expect(await bench.rows(withTables(tables, ordered).text)).toEqual(await bench.rows(ordered.text));
});

function makeLines(): (readonly [string, string, string, string, string, string, string, string])[] {
  let state = 7;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const made: (readonly [string, string, string, string, string, string, string, string])[] = [];
  for (let order = 1; order <= 120; order += 1) {
    const customer = random() < 0.1 ? '' : `c${1 + Math.floor(random() * 25)}`;
    const date = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 180) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const channel = pick(['web', 'shop', 'phone']);
    const isReturn = random() < 0.12;
    const count = 1 + Math.floor(random() * 3);
    for (let line = 0; line < count; line += 1) {
      const quantity = (isReturn || random() < 0.05 ? -1 : 1) * (1 + Math.floor(random() * 4));
      const price = 5 + Math.floor(random() * 90);
      made.push([
        `o${1000 + order}`,
        customer,
        date,
        pick(['garden', 'kitchen', 'office', 'bath']),
        channel,
        String(quantity),
        `${price}.50`,
        (quantity * (price + 0.5)).toFixed(2),
      ]);
    }
  }
  return made;
}
