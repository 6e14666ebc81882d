import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planColumns } from '../../src/data/columns.js';
import { asText, openFile } from '../../src/data/open.js';
import type { Role } from '../../src/data/roles/roles.js';
import { vendorOf } from '../../src/data/roles/vendor-fingerprints.js';
import { exportRows, exportValue } from './export-world.js';
import { heldOutHeaders } from './held-out-headers.js';
import { knownExports } from './known-exports.js';
import { guessedIn, guessedOf, type Fixture } from './role-fixture.js';
import { thirdBatch } from './third-batch-headers.js';
import { unseenHeaders } from './unseen-headers.js';

interface Judged {
  readonly file: string;
  readonly header: string;
  readonly wanted: Role | null;
  readonly found: Role | null;
  readonly confidence: number;
}

/** Who buys may be known by a number, an address or a name. */
const keyRoles: readonly Role[] = [
  'customer_id',
  'email',
  'customer_name',
  'order_id',
  'order_date',
  'amount',
  'product_id',
  'product_name',
];

function judge(fixtures: readonly Fixture[]): Judged[] {
  return fixtures.flatMap((fixture) => {
    const guesses = guessedOf(fixture);
    return fixture.columns.map(({ header, role }, index) => ({
      file: fixture.name,
      header,
      wanted: role,
      found: guesses[index]!.role,
      confidence: guesses[index]!.confidence,
    }));
  });
}

const missesOf = (judged: readonly Judged[]): Judged[] =>
  judged.filter(({ wanted, found }) => wanted !== found);
const shown = (misses: readonly Judged[]): string[] =>
  misses.map(
    ({ file, header, wanted, found, confidence }) =>
      `${file}: ${header} is ${wanted ?? 'nothing'}, guessed ${found ?? 'nothing'} (${confidence})`,
  );

describe('known exports', () => {
  const judged = judge(knownExports);

  test('at least 98 % of the columns of known exports get their role', () => {
    const misses = missesOf(judged);
    console.info(
      [`${judged.length - misses.length} of ${judged.length} columns`, ...shown(misses)].join('\n'),
    );
    expect(judged.length).toBeGreaterThan(300);
    expect(1 - misses.length / judged.length, shown(misses).join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('no wrong role of a known export is above .9', () => {
    const wrong = missesOf(judged).filter(({ found, confidence }) => found !== null && confidence > 0.9);
    expect(shown(wrong)).toEqual([]);
  });

  test.each(
    knownExports.filter(({ name }) => name !== 'French shop').map((each) => [each.name, each] as const),
  )('%s is recognised', (name, { columns }) => {
    const names = columns.map(({ header }) => header);
    const vendor = name.split(' ')[0]!.toLowerCase();
    expect(vendorOf(names)).toBe(vendor);
    expect(vendorOf([...names].reverse().map((header) => ` ${header.toUpperCase()}`))).toBe(vendor);
  });
});

describe.each([
  ['headers that no list was written for', unseenHeaders, 100],
  ['headers kept back until the end', heldOutHeaders, 60],
])('%s', (_, fixtures, fewest) => {
  const judged = judge(fixtures);
  const keys = judged.filter(({ wanted }) => wanted !== null && keyRoles.includes(wanted));

  test('at least 90 % of the columns with customer, order, date, amount and product are found', () => {
    const misses = missesOf(keys);
    console.info(
      [
        `${keys.length - misses.length} of ${keys.length} key columns, ${judged.length - missesOf(judged).length} of ${judged.length} columns`,
        ...shown(missesOf(judged)),
      ].join('\n'),
    );
    expect(keys.length).toBeGreaterThanOrEqual(fewest);
    expect(1 - misses.length / keys.length, shown(misses).join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('no wrong role is above .9', () => {
    const wrong = missesOf(judged).filter(({ found, confidence }) => found !== null && confidence > 0.9);
    expect(shown(wrong)).toEqual([]);
  });
});

describe('headers that were written before the lists of words were read', () => {
  const keys = [...keyRoles, 'quantity', 'unit_price'];
  const judged = thirdBatch.flatMap(({ name, grain, writing, columns }) => {
    const records = exportRows(grain).map((row) =>
      columns.map(({ kind }) => exportValue(kind, row, writing)),
    );
    const guesses = guessedIn(
      columns.map(({ header }) => header),
      records,
    );
    return columns.map(({ header, roles }, index) => {
      const { role, confidence } = guesses[index]!;
      return { file: name, header, wanted: roles, found: role, confidence, isRight: roles.includes(role) };
    });
  });
  const asked = judged.filter(({ wanted: [first] }) => first != null && keys.includes(first));
  const wrong = judged.filter(({ isRight }) => !isRight);
  const told = (columns: typeof judged): string[] =>
    columns.map(
      ({ file, header, wanted, found, confidence }) =>
        `${file}: ${header} is ${wanted.map((role) => role ?? 'nothing').join(' or ')}, guessed ${found ?? 'nothing'} (${confidence})`,
    );

  test('at least 98 % of the columns with customer, order, date, amount and product are found', () => {
    const misses = asked.filter(({ isRight }) => !isRight);
    console.info(
      [
        `${asked.length - misses.length} of ${asked.length} key columns, ${judged.length - wrong.length} of ${judged.length} columns`,
        ...told(wrong),
      ].join('\n'),
    );
    expect(asked.length).toBeGreaterThan(120);
    expect(1 - misses.length / asked.length, told(misses).join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('no wrong role is above .9', () => {
    expect(told(wrong.filter(({ found, confidence }) => found !== null && confidence > 0.9))).toEqual([]);
  });
});

test.each([
  [
    'clients',
    'customer_id customer_name email customer_type region signup_date acquisition_source referrer birth_date loyalty_card',
  ],
  ['produits', 'product_id product_name category unit_price unit_cost'],
  ['commandes', 'order_id customer_id order_date channel region'],
  ['lignes', 'order_id product_id quantity unit_price discount amount'],
])('the sample shop: %s.csv needs nothing confirmed', async (name, wanted) => {
  const file = readFileSync(join(import.meta.dirname, `../../sample-data/${name}.csv`));
  const { table, sample } = await openFile(asText({ name, blob: new Blob([new Uint8Array(file)]) }));
  const plans = planColumns(table.dialect, sample.records, [], { roles: {} });
  expect(plans.map(({ role }) => role)).toEqual(wanted.split(' '));
  expect(plans.filter(({ confidence }) => confidence < 0.7)).toEqual([]);
});
