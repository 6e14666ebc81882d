import { expect, test } from 'vitest';
import { hotlineLog, type Call } from '../../../sample-data/hotline.js';
import { SAMPLE_SEED } from '../../../sample-data/files.js';
import { layoutSource } from '../../../src/data/log/layout.js';
import { matchLog } from '../../../src/data/log/match-log.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';
import { proposeLayouts } from '../../../src/data/log/propose.js';
import { frenchNames } from './support.js';

/** The table that the proposal makes of a log, as records. */
async function proposed(text: string): Promise<{ records: Record<string, string>[]; layouts: number }> {
  const lines = text.split('\n').filter((line) => line !== '');
  const layouts = proposeLayouts(lines, frenchNames);
  const patterns = layouts.map((layout) => {
    const source = layoutSource(layout);
    const check = checkPattern(source);
    // A proposal reads every line in one go: it is linear by construction.
    expect(check).toEqual({ ok: true, longestLine: 100_000 });
    return { source, longestLine: 100_000 };
  });
  const { rows, columns, unmatchedCount } = await matchLog(new Blob([text]), patterns, { file: 'x.log' });
  expect(unmatchedCount).toBe(0);
  return {
    layouts: layouts.length,
    records: rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? '']))),
  };
}

/** The digits of a French number, however it is written. */
const digits = (phone: string): string => phone.replace(/^\+33/, '0').replace(/\D/g, '');

function secondsOf(call: Call, text: string): number {
  const [first = 0, second = 0, third = 0] = (text.match(/\d+/g) ?? []).map(Number);
  if (call.layout === 1) return first * 3600 + second * 60 + third;
  return call.layout === 2 || call.layout === 3 ? first : first * 60 + second;
}

test('the six layouts of the sample’s hotline are found without help, and every field of each call is right', async () => {
  const { calls, text } = hotlineLog(SAMPLE_SEED, 100);
  const { records, layouts } = await proposed(text);
  expect(layouts).toBe(6);
  expect(new Set(calls.map(({ layout }) => layout)).size).toBe(6);
  calls.forEach((call, index) => {
    const record = records[index] ?? {};
    const moment = `${record['date'] ?? ''} ${record['heure'] ?? ''}`.trim();
    const [date = '', time = ''] = moment.split(' ');
    expect(/^\d{4}/.test(date) ? date : date.split(/[/.]/).reverse().join('-')).toBe(call.day);
    expect(time.slice(0, 5)).toBe(call.time);
    expect(record['client']).toBe(call.customerId ?? '');
    expect(digits(record['telephone'] ?? '')).toBe(call.phone ?? '');
    expect(record['motif']?.toLowerCase()).toBe(call.reason.toLowerCase());
    expect(record['agent']?.toLowerCase()).toBe(call.agent.toLowerCase());
    const seconds = secondsOf(call, record['duree'] ?? '');
    expect(seconds).toBe(
      call.layout === 4 ? Math.ceil(call.durationSeconds / 60) * 60 : call.durationSeconds,
    );
    expect(record['verbatim']).toBe(call.verbatim);
  });
});

test('keys of an unknown meaning name their fields', async () => {
  const { records } = await proposed(
    Array.from(
      { length: 9 },
      (_, n) => `ts=2024-03-0${n + 1} file_attente=${n} score: ${n % 3};fin ${n}`,
    ).join('\n'),
  );
  expect(records[4]).toMatchObject({ date: '2024-03-05', file_attente: '4', score: '1' });
});

test('running text has no layout', () => {
  const lines = [
    'Longtemps, je me suis couché de bonne heure.',
    'Parfois, à peine ma bougie éteinte, mes yeux se fermaient si vite',
    'que je n’avais pas le temps de me dire : « Je m’endors. »',
    'Et, une demi-heure après, la pensée qu’il était temps',
  ];
  expect(proposeLayouts(lines, frenchNames)).toEqual([]);
  expect(proposeLayouts([], frenchNames)).toEqual([]);
});
