import { expect, test } from 'vitest';
import DataProfile from '../../src/app/data/DataProfile.svelte';
import type { ListedColumn } from '../../src/app/data/data-tables.js';
import type { ColumnFigures } from '../../src/data/profile/column-shape.js';
import type { Locale } from '../../src/i18n/locale.js';
import { renderView } from '../support/render.js';

const column = (figures: Partial<ColumnFigures> & Pick<ColumnFigures, 'name' | 'type'>): ColumnFigures => ({
  filled: 2000,
  distinct: 2000,
  isEstimated: false,
  low: null,
  high: null,
  shape: { kind: 'unknown' },
  ...figures,
});

const columns: ColumnFigures[] = [
  column({ name: 'mail', type: 'text', low: 9, high: 31, shape: { kind: 'all-different' } }),
  column({
    name: 'canal',
    type: 'text',
    filled: 1999,
    distinct: 9,
    low: 3,
    high: 3,
    shape: {
      kind: 'values',
      values: [
        { value: '<b>Web</b>', count: 1500 },
        { value: 'Tel', count: 300 },
      ],
      others: { values: 7, rows: 199 },
    },
  }),
  column({
    name: 'date',
    type: 'date',
    low: '2024-01-03',
    high: '2024-03-31',
    distinct: 1_234_567,
    isEstimated: true,
    shape: {
      kind: 'bins',
      grain: 'month',
      bins: [
        { from: null, to: '2024-01-01', count: 4 },
        { from: '2024-01-01', to: '2024-02-01', count: 996 },
        { from: '2024-02-01', to: null, count: 1000 },
      ],
    },
  }),
  column({ name: 'vide', type: 'number', filled: 0, distinct: 0 }),
];

const render = (locale: Locale, isCanonical = false): string =>
  renderView(
    DataProfile,
    {
      title: 'clients.csv',
      profile: { rows: 2000, columns, sql: {} },
      columns: columns.map(({ name, type }): ListedColumn => ({
        name,
        type,
        role: name === 'mail' ? 'email' : null,
      })),
      isCanonical,
    },
    locale,
  );
/** The words of each row, spaces evened out. */
const rows = (markup: string): string[] =>
  [...markup.matchAll(/<tr data-column[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replace(/<title>.*?<\/title>/g, '')
      .replace(/<[^>"]*("[^"]*"[^>"]*)*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

test('each column tells its meaning, type, fill, distinct values, range and spread, in French', () => {
  expect(rows(render('fr'))).toEqual([
    'mail Adresse e-mail donnée personnelle texte 100 % 2 000 9 à 31 caractères toutes différentes',
    'canal texte 99,9 % 1 vide 9 3 caractères &lt;b>Web&lt;/b> 1 500 Tel 300 7 autres valeurs 199',
    'date date 100 % environ 1 234 567 de 03/01/2024 à 31/03/2024 barre pâle : valeurs éloignées, au-delà de l’échelle',
    'vide nombre 0 % 2 000 vides 0 aucune valeur',
  ]);
});

test('and in English', () => {
  expect(rows(render('en'))).toEqual([
    'mail E-mail address personal data text 100% 2,000 9 to 31 characters all different',
    'canal text 99.9% 1 empty 9 3 characters &lt;b>Web&lt;/b> 1,500 Tel 300 7 other values 199',
    'date date 100% about 1,234,567 03/01/2024 to 31/03/2024 pale bar: far values, off the scale',
    'vide number 0% 2,000 empty 0 no value',
  ]);
});

test('a histogram says its periods, and every bar what it counts', () => {
  const markup = render('en');
  expect(markup).toContain(
    'aria-label="Spread of date. Number of rows by month, 03/01/2024 to 31/03/2024; at most 1,000 rows in a bar."',
  );
  const titles = [...markup.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
  expect(titles).toEqual([
    'below 01/01/2024: 4',
    '01/01/2024 to 01/02/2024: 996',
    '01/02/2024 and above: 1,000',
  ]);
});

test('the table has a caption, column headers, a header in each row, and a scroll box for the keyboard', () => {
  const markup = render('fr');
  expect(markup).toMatch(/role="region" aria-label="Colonnes de clients.csv" tabindex="0"/);
  expect(markup.match(/<th scope="col"/g)).toHaveLength(6);
  expect(markup.match(/<th scope="row"/g)).toHaveLength(4);
});
