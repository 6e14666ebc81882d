import { expect, test, vi } from 'vitest';
import { BlobSink } from '../../../src/engine/foreign/blob-sink.js';
import { readRecords } from '../../../src/engine/foreign/json-table.js';

const name = 'commandes.json';
const linesOf = async (text: Blob) => (await text.text()).split('\n').slice(0, -1);
const read = async (content: string) => {
  const texts = await readRecords({ name, blob: new Blob([content]) });
  return Promise.all(
    texts.map(async ({ text, broken, ...rest }) => ({
      ...rest,
      lines: await linesOf(text),
      broken: (await linesOf(broken)).map((line) => {
        const [number, value] = JSON.parse(line) as [number, string];
        return { line: number, value };
      }),
    })),
  );
};
const only = async (content: string) => {
  const [first, ...others] = await read(content);
  expect(others).toEqual([]);
  return first!;
};

test('records of a list that are no objects are listed by their number, as other rejects are', async () => {
  const found = await only('[\n{\n"a": 1\n},\n5,\nnull,\n{\n"a": 2\n}\n]');
  expect(found.lines).toEqual(['a', '1', '', '', '2']);
  expect(found.broken).toEqual([
    { line: 2, value: '5' },
    { line: 3, value: 'null' },
  ]);
});

test('lists that services wrap many times are found, and so are lists that do not begin with an object', async () => {
  const edges = [{ node: { id: 1 } }, { node: { id: 2 } }];
  const found = await read(
    JSON.stringify({
      data: { shop: { orders: { edges } } },
      customers: [null, { id: 7 }],
      points: [[1, 2], [3]],
      mixed: [[{ a: 1 }], { id: 8 }],
    }),
  );
  expect(found.map(({ path, lines, broken }) => [path, lines, broken.length])).toEqual([
    ['data.shop.orders.edges', ['node.id', '1', '2'], 0],
    ['customers', ['id', '', '7'], 1],
    ['mixed', ['id', '', '8'], 1],
  ]);
});

const brackets = '['.repeat(100_000) + ']'.repeat(100_000);
test.each([
  ['one per line', `{"a":1}\n{"a":${brackets}}\n{"a":3}\n`],
  ['in a list', `[{"a":1},{"a":${brackets}},{"a":3}]`],
])('a record nested a hundred thousand times is listed, the others are read: %s', async (_, content) => {
  const { lines, broken } = await only(content);
  expect(lines).toEqual(['a', '1', '', '3']);
  expect(broken).toMatchObject([{ line: 2 }]);
});

test('a record too long to be read again is listed, a text of the same length within several fields is not', async () => {
  const letters = (count: number) => 'x'.repeat(count);
  const content = [
    { id: '1234567890123456789', a: letters(900_000), b: letters(900_000) },
    { id: '2', a: letters(1_100_000) },
    { id: '3', a: `"${letters(800_000)}` },
  ].map((record) => JSON.stringify(record).replace('"1234567890123456789"', '1234567890123456789'));
  const { lines, broken } = await only(content.join('\n'));
  expect(lines.map((line) => line.length)).toEqual([6, 1_800_021, 2, 800_007]);
  expect(broken).toEqual([{ line: 2, value: content[1]!.slice(0, 64 * 1024) }]);
});

test('long numbers keep their digits beside a text of many millions of letters', async () => {
  const text = `{"id":12345678901234567890,"note":"${'y'.repeat(12_000_000)}"}\n{"id":12345678901234567891,"note":"z"}`;
  const { lines, broken } = await only(text);
  expect(lines).toEqual(['id,note', ',', '12345678901234567891,z']);
  expect(broken).toHaveLength(1);
});

test('few large records are written while the file is read, not when all of them are in memory', async () => {
  const records = Array.from({ length: 40 }, (_, n) => JSON.stringify({ n, text: 'x'.repeat(900_000) }));
  const blob = new Blob([records.join('\n')]);
  const steps: string[] = [];
  const slice = blob.slice.bind(blob);
  vi.spyOn(blob, 'slice').mockImplementation((from, to) => {
    steps.push('read');
    return slice(from, to);
  });
  const written = vi.spyOn(BlobSink.prototype, 'text').mockImplementation(() => steps.push('write'));
  await readRecords({ name, blob });
  written.mockRestore();
  expect(steps.indexOf('write')).toBeLessThan(steps.lastIndexOf('read'));
});

test('half a letter becomes U+FFFD, and is counted', async () => {
  const { lines, replacedCount } = await only('[{"a":"x\\ud800y \\ud83d\\ude00"},{"a":"\\udc00"},{"a":"é"}]');
  expect(lines).toEqual(['a', 'x\ufffdy 😀', '\ufffd', 'é']);
  expect(replacedCount).toBe(2);
});

test('a key without a letter is a column, also when it is the only one', async () => {
  for (const key of ['', ' '])
    expect((await only(JSON.stringify([{ [key]: 1 }, { [key]: 2 }]))).lines).toEqual(['column_1', '1', '2']);
});

test('reading is given up when it is cancelled, before UTF-16 is written anew too', async () => {
  for (const content of ['[{"a":1}]', Buffer.from('[{"a":1}]', 'utf16le')]) {
    const reading = readRecords({ name, blob: new Blob([content]) }, AbortSignal.abort());
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  }
});
