import { expect, test } from 'vitest';
import type { NamedTable, Value } from '../../src/core/tables.js';
import { toCsv } from '../../src/export/csv.js';

const table: NamedTable = {
  name: 'segments',
  columns: [
    { name: 'segment', type: 'text' },
    { name: 'customers', type: 'integer' },
    { name: 'revenue', type: 'number', unit: 'money' },
    { name: 'last', type: 'date' },
    { name: 'loyal', type: 'boolean' },
  ],
  rows: [
    ['Champions; « VIP »', 1200, 1234.5, '2011-12-09', true],
    ['12" discs, "best"', 0, -0.25, null, false],
    ['', null, null, null, null],
  ],
};

/** One text cell, written and read back by the rule that `csv.ts` documents. */
function written(text: string): string {
  const csv = toCsv({ name: 't', columns: [{ name: 'c', type: 'text' }], rows: [[text]] }, 'iso');
  const cell = csv.slice('c\r\n'.length, -'\r\n'.length);
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
function readBack(text: string): string {
  return /^'+[\s\0]*[=+\-@＝＋－＠\t\r\0]/.test(text) ? text.slice(1) : text;
}

test('the French form opens in a French spreadsheet: BOM, semicolons, decimal commas, CRLF', () => {
  expect(toCsv(table, 'french')).toBe(
    '\ufeffsegment;customers;revenue;last;loyal\r\n' +
      '"Champions; « VIP »";1200;1234,5;2011-12-09;VRAI\r\n' +
      '"12"" discs, ""best""";0;-0,25;;FAUX\r\n' +
      '"";;;;\r\n',
  );
});

test('the ISO form is what programs read: no BOM, commas, decimal points', () => {
  expect(toCsv(table, 'iso')).toBe(
    'segment,customers,revenue,last,loyal\r\n' +
      'Champions; « VIP »,1200,1234.5,2011-12-09,true\r\n' +
      '"12"" discs, ""best""",0,-0.25,,false\r\n' +
      '"",,,,\r\n',
  );
});

test('texts that a spreadsheet would run as formulas get an apostrophe', () => {
  const dangerous = [
    '=1+1',
    '+33 6 12 34 56 78',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '\u202f\u00a0-1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\0=1',
    '\ttab',
    "'=1+1",
    "''=1+1",
  ];
  for (const text of dangerous) {
    expect(written(text), JSON.stringify(text)).toBe(`'${text}`);
    expect(readBack(written(text)), JSON.stringify(text)).toBe(text);
  }
});

test('other texts are left alone and read back the same', () => {
  for (const text of [
    'a=1',
    "'quoted'",
    "l'an",
    "' x",
    '1-2',
    '#REF',
    'élan',
    '0123',
    '"=1"',
    'a\nb',
    ';=1',
  ]) {
    expect(written(text), JSON.stringify(text)).toBe(text);
    expect(readBack(text), JSON.stringify(text)).toBe(text);
  }
});

test('a header that would run is defused too', () => {
  const hostile: NamedTable = { name: 't', columns: [{ name: '=HYPERLINK("x")', type: 'text' }], rows: [] };
  expect(toCsv(hostile, 'french')).toBe('\ufeff"\'=HYPERLINK(""x"")"\r\n');
});

test('numbers are never taken for formulas and have the fifteen digits of a spreadsheet', () => {
  const numbers: Value[][] = [[-12.5], [8911407.904], [1e-7], [0.1 + 0.2]];
  const csv = toCsv({ name: 't', columns: [{ name: 'n', type: 'number' }], rows: numbers }, 'french');
  expect(csv).toBe('\ufeffn\r\n-12,5\r\n8911407,904\r\n1e-7\r\n0,3\r\n');
});
