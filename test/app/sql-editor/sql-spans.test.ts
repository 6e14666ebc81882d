import { expect, test } from 'vitest';
import { sqlSpans } from '../../../src/app/sql-editor/sql-spans.js';

test('keywords, texts, numbers and comments have colours, names have none', () => {
  expect(sqlSpans(`select "from", 'it''s' -- why\nfrom sales limit 10`)).toEqual([
    { text: 'select', kind: 'keyword' },
    { text: ' "from", ', kind: null },
    { text: "'it''s'", kind: 'string' },
    { text: ' ', kind: null },
    { text: '-- why', kind: 'comment' },
    { text: '\n', kind: null },
    { text: 'from', kind: 'keyword' },
    { text: ' sales ', kind: null },
    { text: 'limit', kind: 'keyword' },
    { text: ' ', kind: null },
    { text: '10', kind: 'number' },
  ]);
});

test.each(['', ' -- end', "select 'open", 'select /* a /* b */ c */ 1', 'é $x$ y $x$ \u00a0;'])(
  'the pieces of %j are the text',
  (text) => {
    expect(
      sqlSpans(text)
        .map((span) => span.text)
        .join(''),
    ).toBe(text);
  },
);
