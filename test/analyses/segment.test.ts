import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import segment from '../../src/analyses/segment/index.js';
import type { SegmentResult } from '../../src/analyses/segment/run.js';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

type Given = v.InferInput<typeof segment.params>;
type Term = NonNullable<Given['terms']>[number];

let engine: NodeEngine;
let warehouse: Warehouse;

const buy = (
  order_id: string,
  customer_id: string | null,
  order_date: string,
  amount: number,
  category: string,
): SalesRow => ({
  order_id,
  customer_id,
  order_date,
  amount,
  category,
});
/** a: 100 + 20 garden; b: 30 kitchen; c: 10 garden, 40 kitchen; d returned all he bought; z is registered only. */
const rows: readonly SalesRow[] = [
  buy('1', 'a', '2024-01-10', 100, 'garden'),
  buy('2', 'a', '2024-02-10', 20, 'garden'),
  buy('3', 'b', '2024-02-11', 30, 'kitchen'),
  buy('4', 'c', '2024-03-01', 10, 'garden'),
  buy('5', 'c', '2024-03-05', 40, 'kitchen'),
  buy('6', 'd', '2024-03-06', -5, 'bath'),
  buy('7', null, '2024-03-07', 7, 'garden'),
];

beforeAll(async () => {
  engine = await NodeEngine.start();
  warehouse = await makeWarehouse(engine, rows, { registered: ['z'], currency: 'EUR' });
  await engine.run(
    sql`create table scores as select * from (values ('a', 5, 'best "one"', date '2024-01-01'), ('b', 3, 'good', date '2024-02-01'), ('c', 3, null, date '2024-03-01'), (null, 5, 'best "one"', null), ('stranger', 5, 'good', null)) as t(customer_id, score, label, cohort)`,
  );
});

async function analyse(given: Given): Promise<{ result: SegmentResult; members: string[] }> {
  const context = { dialect: engine.dialect, warehouse };
  const params = v.parse(segment.params, given);
  const result = await segment.run(engine, params, context, new AbortController().signal);
  const { table } = segment.sql(params, context);
  if (!table) throw new Error('no table');
  const members = await engine.query<{ customer_id: string }>(table);
  return { result, members: members.map(({ customer_id }) => customer_id) };
}

const garden: Term = { table: 'sales', filters: [{ field: 'category', op: 'eq', value: 'garden' }] };
const kitchen: Term = { table: 'sales', filters: [{ field: 'category', op: 'eq', value: 'kitchen' }] };

test('without terms everybody is in, registered customers included', async () => {
  const { members, result } = await analyse({});
  expect(members).toEqual(['a', 'b', 'c', 'd', 'z']);
  expect(result.measures).toMatchObject({
    customers: 5,
    all_customers: 5,
    buyers: 3,
    all_buyers: 3,
    revenue: 195,
    all_revenue: 195,
  });
});

test.each([
  ['one line is enough', [garden], ['a', 'c'], [[2, 2]]],
  [
    'and',
    [garden, { ...kitchen, join: 'and' }],
    ['c'],
    [
      [2, 2],
      [2, 1],
    ],
  ],
  [
    'or',
    [garden, { ...kitchen, join: 'or' }],
    ['a', 'b', 'c'],
    [
      [2, 2],
      [2, 3],
    ],
  ],
  [
    'but not: who never bought in the kitchen',
    [{ table: 'customers' }, { ...kitchen, join: 'minus' }],
    ['a', 'd', 'z'],
    [
      [5, 5],
      [2, 3],
    ],
  ],
  [
    'from the first to the last',
    [
      garden,
      { ...kitchen, join: 'or' },
      { table: 'scores', join: 'minus', filters: [{ field: 'score', op: 'gte', value: 5 }] },
    ],
    ['b', 'c'],
    [
      [2, 2],
      [2, 3],
      [2, 2],
    ],
  ],
] as const)('%s', async (_, terms, expected, sizes) => {
  const { members, result } = await analyse({ terms: terms as unknown as NonNullable<Given['terms']> });
  expect(members).toEqual(expected);
  expect(result.terms.map(({ customers, left_after }) => [customers, left_after])).toEqual(sizes);
});

test('rows of another result: numbers, texts, days and empty values', async () => {
  const of = async (
    field: string,
    op: 'eq' | 'in' | 'lte' | 'is_null',
    value: string | number | string[] | null,
  ): Promise<string[]> =>
    (await analyse({ terms: [{ table: 'scores', filters: [{ field, op, value }] }] })).members;
  expect(await of('score', 'eq', 3)).toEqual(['b', 'c']);
  // Rows without a customer and customers that these data do not have are nobody.
  expect(await of('label', 'in', ['best "one"', 'good'])).toEqual(['a', 'b']);
  expect(await of('cohort', 'lte', '2024-02-01')).toEqual(['a', 'b']);
  expect(await of('label', 'is_null', null)).toEqual(['c']);
});

test('the weight and what is shared are computed by hand', async () => {
  const { result } = await analyse({ terms: [garden], compare: ['scores'] });
  expect(result.measures).toEqual({
    ...{ customers: 2, all_customers: 5, buyers: 2, all_buyers: 3, orders: 4, all_orders: 5 },
    ...{ revenue: 170, all_revenue: 195, last_order: '2024-03-05' },
  });
  expect(result.overlap).toEqual([{ segment: 'scores', customers: 3, shared: 2 }]);
  const [weight, terms, overlap] = segment.tables(result, v.parse(segment.params, {}));
  expect(weight?.rows).toContainEqual(['revenue', 170, 170 / 195]);
  expect(weight?.rows).toContainEqual(['average_basket', 42.5, null]);
  expect(terms?.rows).toEqual([[1, 2, 2]]);
  expect(overlap?.rows).toEqual([['scores', 3, 2, 1, 2 / 3]]);
});

test('a table that is not there is said by the engine, with its name', async () => {
  await expect(analyse({ terms: [{ table: 'gone' }] })).rejects.toMatchObject({ code: 'sql/unknown-name' });
});

test('hostile names and values stay names and values', async () => {
  await engine.run(
    sql`create table "x""; drop table sales; --" as select 'a' as customer_id, '''; drop table sales; --' as "la""bel"`,
  );
  const { members } = await analyse({
    terms: [
      {
        table: 'x"; drop table sales; --',
        filters: [{ field: 'la"bel', op: 'eq', value: "'; drop table sales; --" }],
      },
    ],
  });
  expect(members).toEqual(['a']);
});

test.each(['fr', 'en'] as const)('the sentences and pictures (%s)', async (locale) => {
  const given: Given = {
    terms: [
      garden,
      {
        table: 'rfm',
        join: 'minus',
        filters: [{ field: 'segment', op: 'in', value: ['champions', 'cant_lose'] }],
      },
    ],
    compare: ['scores'],
  };
  const { result } = await analyse({ terms: [garden], compare: ['scores'] });
  const shown = renderView(segment.View, { result, params: v.parse(segment.params, given) }, locale, 'EUR');
  const text = shown.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
  if (locale === 'fr') {
    expect(text).toContain('2 clients : 40,0 % des clients, 87,2 % du chiffre d’affaires.');
    expect(text).toContain('Segment est parmi Champions ; À ne pas perdre');
    expect(text).toContain('sauf');
  } else {
    expect(text).toContain('2 customers: 40.0% of customers, 87.2% of revenue.');
    expect(text).toContain("Segment is one of Champions ; Can't lose");
    expect(text).toContain('but not');
  }
  await expect(shown.match(/<svg[\s\S]*?<\/svg>/g)?.join('\n') ?? '').toMatchFileSnapshot(
    `../golden/segment.${locale}.svg`,
  );
});

test('nobody: no picture, no division by zero', async () => {
  const { result } = await analyse({
    terms: [{ table: 'scores', filters: [{ field: 'score', op: 'eq', value: 99 }] }],
  });
  const shown = renderView(segment.View, { result, params: v.parse(segment.params, {}) }, 'en', null);
  expect(shown).toContain('No customer meets these conditions.');
  expect(shown).not.toContain('<svg');
  expect(shown).not.toMatch(/NaN|Infinity/);
});
