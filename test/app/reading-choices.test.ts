import { beforeAll, expect, test } from 'vitest';
import { withReading, withRole, withoutRepair } from '../../src/app/review/reading-choices.js';
import { asText } from '../../src/data/open.js';
import { reloadFile } from '../../src/data/reload.js';
import type { ReadingChoices, Source } from '../../src/data/source.js';
import { Bench, types } from '../data/support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

const rows = Array.from({ length: 30 }, (_, n) => `C${n % 7};2024-01-${10 + (n % 20)};${n},5`);
const content = `client;jour;montant\n${rows.join('\n')}\n`;
const file = asText({ name: 'ventes.csv', blob: new Blob([content]) });

const again = (source: Source, choices: ReadingChoices): Promise<Source> =>
  reloadFile(bench.engine, bench.schema, source, file, { choices });
const roleOf = (source: Source, column: string): string | null | undefined =>
  source.columns.find(({ name }) => name === column)?.role;

test('undoing how a column is read gives up the role that demands it, after another column was given one', async () => {
  const source = await bench.load(content, { name: 'ventes.csv' });
  expect(roleOf(source, 'montant')).toBe('amount');
  const chosen = await again(source, withRole(source, 'client', 'customer_name'));
  const repair = chosen.repairs.find(({ code }) => code === 'decimal-comma');
  const undone = await again(chosen, withoutRepair(chosen, repair!)!);
  expect(types(undone)).toEqual({ client: 'text', jour: 'date', montant: 'text' });
  expect(roleOf(undone, 'client')).toBe('customer_name');
  expect(roleOf(undone, 'montant')).not.toBe('amount');
});

test('a role gives up the reading that it cannot go with, and keeps one that it can', async () => {
  const source = await bench.load(content, { name: 'encore.csv' });
  const asWords = await again(source, withReading(source, 'montant', 'text'));
  expect(types(asWords)['montant']).toBe('text');
  const amount = await again(asWords, withRole(asWords, 'montant', 'amount'));
  expect(types(amount)['montant']).toBe('number');
  expect(roleOf(amount, 'montant')).toBe('amount');
  const comma = await again(amount, withReading(amount, 'montant', 'number-comma'));
  const cost = await again(comma, withRole(comma, 'montant', 'cost_amount'));
  expect(cost.choices.readAs).toEqual({ montant: 'number-comma' });
  expect(roleOf(cost, 'montant')).toBe('cost_amount');
});
