import { expect, test } from 'vitest';
import { figuresIn, findFigure, withFigures } from '../../src/analyses/figures.js';
import text from '../../src/analyses/text/index.js';
import type { NamedTable } from '../../src/core/tables.js';
import { renderView } from '../support/render.js';

const kpis: NamedTable = {
  name: 'kpis',
  columns: [
    { name: 'metric', type: 'text' },
    { name: 'value', type: 'number' },
    { name: 'unit', type: 'text' },
  ],
  rows: [
    ['customers', 1200, 'count'],
    ['last_date', '2025-12-31', 'date'],
  ],
};
const segments: NamedTable = {
  name: 'segments',
  columns: [
    { name: 'segment', type: 'text' },
    { name: 'revenue', type: 'number', unit: 'money' },
  ],
  rows: [
    ['champions', 12.5],
    ['at_risk', null],
  ],
};

test('references are found, each once, and written out', () => {
  expect(figuresIn('{{a.b}} { {x} } {{ été.c-d }} {{a.b}} {{1a}} {{a b}} {{}}')).toEqual(['a.b', 'été.c-d']);
  expect(withFigures('{{a}} and {{ b.c }}', (reference, whole) => `<${reference}|${whole}>`)).toBe(
    '<a|{{a}}> and <b.c|{{ b.c }}>',
  );
});

test('a metric, a row and column, a table by name, the first value', () => {
  const tables = [kpis, segments];
  expect(findFigure(tables, ['customers'])).toEqual({
    value: 1200,
    column: { name: 'customers', type: 'number', unit: 'count' },
  });
  expect(findFigure(tables, ['last_date'])?.column).toEqual({ name: 'last_date', type: 'date' });
  expect(findFigure(tables, ['champions', 'revenue'])?.value).toBe(12.5);
  expect(findFigure(tables, ['segments', 'at_risk', 'revenue'])).toEqual({
    value: null,
    column: segments.columns[1],
  });
  expect(findFigure([segments], [])?.value).toBe('champions');
  for (const path of [['nothing'], ['revenue'], ['champions', 'gone'], ['a', 'b', 'c', 'd'], ['__proto__']])
    expect(findFigure(tables, path), path.join('.')).toBeNull();
});

test.each([
  ['fr', '74,2 % pour 1 234,50 €, le 31/12/2025'],
  ['en', '74.2% pour €1,234.50, le 31/12/2025'],
] as const)(
  'figures stand in a text in the reader’s language (%s), and data are no Markdown',
  (locale, expected) => {
    const figures = {
      'p.s': { value: 0.742, column: { name: 's', type: 'number', unit: 'share' } },
      m: { value: 1234.5, column: { name: 'm', type: 'number', unit: 'money' } },
      d: { value: '2025-12-31', column: { name: 'd', type: 'date' } },
      evil: { value: '**[x](https://evil.example)** <b>', column: { name: 'evil', type: 'text' } },
    } as const;
    const markdown = '**{{p.s}}** pour {{m}}, le {{d}}: {{evil}} {{gone}}';
    const shown = renderView(
      text.View,
      { result: { figures }, params: { markdown, template: null } },
      locale,
      'EUR',
    );
    const plain = shown.replace(/<[^>]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');
    expect(plain).toContain(expected);
    expect(plain).toContain('**[x](https://evil.example)** &lt;b>');
    expect(shown).not.toContain('<a ');
    expect(shown).toContain('<code>{{gone}}</code>');
  },
);
