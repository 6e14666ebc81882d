import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { dropTable } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { toCsv } from '../../src/export/csv.js';
import { ident, sql } from '../../src/engine/sql.js';
import type { ReadingChoices, Source } from '../../src/data/source.js';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
  await bench.engine.run(sql`create table canary as select 42 as a`);
});
beforeEach(async () => {
  expect(await bench.engine.query(sql`select a from canary`)).toEqual([{ a: 42 }]);
});

const attacks = [
  `"; drop table canary; --`,
  `'); drop table canary; --`,
  `' or 1=1 --`,
  `x" as y, (select 1) as "z`,
  `$$; drop table canary; $$`,
  `\\'; drop table canary; --`,
  `/* */ drop table canary /*`,
  `%s {0} \${canary} {{canary}}`,
  `<img src=x onerror=alert(1)>`,
  `</script><script>alert(1)</script>`,
  `javascript:alert(1)`,
  `=HYPERLINK("http://x.example";"clic")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `../../etc/passwd`,
  `__proto__`,
  `constructor`,
] as const;

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Everything that the app does with a file, so that every name and value is in some statement. */
async function warehouseOf(source: Source): Promise<void> {
  const plan = await planSales(bench.engine, bench.schema, [source]);
  await importFacts(bench.engine, bench.schema, [source], plan);
  await buildWarehouse(bench.engine, bench.schema, [source], plan);
}

describe('T1, T3: names and values of a file are inert', () => {
  test.each(attacks)('%s as header, value and file name', async (attack) => {
    const source = await bench.load(`${quoted(attack)};n\n${quoted(attack)};1\nb;2\n`, {
      name: `${attack}.csv`,
    });
    expect(source.file).toBe(`${attack}.csv`);
    expect(source.table).toMatch(/^[a-z0-9_]+$/);
    expect(source.columns.map(({ name }) => name)).toEqual([attack, 'n']);
    expect(await bench.rows(source)).toEqual([
      [attack, 1],
      ['b', 2],
    ]);
    await warehouseOf(source);
    expect(await bench.engine.query(sql`select a from canary`)).toEqual([{ a: 42 }]);
  });

  test('columns of such names can be given every role of a sale', async () => {
    const names = attacks.slice(0, 7);
    const roles = {
      [names[0]!]: 'order_id',
      [names[1]!]: 'customer_id',
      [names[2]!]: 'order_date',
      [names[3]!]: 'amount',
      [names[4]!]: 'region',
      [names[5]!]: 'product_name',
      [names[6]!]: 'quantity',
    } as const;
    const hostile = quoted(attacks[0]);
    const source = await bench.load(
      `${names.map(quoted).join(';')}\n${hostile};${hostile};2024-01-31;12.50;${hostile};${hostile};2\nF2;C2;2024-02-01;3.25;Nord;Bol;1\n`,
      { choices: { roles } },
    );
    await warehouseOf(source);
    expect(
      await bench.engine.query(
        sql`select order_id, customer_id, amount, region from ${ident(bench.schema)}.sales order by amount`,
      ),
    ).toEqual([
      { order_id: 'F2', customer_id: 'C2', amount: 3.25, region: 'Nord' },
      { order_id: attacks[0], customer_id: attacks[0], amount: 12.5, region: attacks[0] },
    ]);
  });

  test('an unreadable value is quoted as it is, and shortened', async () => {
    const source = await bench.load(`x;montant\na;1\nb;${attacks[8]}\nc;${'<b>'.repeat(500)}\nd;2\n`);
    expect(source.rejects.map(({ value }) => value)).toEqual([attacks[8], '<b>'.repeat(67).slice(0, 200)]);
  });
});

test('T2: a formula stays a text and is disarmed on its way out; an amount below zero stays a number', async () => {
  const source = await bench.load('nom;solde\n=1+1;-12,50\n@SUM(A1);3,00\n');
  const table = await bench.engine.table(sql`select * from ${ident(source.table)}`);
  expect(table.rows).toEqual([
    ['=1+1', -12.5],
    ['@SUM(A1)', 3],
  ]);
  const written = toCsv({ name: 'export', ...table }, 'french');
  expect(written).toContain("'=1+1;-12,5");
  expect(written).toContain("'@SUM(A1);3");
});

test('T4: choices of a stranger pollute nothing', async () => {
  const choices: ReadingChoices = JSON.parse(
    '{"roles":{"__proto__":"amount","constructor":"customer_id"},"readAs":{"n":"text"}}',
  );
  const source = await bench.load('__proto__;constructor;toString;n\n1,5;a;b;2\n3,5;c;d;4\n', { choices });
  await warehouseOf(source);
  expect(source.columns.map(({ name, type, role }) => [name, type, role])).toEqual([
    ['__proto__', 'number', 'amount'],
    ['constructor', 'text', 'customer_id'],
    ['toString', 'text', null],
    ['n', 'text', null],
  ]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

/** Texts that make a pattern with nested repetition search for minutes. */
const long = 50_000;
const evil: Readonly<Record<string, string>> = {
  'digits and a letter': `${'1'.repeat(long)}x`,
  'groups of digits': `${'1 234 '.repeat(long / 6)}x`,
  'single digits with blanks': `${'1 '.repeat(long / 2)}x`,
  'digits with apostrophes': `${"1'".repeat(long / 2)}x`,
  'digits with points': `${'123.'.repeat(long / 4)}x`,
  'digits with commas': `${'123,'.repeat(long / 4)}x`,
  parentheses: `${'('.repeat(long)}1`,
  'minus signs': `${'-'.repeat(long)}1x`,
  'blanks before a number': `${' '.repeat(long)}1x`,
  'blanks behind a number': `1${' '.repeat(long)}x`,
  'no-break spaces': `1${'\u00a0'.repeat(long)}x`,
  'euro signs': `${'€'.repeat(long)}1x`,
  'names of currencies': `${'EUR '.repeat(long / 4)}1x`,
  exponents: `${'1e-'.repeat(long / 3)}x`,
  slashes: `${'1/'.repeat(long / 2)}x`,
  'dates in a row': `${'31/01/2024 '.repeat(long / 11)}x`,
  'a date and blanks': `31/01/2024${' '.repeat(long)}x`,
  'a date and zeros': `31/01/2024 08:26:00.${'0'.repeat(long)}x`,
  months: `${'3 mars '.repeat(long / 7)}x`,
  weekdays: `${'lundi '.repeat(long / 6)}x`,
  'letters and an at sign': `${'a.'.repeat(long / 2)}@`,
  'at signs and points': `${'a@a.'.repeat(long / 4)} x`,
  'words of totals': `total ${'total '.repeat(long / 6)}x`,
  'quotes that do not close': `1${'"'.repeat(long)}x`,
};

describe('T5: no text of 50,000 letters holds the reading up', () => {
  test.each(Object.entries(evil))('%s among amounts and dates', async (_, text) => {
    const source = await bench.load(
      `client;date;montant\nA;31/01/2024;12,50\nB;${text};${text}\nC;01/02/2024;3,00\nD;02/02/2024;4,00\n`,
    );
    expect(source.rejects.map(({ line, column }) => [line, column])).toEqual([
      [3, 'date'],
      [3, 'montant'],
    ]);
    expect(await bench.rows(source)).toEqual([
      ['A', '2024-01-31', 12.5],
      ['B', null, null],
      ['C', '2024-02-01', 3],
      ['D', '2024-02-02', 4],
    ]);
  });

  const names: Readonly<Record<string, string>> = {
    ...evil,
    'capitals in turn': 'aB'.repeat(long / 2),
    'signs for "number"': 'n°'.repeat(long / 2),
    'open brackets': '(['.repeat(long / 2),
    underscores: '_'.repeat(long),
    'words of a role': 'date commande '.repeat(long / 14),
    'path segments': 'client/'.repeat(long / 7),
  };
  test.each(Object.entries(names))('%s as a header', async (_, text) => {
    const source = await bench.load(`client;${quoted(text)};n\nA;x;1\nB;y;2\n`);
    expect(source.columns.map(({ name }) => name)).toEqual(['client', text.replace(/\s+/g, ' ').trim(), 'n']);
    expect(source.rowsLoaded).toBe(2);
    await dropTable(bench.engine, { schema: bench.schema, table: source.table });
  });
});
