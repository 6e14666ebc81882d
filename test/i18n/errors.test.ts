import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../src/core/errors.js';
import { errorMessage } from '../../src/i18n/errors.js';
import { locales } from '../../src/i18n/locale.js';

/** A record, so that a new code does not compile before it is listed here. */
const codes: Record<ErrorCode, true> = {
  'engine/blocked': true,
  'engine/timeout': true,
  'engine/lost': true,
  'engine/out-of-memory': true,
  'engine/crashed': true,
  'sql/syntax': true,
  'sql/unknown-name': true,
  'sql/failed': true,
  'sql/not-one-select': true,
  'sql/unfinished': true,
  'sql/ambiguous-name': true,
  'sql/wrong-type': true,
  'sql/not-convertible': true,
  'sql/group-by': true,
  'sql/misplaced-aggregate': true,
  'sql/uneven-columns': true,
  'sql/no-access': true,
  'file/empty': true,
  'file/header-only': true,
  'file/not-a-table': true,
  'file/unreadable': true,
  'file/too-many-columns': true,
  'file/inconsistent-lines': true,
  'file/record-too-long': true,
  'file/unsupported': true,
  'file/protected': true,
  'file/damaged': true,
  'file/broken-record': true,
  'file/inflates-too-much': true,
  'file/took-too-long': true,
  'file/out-of-memory': true,
  'file/wrong-encoding': true,
  'import/out-of-memory': true,
  'import/role-not-a-date': true,
  'import/role-not-a-number': true,
  'import/missing-role': true,
  'analysis/missing-column': true,
  'analysis/no-rows': true,
  'params/invalid': true,
  'formula/invalid': true,
  'cell/unknown-kind': true,
  'cell/unknown-name': true,
  'cell/name-taken': true,
  'cell/cycle': true,
  'cell/no-population': true,
  'notebook/not-a-notebook': true,
  'notebook/newer-version': true,
  'notebook/read-only': true,
  'storage/unavailable': true,
  'storage/quota': true,
  'storage/damaged': true,
  'export/failed': true,
  bug: true,
};
const everyCode = Object.keys(codes) as ErrorCode[];
const full = {
  file: 'ventes.csv',
  line: 12,
  column: 'prix',
  name: 'montant',
  kind: 'heatmap',
  value: 'douze',
  expected: 5,
  found: 7,
  columns: 20_000,
  rows: 1_200_000,
  share: 40,
  size: 600,
  near: 'fro',
  suggestion: 'from',
  operation: 'round',
  types: 'text, number',
  detail: 'Parser Error: near "form"',
};

for (const locale of locales) {
  test(`every code has whole sentences in ${locale}, with and without its values`, () => {
    for (const code of everyCode) {
      for (const data of [{}, full]) {
        const message = errorMessage(locale, new AppError(code, data));
        expect(message, code).toMatch(/^\p{Lu}.{40,}/u);
        expect(message, code).not.toMatch(/[{}]|undefined|null| {2}| \.| ,|\bhas[A-Z]/);
        expect(message.match(/[.;:?!] /g)?.length, `${code} says what to do next`).toBeGreaterThan(0);
      }
      expect(errorMessage(locale, new AppError(code)), code).toMatch(/\.$/);
    }
  });
}

test('French texts use no-break spaces inside guillemets and before double punctuation', () => {
  for (const code of everyCode) {
    expect(errorMessage('fr', new AppError(code, full)), code).not.toMatch(/« | »| [:;?!]/);
  }
});

test('both languages differ for every code', () => {
  for (const code of everyCode) {
    expect(errorMessage('fr', new AppError(code))).not.toBe(errorMessage('en', new AppError(code)));
  }
});

test('the place is said as far as it is known', () => {
  const syntax = (data: Record<string, string | number>): string =>
    errorMessage('en', new AppError('sql/syntax', data)).split('. ')[0] ?? '';
  expect(syntax({})).toBe('The SQL query is not written correctly');
  expect(syntax({ line: 12 })).toBe('The SQL query is not written correctly (line 12)');
  expect(syntax({ file: 'a.csv', line: 12, column: 'price' })).toBe(
    'The SQL query is not written correctly (file “a.csv”, line 12, column “price”)',
  );
});

test('an unknown name is named', () => {
  const error = new AppError('sql/unknown-name', { name: 'montnt' });
  expect(errorMessage('fr', error)).toContain('Le nom «\u00a0montnt\u00a0» n’existe');
  expect(errorMessage('en', new AppError('sql/unknown-name'))).toContain('A name in the query is neither');
});

test('a missing column is said in the reader’s words', () => {
  const error = new AppError('analysis/missing-column', { column: 'customer_id' });
  expect(errorMessage('fr', error)).toContain('n’ont pas\u00a0: identifiant client. ');
  expect(errorMessage('en', error)).toContain('does not have: customer ID. ');
  const own = new AppError('analysis/missing-column', { name: 'constructor' });
  expect(errorMessage('en', own)).toContain('does not have: constructor. ');
  const needed = new AppError('analysis/missing-column', { needed: 'category' });
  expect(errorMessage('fr', needed)).toContain('n’ont pas\u00a0: catégorie. ');
  const several = new AppError('analysis/missing-column', { column: 'customer_id, order_date' });
  expect(errorMessage('fr', several)).toContain(
    'besoin de colonnes que vos données n’ont pas\u00a0: identifiant client, date de commande. Indiquez-les',
  );
});

test('a file that is no table gets the advice for its kind', () => {
  const advice = (kind: string): string =>
    errorMessage('en', new AppError('file/not-a-table', { file: 'a.bin', kind }));
  expect(advice('workbook')).toMatch(/^No visible sheet of the workbook “a\.bin” holds a table\./);
  expect(advice('html')).toContain('is a web page');
  expect(advice('text')).toContain('it looks like running text');
  expect(advice('pdf')).toContain('is a PDF document');
  expect(advice('image')).toContain('is a picture');
  expect(advice('other')).toMatch(/^No table was recognised in the file “a\.bin”\. Export your data as CSV/);
});

test('the engine’s words go along without its drawing of the query and without program lines', () => {
  const detail =
    'Parser Error: syntax error at or near "form"\n\nLINE 1: select 1 form sales\n                 ^';
  expect(errorMessage('en', new AppError('sql/failed', { detail }))).toMatch(
    /Detail: Parser Error: syntax error at or near "form"$/,
  );
  const stack = 'x is not a function\n    at run (main.js:1:2)';
  expect(errorMessage('en', new AppError('bug', { detail: stack }))).toMatch(/Detail: x is not a function$/);
});

test('hostile values appear as they are, as text', () => {
  const name = "<img src=x onerror=alert(1)> {name} {0, plural, other {x}} 'q'";
  for (const locale of locales) {
    expect(errorMessage(locale, new AppError('cell/name-taken', { name }))).toContain(name);
    expect(errorMessage(locale, new AppError('file/empty', { file: name }))).toContain(name);
    expect(errorMessage(locale, new AppError('sql/failed', { detail: name }))).toContain(name);
  }
});
