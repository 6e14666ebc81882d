import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import analysis from '../../src/analyses/sql/index.js';
import type { AnalysisContext } from '../../src/analyses/analysis.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { renderView } from '../support/render.js';
import { makeWarehouse } from '../support/warehouse.js';

let engine: NodeEngine;
let context: AnalysisContext;
const { signal } = new AbortController();
beforeAll(async () => {
  engine = await NodeEngine.start();
  const warehouse = await makeWarehouse(engine, [
    { order_id: 'o1', customer_id: 'c1', order_date: '2024-01-02', amount: 10.5 },
    { order_id: 'o2', customer_id: 'c2', order_date: '2024-02-03', amount: 20 },
  ]);
  context = { dialect: engine.dialect, warehouse };
});
afterAll(() => engine.close());

const settings = (
  change: Partial<v.InferInput<typeof analysis.params>> = {},
): v.InferOutput<typeof analysis.params> => v.parse(analysis.params, { sql: '', ...change });
const run = (sql: string): ReturnType<typeof analysis.run> =>
  analysis.run(engine, settings({ sql }), context, signal);

test('a new cell shows the first lines of the sales', async () => {
  const params = v.parse(analysis.params, {});
  const result = await analysis.run(engine, params, context, signal);
  expect(result.table.columns.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['order_id', 'amount']),
  );
  expect(result.table.rows).toHaveLength(2);
});

test('the rows of the statement are the result, in its order', async () => {
  const result = await run(
    'select order_id, amount, order_date from sales order by amount desc; -- dearest first',
  );
  expect(analysis.tables(result, settings())).toEqual([
    {
      name: 'result',
      columns: [
        { name: 'order_id', type: 'text' },
        { name: 'amount', type: 'number' },
        { name: 'order_date', type: 'date' },
      ],
      rows: [
        ['o2', 20, '2024-02-03'],
        ['o1', 10.5, '2024-01-02'],
      ],
    },
  ]);
  expect(result.isCut).toBe(false);
});

test('a result holds 10,000 rows at most and says so', async () => {
  const all = await run('select * from range(10000)');
  expect([all.table.rows.length, all.isCut]).toEqual([10_000, false]);
  const cut = await run('select * from range(10001)');
  expect([cut.table.rows.length, cut.isCut]).toEqual([10_000, true]);
  const view = renderView(analysis.View, { result: cut, params: settings() }, 'fr');
  expect(view).toContain('Seules les 10\u202f000 premières lignes');
  expect(renderView(analysis.View, { result: all, params: settings() }, 'fr')).not.toContain('Seules');
});

test('unfinished SQL is kept in the params and fails only when it runs', async () => {
  expect(v.parse(analysis.params, { sql: 'selec * fro' })).toMatchObject({ sql: 'selec * fro' });
  await expect(run('selec * fro')).rejects.toMatchObject({ code: 'sql/not-one-select' });
  await expect(run('select * from')).rejects.toMatchObject({ code: 'sql/unfinished' });
  await expect(run('select * from nowhere')).rejects.toMatchObject({ code: 'sql/unknown-name' });
  expect(() => analysis.sql(settings({ sql: 'drop table sales' }), context)).toThrow(/sql\/not-one-select/);
});

test('a notebook from before there were pictures shows a table', async () => {
  expect(v.parse(analysis.params, { sql: 'select 1' })).toEqual({
    sql: 'select 1',
    show: 'table',
    x: null,
    y: [],
    color: null,
  });
  const params = { sql: 'select 1' } as v.InferOutput<typeof analysis.params>;
  expect(renderView(analysis.View, { result: await run('select 1 as x'), params }, 'en')).toContain('<table');
});

test('a comment without its end of line, semicolons, a with and a very long statement run as they stand', async () => {
  expect((await run('select 1 as x -- fin')).table.rows).toEqual([[1]]);
  expect((await run('select 1 as x /* fin */;; -- fin')).table.rows).toEqual([[1]]);
  expect((await run('with a as (select 1 as x), b as (from a) select * from b;')).table.rows).toEqual([[1]]);
  const long = `select sum(n) as n from (values ${Array.from({ length: 15_000 }, () => '(1)').join(', ')}) as t(n)`;
  expect(long.length).toBeGreaterThan(70_000);
  expect((await run(long)).table.rows).toEqual([[15_000]]);
});

test('hostile values and column names stay text on the screen', async () => {
  const result = await run(`select '<img src=x onerror=alert(1)>' as "<b>""; drop table x; --"`);
  const view = renderView(analysis.View, { result, params: settings() }, 'en');
  expect(view).toContain('&lt;b>"; drop table x; --</th>');
  expect(view).not.toMatch(/<img|<b>/);
});

test('an empty result says that it has no rows', async () => {
  const result = await run('select 1 as x where false');
  expect(renderView(analysis.View, { result, params: settings() }, 'en')).toContain('No rows');
});

test('the editor shows the statement with its label', () => {
  const props = {
    params: settings({ sql: 'select 1 < 2' }),
    warehouse: emptyWarehouse,
    onparams: () => undefined,
  };
  if (!analysis.Controls) throw new Error('no controls');
  const form = renderView(analysis.Controls, props, 'fr');
  expect(form).toContain('select 1 &lt; 2</textarea>');
  expect(form).toContain('Exécuter');
});
