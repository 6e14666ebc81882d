import { beforeAll, expect, test } from 'vitest';
import { Bench, types } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

const mega = 1024 * 1024;
const expectedTypes = { id: 'text', note: 'text', montant: 'number' };

/** A file whose first record holds a text of so many megabytes. */
function withLongText(megabytes: number, quote: '' | '"'): string {
  const text = quote + `${'x'.repeat(mega - 1)}${quote ? '\n' : '-'}`.repeat(megabytes) + quote;
  return `id;note;montant\n1;${text};12,50\n2;b;3,50\n`;
}

test.each([
  [5, ''],
  [20, ''],
  [5, '"'],
  [20, '"'],
] as const)('a first record of %i MB (quote: %s) is read whole', async (megabytes, quote) => {
  const source = await bench.load(withLongText(megabytes, quote));
  expect(source).toMatchObject({ rowsRead: 2, rowsLoaded: 2, rejectCount: 0 });
  expect(types(source)).toEqual(expectedTypes);
  const [first, second] = await bench.rows(source);
  expect([first?.[0], String(first?.[1]).length, first?.[2]]).toEqual(['1', megabytes * mega, 12.5]);
  expect(second).toEqual(['2', 'b', 3.5]);
  // The notebook keeps the examples.
  expect(source.columns[1]?.samples[0]?.length).toBe(201);
});

test('a record longer than a piece among short ones is read whole', async () => {
  const short = '0;a;1,00\n'.repeat(1000);
  const source = await bench.load(`id;note;montant\n${short}1;${'x'.repeat(18 * mega)};12,50\n${short}`);
  expect(source).toMatchObject({ rowsLoaded: 2001, rejectCount: 0 });
  expect(String((await bench.rows(source))[1000]?.[1]).length).toBe(18 * mega);
});

test.each([
  ['first', '', 2],
  ['later', '0;a;1,00\n'.repeat(1000), 1002],
])('a %s record that is longer than any that fits is refused with its line', async (_, before, line) => {
  const loading = bench.load(`id;note;montant\n${before}1;${'x'.repeat(40 * mega)};12,50\n2;b;3,50\n`);
  await expect(loading).rejects.toMatchObject({
    code: 'file/record-too-long',
    data: { file: 'file.csv', line, size: 32 },
  });
});

test('a quote that never closes costs its own line, however much stands below it', async () => {
  const rows = '2;b;3,50\n'.repeat(150_000);
  const source = await bench.load(`id;note;montant\n1;"open;12,50\n${rows}`);
  expect(source).toMatchObject({ rowsLoaded: 150_000, rejectCount: 1 });
  expect(source.rejects[0]).toMatchObject({ line: 2, reason: 'unclosed-quote' });
});
