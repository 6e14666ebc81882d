import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { enteredFilter, opsFor } from '../../src/ui/filters/filter-entry.js';
import { layOut, repeated } from '../../src/analyses/pivot/grid.js';
import analysis from '../../src/analyses/pivot/index.js';
import { resolveLayout } from '../../src/analyses/pivot/layout.js';
import type { Result } from '../../src/analyses/pivot/run.js';
import type { Value } from '../../src/core/tables.js';
import { emptyWarehouse, type Field, type Warehouse } from '../../src/core/warehouse.js';
import type { Locale } from '../../src/i18n/locale.js';
import { renderView } from '../support/render.js';

type Given = v.InferInput<typeof analysis.params>;

const fields: readonly Field[] = [
  { name: 'order_date', type: 'date', canonical: 'order_date' },
  { name: 'customer_id', type: 'text', canonical: 'customer_id' },
  { name: 'amount', type: 'number', canonical: 'amount' },
  { name: 'region', type: 'text', canonical: 'region' },
  { name: 'channel', type: 'text', canonical: 'channel' },
  { name: 'is_return', type: 'boolean' },
  { name: '<img src=x onerror=alert(1)>', type: 'text' },
];
const warehouse: Warehouse = { ...emptyWarehouse, fields, asOf: '2024-12-31', currency: 'EUR', rows: {} };
const summary = { lines: 6, kept: 6, undated: 0, row_groups: 2, column_members: 2 };

function resultOf(given: Given, rows: Value[][], counts: Partial<Result['summary']> = {}): Result {
  const layout = resolveLayout(v.parse(analysis.params, given), warehouse);
  return { layout, cells: { columns: [], rows }, allCells: rows.length, summary: { ...summary, ...counts } };
}
function view(given: Given, result: Result, locale: Locale = 'fr'): string {
  return renderView(analysis.View, { result, params: v.parse(analysis.params, given) }, locale, 'EUR');
}

const nested: Given = {
  rows: ['region', 'order_date'],
  columns: ['channel'],
  grains: { order_date: 'quarter' },
  values: [
    { field: 'amount', agg: 'sum' },
    { field: 'customer_id', agg: 'distinct' },
  ],
};
const nestedResult = resultOf(nested, [
  [null, null, null, 'grand_total', 200, 3, 0, 0],
  [null, null, 'Shop', 'column_total', 50, 2, 0, 1],
  [null, null, 'Web', 'column_total', 150, 2, 0, 1],
  ['Nord', null, null, 'subtotal', 160, 2, 1, 0],
  ['Nord', null, 'Shop', 'subtotal', 50, 2, 1, 1],
  ['Nord', null, 'Web', 'subtotal', 110, 1, 1, 1],
  ['Nord', '2024-01-01', null, 'row_total', 130, 2, 2, 0],
  ['Nord', '2024-01-01', 'Shop', 'cell', 30, 1, 2, 1],
  ['Nord', '2024-01-01', 'Web', 'cell', 100, 1, 2, 1],
  ['Nord', null, null, 'row_total', 30, 1, 2, 0],
  ['Nord', null, 'Shop', 'cell', 20, 1, 2, 1],
  ['Nord', null, 'Web', 'cell', 10, 1, 2, 1],
  [null, null, null, 'subtotal', 40, 1, 1, 0],
  [null, null, 'Web', 'subtotal', 40, 1, 1, 1],
  [null, '2024-04-01', null, 'row_total', 40, 1, 2, 0],
  [null, '2024-04-01', 'Web', 'cell', 40, 1, 2, 1],
]);

describe('the grid', () => {
  test('puts each total behind its members, and lines without a value are no totals', () => {
    const grid = layOut(nestedResult);
    expect(grid.rows.map((row) => row.path)).toEqual([
      ['Nord', '2024-01-01'],
      ['Nord', null],
      ['Nord'],
      [null, '2024-04-01'],
      [null],
      [],
    ]);
    expect(grid.columns.map((column) => column.path)).toEqual([['Shop'], ['Web'], []]);
    expect(grid.largest).toEqual([100, 1]);
  });

  test('finds the values where a row and a column meet', () => {
    const grid = layOut(nestedResult);
    const find = (row: number, column: number): unknown =>
      grid.at(grid.rows[row] ?? { key: '', path: [] }, grid.columns[column] ?? { key: '', path: [] });
    expect(find(0, 1)).toEqual([100, 1]);
    expect(find(2, 2)).toEqual([160, 2]);
    expect(find(3, 0)).toBeUndefined();
    expect(find(5, 2)).toEqual([200, 3]);
  });

  test('joins neighbouring column headers and lets totals reach down', () => {
    const given: Given = { columns: ['region', 'channel'] };
    const result = resultOf(given, [
      [null, null, 'grand_total', 6, 0, 0],
      ['Nord', null, 'subtotal', 3, 0, 1],
      ['Nord', 'Shop', 'cell', 1, 0, 2],
      ['Nord', 'Web', 'cell', 2, 0, 2],
      ['Sud', null, 'subtotal', 3, 0, 1],
      ['Sud', 'Web', 'cell', 3, 0, 2],
    ]);
    const shape = layOut(result).headers.map((row) =>
      row.map(({ value, isTotal, columns, levels }) => [value ?? null, isTotal, columns, levels]),
    );
    expect(shape).toEqual([
      [
        ['Nord', false, 3, 1],
        ['Sud', false, 2, 1],
        [null, true, 1, 2],
      ],
      [
        ['Shop', false, 1, 1],
        ['Web', false, 1, 1],
        ['Nord', true, 1, 1],
        ['Web', false, 1, 1],
        ['Sud', true, 1, 1],
      ],
    ]);
  });

  test('labels that repeat the row above are told', () => {
    const line = (...path: Value[]): { key: string; path: Value[] } => ({ key: '', path });
    expect(repeated(line('a', 'x'), undefined)).toBe(0);
    expect(repeated(line('a', 'y'), line('a', 'x'))).toBe(1);
    expect(repeated(line('b', 'x'), line('a', 'x'))).toBe(0);
    expect(repeated(line('a'), line('a', 'x'))).toBe(1);
  });
});

describe('the table on the screen', () => {
  test.each(['fr', 'en'] as const)('reads like a cross-tab in %s', async (locale) => {
    const markup = view(nested, nestedResult, locale)
      .replace(/ ?svelte-\w+/g, '')
      .replaceAll(' class=""', '');
    await expect(markup.replace(/></g, '>\n<') + '\n').toMatchFileSnapshot(`../golden/pivot.${locale}.html`);
    expect(markup).toContain(locale === 'fr' ? 'Total Nord' : 'Nord total');
  });

  test('names periods, missing members and money as the reader does', () => {
    const fr = view(nested, nestedResult);
    expect(fr).toContain('T1 2024');
    expect(fr).toContain('(sans date)');
    expect(fr).toContain('(vide)');
    expect(fr).toContain('160,00\u00a0€');
    expect(fr).toContain('Les parts se recoupent\u00a0: les totaux sont recalculés, pas additionnés.');
    expect(view(nested, { ...nestedResult, overlaps: [null, 2] })).toContain(
      'Client (nombre distinct)\u00a0: 2 sont comptés dans plusieurs lignes.',
    );
    expect(fr).toContain('Le total porte sur toutes les lignes de vente (6).');
  });

  test('sentences count what is filtered, undated, limited and cut', () => {
    const given: Given = { rows: ['region'], limit: 1 };
    const rows: Value[][] = [
      [null, 'grand_total', 3, 0, 0],
      ['Nord', 'cell', 2, 1, 0],
    ];
    const counts = { lines: 4338, kept: 1200, undated: 2, row_groups: 3, column_members: 600 };
    const result = { ...resultOf(given, rows, counts), allCells: 30_001 };
    const fr = view(given, result);
    expect(fr).toContain('Les filtres retiennent 1\u202f200 lignes de vente sur 4\u202f338.');
    expect(fr).toContain('2 lignes sans date sont laissées de côté.');
    expect(fr).toContain(
      'Affichage limité à 1 sur 3 pour «\u00a0Région\u00a0»\u00a0; les 2 autres sont comptés dans les totaux.',
    );
    expect(fr).toContain('Seules les 2 premières cellules sur 30\u202f001 sont calculées');
    expect(fr).toContain('Seules les 500 premières colonnes sur 600');
    const en = view(given, result, 'en');
    expect(en).toContain('The filters keep 1,200 sales lines of 4,338.');
    expect(en).toContain('Limited to 1 of 3 for “Region”; the 2 others are counted in the totals.');
  });

  test('no data and no fields are shown without an error', () => {
    const empty = view({}, resultOf({}, [['grand_total', null, 0, 0]], { lines: 0, kept: 0 }), 'en');
    expect(empty).toContain('No sales line to cross.');
    const plain = view({}, resultOf({}, [['grand_total', 200, 0, 0]]), 'en');
    expect(plain).toMatch(/<th scope="row"[^>]*>Total<\/th>.*€200\.00/s);
  });

  test('hostile members and names stay text', () => {
    const given: Given = {
      rows: ['<img src=x onerror=alert(1)>'],
      values: [{ field: 'amount', agg: 'sum', name: '<b>' }],
    };
    const rows: Value[][] = [
      [null, 'grand_total', 3, 0, 0],
      ['<script>alert(1)</script>', 'cell', 3, 1, 0],
    ];
    const markup = view(given, resultOf(given, rows));
    expect(markup).toContain('&lt;script>alert(1)&lt;/script>');
    expect(markup).not.toMatch(/<img|<script|<b>/);
  });

  test('a long table shows 200 rows and offers the rest', () => {
    const given: Given = { rows: ['region'] };
    const rows: Value[][] = Array.from({ length: 300 }, (_, index) => [`r${index}`, 'cell', 1, 1, 0]);
    const markup = view(given, resultOf(given, [[null, 'grand_total', 300, 0, 0], ...rows]));
    expect(markup.match(/<th scope="row"/g)).toHaveLength(200);
    expect(markup).toContain('Afficher plus de lignes');
  });
});

describe('the controls', () => {
  const controls = (given: Given, locale: Locale = 'fr'): string => {
    if (!analysis.Controls) throw new Error('no controls');
    const props = { params: v.parse(analysis.params, given), warehouse, onparams: () => undefined };
    return renderView(analysis.Controls, props, locale);
  };

  test('has the four zones in the words of spreadsheets, with labels on every control', () => {
    const markup = controls({
      ...nested,
      filters: [{ field: 'order_date', op: 'between', value: ['2024-01-01', '2024-12-31'] }],
    });
    expect([...markup.matchAll(/<legend[^>]*>(.*?)<\/legend>/g)].map(([, text]) => text)).toEqual([
      'Filtres',
      'Colonnes',
      'Lignes',
      'Valeurs',
    ]);
    expect(markup).toContain('Date de commande est compris entre 01/01/2024 et 31/12/2024');
    expect(markup).toContain('aria-label="Retirer Région"');
    expect(markup).toContain('aria-label="Placer Date de commande avant"');
    expect(markup).toMatch(/aria-label="Regroupement de Date de commande".*?value="quarter" selected/s);
    expect(markup).toMatch(/aria-label="Calcul de Client".*?value="distinct" selected/s);
    for (const [select] of markup.matchAll(/<select[^>]*>/g)) expect(select).toMatch(/aria-label=|id=/);
    for (const [button] of markup.matchAll(/<button[^>]*>/g)) expect(button).toContain('type="button"');
  });

  test('sums are offered for numbers only', () => {
    const markup = controls({ values: [{ field: 'region', agg: 'distinct' }] }, 'en');
    const offered = /aria-label="Calculation of Region"[^>]*>(.*?)<\/select>/s.exec(markup)?.[1] ?? '';
    expect([...offered.matchAll(/value="(\w+)"/g)].map(([, agg]) => agg)).toEqual([
      'count',
      'distinct',
      'min',
      'max',
    ]);
  });

  test('settings that do not fit the data can still be mended', () => {
    expect(controls({ rows: ['gone'] }, 'en')).toContain('aria-label="Remove gone"');
  });

  test('hostile names stay text', () => {
    expect(controls({ rows: ['<img src=x onerror=alert(1)>'] })).not.toMatch(/<img/);
  });
});

describe('writing a filter', () => {
  const field = (name: string): Field =>
    fields.find((candidate) => candidate.name === name) ?? { name, type: 'text' };
  test.each([
    ['region', 'in', ' Nord ; Sud;', '', { field: 'region', op: 'in', value: ['Nord', 'Sud'] }],
    ['region', 'in', ' ; ', '', null],
    ['region', 'contains', 'or', '', { field: 'region', op: 'contains', value: 'or' }],
    ['amount', 'gte', '1 234,5', '', { field: 'amount', op: 'gte', value: 1234.5 }],
    ['amount', 'gte', 'many', '', null],
    ['amount', 'between', '', '10', { field: 'amount', op: 'between', value: [null, 10] }],
    [
      'order_date',
      'between',
      '2024-01-01',
      '',
      { field: 'order_date', op: 'between', value: ['2024-01-01', null] },
    ],
    ['order_date', 'between', '', '', null],
    ['is_return', 'eq', 'true', '', { field: 'is_return', op: 'eq', value: true }],
    ['region', 'is_not_null', '', '', { field: 'region', op: 'is_null', value: false }],
  ] as const)('%s %s %j %j', (name, op, first, second, expected) => {
    expect(enteredFilter(field(name), op, first, second)).toEqual(expected);
    expect(opsFor(field(name))).toContain(op);
  });
});
