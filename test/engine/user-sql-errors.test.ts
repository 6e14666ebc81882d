import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.js';
import { errorMessage } from '../../src/i18n/errors.js';
import { nearName } from '../../src/engine/near-name.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { placeOf } from '../../src/engine/text-place.js';
import { parseSelect } from '../../src/engine/user-sql.js';
import { readUserSqlError } from '../../src/engine/user-sql-errors.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
  await engine.run(
    sql`create table ventes as select 'c1' as client, 1.5 as montant, date '2024-01-02' as jour, 'é' as ville`,
  );
});
afterAll(() => engine.close());

/** What the person reads about a statement that is wrong: code, the part that is marked, line and character. */
async function failure(text: string): Promise<AppError> {
  try {
    await engine.table(sql`select * from (\n${parseSelect(text)}\n) limit 10`);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return readUserSqlError(cause, text, 2);
  }
  throw new Error(`ran: ${text}`);
}
async function told(text: string): Promise<unknown[]> {
  const error = await failure(text);
  const place = placeOf(error);
  const { line = null, character = null, suggestion } = error.data;
  const marked = place && text.slice(place.from, place.to);
  return [error.code, marked, line, character, ...(suggestion === undefined ? [] : [suggestion])];
}

test.each<[string, unknown[]]>([
  ['select montnt from ventes', ['sql/unknown-name', 'montnt', 1, 8, 'montant']],
  ['-- le total\nselect 1,\n\t montnt\nfrom ventes', ['sql/unknown-name', 'montnt', 3, 3, 'montant']],
  ['  \r\n select 1,\r\n montnt\r\nfrom ventes', ['sql/unknown-name', 'montnt', 3, 2, 'montant']],
  ['select v.montnt from ventes v', ['sql/unknown-name', 'montnt', 1, 10, 'montant']],
  ['select x.montant from ventes v', ['sql/unknown-name', 'x', 1, 8]],
  ['select zzz from ventes', ['sql/unknown-name', 'zzz', 1, 8]],
  ["select 'é日本🎉', montnt from ventes", ['sql/unknown-name', 'montnt', 1, 16, 'montant']],
  ['select montant from vente', ['sql/unknown-name', 'vente', 1, 21, 'ventes']],
  ['select sume(montant) from ventes', ['sql/unknown-name', 'sume', 1, 8, 'sum']],
  ['pivot ventes on vill using sum(montant)', ['sql/unknown-name', 'vill', 1, 17, 'ville']],
  ['select $seuil from ventes', ['sql/unknown-name', 'seuil', 1, 9]],
  ['select montant fro ventes where', ['sql/syntax', 'fro', 1, 16, 'from']],
  ['select montant,, jour from ventes', ['sql/syntax', ',', 1, 16]],
  ['select montant from ventes order;', ['sql/unfinished', 'order', 1, 28]],
  ['select montant from', ['sql/unfinished', 'from', 1, 16]],
  ['select montant from ventes where -- reste\n;', ['sql/unfinished', 'where', 1, 28]],
  ['select ville / 2 from ventes', ['sql/wrong-type', '/', 1, 14]],
  ['select round(ville) from ventes', ['sql/wrong-type', 'round', 1, 8]],
  ['select * from ventes where jour > 5', ['sql/wrong-type', '>', 1, 33]],
  ['select * from ventes where client = 2', ['sql/not-convertible', 'client', 1, 28]],
  ["select * from ventes where montant = 'abc'", ['sql/not-convertible', "'abc'", 1, 38]],
  ["select * from ventes where jour > '2024-13-45'", ['sql/not-convertible', "'2024-13-45'", 1, 35]],
  ['select client, sum(montant) from ventes', ['sql/group-by', 'client', 1, 8]],
  ['select count(*) from ventes where sum(montant) > 2', ['sql/misplaced-aggregate', 'sum', 1, 35]],
  [
    'select ville from ventes a join ventes b on a.jour = b.jour',
    ['sql/ambiguous-name', 'ville', 1, 8, 'a.ville'],
  ],
  ['select 1\nunion all\nselect 1, 2', ['sql/uneven-columns', 'union', 2, 1]],
  ["select * from read_csv('/etc/passwd')", ['sql/no-access', 'read_csv', 1, 15]],
  ["select * from 'in/x.csv'", ['sql/no-access', null, null, null]],
])('%s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});

test('of a line that the engine shows in part the place is right', async () => {
  const long = `select ${'1 + '.repeat(200)}1 as a, ${"'日本', ".repeat(50)}montnt, ${'2 + '.repeat(200)}2 from ventes`;
  const place = placeOf(await failure(long));
  expect(long.slice(place?.from, place?.to)).toBe('montnt');
});

test('unusual spaces, also those of two units, move nothing', async () => {
  expect(await told('select\u2003\u{e0001}1,\u00a0montnt from ventes')).toEqual([
    'sql/unknown-name',
    'montnt',
    1,
    12,
    'montant',
  ]);
});

test.each<[string, string, string, string | undefined]>([
  ['', 'empty', '', undefined],
  ['selct 1', 'verb', 'selct', 'select'],
  ['drop table ventes', 'verb', 'drop', undefined],
  ['select 1;\ndelete from ventes', 'several', ';', undefined],
  ["select 'ouvert", 'unclosed', "'ouvert", undefined],
  ['select (1', 'bracket', '(', undefined],
])('%s is refused with its reason and place', (text, what, marked, suggestion) => {
  let error: unknown;
  try {
    parseSelect(text);
  } catch (cause) {
    error = cause;
  }
  if (!(error instanceof AppError)) throw new Error('accepted');
  const place = placeOf(error);
  expect([error.data['what'], place ? text.slice(place.from, place.to) : '']).toEqual([what, marked]);
  expect(error.data['suggestion']).toBe(suggestion);
});

test('the sentence says what, where and what was meant, in both languages', async () => {
  const error = await failure('select client,\n  montnt\nfrom ventes');
  expect(errorMessage('fr', error).replaceAll('\u00a0', ' ')).toBe(
    'La colonne « montnt » n’existe pas dans les tables lues ici (ligne 2, caractère 3) : vouliez-vous dire « montant » ? Sinon, vérifiez son orthographe dans la liste des champs.',
  );
  expect(errorMessage('en', await failure('select ville / 2 from ventes'))).toBe(
    'The operation “/” does not apply to these values (text, number) (line 1, character 14). A text cannot be calculated with: choose a column of numbers or dates, or convert it, for example “try_cast(column as double)”.',
  );
  expect(error.data['detail']).toContain('Candidate bindings');
  expect(error.data['detail']).toContain('\nLINE 2:   montnt\n          ^');
});

test('a name is near when a slip leads to it or it goes on longer', () => {
  expect(nearName('montant', ['amount', 'Montant_TTC', 'client'])).toBe('Montant_TTC');
  expect(nearName('cleint', ['client', 'clientele'])).toBe('client');
  expect(nearName('categorie', ['Catégorie'])).toBe('Catégorie');
  expect(nearName('foo', ['order_date'])).toBeNull();
});
