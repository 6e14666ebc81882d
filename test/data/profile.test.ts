import { expect, test } from 'vitest';
import { dateCuts, numberCuts } from '../../src/data/profile/bins.js';
import type { ColumnFigures, Shape } from '../../src/data/profile/column-shape.js';
import { profileTable, type TableProfile } from '../../src/data/profile/profile.js';
import type { ColumnType } from '../../src/core/tables.js';
import { isAbort } from '../../src/core/errors.js';
import { ident, join, list, sql, type Sql } from '../../src/engine/sql.js';
import { Bench } from './support.js';

type Cell = string | number | boolean | null;

/** A table of these columns, each given as its SQL type and its values. */
async function profileOf(
  columns: Record<string, { type: ColumnType; sql: Sql; values: readonly Cell[] }>,
): Promise<{ bench: Bench; profile: TableProfile; of: (name: string) => ColumnFigures }> {
  const bench = await Bench.start();
  const entries = Object.entries(columns);
  const rows = entries[0]?.[1].values.length ?? 0;
  await bench.engine.run(
    sql`create table t (${list(entries.map(([name, column]) => sql`${ident(name)} ${column.sql}`))})`,
  );
  const lines = Array.from({ length: rows }, (_, row) =>
    entries.map(([, { values }]) => values[row] ?? null),
  );
  if (rows > 0)
    await bench.engine.run(
      sql`insert into t values ${join(
        lines.map((line) => sql`(${list(line)})`),
        ', ',
      )}`,
    );
  const profile = await profileTable(
    bench.engine,
    't',
    entries.map(([name, { type }]) => ({ name, type })),
  );
  const of = (name: string): ColumnFigures => profile.columns.find((column) => column.name === name)!;
  return { bench, profile, of };
}

const text = (...values: Cell[]): { type: ColumnType; sql: Sql; values: Cell[] } => ({
  type: 'text',
  sql: sql`varchar`,
  values,
});
const number = (...values: Cell[]): { type: ColumnType; sql: Sql; values: Cell[] } => ({
  type: 'number',
  sql: sql`double`,
  values,
});
const integer = (...values: Cell[]): { type: ColumnType; sql: Sql; values: Cell[] } => ({
  type: 'integer',
  sql: sql`bigint`,
  values,
});
const date = (...values: Cell[]): { type: ColumnType; sql: Sql; values: Cell[] } => ({
  type: 'date',
  sql: sql`date`,
  values,
});
const counts = (shape: Shape): number[] =>
  shape.kind === 'bins' ? shape.bins.map(({ count }) => count) : [];

test('a text column says how full it is, how many values it has, and which are the most frequent', async () => {
  const { profile, of } = await profileOf({
    canal: text('web', 'web', 'web', 'tel', 'tel', 'salon', null, 'mail', 'borne', 'app', 'fax'),
  });
  expect(profile.rows).toBe(11);
  expect(of('canal')).toEqual({
    name: 'canal',
    type: 'text',
    filled: 10,
    distinct: 7,
    isEstimated: false,
    low: 3,
    high: 5,
    shape: {
      kind: 'values',
      values: [
        { value: 'web', count: 3 },
        { value: 'tel', count: 2 },
        { value: 'app', count: 1 },
        { value: 'borne', count: 1 },
        { value: 'fax', count: 1 },
        { value: 'mail', count: 1 },
      ],
      others: { values: 1, rows: 1 },
    },
  });
});

test('a key whose values are all different says so', async () => {
  const ids = Array.from({ length: 13 }, (_, index) => `C${index}`);
  const { of } = await profileOf({ id: text(...ids), twice: text(...ids.slice(1), 'C1') });
  expect(of('id').shape).toEqual({ kind: 'all-different' });
  expect(of('id').distinct).toBe(13);
  expect(of('twice').shape).toMatchObject({
    kind: 'values',
    values: [{ value: 'C1', count: 2 }, {}, {}, {}, {}, {}],
    others: { values: 6, rows: 6 },
  });
});

test('few different numbers are listed in their order, many become bars of round width', async () => {
  const { of } = await profileOf({
    note: integer(...Array.from({ length: 30 }, (_, index) => 10 - (index % 3))),
    // 0, 2.5, 5 … 72.5: bars of 5 hold two each
    montant: number(...Array.from({ length: 30 }, (_, index) => index * 2.5)),
  });
  expect(of('note')).toMatchObject({
    distinct: 3,
    low: 8,
    high: 10,
    shape: {
      values: [
        { value: 8, count: 10 },
        { value: 9, count: 10 },
        { value: 10, count: 10 },
      ],
      others: { values: 0, rows: 0 },
    },
  });
  expect(of('montant')).toMatchObject({ distinct: 30, low: 0, high: 72.5 });
  const { shape } = of('montant');
  expect(shape).toMatchObject({ kind: 'bins', grain: null });
  expect(counts(shape)).toEqual(Array.from({ length: 15 }, () => 2));
  if (shape.kind === 'bins') expect(shape.bins[0]).toEqual({ from: 0, to: 5, count: 2 });
});

test('a far value stands in an open bar, and every row is in exactly one bar', async () => {
  const values = Array.from({ length: 400 }, (_, index) => index % 40);
  const { of } = await profileOf({ montant: number(...values, 1_000_000, -500_000) });
  const { shape } = of('montant');
  if (shape.kind !== 'bins') throw new Error(shape.kind);
  expect(shape.bins[0]).toEqual({ from: null, to: 0, count: 1 });
  expect(shape.bins.at(-1)).toEqual({ from: 40, to: null, count: 1 });
  expect(counts(shape).reduce((sum, count) => sum + count, 0)).toBe(402);
});

test('dates are counted by calendar period', async () => {
  // The 1st and the 15th of each month of 2024, January twice as often.
  const days = Array.from({ length: 12 }, (_, month) =>
    ['01', '15'].map((day) => `2024-${String(month + 1).padStart(2, '0')}-${day}`),
  ).flat();
  const { of } = await profileOf({ jour: date(...days, '2024-01-01', '2024-01-15', null) });
  expect(of('jour')).toMatchObject({ filled: 26, distinct: 24, low: '2024-01-01', high: '2024-12-15' });
  const { shape } = of('jour');
  expect(shape).toMatchObject({ kind: 'bins', grain: 'month' });
  expect(counts(shape)).toEqual([4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  if (shape.kind === 'bins')
    expect(shape.bins.at(-1)).toEqual({ from: '2024-12-01', to: '2025-01-01', count: 2 });
});

test('timestamps late on the last day are counted in its bar', async () => {
  const { of } = await profileOf({
    quand: {
      type: 'timestamp',
      sql: sql`timestamp`,
      values: Array.from({ length: 20 }, (_, day) => `2024-03-${String(day + 1).padStart(2, '0')} 23:59:59`),
    },
  });
  expect(of('quand').shape).toMatchObject({ kind: 'bins', grain: 'day' });
  expect(counts(of('quand').shape)).toEqual(Array.from({ length: 20 }, () => 1));
});

test('empty columns, empty tables, one value and yes/no columns have figures', async () => {
  const { of } = await profileOf({
    vide: text(null, null, null),
    rien: number(null, null, null),
    un: number(7, 7, 7),
    oui: { type: 'boolean', sql: sql`boolean`, values: [true, false, true] },
  });
  expect(of('vide')).toMatchObject({ filled: 0, distinct: 0, isEstimated: false, low: null, high: null });
  expect(of('rien').shape).toEqual({ kind: 'unknown' });
  expect(of('un')).toMatchObject({ distinct: 1, shape: { values: [{ value: 7, count: 3 }] } });
  expect(of('oui')).toMatchObject({
    distinct: 2,
    low: null,
    shape: {
      values: [
        { value: true, count: 2 },
        { value: false, count: 1 },
      ],
    },
  });
  const empty = await profileOf({ a: text(), b: date() });
  expect(empty.profile.rows).toBe(0);
  expect(empty.of('b').filled).toBe(0);
});

test('hostile column names and values are only names and values', async () => {
  const name = `"; drop table t; --`;
  const { bench, of } = await profileOf({ [name]: text("l'un", '<b>', "l'un") });
  expect(of(name)).toMatchObject({ distinct: 2, shape: { values: [{ value: "l'un", count: 2 }, {}] } });
  expect(await bench.engine.query(sql`select count(*) as n from t`)).toEqual([{ n: 3 }]);
});

test('the statements that gave the figures are told, and give the same again', async () => {
  const { profile } = await profileOf({ canal: text('web', 'tel'), prix: number(1, 2) });
  expect(Object.keys(profile.sql)).toEqual(['figures', 'spread', 'values: canal', 'values: prix']);
  expect(profile.sql['values: canal']).toContain('group by "canal"');
});

test('what is known is told column by column, and a profile that is left stops', async () => {
  const bench = await Bench.start();
  await bench.engine.run(sql`create table t as select 'x' as a, 1 as b`);
  const columns = [
    { name: 'a', type: 'text' },
    { name: 'b', type: 'integer' },
  ] as const;
  const seen: Shape['kind'][][] = [];
  const left = new AbortController();
  const done = profileTable(bench.engine, 't', columns, left.signal, (profile) => {
    seen.push(profile.columns.map(({ shape }) => shape.kind));
    if (seen.length === 2) left.abort();
  });
  await expect(done).rejects.toSatisfy(isAbort);
  expect(seen).toEqual([
    ['unknown', 'unknown'],
    ['values', 'unknown'],
  ]);
});

test('bars are cut at round numbers and at calendar periods', () => {
  const all = (low: number, high: number): { edges: readonly number[] } =>
    numberCuts({ low, high, usualLow: low, usualHigh: high }, false);
  expect(all(0, 1).edges).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
  expect(all(3, 3).edges).toEqual([3, 4]);
  expect(numberCuts({ low: 2, high: 5, usualLow: 2, usualHigh: 5 }, true).edges).toEqual([2, 3, 4, 5, 6]);
  const days = (low: string, high: string): unknown =>
    dateCuts({ low, high, usualLow: low, usualHigh: high });
  expect(days('2024-02-28', '2024-03-01')).toEqual({
    edges: ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'],
    grain: 'day',
  });
  expect(days('2016-05-04', '2024-01-01')).toMatchObject({ grain: 'quarter' });
  expect(days('1024-01-01', '2024-01-01')).toMatchObject({ grain: 'year' });
});
