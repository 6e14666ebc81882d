import { produce } from 'immer';
import { expect, test } from 'vitest';
import type { Notebook } from '../../src/notebook/document.js';
import {
  addCell,
  declare,
  deleteCell,
  duplicateCell,
  makeCell,
  mergeCustomers,
  moveCell,
  renameCell,
  separateCustomers,
  setNotes,
  setParams,
  setSources,
  setTitle,
  toggleTable,
  type Recipe,
} from '../../src/notebook/edits.js';
import { cell, notebookOf, shopSource, sqlCell } from './fixtures.js';

const apply = (notebook: Notebook, recipe: Recipe): Notebook =>
  produce(notebook, (draft) => void recipe(draft));
const names = (notebook: Notebook): string[] => notebook.cells.map(({ name, step }) => `${step} ${name}`);

const three = notebookOf([
  cell('a', { step: 'identify' }),
  cell('b', { step: 'segment' }),
  cell('c', { step: 'segment' }),
]);

test('a new cell goes to the end of its step, or behind the cell it was asked from', () => {
  const first = makeCell(three, { kind: 'pareto', step: 'identify' });
  expect(names(apply(three, addCell(first)))).toEqual([
    'identify a',
    'identify pareto',
    'segment b',
    'segment c',
  ]);
  const second = makeCell(three, { kind: 'sql', step: 'segment' });
  expect(names(apply(three, addCell(second, { after: 'b' })))).toEqual([
    'identify a',
    'segment b',
    'segment sql',
    'segment c',
  ]);
});

test('a new name avoids the tables of the warehouse, of the files and of other cells, whatever their case', () => {
  const notebook = notebookOf([cell('rfm')], [shopSource]);
  const nameOf = (name: string): string => makeCell(notebook, { kind: 'sql', step: 'segment', name }).name;
  expect(nameOf('Sales')).toBe('Sales_2');
  expect(nameOf('VENTES')).toBe('VENTES_2');
  expect(nameOf('rfm')).toBe('rfm_2');
  expect(nameOf('Mes clients fidèles')).toBe('mes_clients_fideles');
  expect(nameOf('')).toBe('cell');
});

test('a cell moves within its step, then over into the next, and stops at the ends', () => {
  const up = apply(three, moveCell('c', 'up'));
  expect(names(up)).toEqual(['identify a', 'segment c', 'segment b']);
  const over = apply(up, moveCell('c', 'up'));
  expect(names(over)).toEqual(['identify a', 'identify c', 'segment b']);
  expect(names(apply(over, moveCell('b', 'down')))).toEqual(['identify a', 'identify c', 'adapt b']);
  expect(apply(three, moveCell('a', 'up'))).toBe(three);
});

test('SQL cells go on reading a cell that got another name', () => {
  const notebook = notebookOf([
    cell('rfm'),
    sqlCell('top', 'select rfm.r from rfm'),
    sqlCell('other', 'select rfm from x'),
  ]);
  const renamed = apply(notebook, renameCell('rfm', { name: 'segments', title: 'Nos segments' }));
  expect(renamed.cells[0]).toMatchObject({ name: 'segments', title: 'Nos segments' });
  expect(renamed.cells[1]?.params['sql']).toBe('select segments.r from segments');
  expect(renamed.cells[2]?.params['sql']).toBe('select rfm from x');
  expect(apply(renamed, renameCell('rfm', { title: '' })).cells[0]?.title).toBeNull();
});

test('a copy has its own id and name and stands behind the cell', () => {
  const copied = apply(three, duplicateCell('b'));
  expect(names(copied)).toEqual(['identify a', 'segment b', 'segment b_2', 'segment c']);
  expect(copied.cells[2]?.id).not.toBe('b');
});

test('params are merged; undefined gives a setting back its default', () => {
  const notebook = notebookOf([cell('a', { params: { bins: 5, by: 'customer' } })]);
  expect(apply(notebook, setParams('a', { bins: 4, by: undefined })).cells[0]?.params).toEqual({ bins: 4 });
  expect(apply(notebook, setParams('a', { bins: 5 }))).toBe(notebook);
});

test('params cannot reach a prototype, and what is not plain data is refused', () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "bins": 3}') as Record<string, unknown>;
  const params = apply(notebookOf([cell('a')]), setParams('a', hostile)).cells[0]?.params;
  expect(params).toEqual({ bins: 3 });
  expect(params?.['polluted']).toBeUndefined();
  expect(() => setParams('a', { bins: Number.NaN })).toThrow(/params\/invalid/);
});

test('a cell whose name a new file takes gets another', () => {
  const notebook = notebookOf([cell('ventes'), sqlCell('top', 'from ventes')]);
  const loaded = apply(notebook, setSources([shopSource]));
  expect(loaded.cells[0]?.name).toBe('ventes_2');
  expect(loaded.cells[1]?.params['sql']).toBe('from ventes_2');
  expect(loaded.sources).toEqual([shopSource]);
});

test('notes for the speaker are written as they are, and writing on is one change', () => {
  const written = apply(three, setNotes('b', ' Ask first.\nThen show. '));
  expect(written.cells.map(({ notes }) => notes)).toEqual(['', 'Ask first.\nThen show.', '']);
  expect(apply(written, setNotes('b', '')).cells[1]?.notes).toBe('');
  expect(setNotes('b', 'x').mergeKey).toBe(setNotes('b', 'y').mergeKey);
  expect(setNotes('b', 'x').mergeKey).not.toBe(setNotes('c', 'x').mergeKey);
});

test('title, table switch and deletion', () => {
  expect(apply(three, setTitle('Bilan')).title).toBe('Bilan');
  expect(apply(three, setTitle('  ')).title).toBeNull();
  expect(apply(three, toggleTable('a')).cells[0]?.showTable).toBe(true);
  expect(names(apply(three, deleteCell('b')))).toEqual(['identify a', 'segment c']);
});

test('what is declared about the data changes one thing at a time, and null goes back', () => {
  const declared = apply(apply(three, declare({ asOf: '2024-01-31' })), declare({ amounts: 'with-tax' }));
  expect(declared.warehouse).toEqual({ asOf: '2024-01-31', amounts: 'with-tax', currency: null, merges: [] });
  expect(apply(declared, declare({ asOf: null, amounts: null }))).toEqual(three);
  expect(apply(three, declare({ currency: null }))).toBe(three);
});

test('customers are merged, merged otherwise, and separated again', () => {
  const merge = (from: string, to: string): { from: string; to: string; reason: 'email' } => ({
    from,
    to,
    reason: 'email',
  });
  const merged = apply(three, mergeCustomers([merge('C2', 'C1'), merge('C4', 'C3')]));
  expect(apply(merged, mergeCustomers([merge('C2', 'C5')])).warehouse.merges).toEqual([
    merge('C4', 'C3'),
    merge('C2', 'C5'),
  ]);
  expect(apply(merged, separateCustomers(['C2'])).warehouse.merges).toEqual([merge('C4', 'C3')]);
  expect(apply(merged, separateCustomers(['C9']))).toBe(merged);
});
