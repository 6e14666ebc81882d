import { expect, test } from 'vitest';
import { listedRejects } from '../../src/app/rejects/listed-rejects.js';
import { rejectCsv } from '../../src/app/rejects/reject-csv.js';
import RejectList from '../../src/app/rejects/RejectList.svelte';
import { rejectTexts } from '../../src/app/rejects/reject-texts.js';
import { RejectLog } from '../../src/data/reject-log.js';
import type { Reject, Source } from '../../src/data/source.js';
import { I18n } from '../../src/i18n/i18n.svelte.js';
import { renderView } from '../support/render.js';

/** 24,000 rejects: the first 3,000 of the column `date`, then those of `montant` and whole lines in turn. */
const truth: Reject[] = Array.from({ length: 24_000 }, (_, n) => ({
  line: n + 2,
  column: n < 3000 ? 'date' : n % 2 ? 'montant' : null,
  value: n % 1000 === 1 ? `=1+${n}` : `a;"${n}"`,
  reason: n < 3000 ? 'not-a-date' : n % 2 ? 'not-a-number' : 'missing-columns',
}));

const log = new RejectLog();
for (const reject of truth) log.add(reject);
const all = log.all();

const source: Source = {
  id: 's1',
  file: 'ventes.csv',
  table: 'ventes',
  format: 'csv',
  member: null,
  bytes: 1,
  encoding: 'utf-8',
  delimiter: ';',
  rowsRead: 50_000,
  rowsLoaded: 39_500,
  rowsRemoved: 0,
  rejectCount: truth.length,
  rejects: log.first,
  rejectCounts: [
    { column: 'date', count: 3000 },
    { column: 'montant', count: 10_500 },
    { column: null, count: 10_500 },
  ],
  repairs: [],
  columns: [],
  currency: null,
  ambiguousDates: [],
  choices: { roles: {} },
};

test('the CSV file holds every reject in French, as a French spreadsheet opens it, with formulas defused', async () => {
  const shares: number[] = [];
  const csv = await rejectCsv(new I18n('fr'), source, all, { onprogress: (share) => shares.push(share) });
  // `text` would take the mark away.
  expect([...new Uint8Array(await csv.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...lines] = (await csv.text()).split('\r\n');
  expect(header?.replace('\ufeff', '')).toBe('Ligne du fichier;Colonne;Valeur;Raison');
  const reasons = {
    'not-a-date': 'ce n’est pas une date',
    'not-a-number': 'ce n’est pas un nombre',
    'missing-columns': 'colonnes manquantes\u00a0: ligne laissée de côté',
  } as const;
  const expected = truth.map(({ line, column, reason }, n) => {
    const value = n % 1000 === 1 ? `'=1+${n}` : `"a;""${n}"""`;
    return `${line};${column ?? '(ligne entière)'};${value};${reasons[reason as keyof typeof reasons]}`;
  });
  expect(lines).toEqual([...expected, '']);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares.at(-1)).toBe(1);
});

test('in English it is what programs read', async () => {
  const csv = await (await rejectCsv(new I18n('en'), source, all)).text();
  const lines = csv.split('\r\n');
  expect(lines).toHaveLength(24_002);
  expect(lines[0]).toBe('Line of the file,Column,Value,Reason');
  expect(lines[1]).toBe('2,date,"a;""0""",not a date');
});

test('where no others are kept it holds those that are listed', async () => {
  const lines = (await (await rejectCsv(new I18n('en'), source, null)).text()).split('\r\n');
  expect(lines).toHaveLength(1002);
  expect(lines[1000]).toBe('1001,date,"a;""999""",not a date');
});

test('writing the file can be cancelled', async () => {
  const stop = new AbortController();
  const shares: number[] = [];
  const writing = rejectCsv(new I18n('en'), source, all, {
    signal: stop.signal,
    onprogress: (share) => {
      shares.push(share);
      stop.abort();
    },
  });
  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  expect(shares).toHaveLength(1);
});

test('the list can be that of one column, and says how many of them there are', () => {
  expect(listedRejects(source, undefined)).toEqual({ rejects: log.first, count: 24_000 });
  expect(listedRejects(source, 'date')).toEqual({ rejects: log.first, count: 3000 });
  expect(listedRejects(source, null)).toEqual({ rejects: [], count: 10_500 });
  expect(listedRejects(source, 'gone')).toEqual({ rejects: log.first, count: 24_000 });
});

test('the sentence below the list says what is listed, and where the others are', () => {
  const fr = new I18n('fr').reader(rejectTexts);
  const said = { listed: 1000, shown: '1 000', of: '8 412', first: '1 000' };
  expect(fr('rejectsPart', { ...said, kept: 'yes' })).toBe(
    'Les 1 000 premières sur 8 412\u00a0; toutes sont dans le fichier CSV.',
  );
  const en = new I18n('en').reader(rejectTexts);
  expect(en('rejectsPart', { ...said, shown: '1,000', of: '8,412', kept: 'no' })).toBe(
    'The first 1,000 of 8,412; the others were not kept.',
  );
  expect(en('rejectsPart', { listed: 0, shown: '0', of: '12', first: '1,000', kept: 'yes' })).toBe(
    'None of 12 among the first 1,000; all are in the CSV file.',
  );
});

test('the first thousand are listed, in a box that the keyboard reaches, with a choice of columns', () => {
  const markup = renderView(RejectList, { source, all: async () => all }, 'fr');
  expect(markup.match(/<tr/g)).toHaveLength(1001);
  expect(markup).toMatch(/role="region" aria-label="Valeurs illisibles de ventes\.csv" tabindex="0"/);
  expect(markup.match(/<option/g)).toHaveLength(4);
  const one = { ...source, rejectCounts: [{ column: 'date', count: 24_000 }] };
  expect(renderView(RejectList, { source: one, all: async () => all }, 'fr')).not.toContain('<select');
});
