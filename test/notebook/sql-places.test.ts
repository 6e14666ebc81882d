import { afterAll, beforeAll, expect, test } from 'vitest';
import analysis from '../../src/analyses/sql/index.js';
import { AppError } from '../../src/core/errors.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { runParams } from '../../src/notebook/inputs.js';
import { ScopedEngine } from '../../src/notebook/scoped-engine.js';
import { inCellText } from '../../src/notebook/sql-places.js';
import { cell } from './fixtures.js';

let engine: NodeEngine;
const { signal } = new AbortController();
beforeAll(async () => {
  engine = await NodeEngine.start();
  await engine.run(sql`create table sales as select 'c1' as customer_id, 1.5 as amount`);
});
afterAll(() => engine.close());

const named = cell('seuil', { kind: 'input', params: { type: 'number', value: 123_456_789 } });

/** Runs a cell as the notebook does and answers with the part of its text that is marked. */
async function marked(text: string, { isScoped = false } = {}): Promise<unknown[]> {
  const query = cell('q', { kind: 'sql', params: { sql: text } });
  const cells = [named, query];
  const tables = isScoped ? [['sales', sql`select *\nfrom sales\nwhere amount > 0`] as const] : [];
  const context = { dialect: engine.dialect, warehouse: emptyWarehouse };
  const { sql: written } = runParams(query, cells) as { sql: string };
  try {
    const scoped = new ScopedEngine(engine, new Map(tables));
    await analysis.run(scoped, { sql: written } as Parameters<typeof analysis.run>[1], context, signal);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const { from, to, line, character } = inCellText(cause, query, cells).data;
    return [text.slice(Number(from), Number(to)), line, character];
  }
  throw new Error('ran');
}

test('behind an input the place is that of the text with its name, not with its value', async () => {
  expect(await marked('select $seuil + 1 as x, amont from sales')).toEqual(['amont', 1, 25]);
  expect(await marked('select amont, $seuil\nfrom sales')).toEqual(['amont', 1, 8]);
  expect(await marked("select date_trunc('day', $seuil) from sales")).toEqual(['date_trunc', 1, 8]);
  expect(await marked('select $seuil $seuil from sales')).toEqual(['$seuil', 1, 15]);
});

test('a population around the statement moves nothing', async () => {
  expect(await marked('select 1,\n amont\nfrom sales', { isScoped: true })).toEqual(['amont', 2, 2]);
  expect(await marked('select amount from sales order', { isScoped: true })).toEqual(['order', 1, 26]);
});

test('cells that go round are told at the name that leads back', () => {
  const query = cell('a', { kind: 'sql', params: { sql: 'select *\nfrom b' } });
  const error = inCellText(new AppError('cell/cycle', { name: 'b' }), query, [query]);
  expect(error.data).toMatchObject({ from: 14, to: 15, line: 2, character: 6 });
});

test('failures of other cells stay as they are', () => {
  const error = new AppError('sql/failed', { from: 1, to: 2 });
  expect(inCellText(error, cell('p', { kind: 'pareto' }), [])).toBe(error);
});
