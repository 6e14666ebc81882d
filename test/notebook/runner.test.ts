import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyWarehouse, type Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { shownRun, type CellSnapshot, type CellState } from '../../src/notebook/cell-state.js';
import type { Cell, Notebook } from '../../src/notebook/document.js';
import { Runner } from '../../src/notebook/runner.svelte.js';
import { gate, loadFake } from './fake-analyses.js';
import { cell, notebookOf, shopSource, sqlCell } from './fixtures.js';

const warehouse: Warehouse = {
  ...emptyWarehouse,
  fields: [{ name: 'amount', type: 'number', canonical: 'amount' }],
  asOf: '2024-03-31',
  currency: null,
  rows: { sales: 4 },
};

/** A slow machine may take its time. */
const patience = { timeout: 20_000 };

let engine: NodeEngine;
let runner: Runner;
let results: CellSnapshot[];

beforeAll(async () => {
  engine = await NodeEngine.start();
  await engine.run(sql`create table sales as select * from (values (10), (20), (30), (40)) as t(amount)`);
  return () => engine.close();
});

beforeEach(() => {
  results = [];
  runner = newRunner();
});

afterEach(async () => {
  gate.open = Promise.resolve();
  runner.cancelAll();
  runner.sync(notebookOf([]), warehouse);
  await runner.settled('');
  // The tables of the test's cells go with the next notebook.
  await expect.poll(views, patience).toEqual([]);
});

function newRunner(): Runner {
  return new Runner({ engine, loadAnalysis: loadFake, onresult: (_, snapshot) => results.push(snapshot) });
}

async function views(): Promise<string[]> {
  const rows = await engine.query<{ name: string }>(
    sql`select view_name as name from duckdb_views() where not internal order by name`,
  );
  return rows.map(({ name }) => name);
}

const big = (above: number, name = 'big'): Cell => cell('big', { kind: 'big', name, params: { above } });
const ran = (): string[] => results.map(({ cellId }) => cellId);
const shown = (id: string): unknown => shownRun(runner.state(id))?.result;

async function settle(notebook: Notebook, data = warehouse): Promise<Record<string, CellState['status']>> {
  runner.sync(notebook, data);
  const states = await Promise.all(notebook.cells.map(({ id }) => runner.settled(id)));
  return Object.fromEntries(notebook.cells.map(({ id }, index) => [id, states[index]?.status ?? 'idle']));
}

test('cells run in the order in which they read each other, and read each other’s own tables', async () => {
  const notebook = notebookOf([
    sqlCell('last', 'from middle'),
    sqlCell('middle', 'from big where amount < 40'),
    big(15),
  ]);
  expect(await settle(notebook)).toEqual({ last: 'ready', middle: 'ready', big: 'ready' });
  expect(ran()).toEqual(['big', 'middle', 'last']);
  expect([shown('big'), shown('middle'), shown('last')]).toEqual([3, 2, 2]);
  expect(await views()).toEqual(['big', 'last', 'middle']);
});

test('a change runs the cell and what reads it, and nothing else', async () => {
  const others = [
    sqlCell('reader', 'from big'),
    sqlCell('other', 'from sales'),
    cell('bad', { kind: 'failing' }),
  ];
  await settle(notebookOf([big(15), ...others]));
  results = [];
  await settle(notebookOf([big(25), ...others]));
  expect(ran()).toEqual(['big', 'reader']);
  expect([shown('big'), shown('reader'), shown('other')]).toEqual([2, 2, 4]);
  results = [];
  await settle(notebookOf([{ ...big(25), title: 'Nos grosses commandes', showTable: true }, ...others]));
  expect(ran()).toEqual([]);
});

test('a change of the data runs every cell', async () => {
  const notebook = notebookOf([big(15), sqlCell('other', 'from sales')]);
  await settle(notebook);
  results = [];
  await settle({ ...notebook, sources: [shopSource] });
  expect(ran()).toEqual(['big', 'other']);
});

test('params that the cell leaves out and params that say the default are the same', async () => {
  await settle(notebookOf([cell('big', { kind: 'big' })]));
  results = [];
  await settle(notebookOf([big(0)]));
  expect(ran()).toEqual([]);
});

test('the result before stays while a cell runs again', async () => {
  await settle(notebookOf([big(15)]));
  const open = gate.close();
  runner.sync(notebookOf([big(25)]), warehouse);
  await expect.poll(() => runner.state('big').status, patience).toBe('running');
  expect(shown('big')).toBe(3);
  open();
  expect((await runner.settled('big')).status).toBe('ready');
  expect(shown('big')).toBe(2);
});

test('the result of a run that is no longer wanted is dropped', async () => {
  const open = gate.close();
  runner.sync(notebookOf([big(15)]), warehouse);
  await expect.poll(() => runner.state('big').status, patience).toBe('running');
  runner.sync(notebookOf([big(35)]), warehouse);
  open();
  expect(await runner.settled('big')).toMatchObject({
    status: 'ready',
    run: { result: 1, params: { above: 35 } },
  });
  expect(results.map(({ result }) => result)).toEqual([1]);
});

test('a run that comes back to what was asked before ends with that', async () => {
  const open = gate.close();
  for (const above of [15, 25, 15]) {
    runner.sync(notebookOf([big(above)]), warehouse);
    await expect.poll(() => runner.state('big').status, patience).toBe('running');
  }
  open();
  expect(await runner.settled('big')).toMatchObject({ status: 'ready', run: { result: 3 } });
});

test('cancelling is quiet: the cell goes back to its old result and is not run again by itself', async () => {
  await settle(notebookOf([big(15)]));
  gate.close();
  const changed = notebookOf([big(25), sqlCell('reader', 'from big'), sqlCell('other', 'from sales')]);
  runner.sync(changed, warehouse);
  await expect.poll(() => runner.state('big').status, patience).toBe('running');
  gate.open = Promise.resolve();
  runner.cancel('big');
  expect(await runner.settled('big')).toMatchObject({ status: 'stale', previous: { result: 3 } });
  expect((await runner.settled('other')).status).toBe('ready');
  // It would read a table that does not belong to the settings on the screen.
  expect((await runner.settled('reader')).status).toBe('idle');
  expect(await settle(changed)).toEqual({ big: 'stale', reader: 'idle', other: 'ready' });
  runner.rerun('big');
  expect((await runner.settled('reader')).status).toBe('ready');
  expect([shown('big'), shown('reader')]).toEqual([2, 2]);
});

test('a pause leaves things as they are until the next call to sync, which goes on', async () => {
  await settle(notebookOf([big(15)]));
  gate.close();
  runner.sync(notebookOf([big(25)]), warehouse);
  await expect.poll(() => runner.state('big').status, patience).toBe('running');
  gate.open = Promise.resolve();
  runner.pause();
  expect(await runner.settled('big')).toMatchObject({ status: 'stale', previous: { result: 3 } });
  expect(await settle(notebookOf([big(25)]))).toEqual({ big: 'ready' });
  expect(shown('big')).toBe(2);
});

test('a cell never takes the place of a table that is not its own', async () => {
  expect(
    await settle(notebookOf([cell('x', { ...sqlCell('x', 'select 1 as one'), name: 'sales' })])),
  ).toEqual({
    x: 'failed',
  });
  expect(await engine.query(sql`select count(*) as rows from sales`)).toEqual([{ rows: 4 }]);
});

test('a cell that was never run is idle after cancelling', async () => {
  gate.close();
  runner.sync(notebookOf([big(15)]), warehouse);
  await expect.poll(() => runner.state('big').status, patience).toBe('running');
  runner.cancelAll();
  expect((await runner.settled('big')).status).toBe('idle');
});

test('a failing cell stops no other, and is not tried again unless it changes or is asked to', async () => {
  const notebook = notebookOf([
    cell('bad', { kind: 'failing' }),
    sqlCell('typo', 'select nothing from sales'),
    big(15),
  ]);
  expect(await settle(notebook)).toEqual({ bad: 'failed', typo: 'failed', big: 'ready' });
  expect(runner.state('bad')).toMatchObject({
    error: { code: 'analysis/no-rows', data: { rows: 3 } },
    previous: null,
  });
  expect(runner.state('typo')).toMatchObject({
    error: { data: { detail: expect.stringContaining('nothing') } },
  });
  const before = runner.state('bad');
  await settle(notebook);
  expect(runner.state('bad')).toBe(before);
  runner.rerun('bad');
  await runner.settled('bad');
  expect(runner.state('bad')).not.toBe(before);
});

test('a cell that fails keeps its last result, and takes its table away from those who read it', async () => {
  await settle(notebookOf([sqlCell('a', 'from sales'), sqlCell('b', 'from a')]));
  const broken = notebookOf([sqlCell('a', 'from nowhere'), sqlCell('b', 'from a')]);
  expect(await settle(broken)).toEqual({ a: 'failed', b: 'failed' });
  expect([shown('a'), shown('b')]).toEqual([4, 4]);
  expect(
    await settle(notebookOf([sqlCell('a', 'from sales where amount > 35'), sqlCell('b', 'from a')])),
  ).toEqual({
    a: 'ready',
    b: 'ready',
  });
  expect(shown('b')).toBe(1);
});

test('why a cell cannot run is said: circle, unknown kind, params out of bounds, missing column', async () => {
  const notebook = notebookOf([
    sqlCell('a', 'from b'),
    sqlCell('b', 'from a'),
    cell('hologram', { kind: 'hologram' }),
    cell('low', { kind: 'big', params: { above: -1 } }),
    big(1),
    sqlCell('fine', 'select 1'),
  ]);
  await settle(notebook, { ...warehouse, fields: [] });
  const errorOf = (id: string): unknown => {
    const state = runner.state(id);
    return state.status === 'failed' ? [state.error.code, state.error.data] : state.status;
  };
  expect(errorOf('a')).toEqual([
    'cell/cycle',
    { names: 'a → b → a', name: 'b', from: 5, to: 6, line: 1, character: 6 },
  ]);
  expect(errorOf('b')).toEqual([
    'cell/cycle',
    { names: 'b → a → b', name: 'a', from: 5, to: 6, line: 1, character: 6 },
  ]);
  expect(errorOf('hologram')).toEqual(['cell/unknown-kind', { kind: 'hologram' }]);
  expect(errorOf('low')).toEqual([
    'params/invalid',
    { name: 'above', detail: expect.stringContaining('-1') },
  ]);
  expect(errorOf('big')).toEqual(['analysis/missing-column', { column: 'amount' }]);
  expect(errorOf('fine')).toBe('ready');
  expect(await settle(notebookOf([big(1)]))).toEqual({ big: 'ready' });
});

test('a cell’s table follows its name and goes with the cell', async () => {
  await settle(notebookOf([big(15)]));
  results = [];
  await settle(notebookOf([big(15, 'grand'), sqlCell('reader', 'from grand')]));
  expect(ran()).toEqual(['reader']);
  expect(await views()).toEqual(['grand', 'reader']);
  await settle(notebookOf([sqlCell('x', 'from sales')]));
  expect(await views()).toEqual(['x']);
  expect(runner.state('big')).toEqual({ status: 'idle' });
});

test('statements that cannot be a view can still be read by other cells', async () => {
  const cells = [
    sqlCell('columns', 'describe sales'),
    sqlCell('wide', 'pivot (select amount, amount > 15 as big from sales) on big using count(*)'),
    sqlCell('reader', 'select * from columns, wide'),
  ];
  expect(await settle(notebookOf(cells))).toEqual({ columns: 'ready', wide: 'ready', reader: 'ready' });
  expect(await settle(notebookOf([sqlCell('wide', 'from sales'), sqlCell('reader', 'from wide')]))).toEqual({
    wide: 'ready',
    reader: 'ready',
  });
  expect(await views()).toEqual(['reader', 'wide']);
  const tables = await engine.query(sql`select table_name as name from duckdb_tables()`);
  expect(tables).toEqual([{ name: 'sales' }]);
});

test('stored results are shown at once, hold without a run when nothing changed, and give their tables', async () => {
  const notebook = notebookOf([big(15), sqlCell('reader', 'from big')]);
  await settle(notebook);
  const stored = JSON.parse(JSON.stringify(results)) as CellSnapshot[];
  await settle(notebookOf([]));
  results = [];

  runner = newRunner();
  runner.restore(stored);
  expect(runner.state('big')).toMatchObject({ status: 'stale', previous: { result: 3 } });
  expect(await settle(notebook)).toEqual({ big: 'ready', reader: 'ready' });
  expect(ran()).toEqual([]);
  expect(await views()).toEqual(['big', 'reader']);
  await settle(notebookOf([big(25), sqlCell('reader', 'from big')]));
  expect(ran()).toEqual(['big', 'reader']);
});

test('after the engine was replaced the tables come back without a run', async () => {
  const wide = sqlCell('wide', 'pivot (select amount > 15 as big from sales) on big using count(*)');
  const notebook = notebookOf([big(15), sqlCell('reader', 'from big, wide'), wide]);
  await settle(notebook);
  results = [];
  await engine.run(sql`drop view reader`);
  await engine.run(sql`drop view big`);
  await engine.run(sql`drop view wide`);
  runner.republish();
  await runner.settled('reader');
  runner.republish();
  await Promise.all(notebook.cells.map(({ id }) => runner.settled(id)));
  expect(await views()).toEqual(['big', 'reader', 'wide']);
  expect(await engine.query(sql`select count(*) as rows from wide`)).toEqual([{ rows: 1 }]);
  expect(ran()).toEqual([]);
});

test('the tables of a result can be read, whatever the state', async () => {
  await settle(notebookOf([big(15)]));
  expect(await runner.tables(big(15))).toEqual([
    { name: 'result', columns: [{ name: 'n', type: 'number' }], rows: [[3]] },
  ]);
  expect(await runner.tables(cell('none'))).toEqual([]);
});
