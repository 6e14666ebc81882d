import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTwins, twinsTruth } from '../../sample-data/twins/files.js';
import { largeTwin } from '../../sample-data/twins/large.js';
import { salesTruth } from '../../sample-data/twins/twin.js';

const twins = makeTwins();
const folder = join(import.meta.dirname, '../../sample-data/twins');

test.each(twins)('generating $name again gives the committed bytes', ({ name, bytes }) => {
  expect(Buffer.compare(Buffer.from(bytes), readFileSync(join(folder, name)))).toBe(0);
});

test('the committed truth is the one that is reckoned', () => {
  expect(readFileSync(join(folder, 'truth.json'), 'utf8')).toBe(twinsTruth(twins));
});

test('all twins together are small', () => {
  const bytes = twins.reduce((total, twin) => total + twin.bytes.length, 0);
  expect(bytes).toBeLessThan(300_000);
});

test('every twin has the rows that it says', () => {
  for (const { truth } of twins) {
    const { read, loaded, removed, rejected } = truth.rows;
    const out = Object.values(removed).reduce((total, count) => total + count, 0);
    expect(read).toBe(loaded + out + rejected);
    expect(truth.rejects.filter(({ column }) => column === null)).toHaveLength(rejected);
    expect(loaded).toBeGreaterThan(50);
  }
});

test('a quarter of the lines in the form of Online Retail have no customer', () => {
  const uci = twins.find(({ name }) => name === 'uci_like.csv')?.truth;
  expect((uci?.sales?.anonymous_rows ?? 0) / (uci?.rows.loaded ?? 1)).toBeCloseTo(0.25, 1);
});

test('no day of the ambiguous file is above 12, and the two orders give other days', () => {
  const twin = twins.find(({ name }) => name === 'dates_ambigues.csv');
  const days = [...new TextDecoder().decode(twin?.bytes).matchAll(/;(\d\d)\/\d\d\/\d{4};/g)];
  expect(days.length).toBe(twin?.truth.rows.loaded);
  expect(days.every(([, day]) => Number(day) <= 12)).toBe(true);
  expect(twin?.truth.extra?.['sales_with_month_first']).not.toEqual(twin?.truth.sales);
});

test('sales are reckoned by order: a returned order is not concluded, and its customer not counted', () => {
  const line = { customer: 'C1', day: '2024-01-02', isReturn: false };
  expect(
    salesTruth([
      { ...line, order: 'F1', amountCents: 1050 },
      { ...line, order: 'F1', amountCents: 200, day: '2024-01-03' },
      { ...line, order: 'A1', amountCents: -1050, isReturn: true, customer: 'C2' },
      { ...line, order: 'F2', amountCents: null, customer: null },
    ]),
  ).toEqual({
    revenue: 2,
    orders: 1,
    customers: 1,
    anonymous_rows: 1,
    first_date: '2024-01-02',
    last_date: '2024-01-03',
  });
});

test('the large one is made in blocks, and its truth grows with them', () => {
  const { blocks, truth } = largeTwin(120_000);
  let bytes = 0;
  let lines = 0;
  for (const block of blocks()) {
    bytes += block.length;
    lines += block.filter((byte) => byte === 0x0a).length;
  }
  expect(lines).toBe(120_001);
  expect(truth).toMatchObject({ rows: 120_000, rejects: 1, firstDay: 0, lastDay: 1095 });
  expect(bytes / lines).toBeGreaterThan(40);
});
