import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { loadFile, tableTitled } from '../../src/data/load.js';
import type { TableFile } from '../../src/data/open.js';
import { reloadFile } from '../../src/data/reload.js';
import type { Source } from '../../src/data/source.js';
import { unpack, unpackSheet } from '../../src/data/unpack.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import { encodeParquet } from '../../src/engine/parquet-codec.js';
import { bytesOf, gzipOf, sheetOf, workbookBlob, workbookOf, zipOf } from '../support/foreign-files.js';
import { nodeReader } from '../support/node-reader.js';
import { Bench, types } from './support.js';

let bench: Bench;
let reader: ForeignReader;
beforeAll(async () => {
  [bench, reader] = await Promise.all([Bench.start(), nodeReader()]);
});

const open = (name: string, content: Blob | string) =>
  unpack({ name, blob: typeof content === 'string' ? new Blob([content]) : content }, reader);

const taken: string[] = [];
async function load(file: TableFile): Promise<Source> {
  const table = tableTitled(file.title, taken);
  taken.push(table);
  return loadFile(bench.engine, { schema: bench.schema, table }, file);
}
async function loadOnly(name: string, content: Blob | string): Promise<Source> {
  const files = await open(name, content);
  expect(files).toHaveLength(1);
  return load(files[0]!);
}

test('delimited text passes through as it is, whatever its name says', async () => {
  const blob = new Blob(['a;b\n1;2\n']);
  const [file] = await unpack({ name: 'export.xlsx', blob }, reader);
  expect(file).toEqual({ name: 'export.xlsx', blob, format: 'csv', member: null, title: 'export' });
  expect(file?.blob).toBe(blob);
});

test('a workbook with title rows is a table: types, and rejects by row of the sheet', async () => {
  const sheet = sheetOf([
    ['Ventes du magasin de Lyon'],
    [],
    ['Client', 'Date', 'Montant', 'Code postal', 'Note'],
    ...Array.from({ length: 60 }, (_, n) => [`C${n}`, null, 10.5 + n, '01000', n === 2 ? 'a\nb' : 'x']),
    ['C99', null, 'douze', '69001', 'x'],
  ]);
  for (let row = 4; row <= 64; row += 1) sheet[`B${row}`] = { t: 'n', v: 45352 + row, z: 'dd/mm/yyyy' };
  const source = await loadOnly('ventes.xlsx', workbookBlob(workbookOf({ 'Mars 2024': sheet })));
  expect(source).toMatchObject({
    file: 'ventes.xlsx',
    format: 'xlsx',
    member: 'Mars 2024',
    table: 'ventes',
    delimiter: null,
    rowsRead: 61,
    rowsLoaded: 61,
    rejectCount: 1,
    rejects: [{ line: 64, column: 'Montant', value: 'douze', reason: 'not-a-number' }],
  });
  expect(types(source)).toEqual({
    Client: 'text',
    Date: 'date',
    Montant: 'number',
    'Code postal': 'text',
    Note: 'text',
  });
  expect((await bench.rows(source))[2]).toEqual(['C2', '2024-03-07', 12.5, '01000', 'a\nb']);
});

test('an empty row below the header or within does not shift the rows that rejects name', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => [`C${n}`, n]);
  const sheet = sheetOf([['client', 'quantite'], [], ...rows, [], ['C60', 'beaucoup']]);
  const source = await loadOnly('trous.xlsx', workbookBlob(workbookOf({ S: sheet })));
  expect(source.rejects).toEqual([
    { line: 64, column: 'quantite', value: 'beaucoup', reason: 'not-a-number' },
  ]);
  const text = await loadOnly('trous.csv', `client,quantite\n\n${rows.join('\n')}\n\nC60,beaucoup\n`);
  expect(text.rejects).toEqual(source.rejects);
});

test('a sheet without a header, a table that begins in the second column, semicolons in cells', async () => {
  const source = await loadOnly(
    'decale.xlsx',
    workbookBlob(
      workbookOf({
        S: sheetOf([
          [null, 'ref', 'texte'],
          [null, 'r1', 'a;b;c'],
          [null, 'r2', 'd;e;f'],
        ]),
      }),
    ),
  );
  expect(types(source)).toEqual({ ref: 'text', texte: 'text' });
  expect(await bench.rows(source)).toEqual([
    ['r1', 'a;b;c'],
    ['r2', 'd;e;f'],
  ]);
});

test('other sheets are offered, hidden ones too; another one can be read', async () => {
  const book = workbookOf(
    {
      Ventes: sheetOf([
        ['ref', 'prix'],
        ['r1', 3],
      ]),
      Clients: sheetOf([
        ['id', 'nom'],
        ['c1', 'Ada'],
        ['c2', 'Zoë'],
      ]),
      Secret: sheetOf([
        ['x', 'y'],
        [1, 2],
      ]),
    },
    { hidden: ['Secret'] },
  );
  const [file] = await open('boutique.xlsx', workbookBlob(book));
  expect(file).toMatchObject({
    member: 'Ventes',
    title: 'boutique',
    notices: [{ code: 'other-sheets', detail: 'Clients, Secret', count: 2 }],
    workbook: { sheet: 'Ventes', sheets: [{}, {}, { name: 'Secret', isHidden: true }] },
  });
  const source = await load(file!);
  const other = await unpackSheet(file!.workbook!, 'Clients', reader);
  expect(other).toMatchObject({ name: 'boutique.xlsx', member: 'Clients', title: 'boutique Clients' });
  const changed = await reloadFile(bench.engine, bench.schema, source, other, { choices: { roles: {} } });
  expect(changed).toMatchObject({ id: source.id, table: source.table, member: 'Clients', rowsLoaded: 2 });
  expect(await bench.rows(changed)).toEqual([
    ['c1', 'Ada'],
    ['c2', 'Zoë'],
  ]);
});

test('a sheet of more than a million cells is read with a warning', async () => {
  const counting: ForeignReader = {
    ...reader,
    sheet: async (file, name) => ({ ...(await reader.sheet(file, name)), cells: 1_000_001 }),
  };
  const blob = workbookBlob(
    workbookOf({
      G: sheetOf([
        ['a', 'b'],
        [1, 2],
      ]),
    }),
  );
  const [file] = await unpack({ name: 'grand.xlsx', blob }, counting);
  expect(file?.notices).toEqual([{ code: 'large-sheet', detail: 'G', count: 1_000_001 }]);
  expect(await load(file!)).toMatchObject({ rowsLoaded: 1, repairs: [{ code: 'large-sheet' }] });
});

test('JSON: records are rows, and a broken line is a reject with its line', async () => {
  const lines = Array.from({ length: 60 }, (_, n) => `{"customer_id":"C${n}","order":{"total":${n}.5}}`);
  const source = await loadOnly('commandes.ndjson', [...lines, '{"customer_id":', ''].join('\n'));
  expect(source).toMatchObject({
    format: 'json',
    member: null,
    table: 'commandes',
    delimiter: null,
    rowsRead: 61,
    rowsLoaded: 60,
    rejectCount: 1,
    rejects: [{ line: 61, column: null, value: '{"customer_id":', reason: 'line' }],
    repairs: [],
  });
  expect(types(source)).toEqual({ customer_id: 'text', 'order.total': 'number' });
  expect((await bench.rows(source))[59]).toEqual(['C59', 59.5]);
});

test('values of JSON that cannot be read are named by the line of their record', async () => {
  const lines = Array.from({ length: 80 }, (_, n) => `{"ref":"r${n}","note":"a\\nb","montant":${n}}`);
  lines[70] = '{"ref":"x","note":"y","montant":"douze"}';
  const source = await loadOnly('notes.jsonl', lines.join('\n'));
  expect(source.rejects).toEqual([{ line: 71, column: 'montant', value: 'douze', reason: 'not-a-number' }]);
});

test('lists in a JSON object are tables of their own, with names of their own', async () => {
  const files = await open('shop.json', JSON.stringify({ lines: [{ a: 1 }], customers: [{ b: 2 }] }));
  const sources = [];
  for (const file of files) sources.push(await load(file));
  expect(sources.map(({ member, table }) => [member, table])).toEqual([
    ['lines', 'lines'],
    ['customers', 'customers_file'],
  ]);
});

test('records whose names or values look like data or prose are read all the same', async () => {
  const long = 'voici une longue phrase qui dit tout ce que le client pense de nous';
  const source = await loadOnly(
    'avis.json',
    JSON.stringify([{ avis: long }, { avis: `${long}, ou presque` }]),
  );
  expect(await bench.rows(source)).toEqual([[long], [`${long}, ou presque`]]);
});

test('an archive: every table in it, the rest named, system files ignored', async () => {
  const files = await open(
    'export.zip',
    await zipOf({
      'données/clients.csv': 'id;nom\n1;Zoë\n2;Ada\n',
      'données/ventes.xlsx': await bytesOf(
        workbookBlob(
          workbookOf({
            V: sheetOf([
              ['ref', 'prix'],
              ['r', 1.5],
            ]),
          }),
        ),
      ),
      'lignes.json': '[{"a":1}]',
      'LISEZMOI.txt': 'Bonjour, voici les fichiers que vous avez demandés la semaine dernière.\n',
      'photo.csv': '\x89PNG\r\n',
      'autre.zip': await bytesOf(await zipOf({ 'x.csv': 'a,b\n1,2' })),
      '__MACOSX/._clients.csv': 'a,b\n1,2',
      '.DS_Store': 'a,b\n1,2',
    }),
  );
  expect(files.map(({ name, format, member, title }) => [name, format, member, title])).toEqual([
    ['export.zip', 'csv', 'données/clients.csv', 'clients'],
    ['export.zip', 'xlsx', 'données/ventes.xlsx / V', 'ventes'],
    ['export.zip', 'json', 'lignes.json', 'lignes'],
  ]);
  expect(files[0]?.notices).toEqual([
    { code: 'other-files-not-read', detail: 'LISEZMOI.txt, photo.csv, autre.zip', count: 3 },
  ]);
  const source = await load(files[0]!);
  expect(source).toMatchObject({
    file: 'export.zip',
    member: 'données/clients.csv',
    rowsLoaded: 2,
    delimiter: ';',
  });
});

test('gzip around a table is taken away', async () => {
  const source = await loadOnly('ventes.csv.gz', await gzipOf('ref;prix\nr1;1,5\nr2;2,5\n'));
  expect(source).toMatchObject({ file: 'ventes.csv.gz', format: 'csv', rowsLoaded: 2, delimiter: ';' });
  expect(source.table).toMatch(/^ventes/);
});

test.each<[string, () => Promise<Blob>, string, string | undefined]>([
  ['a PDF', async () => new Blob(['%PDF-1.7']), 'file/not-a-table', 'pdf'],
  ['a picture', async () => new Blob(['\x89PNG\r\n'].map(latin)), 'file/not-a-table', 'image'],
  ['a web page named .xls', async () => new Blob(['<html><table><tr><td>1']), 'file/not-a-table', 'html'],
  ['a web page after a comment', async () => new Blob(['\n<!-- x -->\n<table>']), 'file/not-a-table', 'html'],
  ['XML', async () => new Blob(['<?xml version="1.0"?><a/>']), 'file/not-a-table', 'other'],
  ['a text document', async () => zipOf({ 'word/document.xml': '<x/>' }), 'file/not-a-table', 'document'],
  ['an archive of nothing', async () => zipOf({ 'a.pdf': '%PDF' }), 'file/not-a-table', 'archive'],
  [
    'an archive of an archive',
    async () => zipOf({ 'a.zip': await bytesOf(await zipOf({ a: 'a,b\n1,2' })) }),
    'file/not-a-table',
    'archive',
  ],
  [
    'an archive in gzip',
    async () => gzipOf(await bytesOf(await zipOf({ a: 'a,b\n1,2' }))),
    'file/not-a-table',
    'nested',
  ],
  ['gzip in gzip', async () => gzipOf(await bytesOf(await gzipOf('a'))), 'file/not-a-table', 'nested'],
  [
    'a locked archive',
    async () => zipOf({ 'a.csv': 'a,b\n1,2' }, { password: 'x' }),
    'file/protected',
    undefined,
  ],
  ['half a Parquet', async () => new Blob(['PAR1', 'x'.repeat(50)]), 'file/damaged', undefined],
  [
    'a Parquet whose footer lies',
    async () => new Blob(['PAR1', latin('\xff\xff\xff\x7f'), 'PAR1']),
    'file/damaged',
    undefined,
  ],
  ['a locked Parquet', async () => new Blob(['PARE', 'x'.repeat(50), 'PARE']), 'file/protected', undefined],
])('%s is refused with a clear message', async (_, content, code, kind) => {
  await expect(open('fichier', await content())).rejects.toMatchObject({
    code,
    data: { file: 'fichier', ...(kind ? { kind } : {}) },
  });
});

function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

test('names of files and sheets that look like code are names', async () => {
  const hostile = `<img src=x onerror=alert(1)>'; drop table x; --`;
  const book = workbookOf({
    "x'; drop--": sheetOf([
      [hostile, 'b'],
      ['=1+1', 2],
    ]),
  });
  const source = await loadOnly(`${hostile}.xlsx`, workbookBlob(book));
  expect(source).toMatchObject({ file: `${hostile}.xlsx`, member: "x'; drop--", rowsLoaded: 1 });
  expect(await bench.rows(source)).toEqual([['=1+1', 2]]);
});

test('a cancelled unpacking ends as cancelled', async () => {
  const blob = await gzipOf('a,b\n1,2');
  await expect(unpack({ name: 'a.gz', blob }, reader, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('a Parquet among the files of an archive is a table', async () => {
  const stream = tableToIPC(tableFromArrays({ n: Int32Array.of(1, 2) }), 'stream');
  const [file] = await open('p.zip', await zipOf({ 'nombres.parquet': encodeParquet(stream) }));
  expect(file).toMatchObject({ format: 'parquet', member: 'nombres.parquet', title: 'nombres' });
  const source = await load(file!);
  expect(source).toMatchObject({ table: 'nombres', rowsLoaded: 2, delimiter: null });
});
