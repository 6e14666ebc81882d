import { expect, test } from 'vitest';
import type { GridColumn } from '../../../src/ui/grid/row-source.js';
import { enteredCondition } from '../../../src/ui/grid/filter-entry.js';
import { toTsv } from '../../../src/ui/grid/tsv.js';

const column = (label: string, type: GridColumn['type'] = 'text'): GridColumn => ({
  name: label,
  label,
  type,
});

test('numbers are pasted as numbers of the reader’s language', () => {
  const columns = [column('Montant', 'number'), column('Jour', 'date'), column('Heure', 'timestamp')];
  const rows = [
    [1234567.5, '2024-03-05', '2024-03-05T08:26:00'],
    [29.330000000000002, null, null],
  ];
  expect(toTsv(columns, rows, 'fr', true)).toBe(
    'Montant\tJour\tHeure\r\n1234567,5\t2024-03-05\t2024-03-05 08:26:00\r\n29,33\t\t',
  );
  expect(toTsv(columns, rows, 'en', false)).toBe('1234567.5\t2024-03-05\t2024-03-05 08:26:00\r\n29.33\t\t');
  expect(toTsv([column('Pro', 'boolean')], [[true], [false]], 'fr', false)).toBe('VRAI\r\nFAUX');
});

test('tabs, line ends and quotes stay inside their cell', () => {
  const rows = [['a\tb'], ['a\nb'], ['5" disk'], ['plain'], ['']];
  expect(toTsv([column('x')], rows, 'en', false)).toBe('"a\tb"\r\n"a\nb"\r\n"5"" disk"\r\nplain\r\n');
});

test('what a spreadsheet would run is pasted as text, in heads too', () => {
  const rows = [['=1+1'], ['+33 6'], ['-x'], ['@sum'], ['\t=1'], ["'=1"]];
  expect(toTsv([column('=cmd')], rows, 'en', true)).toBe(
    "'=cmd\r\n'=1+1\r\n'+33 6\r\n'-x\r\n'@sum\r\n\"'\t=1\"\r\n''=1",
  );
  expect(toTsv([column('n', 'number')], [[-3]], 'en', false)).toBe('-3');
});

test('keys are copied in words', () => {
  const segment = { ...column('Segment'), words: new Map([['at_risk', 'À risque']]) };
  expect(toTsv([segment], [['at_risk'], ['other']], 'fr', false)).toBe('À risque\r\nother');
});

test('conditions are entered as the reader writes numbers', () => {
  const amount = column('amount', 'number');
  expect(enteredCondition(amount, 'above', ['1\u202f234,5', ''], 'fr')).toEqual({
    is: 'above',
    value: 1234.5,
  });
  expect(enteredCondition(amount, 'above', ['1,234.5', ''], 'en')).toEqual({ is: 'above', value: 1234.5 });
  expect(enteredCondition(amount, 'between', ['5', '2'], 'en')).toBe('badOrder');
  expect(enteredCondition(amount, 'equal', ['', ''], 'en')).toBe('badNumber');
  expect(enteredCondition(amount, 'equal', ['1e999', ''], 'en')).toBe('badNumber');
  expect(enteredCondition(column('d', 'date'), 'equal', ['', ''], 'en')).toBe('badDate');
  expect(enteredCondition(column('t'), 'containing', ['', ''], 'en')).toBe('badText');
  expect(enteredCondition(column('t'), 'empty', ['', ''], 'en')).toEqual({ is: 'empty' });
});
