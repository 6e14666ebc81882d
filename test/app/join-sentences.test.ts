import { expect, test } from 'vitest';
import { joinSentences, type JoinSentences } from '../../src/app/data/join-sentences.js';
import { I18n } from '../../src/i18n/i18n.svelte.js';
import type { Locale } from '../../src/i18n/locale.js';
import { joinReport } from '../support/join-report.js';

const names = { many: 'Lignes', one: 'Commandes' };
const plain = (text: string | null): string | null => text && text.replace(/\s/g, ' ');
function say(locale: Locale, given: Parameters<typeof joinReport>[0]): JoinSentences {
  const said = joinSentences(new I18n(locale), joinReport(given), names);
  return {
    match: plain(said.match) ?? '',
    blank: plain(said.blank),
    fanOut: plain(said.fanOut) ?? '',
    hint: plain(said.hint),
    many: plain(said.many) ?? '',
    one: plain(said.one) ?? '',
  };
}

test('a join where everything matches says that nothing is missing', () => {
  expect(say('fr', { rows: 4000, matchedRows: 4000 })).toEqual({
    match: 'Les 4 000 lignes de « Lignes » trouvent toutes leur correspondance dans « Commandes ».',
    blank: null,
    fanOut: 'Chaque clé est unique dans « Commandes » : la jointure ne multiplie aucune ligne.',
    hint: null,
    many: 'Aucune.',
    one: 'Aucune.',
  });
  expect(say('en', { rows: 1, matchedRows: 1 }).match).toBe(
    'The row of “Lignes” finds its match in “Commandes”.',
  );
});

test('what is missing is counted in rows and keys on both sides, rows without a key apart', () => {
  const given = {
    rows: 4010,
    blankRows: 10,
    matchedRows: 3999,
    manyOrphans: [1, 1],
    oneOrphans: [2, 3],
  } as const;
  expect(say('fr', given)).toMatchObject({
    match: '3 999 lignes sur 4 000 de « Lignes » (99,9 %) trouvent leur correspondance dans « Commandes ».',
    blank: '10 lignes de « Lignes » n’ont pas de clé : elles n’entrent pas dans ce pourcentage.',
    one: '2 clés absentes de « Lignes » ; lignes concernées : 3.',
  });
  expect(say('en', given)).toMatchObject({
    match: '3,999 of 4,000 rows of “Lignes” (99.9%) find their match in “Commandes”.',
    blank: '10 rows of “Lignes” have no key: they are not part of this percentage.',
    one: '2 keys that “Lignes” does not have; rows concerned: 3.',
  });
});

test('a key that stands several times where it should be unique is named', () => {
  const given = { rows: 4, matchedRows: 4, repeatedKeys: 1, unusedRows: 2 };
  expect(say('fr', given).fanOut).toBe(
    '1 clé figure plusieurs fois dans « Commandes », où chacune devrait être unique : une jointure simple répéterait des lignes de « Lignes » et compterait leurs montants plusieurs fois. Seule la première ligne de chaque clé est utilisée (2 de côté).',
  );
  expect(say('en', { ...given, repeatedKeys: 1200 }).fanOut).toContain('1,200 keys stand several times');
});

test('a table without keys has nothing to join, and keys written in two ways are pointed out', () => {
  expect(say('en', { rows: 2, blankRows: 2, matchedRows: 0 }).match).toBe(
    'No row of “Lignes” has a key: there is nothing to join.',
  );
  const hint = { rule: 'leading-zeros', matchedRows: 3 } as const;
  expect(say('fr', { rows: 4, matchedRows: 0, hint }).hint).toBe(
    'Si les zéros de tête étaient ignorés (00123 et 123), 3 lignes trouveraient leur correspondance.',
  );
});
