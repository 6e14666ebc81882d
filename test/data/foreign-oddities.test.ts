import { beforeAll, expect, test } from 'vitest';
import { loadFile, tableTitled } from '../../src/data/load.js';
import type { Source } from '../../src/data/source.js';
import { unpack } from '../../src/data/unpack.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import { changedPart, gzipOf, sheetOf, workbookBlob, workbookOf, zipOf } from '../support/foreign-files.js';
import { nodeReader } from '../support/node-reader.js';
import { Bench, types } from './support.js';

let bench: Bench;
let reader: ForeignReader;
beforeAll(async () => {
  [bench, reader] = await Promise.all([Bench.start(), nodeReader()]);
});

const taken: string[] = [];
async function loadAll(name: string, content: Blob | string, isPasted = false): Promise<Source[]> {
  const blob = typeof content === 'string' ? new Blob([content]) : content;
  const sources: Source[] = [];
  for (const file of await unpack({ name, blob }, reader, undefined, isPasted)) {
    const table = tableTitled(file.title, taken);
    taken.push(table);
    sources.push(await loadFile(bench.engine, { schema: bench.schema, table }, file));
  }
  return sources;
}
async function loadOnly(name: string, content: Blob | string, isPasted = false): Promise<Source> {
  const sources = await loadAll(name, content, isPasted);
  expect(sources).toHaveLength(1);
  return sources[0]!;
}
const paste = (text: string) => loadOnly('collé', text, true);

test.each(['Parent;Nom', 'PARENT_ID;NOM', 'riff;nom', 'gif8;nom', 'bzh9;nom', 'par1;nom'])(
  'a table that begins like the bytes of another format is a table: %s',
  async (header) => {
    const source = await loadOnly('a.csv', `${header}\n1;Ada\n2;Zoé\n`);
    expect(source).toMatchObject({ format: 'csv', rowsLoaded: 2 });
    expect(Object.keys(types(source))).toEqual(header.split(';'));
  },
);

test('records, half letters and what could not be read add up to what was read', async () => {
  const records = [
    '{"a":1,"b":"x\\ud800"}',
    '5',
    '{}',
    `{"a":2,"b":"${'y'.repeat(3_000_000)}"}`,
    '{"a":3,"b":"z"}',
  ];
  const source = await loadOnly('a.json', `[\n${records.join(',\n')}\n]`);
  expect(source).toMatchObject({
    rowsRead: 4,
    rowsLoaded: 2,
    rowsRemoved: 0,
    rejectCount: 2,
    rejects: [
      { line: 2, column: null, value: '5', reason: 'line' },
      { line: 4, column: null, reason: 'line' },
    ],
    repairs: [
      { code: 'broken-bytes-replaced', detail: '\ufffd', count: 1 },
      { code: 'empty-lines-left-out', detail: '', count: 1 },
    ],
  });
  expect(await bench.rows(source)).toEqual([
    [1, 'x\ufffd'],
    [3, 'z'],
  ]);
});

test('the first value of a column without a name is a value', async () => {
  const source = await loadOnly('a.json', '[{"":1},{"":2},{"":3}]');
  expect(await bench.rows(source)).toEqual([[1], [2], [3]]);
});

test('rows as lists of values are said to be no records, on one line or on several', async () => {
  for (const content of ['[["id","nom"],[1,"Zoé"]]', '[\n["id","nom"],\n[1,"Zoé"],\n[2,"Ada"]\n]'])
    await expect(loadAll('a.json', content)).rejects.toMatchObject({
      code: 'file/not-a-table',
      data: { file: 'a.json', kind: 'json' },
    });
});

test('a table far to the right is found, below a title or without one', async () => {
  const before = Array.from({ length: 10 }, () => null);
  const table = [
    [...before, 'client', 'montant'],
    [...before, 'C1', 1.5],
    [...before, 'C2', 2.5],
  ];
  for (const rows of [table, [['Ventes'], [], ...table]]) {
    const source = await loadOnly('a.xlsx', workbookBlob(workbookOf({ S: sheetOf(rows) })));
    expect(types(source)).toEqual({ client: 'text', montant: 'number' });
    expect(source.rowsLoaded).toBe(2);
  }
});

test('numbers with three decimals are no thousands, whatever commas other columns have', async () => {
  const rows = [
    ['client', 'prix', 'note', 'stock'],
    ['A', 1.859, '12,5', '1.500'],
    ['B', 1.799, '13,5', '2.500'],
  ];
  const [names = [], ...values] = rows;
  const records = values.map((row) => Object.fromEntries(row.map((value, index) => [names[index], value])));
  for (const content of [workbookBlob(workbookOf({ S: sheetOf(rows) })), JSON.stringify(records)])
    // The stock was written by hand, as texts.
    expect(await bench.rows(await loadOnly('a', content))).toEqual([
      ['A', 1.859, 12.5, 1500],
      ['B', 1.799, 13.5, 2500],
    ]);
});

test('hidden rows and merged cells are told', async () => {
  const sheet = sheetOf([
    ['client', 'montant'],
    ['A', 1.5],
    [null, 2.5],
    ['B', 3.5],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const blob = await changedPart(workbookBlob(workbookOf({ S: sheet })), 'xl/worksheets/sheet1.xml', (text) =>
    text.replace('<row r="4"', '<row r="4" hidden="true"'),
  );
  expect(await loadOnly('a.xlsx', blob)).toMatchObject({
    rowsRead: 3,
    rowsLoaded: 3,
    repairs: [
      { code: 'hidden-rows', count: 1 },
      { code: 'merged-cells', count: 1 },
    ],
  });
});

test.each<[string, readonly string[], string | null]>([
  ['a sign behind', ['#,##0.00 "€"', '0%'], 'EUR'],
  ['a sign with a country', ['[$£-809]#,##0.00', '[$-40C]d mmmm yyyy'], 'GBP'],
  ['a code', ['[$CHF] #,##0.00', 'General'], 'CHF'],
  ['accounts', ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', '0'], 'EUR'],
  ['two currencies', ['#,##0.00 "€"', '[$$-409]#,##0.00'], null],
  ['what Excel brings along', ['"$"#,##0.00_);\\("$"#,##0.00\\)', '0'], null],
  ['none', ['0.00', '#,##0'], null],
])('the currency of a sheet is that of its formats: %s', async (_, [first, second], currency) => {
  const sheet = sheetOf([
    ['client', 'montant', 'autre'],
    ['A', 1.5, 2.5],
    ['B', 3.5, 4.5],
  ]);
  for (const [cell, format] of [
    ['B2', first],
    ['B3', first],
    ['C2', second],
    ['C3', second],
  ] as const)
    sheet[cell] = { ...(sheet[cell] as object), z: format };
  const source = await loadOnly('a.xlsx', workbookBlob(workbookOf({ S: sheet })));
  expect(source).toMatchObject({ currency, rowsLoaded: 2 });
});

test('folders of an archive may be called as they like, and paths may begin where they are', async () => {
  const content = 'a;b\n1;2\n';
  const files = await loadAll(
    'a.zip',
    await zipOf({ './word/ventes.csv': content, 'ppt/clients.csv': content, './.cache': content }),
  );
  expect(files.map(({ member }) => member)).toEqual(['./word/ventes.csv', 'ppt/clients.csv']);
});

test('two files of one name in an archive are two tables', async () => {
  const files = await loadAll('a.zip', await twice('jan.csv', ['a;b\n1;2\n', 'a;b\n3;4\n']));
  expect(files.map(({ member }) => member)).toEqual(['jan.csv', 'jan.csv (2)']);
  expect(await Promise.all(files.map((file) => bench.rows(file)))).toEqual([[[1, 2]], [[3, 4]]]);
});

/** An archive in which both files are called so. */
async function twice(name: string, contents: readonly [string, string]): Promise<Blob> {
  const other = name.replace(/^./, '#');
  const bytes = await (await zipOf({ [name]: contents[0], [other]: contents[1] })).arrayBuffer();
  return new Blob([Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(other, name), 'latin1')]);
}

test('an error about a file of an archive or a sheet says which of them', async () => {
  const wide = Array.from({ length: 1001 }, (_, n) => `c${n}`).join(';');
  const archive = await zipOf({ 'a.csv': 'a;b\n1;2\n', 'b.csv': `${wide}\n${wide}\n` });
  await expect(loadAll('a.zip', archive)).rejects.toMatchObject({
    code: 'file/too-many-columns',
    data: { file: 'a.zip / b.csv' },
  });
  const empty = workbookBlob(workbookOf({ Mars: sheetOf([['client', 'montant']]) }));
  await expect(loadAll('v.xlsx', empty)).rejects.toMatchObject({
    code: 'file/header-only',
    data: { file: 'v.xlsx / Mars' },
  });
});

test('a spreadsheet that is locked as a whole says so', async () => {
  const blob = await zipOf({ mimetype: 'x', 'encrypted-package': 'x', 'META-INF/manifest.xml': '<m/>' });
  await expect(loadAll('a.ods', blob)).rejects.toMatchObject({
    code: 'file/protected',
    data: { file: 'a.ods' },
  });
});

test('JSON in gzip is a table', async () => {
  expect(await loadOnly('a.json.gz', await gzipOf('[{"a":1,"b":2}]'))).toMatchObject({
    format: 'json',
    rowsLoaded: 1,
  });
});

test('a pasted table whose columns stand below each other is one', async () => {
  const source = await paste(
    [
      'client   date         montant',
      '-------  ----------   -------',
      'Ada      2024-01-01     12,50',
      '',
      '"Zoé" B  2024-01-02  1 013,50',
      'Bob      2024-01-03      rien',
      ...Array.from({ length: 60 }, (_, n) => `C${n}  2024-02-01  ${n},00`),
    ].join('\n'),
  );
  expect(types(source)).toEqual({ client: 'text', date: 'date', montant: 'number' });
  expect(source).toMatchObject({
    format: 'pasted',
    rowsLoaded: 63,
    rejects: [{ line: 6, column: 'montant', value: 'rien' }],
  });
  expect((await bench.rows(source)).slice(0, 2)).toEqual([
    ['Ada', '2024-01-01', 12.5],
    ['"Zoé" B', '2024-01-02', 1013.5],
  ]);
});

test.each([
  ['one column', 'Nom du client\nAda\nZoé\n', ['Nom du client']],
  ['commas and blanks', 'nom,  ville\nAda,  Lyon\nZoé,  Nice\n', ['nom', 'ville']],
  ['cells of a sheet', 'nom\tnote\nAda\t"a  b\nc"\nZoé\t5" tube\n', ['nom', 'note']],
])('pasted text that is no such table stays as it is: %s', async (_, text, names) => {
  const source = await paste(text);
  expect(source.rowsLoaded).toBe(2);
  expect(Object.keys(types(source))).toEqual(names);
});
