import { beforeAll, describe, expect, test } from 'vitest';
import { codes, numbers } from './corpus/numbers.js';
import { dates } from './corpus/dates.js';
import { doubtfulDates } from './corpus/doubtful-dates.js';
import { encodings } from './corpus/encodings.js';
import type { Entry } from './corpus/entry.js';
import { expectedOf, outcomeOf } from './corpus/check.js';
import { extraLines } from './corpus/extra-lines.js';
import { headers } from './corpus/headers.js';
import { layout } from './corpus/layout.js';
import { quoting } from './corpus/quoting.js';
import { refusals } from './corpus/refusals.js';
import { Bench } from './support.js';

const corpus: Record<string, readonly Entry[]> = {
  layout,
  quoting,
  encodings,
  headers,
  'extra lines': extraLines,
  numbers,
  codes,
  dates,
  'doubtful dates': doubtfulDates,
  refusals,
};

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

describe.each(Object.entries(corpus))('%s', (_, entries) => {
  test.each(entries.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    expect(await outcomeOf(bench, entry)).toEqual(expectedOf(entry));
  });
});

test('the corpus has at least 150 files, each of another name', () => {
  const names = Object.entries(corpus).flatMap(([group, entries]) =>
    entries.map(({ name }) => `${group}: ${name}`),
  );
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});
