import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvFile } from '../../../src/app/grid/csv-file.js';
import { TableRows } from '../../../src/app/grid/table-rows.js';
import type { Value } from '../../../src/core/tables.js';
import { NodeEngine } from '../../../src/engine/node-engine.js';
import { ident, sql } from '../../../src/engine/sql.js';
import type { Condition, GridColumn, SortKey } from '../../../src/ui/grid/row-source.js';

let engine: NodeEngine;
const { signal } = new AbortController();
beforeAll(async () => {
  engine = await NodeEngine.start();
});
afterAll(() => engine.close());

const hostile = `"; drop table people; --'`;
const open = (name: string, words?: ReadonlyMap<string, string>): Promise<TableRows> =>
  TableRows.open(engine, name, (column): GridColumn =>
    words && column.name === 'segment' ? { ...column, label: 'S', words } : { ...column, label: column.name },
  );
const filters = (...pairs: readonly (readonly [number, Condition])[]): Map<number, Condition> =>
  new Map(pairs);
/** Tables that grids have made and not dropped. */
async function leftOver(): Promise<Value[]> {
  const { rows } = await engine.table(
    sql`select table_name from duckdb_tables() where schema_name = 'shown rows'`,
  );
  return rows.map(([name]) => name ?? null);
}

async function people(): Promise<TableRows> {
  await engine.run(sql`create or replace table people as
    select * from (values
      (1, 'Éloïse', 10.5, date '2024-01-31', timestamp '2024-01-31 23:59:00', true),
      (2, 'ELOI', 20, date '2024-02-01', timestamp '2024-02-01 00:00:00', false),
      (3, ${hostile}, null, null, null, null),
      (4, '', 10.5, date '2024-03-01', timestamp '2024-03-01 12:00:00', true),
      (5, null, -1, date '2024-03-02', timestamp '2024-03-02 12:00:00', false)
    ) as t(id, ${ident(hostile)}, amount, day, moment, pro)`);
  return open('people');
}
/** The ids that a condition on a column leaves. */
async function idsOf(
  rows: TableRows,
  place: number,
  condition: Condition,
  order: SortKey[] = [],
): Promise<Value[]> {
  const wanted = filters([place, condition]);
  const found = await rows.rows(0, 100, order, wanted, signal);
  expect(await rows.count(order, wanted, signal)).toBe(found.length);
  return found.map((row) => row[0] ?? null);
}

test('conditions find the rows that they say, whatever the names and values hold', async () => {
  const rows = await people();
  expect(rows.columns.map(({ name }) => name)).toContain(hostile);
  expect(await idsOf(rows, 1, { is: 'containing', text: 'ELOÏ' })).toEqual([1, 2]);
  expect(await idsOf(rows, 1, { is: 'containing', text: hostile })).toEqual([3]);
  expect(await idsOf(rows, 1, { is: 'equal', value: hostile })).toEqual([3]);
  expect(await idsOf(rows, 1, { is: 'containing', text: '%' })).toEqual([]);
  expect(await idsOf(rows, 1, { is: 'empty' })).toEqual([4, 5]);
  expect(await idsOf(rows, 1, { is: 'filled' })).toEqual([1, 2, 3]);
  expect(await idsOf(rows, 2, { is: 'equal', value: 10.5 })).toEqual([1, 4]);
  expect(await idsOf(rows, 2, { is: 'below', value: 10.5 })).toEqual([5]);
  expect(await idsOf(rows, 2, { is: 'between', from: 10.5, to: 20 })).toEqual([1, 2, 4]);
  expect(await idsOf(rows, 2, { is: 'empty' })).toEqual([3]);
  expect(await idsOf(rows, 3, { is: 'between', from: '2024-01-31', to: '2024-02-01' })).toEqual([1, 2]);
  expect(await idsOf(rows, 4, { is: 'equal', value: '2024-01-31' })).toEqual([1]);
  expect(await idsOf(rows, 4, { is: 'above', value: '2024-02-01' })).toEqual([4, 5]);
  expect(await idsOf(rows, 5, { is: 'equal', value: false })).toEqual([2, 5]);
  const two = filters(
    [2, { is: 'equal', value: 10.5 }],
    [5, { is: 'equal', value: true }],
    [0, { is: 'above', value: 1 }],
  );
  expect((await rows.rows(0, 9, [], two, signal)).map(([id]) => id)).toEqual([4]);
  await rows.close();
  expect(await leftOver()).toEqual([]);
});

test('empty values come last either way, and equal rows stay as they stood', async () => {
  const rows = await people();
  const ids = async (...order: SortKey[]): Promise<unknown> =>
    (await rows.rows(0, 9, order, new Map(), signal)).map(([id]) => id);
  expect(await ids({ column: 2, direction: 'asc' })).toEqual([5, 1, 4, 2, 3]);
  expect(await ids({ column: 2, direction: 'desc' })).toEqual([2, 1, 4, 5, 3]);
  expect(await ids({ column: 2, direction: 'desc' }, { column: 0, direction: 'desc' })).toEqual([
    2, 4, 1, 5, 3,
  ]);
  expect(await ids()).toEqual([1, 2, 3, 4, 5]);
  await rows.close();
});

test('windows of a view follow each other in its own order, and it is not computed again for each', async () => {
  await engine.run(sql`create or replace view draws as
    select * from (select range as id, random() as chance from range(10000) order by range desc)`);
  const rows = await open('draws');
  expect(await rows.count([], new Map(), signal)).toBe(10_000);
  expect((await rows.rows(0, 2, [], new Map(), signal)).map(([id]) => id)).toEqual([9_999, 9_998]);
  expect((await rows.rows(9_998, 250, [], new Map(), signal)).map(([id]) => id)).toEqual([1, 0]);
  const order: SortKey[] = [{ column: 0, direction: 'asc' }];
  const first = await rows.rows(100, 3, order, new Map(), signal);
  expect(first.map(([id]) => id)).toEqual([100, 101, 102]);
  expect(await rows.rows(100, 3, order, new Map(), signal)).toEqual(first);
  await rows.close();
  expect(await leftOver()).toEqual([]);
});

test('a table with deleted rows has no gaps', async () => {
  await engine.run(sql`create or replace table gaps as select range as id from range(5000)`);
  await engine.run(sql`delete from gaps where id % 2 = 0`);
  const rows = await open('gaps');
  expect(await rows.count([], new Map(), signal)).toBe(2_500);
  expect((await rows.rows(1_000, 2, [], new Map(), signal)).map(([id]) => id)).toEqual([2_001, 2_003]);
  await rows.close();
});

test('keys with words are sorted as the words are listed', async () => {
  await engine.run(sql`create or replace table scored as
    select * from (values (1, 'risk'), (2, 'best'), (3, null), (4, 'unknown')) as t(id, segment)`);
  const rows = await open(
    'scored',
    new Map([
      ['best', 'Champions'],
      ['risk', 'At risk'],
    ]),
  );
  const sorted = await rows.rows(0, 9, [{ column: 1, direction: 'asc' }], new Map(), signal);
  expect(sorted.map(([id]) => id)).toEqual([2, 1, 3, 4]);
  await rows.close();
});

test('another order drops the list of the one before, and a new engine’s rows are found again', async () => {
  await engine.run(sql`create or replace table many as select range as id from range(1000)`);
  const rows = await open('many');
  for (const direction of ['asc', 'desc'] as const)
    expect(await rows.count([{ column: 0, direction }], new Map(), signal)).toBe(1_000);
  await expect.poll(leftOver).toHaveLength(1);
  await engine.run(sql`drop schema "shown rows" cascade`);
  const last = await rows.rows(0, 1, [{ column: 0, direction: 'desc' }], new Map(), signal);
  expect(last).toEqual([[999]]);
  await rows.close();
  expect(await leftOver()).toEqual([]);
});

test('a name that is not there is told, and nothing is left behind', async () => {
  await expect(open('nowhere')).rejects.toMatchObject({ code: 'sql/unknown-name' });
  expect(await leftOver()).toEqual([]);
});

test('a CSV is written in pieces, as it is sorted and filtered, and can be stopped', async () => {
  await engine.run(
    sql`create or replace table lines as select range as id, range / 2 as half from range(25000)`,
  );
  const source = await open('lines');
  const shares: number[] = [];
  const request = {
    source,
    order: [{ column: 0, direction: 'desc' }] as const,
    filters: filters([0, { is: 'above', value: 9 }]),
    form: 'french' as const,
    onprogress: (share: number) => void shares.push(share),
  };
  const lines = (await (await csvFile({ ...request, signal })).text()).split('\r\n');
  expect(lines).toHaveLength(1 + 24_990 + 1);
  expect(lines.slice(0, 2)).toEqual(['id;half', '24999;12499,5']);
  expect(lines.at(-2)).toBe('10;5');
  expect(shares).toHaveLength(3);
  const stop = new AbortController();
  const stopped = csvFile({ ...request, signal: stop.signal, onprogress: () => stop.abort() });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  await source.close();
});
