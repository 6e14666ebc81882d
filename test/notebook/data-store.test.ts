import { beforeAll, beforeEach, expect, test } from 'vitest';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { ident, sql } from '../../src/engine/sql.js';
import { DataStore } from '../../src/notebook/data-store.js';
import { MemoryFiles } from '../../src/notebook/file-store.js';
import type { ParquetCodec } from '../../src/engine/parquet.js';
import { nodeCodec } from './node-codec.js';

const source = {
  id: 'src1',
  table: 'Mes "ventes"',
  file: 'ventes.csv',
  columns: [{ name: 'client', role: 'customer_id' }],
} as const;
const table = ident(source.table);

let engine: NodeEngine;
let codec: ParquetCodec;
let files: MemoryFiles;
let store: DataStore;

beforeAll(async () => {
  [engine, codec] = await Promise.all([NodeEngine.start(), nodeCodec()]);
  return () => engine.close();
});

beforeEach(async () => {
  files = new MemoryFiles();
  store = new DataStore(files, codec);
  for (const schema of ['a', 'b']) {
    await engine.run(sql`drop schema if exists ${ident(schema)} cascade`);
    await engine.run(sql`create schema ${ident(schema)}`);
  }
});

const fewRows = sql`create table a.${table} as select * from (values
    ('é;"x"', 1::bigint, 9007199254740993::bigint, 0.1::double, date '1969-12-31', timestamp '2024-02-29 23:59:59.123456', true, 0.3333::decimal(18, 4), 12345678901234567890.1234::decimal(38, 4)),
    ('', -5, -1, -1e300, date '9999-12-31', timestamp '1900-01-01 00:00:00', false, -99999999999999.9999, 0),
    (null, null, null, null, null, null, null, null, null)
  ) as t("Été", n, big, d, day, moment, yes, money, wide)`;

async function rowsOf(schema: string): Promise<unknown> {
  const text = await engine.table(sql`select columns(*)::varchar from ${ident(schema)}.${table}`);
  return text.rows;
}

async function typesOf(schema: string): Promise<unknown> {
  const columns = await engine.query<{ name: string; type: string }>(
    sql`select column_name as name, data_type as type from duckdb_columns()
      where schema_name = ${schema} and table_name = ${source.table}
      order by column_index`,
  );
  return columns.map(({ name, type }) => [name, type]);
}

test('every type comes back exactly, into another schema, nulls and numbers beyond 2^53 included', async () => {
  await engine.run(fewRows);
  await store.saveSource(engine, 'a', source);
  await store.open(source).loadInto(engine, 'b');
  expect(await typesOf('b')).toEqual([
    ['Été', 'VARCHAR'],
    ['n', 'BIGINT'],
    ['big', 'BIGINT'],
    ['d', 'DOUBLE'],
    ['day', 'DATE'],
    ['moment', 'TIMESTAMP'],
    ['yes', 'BOOLEAN'],
    ['money', 'DECIMAL(18,4)'],
    ['wide', 'DECIMAL(38,4)'],
  ]);
  expect(await rowsOf('b')).toEqual([
    [
      'é;"x"',
      '1',
      '9007199254740993',
      '0.1',
      '1969-12-31',
      '2024-02-29 23:59:59.123456',
      'true',
      '0.3333',
      '12345678901234567890.1234',
    ],
    [
      '',
      '-5',
      '-1',
      '-1e+300',
      '9999-12-31',
      '1900-01-01 00:00:00',
      'false',
      '-99999999999999.9999',
      '0.0000',
    ],
    [null, null, null, null, null, null, null, null, null],
  ]);
  const left = await engine.query(
    sql`select table_name from duckdb_tables() where table_name like 'arriving_%'`,
  );
  expect(left).toEqual([]);
});

test('250,000 rows are stored in three parts and come back in their order', async () => {
  await engine.run(
    sql`create table a.${table} as select i as id, 'c' || (i % 1000) as client from range(250000) as r(i)`,
  );
  await store.saveSource(engine, 'a', source);
  expect(await files.read('src1', '2.parquet')).not.toBeNull();
  expect(await files.read('src1', '3.parquet')).toBeNull();
  await store.open(source).loadInto(engine, 'b');
  const [check] = await engine.query(
    sql`select count(*) as rows, count(*) filter (where id = rowid) as in_order, max(client) as last from b.${table}`,
  );
  expect(check).toEqual({ rows: 250_000, in_order: 250_000, last: 'c999' });
});

test('a table without rows comes back with its columns, and replaces what was there', async () => {
  await engine.run(sql`create table a.${table} (client varchar, n bigint)`);
  await engine.run(sql`create table b.${table} as select 1 as old`);
  await store.saveSource(engine, 'a', source);
  await store.open(source).loadInto(engine, 'b');
  expect(await typesOf('b')).toEqual([
    ['client', 'VARCHAR'],
    ['n', 'BIGINT'],
  ]);
  expect(await rowsOf('b')).toEqual([]);
});

test.each([
  [
    'one byte is wrong',
    '0.parquet',
    (bytes: Uint8Array) => bytes.map((byte, index) => (index === 50 ? byte ^ 1 : byte)),
  ],
  ['a file is empty', '0.parquet', () => new Uint8Array()],
  ['the manifest is cut short', 'manifest.json', (bytes: Uint8Array) => bytes.slice(0, 20)],
])('when %s, the data is called damaged and nothing is loaded', async (_, file, damage) => {
  await engine.run(fewRows);
  await store.saveSource(engine, 'a', source);
  await files.write('src1', file, damage((await files.read('src1', file)) ?? new Uint8Array()));
  await expect(store.open(source).loadInto(engine, 'b')).rejects.toMatchObject({
    code: 'storage/damaged',
    data: { file: 'ventes.csv' },
  });
  expect(await typesOf('b')).toEqual([]);
});

test('a save that breaks off leaves nothing that looks like a source', async () => {
  await engine.run(fewRows);
  const broken = new DataStore(files, { ...codec, encode: () => Promise.reject(new Error('stop')) });
  await expect(broken.saveSource(engine, 'a', source)).rejects.toThrow('stop');
  await files.write('half', '0.parquet', new Uint8Array(10));
  expect(await store.listSources()).toEqual([]);
  await expect(store.open(source).loadInto(engine, 'b')).rejects.toMatchObject({ code: 'storage/damaged' });
});

test('stored sources are listed, deleted and forgotten', async () => {
  await engine.run(fewRows);
  await store.saveSource(engine, 'a', source);
  await store.saveSource(engine, 'a', { ...source, id: 'src2' });
  expect(await store.listSources()).toEqual(['src1', 'src2']);
  await store.deleteSource('src1');
  expect(await store.listSources()).toEqual(['src2']);
  await store.forgetEverything();
  expect(await files.folders()).toEqual([]);
});

test('a load that is cancelled leaves no table', async () => {
  await engine.run(fewRows);
  await store.saveSource(engine, 'a', source);
  await expect(store.open(source, AbortSignal.abort()).loadInto(engine, 'b')).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(await typesOf('b')).toEqual([]);
});

test('rejects of more than one file come back as they were; damaged ones are called so', async () => {
  await engine.run(fewRows);
  const rejects = new Blob(Array.from({ length: 9 }, (_, n) => String(n).repeat(1024 * 1024)));
  await store.saveSource(engine, 'a', source, undefined, rejects);
  expect(await files.read('src1', 'rejects-2.jsonl')).toBeNull();
  const back = await store.rejects(source);
  expect(await back?.text()).toBe(await rejects.text());
  await files.write('src1', 'rejects-1.jsonl', new Uint8Array(1024 * 1024));
  await expect(store.rejects(source)).rejects.toMatchObject({ code: 'storage/damaged' });
  // The table is not concerned.
  await store.open(source).loadInto(engine, 'b');
  expect(await rowsOf('b')).toHaveLength(3);
});

test('a source that was stored before rejects were kept has none, and loads', async () => {
  await engine.run(fewRows);
  await store.saveSource(engine, 'a', source);
  const manifest = JSON.parse(
    new TextDecoder().decode((await files.read('src1', 'manifest.json'))!),
  ) as object;
  const old = JSON.stringify({ ...manifest, rejects: undefined });
  expect(old).not.toContain('rejects');
  await files.write('src1', 'manifest.json', new TextEncoder().encode(old));
  expect(await store.rejects(source)).toBeNull();
  await store.open(source).loadInto(engine, 'b');
  expect(await rowsOf('b')).toHaveLength(3);
});
