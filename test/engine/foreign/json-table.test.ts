import { expect, test } from 'vitest';
import { readRecords } from '../../../src/engine/foreign/json-table.js';

const name = 'commandes.json';
const read = async (content: string | Uint8Array<ArrayBuffer>) => {
  const texts = await readRecords({ name, blob: new Blob([content]) });
  return Promise.all(
    texts.map(async ({ text, ...rest }) => ({
      ...rest,
      lines: (await text.text()).split('\n').slice(0, -1),
    })),
  );
};
const only = async (content: string | Uint8Array<ArrayBuffer>) => {
  const [first, ...others] = await read(content);
  expect(others).toEqual([]);
  return first!;
};

test('an array of objects is a table; keys come in order of appearance', async () => {
  const { lines, path } = await only('[{"a":1,"b":"x"},\n {"b":"y, z","c":true},{"a":null}]');
  expect(lines).toEqual(['a,b,c', '1,x,', ',"y, z",true', ',,']);
  expect(path).toBe(null);
});

test('one object per line is a table; empty lines keep their place', async () => {
  const { lines } = await only('{"a":1}\r\n\r\n{"a":2,"b":3}\r\n');
  expect(lines).toEqual(['a,b', '1,', ',', '2,3']);
});

test('objects that follow each other over several lines are a table', async () => {
  expect((await only('{\n "a": 1\n}\n{\n "a": 2\n}\n')).lines).toEqual(['a', '1', '2']);
});

test('lists inside an object are tables called by their keys', async () => {
  const content = {
    shop: { id: 1 },
    orders: [{ id: 1, lines: [{ sku: 'a' }] }, { id: 2 }],
    empty: [],
    tags: ['x'],
    data: { customers: [{ id: 7 }] },
  };
  const found = await read(JSON.stringify(content, null, 2));
  expect(found.map(({ path, lines }) => [path, lines])).toEqual([
    ['orders', ['id,lines', '1,"[{""sku"":""a""}]"', '2,']],
    ['data.customers', ['id', '7']],
  ]);
});

test('nested objects become columns, lists of values a text', async () => {
  const record = {
    customer: { id: 'C1', address: { city: 'Lyon' } },
    tags: ['vip', 3, true],
    none: {},
    l: [[1]],
  };
  expect((await only(JSON.stringify([record]))).lines).toEqual([
    'customer.id,customer.address.city,tags,l',
    'C1,Lyon,vip | 3 | true,[[1]]',
  ]);
});

test('a key with a point and a nested key of the same name are two columns', async () => {
  expect((await only('[{"a.b":1,"a":{"b":2}}]')).lines).toEqual(['a.b,a.b', '1,2']);
});

test('hostile keys are names of columns and nothing else', async () => {
  const { lines } = await only(
    '[{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"x":1}},"toString":2}]',
  );
  expect(lines).toEqual(['__proto__.polluted,constructor.prototype.x,toString', 'yes,1,2']);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('numbers keep all their digits', async () => {
  const { lines } = await only(
    '[{"id":12345678901234567890,"s":"n 12345678901234567890","d":0.30000000000000004,"e":1e-7}]',
  );
  expect(lines[1]).toBe('12345678901234567890,n 12345678901234567890,0.30000000000000004,1e-7');
});

test('brackets and quotes within texts are texts', async () => {
  const value = 'a "}]" \\ {[ \n é €';
  expect((await only(JSON.stringify([{ v: value }, { v: 'b' }]))).lines.join('\n')).toBe(
    `v\n"${value.replaceAll('"', '""')}"\nb`,
  );
});

test('a column that only a late record has makes the file be read again', async () => {
  const records = Array.from({ length: 45_000 }, (_, n) => `{"n":${n}}`);
  records.push('{"late":"x"}');
  const { lines } = await only(records.join('\n'));
  expect([lines[0], lines[1], lines[45_000], lines[45_001], lines.length]).toEqual([
    'n,late',
    '0,',
    '44999,',
    ',x',
    45_002,
  ]);
});

test('records larger than what is read at a time arrive whole', async () => {
  // Six bytes for each letter in the file, two in the text.
  const long = 'é'.repeat(300_000);
  const written = long.replaceAll('é', '\\u00e9');
  const { lines } = await only(`[{"a":"${written}"},{"a":"b"}]`);
  expect(lines.slice(1)).toEqual([long, 'b']);
});

test('a broken line is listed with its number, the others are read', async () => {
  const found = await only('{"a":1}\n{"a":\n{"a":3}\n[4]\n');
  expect(found.lines).toEqual(['a', '1', '', '3', '']);
  const broken = (await found.broken.text()).split('\n').slice(0, -1);
  expect(broken.map((line) => JSON.parse(line) as unknown)).toEqual([
    [2, '{"a":'],
    [4, '[4]'],
  ]);
});

test.each([
  ['a record that is not well-formed', '[\n{"a":1},\n{"a":01}\n]', 3],
  ['a list that ends too soon', '[\n{"a":1},\n{"a":2', 3],
  ['a list without its end', '[\n{"a":1}\n', 3],
  ['something behind the list', '[\n{"a":1}\n]\n{"b":1}', 4],
  ['an object in a list of an object', '{"orders":[\n{"a":1},\n{"a" 2}]}', 3],
])('%s is an error that says its line', async (_, content, line) => {
  await expect(read(content)).rejects.toMatchObject({
    code: 'file/broken-record',
    data: { file: name, line },
  });
});

test('what holds no list of objects is no table', async () => {
  for (const content of ['{"a":{"0":1}}', '{}', '[1,2]', '[[1,2]]'])
    await expect(read(content)).rejects.toMatchObject({ code: 'file/not-a-table', data: { kind: 'json' } });
  await expect(read('[]')).rejects.toMatchObject({ code: 'file/empty' });
});

test('texts in other encodings are read', async () => {
  const text = '[{"a":"é€"}]';
  const wide = new Uint8Array(Buffer.from(text, 'utf16le'));
  expect((await only(Uint8Array.of(0xff, 0xfe, ...wide))).lines[1]).toBe('é€');
  expect((await only(wide)).lines[1]).toBe('é€');
  expect((await only(`\ufeff${text}`)).lines[1]).toBe('é€');
  const windows = await only(new Uint8Array(Buffer.from('[{"a":"caf\xe9 \x80"}]', 'latin1')));
  expect(windows.lines[1]).toBe('café €');
  expect(windows.decodedCount).toBe(1);
});

test('records with more columns than a table may have are refused', async () => {
  const record = Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`k${n}`, n]));
  await expect(read(JSON.stringify([record]))).rejects.toMatchObject({ code: 'file/too-many-columns' });
});
