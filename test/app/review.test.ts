import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { rejectTexts } from '../../src/app/rejects/reject-texts.js';
import { chosen } from '../../src/app/review/chosen.js';
import { importSentence } from '../../src/app/review/import-sentence.js';
import ImportReview from '../../src/app/review/ImportReview.svelte';
import { repairTexts } from '../../src/app/review/repair-texts.js';
import { reviewTexts } from '../../src/app/review/review-texts.js';
import { sheetTexts } from '../../src/app/review/sheet-texts.js';
import type { ImportFacts, Source } from '../../src/data/source.js';
import { I18n } from '../../src/i18n/i18n.svelte.js';
import type { Locale } from '../../src/i18n/locale.js';
import { renderView } from '../support/render.js';

const facts: ImportFacts = {
  grain: 'order_line',
  rows: 1,
  customers: 1,
  orders: 2,
  firstDate: null,
  lastDate: null,
  revenue: null,
  anonymousRows: 1,
};

const source: Source = {
  id: 's1',
  file: 'caisse.xlsx',
  table: 'caisse',
  format: 'xlsx',
  member: 'Mars',
  bytes: 1,
  encoding: 'utf-8',
  delimiter: null,
  rowsRead: 3,
  rowsLoaded: 1,
  rowsRemoved: 1,
  rejectCount: 1,
  rejects: [{ line: 3, column: null, value: 'x', reason: 'missing-columns' }],
  rejectCounts: [{ column: null, count: 1 }],
  repairs: [],
  columns: [
    { name: 'jour', type: 'date', format: {}, samples: ['03/02/2024'], role: 'order_date', confidence: 1 },
  ],
  currency: null,
  ambiguousDates: [{ column: 'jour', values: 1, example: '03/02/2024', proposal: 'day-first' }],
  choices: { roles: {} },
};

function render(locale: Locale, joins: boolean): string {
  const nothing = (): void => undefined;
  const markup = renderView(
    ImportReview,
    {
      sources: [source],
      facts,
      currency: null,
      joins,
      missing: ['customer_id', 'amount'] as const,
      isBusy: false,
      sheets: createRawSnippet<[Source]>(() => ({ render: () => '<i></i>' })),
      repairsOf: () => [],
      twinOf: () => undefined,
      rejectsOf: () => null,
      onreplace: nothing,
      onchoose: nothing,
      onaccept: nothing,
      oncancel: nothing,
    },
    locale,
  );
  return markup.replace(/\s*\n\s*/g, ' ');
}

test('the sentence counts one thing as one, with no-break spaces before its semicolons in French', () => {
  expect(importSentence(new I18n('fr'), facts, null)).toBe(
    '1 ligne = 1 article d’une commande\u00a0; 1 ligne\u00a0; 1 client\u00a0; 2 commandes\u00a0; 1 ligne sans client.',
  );
  expect(importSentence(new I18n('en'), { ...facts, rows: 2000, anonymousRows: 3 }, null)).toBe(
    '1 row = 1 article of an order; 2,000 rows; 1 customer; 2 orders; 3 rows without a customer.',
  );
});

test('French texts of the review have no-break spaces before double punctuation and inside guillemets', () => {
  for (const texts of [reviewTexts, repairTexts, sheetTexts, rejectTexts])
    for (const text of Object.values<string>(texts.fr)) expect(text).not.toMatch(/ [:;!?»]|« /);
});

test('the button says whether a notebook is made or added to', () => {
  expect(render('fr', false)).toContain('Créer le carnet');
  expect(render('fr', true)).toContain('Ajouter au carnet');
  expect(render('en', true)).not.toContain('Create the notebook');
});

test('one row is counted as one, and sheets of one workbook are told apart by their names', () => {
  const fr = render('fr', false);
  expect(fr).toContain('3 lignes lues = 1 chargée + 1 retirée par une correction + 1 illisible');
  expect(fr).toContain('aria-label="caisse.xlsx · Mars"');
  expect(fr).toContain('aria-label="Colonnes de caisse.xlsx · Mars"');
  expect(fr).toContain('<li>1 ligne entière</li>');
  expect(render('en', false)).toContain('Analyses that need one of them will not be offered.');
});

test('both readings of a date are spelt out behind a colon with its space', () => {
  const fr = render('fr', false).replace(/\s+</g, '<');
  expect(fr).toContain('jour/mois/année\u00a0: 03/02/2024 = 3 février 2024');
  expect(render('en', false)).toContain('month/day/year: 03/02/2024 = 2 March 2024');
});

test('a list goes back to what holds until the file is read as it was told', () => {
  const list = { value: 'Avril' };
  expect(chosen({ currentTarget: list }, 'Mars')).toBe('Avril');
  expect(list.value).toBe('Mars');
});
