import { expect, test } from 'vitest';
import { SAMPLE_SEED } from '../../../sample-data/files.js';
import { HOTLINE_CALLS, hotlineLog } from '../../../sample-data/hotline.js';
import { isFlatLog } from '../../../src/data/log/is-log.js';
import { decodeLog } from '../../../src/data/log/log-lines.js';
import { logTable, proposedLogTable } from '../../../src/data/log/log-table.js';
import { loadFile } from '../../../src/data/load.js';
import { asText } from '../../../src/data/open.js';
import { reloadFile } from '../../../src/data/reload.js';
import { Bench, types } from '../support.js';
import { frenchNames } from './support.js';

const named = (name: string, content: string | Uint8Array<ArrayBuffer>): { name: string; blob: Blob } => ({
  name,
  blob: new Blob([content]),
});

test('a log is loaded as a table: rows read = rows loaded, and its columns are those of the calls', async () => {
  const bench = await Bench.start();
  const { calls, text } = hotlineLog(SAMPLE_SEED);
  const table = await proposedLogTable(named('hotline.log', text), frenchNames);
  const source = await loadFile(bench.engine, { schema: bench.schema, table: 'hotline' }, table);
  expect(source).toMatchObject({
    file: 'hotline.log',
    format: 'log',
    rowsRead: HOTLINE_CALLS,
    rowsLoaded: HOTLINE_CALLS,
    encoding: 'utf-8',
    rejectCount: 0,
    repairs: [{ code: 'mixed-dates', detail: 'date' }],
  });
  expect(types(source)['date']).toBe('timestamp');
  const days = (await bench.rows(source)).map((row) => String(row[0]).slice(0, 10));
  expect(days).toEqual(calls.map(({ day }) => day));
  expect(Object.keys(types(source)).sort()).toEqual(
    ['agent', 'client', 'date', 'duree', 'heure', 'motif', 'telephone', 'verbatim'].sort(),
  );
  const at = source.columns.findIndex(({ name }) => name === 'verbatim');
  expect((await bench.rows(source)).map((row) => row[at])).toEqual(calls.map((call) => call.verbatim));
});

test('a value that cannot be read is listed with its line in the log, after a reload too', async () => {
  const bench = await Bench.start();
  const lines = Array.from({ length: 60 }, (_, n) => `2024-03-05 C${n} montant=${n},50 ok`);
  lines[7] = '2024-03-05 C7 montant=douze ok';
  lines.splice(3, 0, '', 'démarrage du système');
  const bytes = Uint8Array.from(Buffer.from(lines.join('\r\n'), 'latin1'));
  const decoded = await decodeLog(new Blob([bytes]), 'appels.log');
  const { table, match } = await logTable('appels.log', decoded, [
    { source: '(?<date>\\S+) (?<client>\\S+) montant=(?<montant>\\S+)', longestLine: 1000 },
  ]);
  expect(match).toMatchObject({ lines: 61, emptyLines: 1, matched: [60], unmatched: [{ number: 5 }] });
  const target = { schema: bench.schema, table: 'appels' };
  const source = await loadFile(bench.engine, target, table);
  const expected = {
    rowsRead: 61,
    rowsLoaded: 61,
    repairs: [
      { code: 'decoded', detail: 'windows-1252', count: 1 },
      { code: 'empty-lines-left-out', detail: '', count: 1 },
      { code: 'decimal-comma', detail: 'montant', count: 59 },
    ],
    rejects: [{ line: 10, column: 'montant', value: 'douze', reason: 'not-a-number' }],
  };
  expect(source).toMatchObject(expected);
  expect((await bench.rows(source))[3]).toEqual([null, null, null, 'démarrage du système']);
  expect(await reloadFile(bench.engine, bench.schema, source, table)).toMatchObject(expected);
});

test.each([
  [
    'day first, as the 13 shows',
    ['2024-03-05', '13/03/2024', '05/03/24 09:10'],
    ['2024-03-05', '2024-03-13', '2024-03-05 09:10'],
  ],
  [
    'month first, as the 13 shows',
    ['2024-03-05', '03/13/2024', '03/05/2024'],
    ['2024-03-05', '2024-03-13', '2024-03-05'],
  ],
  ['nothing shows which number is the day', ['2024-03-05', '05/03/2024'], ['2024-03-05', '05/03/2024']],
  [
    'both orders occur',
    ['2024-03-05', '13/03/2024', '03/13/2024'],
    ['2024-03-05', '13/03/2024', '03/13/2024'],
  ],
  ['all dates are written alike', ['13/03/2024', '05/03/2024'], ['13/03/2024', '05/03/2024']],
])('dates of several layouts are put year first where it is certain: %s', async (_, written, expected) => {
  const text = new Blob([written.map((date) => `${date};x\n`).join('')]);
  const pattern = { source: '(?<date>[^;]*);', longestLine: 1000 };
  const { table } = await logTable('a.log', { text, encoding: 'utf-8' }, [pattern]);
  const rows = (await table.blob.text()).trimEnd().split('\n').slice(1);
  expect(rows).toEqual(expected.map((date) => `${date},x`));
});

test('a proposal that fits too few lines makes no table', async () => {
  const prose = 'Longtemps, je me suis couché de bonne heure. Parfois, à peine ma bougie éteinte.\n'.repeat(
    3,
  );
  await expect(proposedLogTable(named('proust.txt', prose), frenchNames)).rejects.toMatchObject({
    code: 'file/not-a-table',
    data: { file: 'proust.txt', kind: 'text' },
  });
});

const call =
  '2024-03-05 14:22 [Julie] C00123 - Retard, encore - le client attend sa commande depuis dix jours\n';
test.each([
  ['the sample’s hotline', 'hotline.log', hotlineLog(SAMPLE_SEED).text, true],
  ['the same under the ending .txt', 'hotline.txt', hotlineLog(SAMPLE_SEED).text, true],
  ['the same without an ending', 'hotline', hotlineLog(SAMPLE_SEED).text, true],
  ['lines of one layout with a comma each', 'appels.log', call.repeat(20), true],
  ['a single line', 'appels.log', call, true],
  ['key and value pairs', 'a.log', 'date=2024-03-05 tel=0612345678\n'.repeat(9), true],
  ['a table called .log', 'ventes.log', 'client;date;montant\n' + 'a;2024-01-02;10\n'.repeat(9), false],
  ['a table without a header called .log', 'v.log', 'a;2024-01-02;10;x\n'.repeat(9), false],
  ['a table called .txt', 'ventes.txt', 'client\tdate\tmontant\n' + 'a\t2024-01-02\t10\n'.repeat(9), false],
  ['a table of years called .txt', 'v.txt', 'pays;2021;2022\nfr;1;2\nde;3;4\n', false],
  ['sentences called .csv', 'texte.csv', call.repeat(20), false],
])('%s: is it a flat log?', async (_, name, content, expected) => {
  expect(await isFlatLog(asText(named(name, content)))).toBe(expected);
});

test('an empty file is no log: the import says what it is', async () => {
  expect(await isFlatLog(asText(named('vide.log', '')))).toBe(false);
});
