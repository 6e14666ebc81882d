import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnalysisContext } from '../../src/analyses/analysis.js';
import analysis from '../../src/analyses/pivot/index.js';
import type { Value } from '../../src/core/tables.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

type Given = v.InferInput<typeof analysis.params>;
type Pivot = Awaited<ReturnType<typeof analysis.run>>;

let engine: NodeEngine;
let loaded: { rows: readonly SalesRow[]; context: AnalysisContext } | undefined;
const { signal } = new AbortController();
beforeAll(async () => {
  engine = await NodeEngine.start();
});
afterAll(() => engine.close());

/** Loads the rows, unless they are those of the test before. */
async function load(rows: readonly SalesRow[]): Promise<AnalysisContext> {
  if (loaded?.rows !== rows) {
    const context = { dialect: engine.dialect, warehouse: await makeWarehouse(engine, rows) };
    loaded = { rows, context };
  }
  return loaded.context;
}
function pivot(context: AnalysisContext, given: Given): Promise<Pivot> {
  return analysis.run(engine, v.parse(analysis.params, given), context, signal);
}
/** The cells without their two depths. */
async function cells(context: AnalysisContext, given: Given): Promise<Value[][]> {
  return (await pivot(context, given)).cells.rows.map((row) => row.slice(0, -2));
}
/** The first column of the rows of a level, in their order. */
async function members(
  context: AnalysisContext,
  given: Given,
  level = 'cell',
): Promise<(Value | undefined)[]> {
  return (await cells(context, given)).filter((row) => row.includes(level)).map((row) => row[0]);
}
const line = (
  order: string,
  customer: string | null,
  date: string | null,
  amount: number,
  rest = {},
): SalesRow => ({
  order_id: order,
  customer_id: customer,
  order_date: date,
  amount,
  ...rest,
});

/** Customer a buys in both regions and on both channels; o5 has no region, o6 no date and no customer. */
const shop: readonly SalesRow[] = [
  line('o1', 'a', '2024-01-15', 100, { region: 'Nord', channel: 'Web' }),
  line('o2', 'a', '2024-02-10', 50, { region: 'Sud', channel: 'Web' }),
  line('o3', 'b', '2024-02-20', 30, { region: 'Nord', channel: 'Shop' }),
  line('o4', 'a', '2024-04-01', 20, { region: 'Nord', channel: 'Shop' }),
  line('o5', 'c', '2025-01-03', 10, { region: null, channel: 'Web' }),
  line('o6', null, null, -10, { region: 'Sud', channel: 'Web' }),
];

test('totals of a cross-tab are recomputed: a customer in two rows counts once', async () => {
  const context = await load(shop);
  const result = await pivot(context, {
    rows: ['region'],
    columns: ['channel'],
    values: [
      { field: 'amount', agg: 'sum' },
      { field: 'customer_id', agg: 'distinct' },
      { field: 'amount', agg: 'avg' },
    ],
  });
  expect(analysis.tables(result, v.parse(analysis.params, {}))).toEqual([
    {
      name: 'cells',
      columns: [
        { name: 'region', type: 'text' },
        { name: 'channel', type: 'text' },
        { name: 'level', type: 'text' },
        { name: 'sum_amount', type: 'number', unit: 'money' },
        { name: 'distinct_customer_id', type: 'integer', unit: 'count' },
        { name: 'avg_amount', type: 'number', unit: 'money' },
        { name: 'row_depth', type: 'integer' },
        { name: 'column_depth', type: 'integer' },
      ],
      rows: [
        // 3 customers in all, though the rows add up to 2 + 1 + 1 and the columns to 2 + 2.
        [null, null, 'grand_total', 200, 3, 200 / 6, 0, 0],
        [null, 'Shop', 'column_total', 50, 2, 25, 0, 1],
        [null, 'Web', 'column_total', 150, 2, 37.5, 0, 1],
        ['Nord', null, 'row_total', 150, 2, 50, 1, 0],
        ['Nord', 'Shop', 'cell', 50, 2, 25, 1, 1],
        ['Nord', 'Web', 'cell', 100, 1, 100, 1, 1],
        ['Sud', null, 'row_total', 40, 1, 20, 1, 0],
        ['Sud', 'Web', 'cell', 40, 1, 20, 1, 1],
        // No region: a member like the others, told from "all" by its level and depth.
        [null, null, 'row_total', 10, 1, 10, 1, 0],
        [null, 'Web', 'cell', 10, 1, 10, 1, 1],
      ],
    },
  ]);
});

test('says how many customers are counted in several rows', async () => {
  const values: Given['values'] = [
    { field: 'amount', agg: 'sum' },
    { field: 'customer_id', agg: 'distinct' },
  ];
  const context = await load(shop);
  // Only a buys in two regions, and only a on two channels.
  expect((await pivot(context, { rows: ['region'], values })).overlaps).toEqual([null, 1]);
  expect((await pivot(context, { rows: ['channel'], values })).overlaps).toEqual([null, 1]);
  expect((await pivot(context, { values })).overlaps).toEqual([null, 0]);
});

describe('one axis, none, and the default value', () => {
  test('without fields there is one number: the sum of amounts', async () => {
    expect(await cells(await load(shop), {})).toEqual([['grand_total', 200]]);
  });

  test('fields only in the columns give cells and a grand total', async () => {
    expect(await cells(await load(shop), { columns: ['channel'] })).toEqual([
      [null, 'grand_total', 200],
      ['Shop', 'cell', 50],
      ['Web', 'cell', 150],
    ]);
  });

  test('a field that is asked for twice counts once', async () => {
    expect(await members(await load(shop), { rows: ['channel', 'channel'], columns: ['channel'] })).toEqual([
      'Shop',
      'Web',
    ]);
  });
});

describe('every aggregate, on the amounts 1, 2, 3, 4 and 10', () => {
  const amounts = [1, 2, 3, 4, 10].map((amount, index) =>
    line(`o${index}`, index < 3 ? 'a' : 'b', '2024-01-01', amount, { shade: index === 0 ? null : 'x' }),
  );
  test.each([
    ['sum', 'amount', 20],
    ['count', 'amount', 5],
    ['count', 'shade', 4],
    ['distinct', 'customer_id', 2],
    ['avg', 'amount', 4],
    ['median', 'amount', 3],
    ['min', 'amount', 1],
    ['max', 'amount', 10],
    // Type 7: position 0.9 × 4 = 3.6, so 4 + 0.6 × (10 − 4).
    ['p90', 'amount', 7.6],
    ['min', 'order_date', '2024-01-01'],
  ] as const)('%s of %s is %s', async (agg, field, expected) => {
    const [[, value] = []] = await cells(await load(amounts), { values: [{ field, agg }] });
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
  });
});

describe('subtotals of nested rows', () => {
  const given: Given = { rows: ['region', 'channel'], values: [{ field: 'customer_id', agg: 'distinct' }] };

  test('come before their members and are no sums', async () => {
    expect(await cells(await load(shop), given)).toEqual([
      [null, null, 'grand_total', 3],
      ['Nord', null, 'subtotal', 2],
      ['Nord', 'Shop', 'cell', 2],
      ['Nord', 'Web', 'cell', 1],
      ['Sud', null, 'subtotal', 1],
      ['Sud', 'Web', 'cell', 1],
      [null, null, 'subtotal', 1],
      [null, 'Web', 'cell', 1],
    ]);
  });

  test('can be left out; the grand total stays', async () => {
    const levels = (await cells(await load(shop), { ...given, subtotals: false })).map((row) => row[2]);
    expect(levels).toEqual(['grand_total', 'cell', 'cell', 'cell', 'cell']);
  });
});

describe('dates', () => {
  test.each([
    ['year', ['2024-01-01', '2025-01-01', null]],
    ['quarter', ['2024-01-01', '2024-04-01', '2025-01-01', null]],
    ['month', ['2024-01-01', '2024-02-01', '2024-04-01', '2025-01-01', null]],
    // Monday of the ISO week.
    ['week', ['2024-01-15', '2024-02-05', '2024-02-19', '2024-04-01', '2024-12-30', null]],
    ['day', ['2024-01-15', '2024-02-10', '2024-02-20', '2024-04-01', '2025-01-03', null]],
  ] as const)('are grouped by %s, in order, lines without a date last', async (grain, periods) => {
    const context = await load(shop);
    const found = await members(context, { rows: ['order_date'], grains: { order_date: grain } });
    expect(found).toEqual(periods);
  });

  test('without a period are grouped by day', async () => {
    expect(await members(await load(shop), { rows: ['order_date'] })).toHaveLength(6);
  });
});

describe('shares', () => {
  test.each([
    ['row_share', [1, 0.25, 0.75, 1, 1 / 3, 2 / 3, 1, 1, 1, 1]],
    ['column_share', [1, 1, 1, 0.75, 1, 2 / 3, 0.2, 4 / 15, 0.05, 1 / 15]],
    ['total_share', [1, 0.25, 0.75, 0.75, 0.25, 0.5, 0.2, 0.2, 0.05, 0.05]],
  ] as const)('%s divides by the total of the same aggregate', async (showAs, expected) => {
    const given: Given = {
      rows: ['region'],
      columns: ['channel'],
      values: [{ field: 'amount', agg: 'sum', showAs }],
    };
    const found = (await cells(await load(shop), given)).map((row) => Number(row[3]));
    expect(found).toHaveLength(expected.length);
    found.forEach((share, index) => expect(share).toBeCloseTo(expected[index] ?? NaN, 12));
  });

  test('of distinct customers divide by the recomputed total and overlap', async () => {
    const found = await cells(await load(shop), {
      rows: ['region'],
      values: [{ field: 'customer_id', agg: 'distinct', showAs: 'column_share' }],
    });
    expect(found.map((row) => row[2])).toEqual([1, 2 / 3, 1 / 3, 1 / 3]);
  });

  test('of a total of zero have no value', async () => {
    const context = await load([
      line('o1', 'a', null, 5, { region: 'N' }),
      line('o2', 'a', null, -5, { region: 'S' }),
    ]);
    const found = await cells(context, {
      rows: ['region'],
      values: [{ field: 'amount', agg: 'sum', showAs: 'total_share' }],
    });
    expect(found.map((row) => row[2])).toEqual([null, null, null]);
  });
});

describe('filters', () => {
  const kept = async (filters: Given['filters']): Promise<number> =>
    (await pivot(await load(shop), { filters: filters ?? [] })).summary.kept;

  test.each([
    [{ field: 'region', op: 'eq', value: 'Nord' }, 3],
    [{ field: 'region', op: 'eq', value: null }, 1],
    // A line without a region is not in the North.
    [{ field: 'region', op: 'ne', value: 'Nord' }, 3],
    [{ field: 'region', op: 'ne', value: null }, 5],
    [{ field: 'region', op: 'in', value: ['Nord', 'Sud'] }, 5],
    [{ field: 'region', op: 'in', value: ['Nord', null] }, 4],
    [{ field: 'region', op: 'in', value: [] }, 0],
    [{ field: 'region', op: 'not_in', value: ['Sud'] }, 4],
    [{ field: 'region', op: 'not_in', value: ['Sud', null] }, 3],
    [{ field: 'region', op: 'not_in', value: [] }, 6],
    [{ field: 'region', op: 'contains', value: 'ÔR' }, 3],
    [{ field: 'region', op: 'is_null' }, 1],
    [{ field: 'region', op: 'is_null', value: false }, 5],
    [{ field: 'amount', op: 'gte', value: 30 }, 3],
    [{ field: 'amount', op: 'lte', value: '10' }, 2],
    [{ field: 'amount', op: 'between', value: [10, 50] }, 4],
    [{ field: 'amount', op: 'between', value: [null, 20] }, 3],
    [{ field: 'order_date', op: 'gte', value: '2024-02-20' }, 3],
    [{ field: 'order_date', op: 'between', value: ['2024-01-01', '2024-12-31'] }, 4],
    [{ field: 'is_return', op: 'eq', value: true }, 1],
    [{ field: 'region', op: 'eq', value: "x'; drop table sales; --" }, 0],
  ] as const)('%j keeps %i lines', async (filter, lines) => {
    const value =
      'value' in filter && Array.isArray(filter.value) ? [...filter.value] : Reflect.get(filter, 'value');
    expect(await kept([{ ...filter, value }])).toBe(lines);
  });

  test('all of them hold together, and lines without a date that a date filter drops are counted', async () => {
    const result = await pivot(await load(shop), {
      filters: [
        { field: 'order_date', op: 'gte', value: '2024-01-01' },
        { field: 'region', op: 'eq', value: 'Sud' },
      ],
    });
    expect(result.summary).toEqual({ lines: 6, kept: 1, undated: 1, row_groups: 0, column_members: 0 });
  });

  test.each([
    { field: 'amount', op: 'gte', value: 'many' },
    { field: 'amount', op: 'gte', value: null },
    { field: 'order_date', op: 'eq', value: '2024-02-31' },
    { field: 'order_date', op: 'eq', value: 'soon' },
    { field: 'is_return', op: 'eq', value: 'maybe' },
    { field: 'region', op: 'eq', value: ['a'] },
  ] as const)('%j is an invalid setting', async (filter) => {
    const value = Array.isArray(filter.value) ? [...filter.value] : filter.value;
    await expect(kept([{ ...filter, value } as never])).rejects.toMatchObject({ code: 'params/invalid' });
  });
});

describe('order and limit', () => {
  const rows = [
    line('o1', 'a', null, 10, { region: 'étoile', city: 'x' }),
    line('o2', 'a', null, 30, { region: 'Est', city: 'y' }),
    line('o3', 'b', null, 10, { region: 'Zone', city: 'x' }),
    line('o4', 'b', null, 5, { region: null, city: 'y' }),
    line('o5', 'b', null, 25, { region: 'étoile', city: 'y' }),
  ];
  test.each([
    ['labels, accents and case apart, none last', {}, ['Est', 'étoile', 'Zone', null]],
    ['labels downwards', { sort: { by: 'region', direction: 'desc' } }, ['Zone', 'étoile', 'Est', null]],
    ['a value downwards', { sort: { by: 'sum_amount', direction: 'desc' } }, ['étoile', 'Est', 'Zone', null]],
    ['a value upwards', { sort: { by: 'sum_amount' } }, [null, 'Zone', 'Est', 'étoile']],
    ['labels when the sort names nothing', { sort: { by: 'gone' } }, ['Est', 'étoile', 'Zone', null]],
    ['the largest when limited', { limit: 2 }, ['étoile', 'Est']],
    ['the largest, by label', { limit: 2, sort: { by: 'region' } }, ['Est', 'étoile']],
  ] satisfies [string, Given, (string | null)[]][])('%s', async (_, given, expected) => {
    expect(await members(await load(rows), { rows: ['region'], ...given })).toEqual(expected);
  });

  test('equal values stand in the order of their labels', async () => {
    const ties = ['c', 'a', 'b'].map((region) => line(region, 'a', null, 1, { region }));
    const given: Given = { rows: ['region'], sort: { by: 'sum_amount', direction: 'desc' } };
    expect(await members(await load(ties), given)).toEqual(['a', 'b', 'c']);
    expect(await members(await load(ties), { rows: ['region'], limit: 2 })).toEqual(['a', 'b']);
  });

  test('groups are sorted by their own totals, members within them', async () => {
    const found = await cells(await load(rows), {
      rows: ['region', 'city'],
      sort: { by: 'sum_amount', direction: 'desc' },
      limit: 1,
    });
    expect(found).toEqual([
      [null, null, 'grand_total', 80],
      ['étoile', null, 'subtotal', 35],
      ['étoile', 'y', 'cell', 25],
      ['étoile', 'x', 'cell', 10],
    ]);
  });

  test('a limit leaves totals as they are and the rest is counted', async () => {
    const result = await pivot(await load(rows), { rows: ['region'], columns: ['city'], limit: 1 });
    expect(result.summary.row_groups).toBe(4);
    expect(result.cells.rows.map((row) => row.slice(2, 4))).toEqual([
      ['grand_total', 80],
      ['column_total', 20],
      ['column_total', 60],
      ['row_total', 35],
      ['cell', 10],
      ['cell', 25],
    ]);
  });
});

describe('guards', () => {
  test('at most 20,000 cells: the first rows are kept whole, totals stay exact', async () => {
    await load([line('o0', 'a', null, 1)]);
    await engine.run(sql`create or replace table sales as
      select 'o' || i as order_id, 'c' || i as customer_id, date '2024-01-01' as order_date,
        1::decimal(18, 4) as amount, 1::double as quantity, false as is_return, i % 600 as bucket
      from range(30000) t(i)`);
    const context: AnalysisContext = {
      dialect: engine.dialect,
      warehouse: {
        ...emptyWarehouse,
        fields: [
          { name: 'customer_id', type: 'text', canonical: 'customer_id' },
          { name: 'amount', type: 'number', canonical: 'amount' },
          { name: 'bucket', type: 'integer' },
        ],
      },
    };
    const long = await pivot(context, { rows: ['customer_id'] });
    expect(long.cells.rows).toHaveLength(20_000);
    expect(long.cells.rows[0]).toEqual([null, 'grand_total', 30_000, 0, 0]);
    expect(long.allCells).toBe(30_001);
    const wide = await pivot(context, { columns: ['bucket'] });
    expect(wide.cells.rows).toHaveLength(501);
    expect(wide.summary.column_members).toBe(600);
  });

  test('an unknown field and a sum of texts say what is wrong', async () => {
    const context = await load(shop);
    await expect(pivot(context, { rows: ['nowhere'] })).rejects.toMatchObject({
      code: 'analysis/missing-column',
      data: { name: 'nowhere' },
    });
    await expect(pivot(context, { values: [{ field: 'region', agg: 'sum' }] })).rejects.toMatchObject({
      code: 'params/invalid',
    });
  });

  test('no data gives an empty total, and one line gives its own', async () => {
    const empty = await load([]);
    expect(await cells(empty, { rows: ['order_date'], columns: ['order_id'] })).toEqual([
      [null, null, 'grand_total', null],
    ]);
    const one = await load([line('o1', 'a', '2024-01-01', 7)]);
    expect(await cells(one, { rows: ['order_id'] })).toEqual([
      [null, 'grand_total', 7],
      ['o1', 'cell', 7],
    ]);
  });

  test('hostile names of fields, values and filters change nothing else', async () => {
    const name = `"; drop table sales; --`;
    const context = await load([
      line('o1', 'a', null, 1, {
        [name]: "'; drop table sales; --",
        level: 'x',
        r2: 'y',
        row_rank: 'z',
        v1: 2,
      }),
      line('o2', 'a', null, 2, {
        [name]: '<img src=x onerror=alert(1)>',
        level: 'x',
        r2: 'y',
        row_rank: 'z',
        v1: 3,
      }),
    ]);
    const result = await pivot(context, {
      rows: [name, 'level', 'r2', 'row_rank'],
      values: [
        { field: 'v1', agg: 'sum', name: 'level' },
        { field: 'v1', agg: 'sum', name: '"><script>' },
        { field: 'v1', agg: 'sum', name: '"><SCRIPT>' },
      ],
      filters: [{ field: name, op: 'ne', value: "' or 1=1; --" }],
      subtotals: false,
    });
    expect(result.cells.columns.map((column) => column.name)).toEqual([
      name,
      'level',
      'r2',
      'row_rank',
      'level_2',
      'level_3',
      '"><script>',
      '"><SCRIPT>_2',
      'row_depth',
      'column_depth',
    ]);
    expect(result.cells.rows).toEqual([
      [null, null, null, null, 'grand_total', 5, 5, 5, 0, 0],
      ["'; drop table sales; --", 'x', 'y', 'z', 'cell', 2, 2, 2, 4, 0],
      ['<img src=x onerror=alert(1)>', 'x', 'y', 'z', 'cell', 3, 3, 3, 4, 0],
    ]);
    const { table } = analysis.sql(v.parse(analysis.params, { rows: [name] }), context);
    expect((await engine.table(table ?? sql``)).columns[0]?.name).toBe(name);
  });
});
