import { beforeAll, expect, test } from 'vitest';
import { Bench, types } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

/** Loads one column below the header `v` (beside a constant text column, so that it is a table) and returns its values. */
async function column(
  values: readonly string[],
  header = 'v',
  delimiter = ';',
): Promise<{ type: string | undefined; values: unknown[]; source: Awaited<ReturnType<Bench['load']>> }> {
  const source = await bench.load(
    `x${delimiter}${header}\n${values.map((value) => `a${delimiter}${value}\n`).join('')}`,
  );
  return { type: source.columns[1]?.type, values: (await bench.rows(source)).map((row) => row[1]), source };
}

test.each([
  ['whole numbers', ['1', '-2', '30'], 'integer', [1, -2, 30]],
  ['decimal points', ['1.5', '2', '.25'], 'number', [1.5, 2, 0.25]],
  ['decimal commas', ['12,50', '3', '-0,75'], 'number', [12.5, 3, -0.75]],
  [
    'thousands by plain, no-break and narrow spaces',
    ['1 234,50', '1\u00a0234,50', '1\u202f234\u202f567,00'],
    'number',
    [1234.5, 1234.5, 1234567],
  ],
  [
    'thousands by point, decimals by comma',
    ['1.234,50', '12,00', '1.234.567,89'],
    'number',
    [1234.5, 12, 1234567.89],
  ],
  ['thousands by apostrophe', ["1'234.50", '12.00'], 'number', [1234.5, 12]],
  ['currency signs and codes', ['12,50 €', '€ 3,00', '1 000,00 EUR'], 'number', [12.5, 3, 1000]],
  ['dollars with a comma for thousands', ['$1,234.50', '$12.00'], 'number', [1234.5, 12]],
  [
    'minus behind, in parentheses and as a dash',
    ['12,50-', '(12,50)', '−3,00', '- 4,00'],
    'number',
    [-12.5, -12.5, -3, -4],
  ],
  ['percentages become shares', ['10 %', '2,5%', '100%'], 'number', [0.1, 0.025, 1]],
  [
    'missing words are empty',
    ['1,5', 'NA', '-', '#N/A', 'null', '2,5'],
    'number',
    [1.5, null, null, null, null, 2.5],
  ],
  ['leading zeros are kept', ['00123', '4567', '00890'], 'text', ['00123', '4567', '00890']],
  ['plus signs are kept', ['+33612345678', '+33687654321'], 'text', ['+33612345678', '+33687654321']],
  [
    'more than 15 digits are kept',
    ['1234567890123456', '9007199254740993'],
    'text',
    ['1234567890123456', '9007199254740993'],
  ],
  [
    'codes of letters and digits are kept',
    ['71053', '85123A', '22752'],
    'text',
    ['71053', '85123A', '22752'],
  ],
  ['hexadecimal is no number', ['0x1F', '0x20'], 'text', ['0x1F', '0x20']],
  ['scientific notation', ['1.5e-3', '2.25', '1e+2'], 'number', [0.0015, 2.25, 100]],
  ['true and false', ['true', 'FALSE', 'True'], 'boolean', [true, false, true]],
  ['words stay as they are', ['oui', 'non', ' NA '], 'text', ['oui', 'non', ' NA ']],
])('%s', async (_, texts, type, values) => {
  expect(await column(texts)).toMatchObject({ type, values, source: { rejectCount: 0 } });
});

test.each([
  ['ISO dates', ['2024-01-31', '2024-12-01'], 'date', ['2024-01-31', '2024-12-01']],
  [
    'ISO timestamps',
    ['2024-01-31 08:26:00', '2024-12-01 23:59:59'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-12-01T23:59:59'],
  ],
  [
    'ISO with T and zone keeps the clock on the wall',
    ['2024-01-31T08:26:00Z', '2024-07-01T10:00:00+02:00'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-07-01T10:00:00'],
  ],
  ['day first', ['31/01/2024', '01/02/2024'], 'date', ['2024-01-31', '2024-02-01']],
  [
    'day first with hours',
    ['31/01/2024 08:26', '1/2/2024 9:05'],
    'timestamp',
    ['2024-01-31T08:26:00', '2024-02-01T09:05:00'],
  ],
  [
    'day first with seconds',
    ['31/01/2024 08:26:07', '01/02/2024 00:00:00'],
    'timestamp',
    ['2024-01-31T08:26:07', '2024-02-01T00:00:00'],
  ],
  [
    'with and without time in one column',
    ['31/01/2024', '01/02/2024 10:30'],
    'timestamp',
    ['2024-01-31T00:00:00', '2024-02-01T10:30:00'],
  ],
  ['month first, proven by a 31', ['1/31/2024', '2/1/2024'], 'date', ['2024-01-31', '2024-02-01']],
  [
    'month first with a 12-hour clock',
    ['1/31/2024 1:05 PM', '2/1/2024 12:00 AM'],
    'timestamp',
    ['2024-01-31T13:05:00', '2024-02-01T00:00:00'],
  ],
  ['dashes', ['31-01-2024', '1-2-2024'], 'date', ['2024-01-31', '2024-02-01']],
  ['points', ['31.01.2024', '1.2.2024'], 'date', ['2024-01-31', '2024-02-01']],
  ['year first with slashes', ['2024/01/31', '2024/2/1'], 'date', ['2024-01-31', '2024-02-01']],
  ['two-digit years', ['31/01/24', '13/02/98'], 'date', ['2024-01-31', '1998-02-13']],
])('%s', async (_, texts, type, values) => {
  expect(await column(texts)).toMatchObject({ type, values, source: { rejectCount: 0, ambiguousDates: [] } });
});

test('eight digits are a date only when the header says so', async () => {
  expect(await column(['20240131', '20241201'], 'date_commande')).toMatchObject({
    type: 'date',
    values: ['2024-01-31', '2024-12-01'],
  });
  expect(await column(['20240131', '20241201'], 'volume')).toMatchObject({
    type: 'integer',
    values: [20240131, 20241201],
  });
});

test('dates without any number above 12 are read day first and listed', async () => {
  const { values, source } = await column(['03/02/2024', '05/06/2024']);
  expect(values).toEqual(['2024-02-03', '2024-06-05']);
  expect(source.ambiguousDates).toEqual([
    { column: 'v', values: 2, example: '03/02/2024', proposal: 'day-first' },
  ]);
});

test('a day that the calendar does not have is rejected with its line', async () => {
  const { source, values } = await column(['31/01/2024', '31/02/2024', '28/02/2024'], 'date_commande');
  expect(values).toEqual(['2024-01-31', null, '2024-02-28']);
  expect(source.rejects).toEqual([
    { line: 3, column: 'date_commande', value: '31/02/2024', reason: 'not-a-date' },
  ]);
});

test('a two-digit year among four-digit ones is completed, not read as the year 24, and said', async () => {
  const { source, values } = await column(['31/01/2024', '13/02/24', '28/02/2024'], 'date');
  expect(values).toEqual(['2024-01-31', '2024-02-13', '2024-02-28']);
  expect(source.repairs).toEqual([
    { code: 'two-digit-years', detail: 'date', count: 1 },
    { code: 'mixed-dates', detail: 'date', count: 1 },
  ]);
});

test('an unreadable amount costs its own value only, and is listed', async () => {
  const source = await bench.load('client;montant\nA;12,50\nB;douze\nC;1 000,00\n');
  expect(await bench.rows(source)).toEqual([
    ['A', 12.5],
    ['B', null],
    ['C', 1000],
  ]);
  expect(source).toMatchObject({ rowsRead: 3, rowsLoaded: 3, rejectCount: 1 });
  expect(source.rejects).toEqual([{ line: 3, column: 'montant', value: 'douze', reason: 'not-a-number' }]);
});

test('a column of which more than 2 % is no number stays text, without rejects', async () => {
  const values = Array.from({ length: 50 }, (_, index) => (index < 2 ? 'n.c' : String(index)));
  expect(await column(values)).toMatchObject({ type: 'text', source: { rejectCount: 0 } });
  expect(await column(values.with(0, '7'))).toMatchObject({ type: 'integer', source: { rejectCount: 1 } });
});

test('every key that ends in .0 loses it; one that does not keeps them all', async () => {
  const all = await column(['17850.0', '13047.0'], 'customer_id');
  expect(all).toMatchObject({ type: 'text', values: ['17850', '13047'] });
  expect(all.source.repairs).toEqual([{ code: 'id-without-decimals', detail: 'customer_id', count: 2 }]);
  expect(await column(['17850.0', '13047'], 'customer_id')).toMatchObject({ values: ['17850.0', '13047'] });
});

test('header words such as code, id and tel keep digits as text', async () => {
  const source = await bench.load(
    'code postal,tel,ref_dossier,poids\n75001,612345678,17,3\n13002,687654321,18,4\n',
  );
  expect(types(source)).toEqual({
    'code postal': 'text',
    tel: 'text',
    ref_dossier: 'text',
    poids: 'integer',
  });
});

test('the currency is found in values and in headers', async () => {
  expect((await column(['12,50 €', '3,00 €'], 'montant')).source.currency).toBe('EUR');
  expect((await column(['£3.00', '£4.50'], 'amount')).source.currency).toBe('GBP');
  expect((await column(['12,50', '3,00'], 'Prix unitaire (€)')).source.currency).toBe('EUR');
  expect((await column(['12,50', '3,00'], 'montant')).source.currency).toBeNull();
});

test('what was put right is counted', async () => {
  const { source } = await column(['1 234,50 €', '3,00 €'], 'montant');
  expect(source.repairs).toEqual([
    { code: 'decimal-comma', detail: 'montant', count: 2 },
    { code: 'thousands-mark', detail: 'montant', count: 2 },
    { code: 'currency-sign', detail: 'montant', count: 2 },
  ]);
});

test('three digits behind a point are thousands where other columns have decimal commas', async () => {
  const source = await bench.load('nombre;montant\n1.234;12,50\n2.500;3,00\n');
  expect(await bench.rows(source)).toEqual([
    [1234, 12.5],
    [2500, 3],
  ]);
});

const manyLines = (late: string): string =>
  `x,v\n${Array.from({ length: 20_000 }, (_, index) => `a,${index + 1}\n`).join('')}a,${late}\n`;

test('0.75 after 20,000 whole numbers is not rounded', async () => {
  const source = await bench.load(manyLines('0.75'));
  expect(types(source)).toEqual({ x: 'text', v: 'number' });
  expect((await bench.rows(source)).at(-1)).toEqual(['a', 0.75]);
});

test('00012 after 20,000 whole numbers turns the column into text', async () => {
  const source = await bench.load(manyLines('00012'));
  expect(types(source)).toEqual({ x: 'text', v: 'text' });
  expect((await bench.rows(source)).at(-1)).toEqual(['a', '00012']);
});

test('a word after 20,000 whole numbers is a reject on its line', async () => {
  const source = await bench.load(manyLines('douze'));
  expect(types(source)['v']).toBe('integer');
  expect(source.rejects).toEqual([{ line: 20_002, column: 'v', value: 'douze', reason: 'not-a-number' }]);
});

test('a late 13 in the second place proves month first for all rows', async () => {
  const early = Array.from({ length: 20_000 }, (_, index) => `a,0${(index % 9) + 1}/02/2024\n`).join('');
  const source = await bench.load(`x,v\n${early}a,02/13/2024\n`);
  const rows = await bench.rows(source);
  expect([rows[0]?.[1], rows.at(-1)?.[1], source.rejectCount]).toEqual(['2024-01-02', '2024-02-13', 0]);
});
