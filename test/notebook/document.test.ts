import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.js';
import {
  findNotebook,
  newNotebook,
  parseNotebook,
  parseNotebookText,
  writeNotebook,
} from '../../src/notebook/document.js';
import { cell, notebookOf, shopSource } from './fixtures.js';

const minimal = { clientele: 'notebook', version: 1 };

function refusal(json: unknown): AppError {
  try {
    parseNotebook(json);
  } catch (cause) {
    if (cause instanceof AppError) return cause;
    throw cause;
  }
  throw new Error('was not refused');
}

test('a written notebook reads back the same, sources with their samples included', () => {
  const notebook = notebookOf([cell('a', { title: 'Mes clients', params: { bins: 4 } })], [shopSource]);
  const text = JSON.stringify(writeNotebook(notebook, { forSharing: false }));
  expect(parseNotebookText(text)).toEqual(notebook);
});

test('a shared file carries no value of the data, and still opens', () => {
  const spec = writeNotebook(notebookOf([], [shopSource]), { forSharing: true });
  const text = JSON.stringify(spec);
  for (const value of ['dupont@', 'martin@', 'Dupont', '06 12', 'Durand']) expect(text).not.toContain(value);
  const [source] = parseNotebook(spec).sources;
  expect(source?.columns.map((column) => column.samples)).toEqual([[], []]);
  expect(source?.rejects).toEqual([{ line: 3, column: 'montant', value: '', reason: 'not-a-number' }]);
});

test('whatever a file leaves out takes its default', () => {
  const notebook = parseNotebook({ ...minimal, cells: [{ kind: 'rfm' }] });
  expect(notebook.cells[0]).toMatchObject({
    name: 'rfm',
    title: null,
    step: 'identify',
    params: {},
    showTable: false,
    notes: '',
  });
  expect(notebook.cells[0]?.id).toMatch(/^\w{10}$/);
  expect(notebook).toMatchObject({ version: 1, title: null, sources: [] });
});

test('notes for the speaker are part of the file, up to a length that somebody can read', () => {
  const cells = [{ kind: 'rfm', notes: 'Ask the room first.' }];
  const notebook = parseNotebook({ ...minimal, cells });
  expect(writeNotebook(notebook, { forSharing: true }).cells?.[0]?.notes).toBe('Ask the room first.');
  const tooLong = [{ kind: 'rfm', notes: 'x'.repeat(20_001) }];
  expect(() => parseNotebook({ ...minimal, cells: tooLong })).toThrow();
});

test('a cell of a kind that this version does not know is kept with its params', () => {
  const notebook = parseNotebook({
    ...minimal,
    cells: [{ id: 'x', kind: 'hologram', params: { depth: [1, { a: 2 }] } }],
  });
  expect(notebook.cells[0]).toMatchObject({ kind: 'hologram', params: { depth: [1, { a: 2 }] } });
  expect(writeNotebook(notebook, { forSharing: true }).cells?.[0]?.params).toEqual({ depth: [1, { a: 2 }] });
});

test('cells get ids and names of their own and stand grouped by step', () => {
  const notebook = parseNotebook({
    ...minimal,
    cells: [
      { id: 'same', kind: 'rfm', name: 'best', step: 'evaluate' },
      { id: 'same', kind: 'rfm', name: 'Best', step: 'identify' },
      { id: '../up', kind: 'pareto', name: 'orders', step: 'nowhere' },
    ],
  });
  expect(notebook.cells.map(({ name, step }) => [name, step])).toEqual([
    ['Best_2', 'identify'],
    ['orders_2', 'identify'],
    ['best', 'evaluate'],
  ]);
  expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(3);
  expect(notebook.cells.map(({ id }) => id)).not.toContain('../up');
});

test('a file of a newer version is refused as such', () => {
  expect(refusal({ ...minimal, version: 2 })).toMatchObject({
    code: 'notebook/newer-version',
    data: { version: 2 },
  });
});

test.each([
  ['null', null],
  ['a list', []],
  ['a text', 'clientele'],
  ['another format', { nbformat: 4, cells: [] }],
  ['no version', { clientele: 'notebook' }],
  ['version 0', { clientele: 'notebook', version: 0 }],
  ['a version as text', { clientele: 'notebook', version: '1' }],
  ['cells that are no list', { ...minimal, cells: { length: 3 } }],
  ['a cell without a kind', { ...minimal, cells: [{}] }],
  ['params that are a list of the wrong thing', { ...minimal, cells: [{ kind: 'rfm', params: 'x' }] }],
  ['a source id that is a path', { ...minimal, sources: [{ ...shopSource, id: '../../etc' }] }],
  ['a source with an unknown format', { ...minimal, sources: [{ ...shopSource, format: 'exe' }] }],
  ['two sources with one id', { ...minimal, sources: [shopSource, shopSource] }],
  ['a function', { ...minimal, title: () => 'x' }],
  ['2,001 cells', { ...minimal, cells: Array.from({ length: 2001 }, () => ({ kind: 'rfm' })) }],
  ['11 million characters', { ...minimal, title: 'x'.repeat(11_000_000) }],
])('%s is not a notebook', (_, json) => {
  const { code, data } = refusal(json);
  expect(code).toBe('notebook/not-a-notebook');
  expect(data['detail']).toEqual(expect.any(String));
});

test('the refusal names the place that is wrong', () => {
  expect(refusal({ ...minimal, cells: [{ kind: 'rfm' }, { kind: 7 }] }).data['detail']).toContain(
    'cells.1.kind',
  );
});

test('text that is no JSON, and nesting beyond 200 levels, are refused', () => {
  expect(() => parseNotebookText('{"clientele":')).toThrow(/not-a-notebook/);
  const deep = '{"clientele":"notebook","version":1,"cells":[{"kind":"rfm","params":{"a":';
  expect(() => parseNotebookText(`${deep}${'['.repeat(5_000)}${']'.repeat(5_000)}}}]}`)).toThrow(
    /deeper than 200/,
  );
});

test('keys that reach a prototype are dropped wherever they stand', () => {
  const notebook = parseNotebookText(`{
    "clientele": "notebook", "version": 1, "__proto__": { "polluted": 1 },
    "cells": [{
      "kind": "rfm",
      "__proto__": { "polluted": 1 },
      "params": { "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }, "deep": { "__proto__": { "polluted": 1 }, "kept": 1 } }
    }]
  }`);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(notebook.cells[0]?.params ?? {})).toEqual(['deep']);
  expect(JSON.stringify(notebook)).not.toContain('polluted');
  expect(notebook.cells[0]?.params['polluted']).toBeUndefined();
  expect(notebook.cells[0]?.params['deep']).toEqual({ kept: 1 });
});

test('what was declared about the data reads back; a file from before declares nothing', () => {
  const warehouse = {
    asOf: '2024-01-31',
    amounts: 'without-tax',
    currency: 'CHF',
    merges: [{ from: 'C2', to: 'C1', reason: 'email' }],
  } as const;
  const notebook = { ...notebookOf([]), warehouse };
  const text = JSON.stringify(writeNotebook(notebook, { forSharing: false }));
  expect(parseNotebookText(text).warehouse).toEqual(warehouse);
  expect(parseNotebook(minimal).warehouse).toEqual({ asOf: null, amounts: null, currency: null, merges: [] });
  const odd = { asOf: '31/01/2024', amounts: 'gross', currency: 'euro' };
  expect(parseNotebook({ ...minimal, warehouse: odd }).warehouse).toEqual(parseNotebook(minimal).warehouse);
});

test('a shared file does not name the customers that were merged', () => {
  const merges = [{ from: 'C2', to: 'C1', reason: 'email' }] as const;
  const notebook = {
    ...notebookOf([]),
    warehouse: { asOf: '2024-01-31', amounts: null, currency: null, merges },
  };
  const spec = writeNotebook(notebook, { forSharing: true });
  expect(parseNotebook(spec).warehouse).toEqual({
    asOf: '2024-01-31',
    amounts: null,
    currency: null,
    merges: [],
  });
});

test('a notebook among files is known by its content or by its ending', async () => {
  const file = (name: string, text: string): File => new File([text], name);
  const notebook = JSON.stringify(writeNotebook(newNotebook(), { forSharing: true }));
  const found = async (...files: File[]): Promise<string | undefined> => (await findNotebook(files))?.name;
  expect(await found(file('a.csv', 'a,b\n1,2'), file('renamed.txt', notebook))).toBe('renamed.txt');
  expect(await found(file('x.clientele.json', '{"broken'))).toBe('x.clientele.json');
  expect(await found(file('orders.json', '{"orders":[{"clientele":"yes"}]}'))).toBeUndefined();
});
