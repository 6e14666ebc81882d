import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineWords, signatureOf, tablesNamed } from '../../../src/app/sql-editor/vocabulary.js';
import { NodeEngine } from '../../../src/engine/node-engine.js';
import { sql } from '../../../src/engine/sql.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
  await engine.run(
    sql`create table sales as select 'c1' as customer_id, 1.5 as amount, date '2024-01-02' as "order date"`,
  );
  await engine.run(sql`create view best as select customer_id, true as is_best, [1] as l from sales`);
  await engine.run(sql`create table "rows of pivot" as select 1 as x`);
});
afterAll(() => engine.close());

test('tables and views of the names asked for come with their columns in order', async () => {
  const named = new Map([
    ['best', 'cell'],
    ['sales', 'data'],
    ['gone', 'cell'],
  ] as const);
  expect(await tablesNamed(engine, named)).toEqual([
    {
      name: 'best',
      kind: 'cell',
      columns: [
        { name: 'customer_id', type: 'text' },
        { name: 'is_best', type: 'boolean' },
        { name: 'l', type: 'list' },
      ],
    },
    {
      name: 'sales',
      kind: 'data',
      columns: [
        { name: 'customer_id', type: 'text' },
        { name: 'amount', type: 'number' },
        { name: 'order date', type: 'date' },
      ],
    },
  ]);
  expect(await tablesNamed(engine, new Map())).toEqual([]);
});

test('functions of the running engine have one line each, and none reads files or settings', async () => {
  const { functions, keywords } = await engineWords(engine);
  const signature = (name: string): string | undefined =>
    functions.find((one) => one.name === name)?.signature;
  expect(signature('date_diff')).toBe('date_diff(part, startdate, enddate) → bigint');
  expect(signature('string_agg')).toBe('string_agg(str[, arg]) → varchar');
  expect(signature('round')).toBe('round(x[, precision])');
  expect(signature('concat')).toBe('concat(value, …) → any');
  expect(signature('lag')).toBe('lag(x[, offset, default]) over (…)');
  expect(functions.length).toBeGreaterThan(300);
  expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
  expect(
    functions.filter(({ name }) => /^(read|duckdb|pragma|glob|getenv|current_setting)/.test(name)),
  ).toEqual([]);
  expect(keywords).toEqual(expect.arrayContaining(['select', 'qualify', 'over', 'pivot', 'exclude']));
  expect(keywords).not.toContain('create');
});

test('what only longer calls take stands in square brackets, what has no name is told by its type', () => {
  const way = { result: 'BIGINT', varargs: null };
  expect(
    signatureOf('f', [
      { ...way, name: 'f', parameters: 'a', types: 'INTEGER' },
      { ...way, name: 'f', parameters: 'a\ncol1', types: 'INTEGER\nVARCHAR' },
    ]),
  ).toBe('f(a[, varchar]) → BIGINT');
  expect(signatureOf('now', [{ ...way, name: 'now', parameters: '', types: '' }])).toBe('now() → BIGINT');
});
