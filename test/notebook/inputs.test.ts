import { beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import type { Cell } from '../../src/notebook/document.js';
import { renameCell } from '../../src/notebook/edits.js';
import { NotebookHistory } from '../../src/notebook/history.svelte.js';
import { runParams, variablesIn } from '../../src/notebook/inputs.js';
import { Runner } from '../../src/notebook/runner.svelte.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';
import { cell, notebookOf, sqlCell } from './fixtures.js';

let engine: NodeEngine;
let warehouse: Warehouse;
beforeAll(async () => {
  engine = await NodeEngine.start();
  const rows = Array.from({ length: 10 }, (_, index): SalesRow => ({
    order_id: `o${index}`,
    customer_id: `c${index}`,
    order_date: '2024-01-15',
    amount: 10 * (index + 1),
  }));
  warehouse = await makeWarehouse(engine, rows);
  return () => engine.close();
});

const input = (id: string, params: Record<string, unknown>): Cell => cell(id, { kind: 'input', params });
const least = input('least', { type: 'number', value: 55, min: 0, max: 1000 });

async function settled(cells: readonly Cell[], id: string) {
  const runner = new Runner({ engine });
  runner.sync(notebookOf(cells), warehouse);
  return runner.settled(id);
}

test('only names right behind a dollar outside strings and comments are inputs', () => {
  expect(variablesIn(`select $a, '$b', "$c", $ d, $1, $$ $e $$, -- $f\n $été /* $g */ from t`)).toEqual([
    'a',
    'été',
  ]);
});

test.each([
  ['a number', { type: 'number', value: 55, max: 1000 }, '55'],
  ['a number beyond its bounds', { type: 'slider', value: 500 }, '100'],
  ['nothing', { type: 'number', value: null }, 'null'],
  ['a day', { type: 'date', value: '2024-02-29' }, `date '2024-02-29'`],
  ['no day', { type: 'date', value: '2024-02-30' }, 'null'],
  ['a choice', { type: 'choice', value: 'b', options: ['a', 'b'] }, `'b'`],
  ['a choice that is gone', { type: 'choice', value: 'c', options: ['a', 'b'] }, `'a'`],
  ['hostile text', { type: 'text', value: `'; drop table sales; --` }, `'''; drop table sales; --'`],
])('%s goes into a statement as a literal', (_, params, written) => {
  const reader = sqlCell('q', 'select $x as x, $other');
  expect(runParams(reader, [reader, input('X', params)])).toEqual({ sql: `select ${written} as x, $other` });
});

test('a statement, a setting and a text follow an input', async () => {
  const query = sqlCell('q', 'select count(*) as n from orders where amount >= $least');
  const top = cell('pareto', { params: { topShare: 0.2 }, kind: 'pareto', links: { topShare: 'part' } });
  const part = input('part', { type: 'number', value: 0.5, max: 1 });
  const text = cell('note', {
    kind: 'text',
    params: {
      markdown: 'At least {{least}}: {{q.n}}; {{pareto.top_share}} of {{pareto.gone}} and {{nobody}}.',
    },
  });
  const cells = [text, query, top, least, part];
  expect(await settled(cells, 'q')).toMatchObject({
    status: 'ready',
    run: { result: { table: { rows: [[5]] } } },
  });
  expect(await settled(cells, 'pareto')).toMatchObject({
    status: 'ready',
    run: { params: { topShare: 0.5 } },
  });
  const note = await settled(cells, 'note');
  expect(note).toMatchObject({ status: 'ready' });
  if (note.status !== 'ready') return;
  // 60 + … + 100 of 550.
  expect(note.run.result).toEqual({
    figures: {
      least: { value: 55, column: { name: 'value', type: 'number' } },
      'q.n': { value: 5, column: { name: 'n', type: 'number' } },
      'pareto.top_share': { value: 400 / 550, column: { name: 'top_share', type: 'number', unit: 'share' } },
    },
  });
});

test('a setting that an input cannot set is refused by name; the way back is its own value', async () => {
  const rfm = cell('rfm', { params: { bins: 5 }, links: { bins: 'least' } });
  expect(await settled([rfm, least], 'rfm')).toMatchObject({
    status: 'failed',
    error: { code: 'params/invalid', data: { name: 'bins' } },
  });
  // An input that is gone leaves the setting its own value.
  expect(await settled([rfm], 'rfm')).toMatchObject({ status: 'ready', run: { params: { bins: 5 } } });
});

test('a new name is written wherever the input is read', () => {
  const history = new NotebookHistory(
    notebookOf([
      least,
      sqlCell('q', `select $least, '$least' from "least"`),
      cell('rfm', { links: { bins: 'LEAST' } }),
      cell('note', { kind: 'text', params: { markdown: '{{ least }} {{least.value}} {{leastest}}' } }),
    ]),
  );
  history.update('rename', renameCell('least', { name: 'seuil' }));
  const [, query, rfm, note] = history.document.cells;
  expect(query?.params['sql']).toBe(`select $seuil, '$least' from seuil`);
  expect(rfm?.links).toEqual({ bins: 'seuil' });
  expect(note?.params['markdown']).toBe('{{seuil}} {{seuil.value}} {{leastest}}');
});
