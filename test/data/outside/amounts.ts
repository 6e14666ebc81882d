import { column, kept, type Entry } from '../corpus/entry.js';

/** Amounts and codes as people type them and programs print them. */
export const amounts: readonly Entry[] = [
  column(
    'every way to write a minus in one column',
    ['12,50', '-12,50', '12,50-', '(12,50)', '−12,50', '– 12,50', '- 12,50', '\u201112,50'],
    'number',
    [12.5, -12.5, -12.5, -12.5, -12.5, -12.5, -12.5, -12.5],
    { repairs: { 'decimal-comma': 8, 'negative-form': 6 } },
  ),
  column(
    'signs of currencies on every side of a minus',
    ['-€12.50', '€-12.50', '€ (12.50)', '(€12.50)', '€12.50-', '12.50'],
    'number',
    [-12.5, -12.5, -12.5, -12.5, -12.5, 12.5],
    {
      repairs: { 'currency-sign': 6, 'negative-form': 3 },
      currency: 'EUR',
    },
  ),
  column(
    'a currency behind the parentheses',
    ['12,50 €', '(12,50) €', '3,00 €'],
    'number',
    [12.5, -12.5, 3],
    {
      repairs: { 'decimal-comma': 3, 'currency-sign': 3, 'negative-form': 1 },
      currency: 'EUR',
    },
  ),
  column(
    'accounting format: a dash and the currency for nothing',
    [' 1 234,50 € ', ' -   € ', '-12,00 €'],
    'number',
    [1234.5, null, -12],
    {
      repairs: { 'decimal-comma': 2, 'thousands-mark': 2, 'currency-sign': 2 },
      currency: 'EUR',
    },
  ),
  column('dollars of several countries', ['US$1,234.50', 'US$12.00'], 'number', [1234.5, 12], {
    separator: ';',
    repairs: { 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'USD',
  }),
  column('dollars of Québec', ['1 234,50 $ CA', '12,00 $ CA'], 'number', [1234.5, 12], {
    repairs: { 'decimal-comma': 2, 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'CAD',
  }),
  kept('thousands of euros are not euros', ['12 k€', '1,5 k€', '800 k€'], { header: 'CA' }),
  column(
    'thousands of euros among euros are listed',
    ['800 €', '1,2 k€', '950 €', '12 €'],
    'integer',
    [800, null, 950, 12],
    {
      header: 'CA',
      rejects: [[3, '1,2 k€', 'not-a-number']],
      repairs: { 'currency-sign': 3 },
      currency: 'EUR',
    },
  ),
  kept('prices per unit', ['12 €/kg', '3,50 €/kg']),
  column(
    'commas for decimals although the file has commas',
    ['1,234', '12,50', '3,75'],
    'number',
    [1.234, 12.5, 3.75],
    {
      separator: ',',
      repairs: { 'decimal-comma': 3 },
    },
  ),
  column(
    'thousands in some values only',
    ['1.234.567,89', '1234567,89', '12,5'],
    'number',
    [1234567.89, 1234567.89, 12.5],
    {
      repairs: { 'decimal-comma': 3, 'thousands-mark': 3 },
    },
  ),
  column('thousands by figure spaces', ['1\u2007234,50', '12\u2007345,00'], 'number', [1234.5, 12345], {
    repairs: { 'decimal-comma': 2, 'thousands-mark': 2 },
  }),
  column(
    'thousands by an acute accent, as Swiss keyboards have it',
    ['1´234.50', '12´345.00'],
    'number',
    [1234.5, 12345],
    {
      repairs: { 'thousands-mark': 2 },
    },
  ),
  column(
    'percentages and zeros without their sign',
    ['10 %', '0', '25 %', '0', '5 %'],
    'number',
    [0.1, 0, 0.25, 0, 0.05],
  ),
  column('percentages with a minus', ['-12,5 %', '+3,0 %', '(1,5 %)'], 'number', [-0.125, 0.03, -0.015], {
    repairs: { 'decimal-comma': 3, 'negative-form': 1 },
  }),
  kept('digits of other scripts', ['١٢٣', '٤٥٦']),
  kept('digits in groups as in India', ['1,23,456.50', '12,34,567.00']),
  column(
    'words of databases for nothing',
    ['12,5', '\\N', '(null)', '<NA>', 'NaN', '3,5'],
    'number',
    [12.5, null, null, null, null, 3.5],
    {
      repairs: { 'decimal-comma': 2 },
    },
  ),
  column(
    'words of people for nothing',
    ['12,5', '?', 'inconnu', 'néant', 'vide', '3,5', '4,5', '5,5'],
    'number',
    [12.5, null, null, null, null, 3.5, 4.5, 5.5],
    {
      header: 'montant',
      rejects: [
        [3, '?', 'not-a-number'],
        [4, 'inconnu', 'not-a-number'],
        [5, 'néant', 'not-a-number'],
        [6, 'vide', 'not-a-number'],
      ],
      repairs: { 'decimal-comma': 4 },
    },
  ),
  kept(
    'telephones in every form',
    ['+33612345678', '06 12 34 56 78', '0033612345678', '612345678', '(0)6.12.34.56.78'],
    {
      header: 'Tél. portable',
    },
  ),
  kept(
    'postcodes that lost their zero, of Belgium, and of Corsica',
    ['1000', '75001', '6000', '20090', 'B-1000'],
    {
      header: 'CP',
    },
  ),
  kept('card numbers in groups of four', ['4970 1234 5678 9012', '4970 4321 8765 2109']),
  kept('SIRET in groups', ['123 456 789 00012', '987 654 321 00034']),
  kept('codes with the letter E', ['12E5', '3E10', '45E2']),
  kept('book numbers', ['2-07-036822-X', '2-07-036024-5']),
  kept('scores and sizes', ['2-1', '3-0', '36/38']),
  kept('departments', ['01', '2A', '75', '971']),
  {
    name: 'yes and no in six ways',
    content: 'a;b;c;d;e;f\noui;O;X;Y;t;☑\nnon;N;;N;f;☐\noui;O;X;Y;t;☑\n',
    columns: ['a text', 'b text', 'c text', 'd text', 'e text', 'f text'],
    rows: [
      ['oui', 'O', 'X', 'Y', 't', '☑'],
      ['non', 'N', null, 'N', 'f', '☐'],
      ['oui', 'O', 'X', 'Y', 't', '☑'],
    ],
  },
];
