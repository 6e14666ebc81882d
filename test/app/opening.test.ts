import { expect, test } from 'vitest';
import { contentKey, contentsOf } from '../../src/app/opening/contents.js';
import { TrustedNotebooks } from '../../src/app/opening/trusted-notebooks.js';
import { parseNotebook, writeNotebook } from '../../src/notebook/document.js';
import { MemoryStorage } from '../../src/notebook/storage.js';
import { cell, notebookOf, shopSource, sqlCell } from '../notebook/fixtures.js';

const notebook = notebookOf(
  [
    sqlCell('q', 'select 1'),
    cell('rfm'),
    cell('pareto', { kind: 'rfm' }),
    cell('note', {
      kind: 'text',
      params: { markdown: '[a](https://x.example/?d=1) and mailto:me@x.example, https://x.example/?d=1' },
    }),
    cell('odd', { kind: 'text', params: { markdown: 7 } }),
  ],
  [shopSource],
);

test('cells, statements, files and addresses are told', () => {
  expect(contentsOf(notebook)).toEqual({
    title: null,
    kinds: [
      { kind: 'sql', count: 1 },
      { kind: 'rfm', count: 2 },
      { kind: 'text', count: 2 },
    ],
    statements: [{ name: 'q', text: 'select 1' }],
    files: ['ventes.csv'],
    links: ['https://x.example/?d=1', 'mailto:me@x.example,'],
  });
});

test('what was agreed to is known again as a file, and is another notebook once a cell differs', async () => {
  const trusted = new TrustedNotebooks(new MemoryStorage());
  expect(await trusted.has(notebook)).toBe(false);
  await trusted.add(notebook);
  const again = parseNotebook(JSON.parse(JSON.stringify(writeNotebook(notebook, { forSharing: true }))));
  expect(await trusted.has({ ...again, modified: '2030-01-01T00:00:00Z' })).toBe(true);
  const changed = { ...again, cells: [...again.cells.slice(1), sqlCell('q', 'select 2')] };
  expect(await trusted.has(changed)).toBe(false);
  expect(contentKey(changed)).not.toBe(contentKey(again));
});
