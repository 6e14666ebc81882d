import { expect, test } from 'vitest';
import type { ResultTable } from '../../src/core/tables.js';
import DataTable from '../../src/ui/DataTable.svelte';
import { renderView } from '../support/render.js';

const sales: ResultTable = {
  columns: [
    { name: 'region', type: 'text' },
    { name: 'order_date', type: 'date' },
    { name: 'amount', type: 'number', unit: 'money' },
    { name: 'lines', type: 'integer' },
  ],
  rows: [
    ['Nord', '2024-03-05', 1234.5, 4338],
    ['<img src=x onerror=alert(1)>', null, -2, 0],
  ],
};
const cells = (markup: string): string[] =>
  [...markup.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell ?? '');

test('values are written as the reader reads them, and text stays text', () => {
  const fr = renderView(DataTable, { table: sales, caption: 'Ventes' }, 'fr', 'EUR');
  expect(cells(fr)).toEqual([
    ...['Nord', '05/03/2024', '1\u202f234,50\u00a0€', '4\u202f338'],
    ...['&lt;img src=x onerror=alert(1)>', '–', '-2,00\u00a0€', '0'],
  ]);
  expect(cells(renderView(DataTable, { table: sales, caption: 'Sales' }, 'en', 'EUR'))).toEqual([
    ...['Nord', '05/03/2024', '€1,234.50', '4,338'],
    ...['&lt;img src=x onerror=alert(1)>', '–', '-€2.00', '0'],
  ]);
});

test('it has a caption, column headers and a scroll region that the keyboard reaches', () => {
  const markup = renderView(
    DataTable,
    { table: sales, caption: 'Sales', labels: { region: 'Region' } },
    'en',
  );
  expect(markup).toMatch(/<div [^>]*role="region" aria-label="Sales" tabindex="0"/);
  expect(markup).toMatch(/<caption[^>]*>Sales<\/caption>/);
  expect([...markup.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, head]) => head)).toEqual([
    'Region',
    'order_date',
    'amount',
    'lines',
  ]);
  expect([...markup.matchAll(/<th scope="col" class="[^"]*number/g)]).toHaveLength(2);
});

test('a long table shows its first rows and says how many there are', () => {
  const rows = Array.from({ length: 4338 }, (_, index) => [index]);
  const table: ResultTable = { columns: [{ name: 'n', type: 'integer' }], rows };
  const en = renderView(DataTable, { table, caption: 'Numbers' }, 'en');
  expect(cells(en)).toHaveLength(100);
  expect(en).toContain('100 of 4,338 rows');
  expect(en).toContain('Show more rows');
  const fr = renderView(DataTable, { table, caption: 'Nombres', limit: 5 }, 'fr');
  expect(cells(fr)).toEqual(['0', '1', '2', '3', '4']);
  expect(fr).toContain('5 lignes sur 4\u202f338');
});

test('an empty table and a table of one row say so, without a button', () => {
  const table = (rows: number[][]): ResultTable => ({ columns: [{ name: 'n', type: 'integer' }], rows });
  const none = renderView(DataTable, { table: table([]), caption: 'x' }, 'fr');
  expect(none).toContain('Aucune ligne');
  expect(none).not.toContain('<button');
  expect(renderView(DataTable, { table: table([[7]]), caption: 'x' }, 'en')).toContain('1 row<');
});

test('a column called like a property of objects keeps its name', () => {
  const table: ResultTable = { columns: [{ name: 'constructor', type: 'text' }], rows: [] };
  expect(renderView(DataTable, { table, caption: 'x' }, 'en')).toContain('>constructor</th>');
});
