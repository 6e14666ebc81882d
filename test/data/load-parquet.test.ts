import { Decimal, makeData, Table, tableFromArrays, tableFromIPC, tableToIPC, Vector } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { loadFile, type LoadOptions } from '../../src/data/load.js';
import { reloadFile } from '../../src/data/reload.js';
import type { Source } from '../../src/data/source.js';
import { unpack } from '../../src/data/unpack.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import { encodeParquet } from '../../src/engine/parquet-codec.js';
import { sql, type Sql } from '../../src/engine/sql.js';
import { nodeReader } from '../support/node-reader.js';
import { Bench, types } from './support.js';

let bench: Bench;
let reader: ForeignReader;
beforeAll(async () => {
  [bench, reader] = await Promise.all([Bench.start(), nodeReader()]);
});

/** The rows of a query, or an Arrow table, as a Parquet file, loaded. */
async function load(rows: Sql | Table, options: LoadOptions = {}): Promise<Source> {
  const stream = rows instanceof Table ? tableToIPC(rows, 'stream') : await bench.engine.arrow(rows);
  const blob = new Blob([new Uint8Array(encodeParquet(stream))]);
  const [file] = await unpack({ name: 'ventes.parquet', blob }, reader);
  return loadFile(bench.engine, { schema: bench.schema, table: 'ventes' }, file!, options);
}

/** Decimals of 16 bytes. */
function decimals(precision: number, scale: number, values: readonly bigint[]): Vector {
  const data = BigInt64Array.from(values.flatMap((value) => [value, value < 0n ? -1n : 0n]));
  const type = new Decimal(scale, precision);
  return new Vector([makeData({ type, length: values.length, data: new Uint32Array(data.buffer) })]);
}

test('types of the file become types of the table', async () => {
  const source = await load(sql`select cast(1 as tinyint) as tiny, cast(40000 as usmallint) as small,
    cast(12.3 as float) as single, 0.1::double as double, date '2024-03-01' as jour, timestamp '2024-03-01 10:30:00.5' as moment, true as actif, 'é "x"' as libelle,
    [1, 2] as liste, {'a': 1} as objet, time '10:30:00' as heure, null as rien, 'ok'::blob as octets`);
  expect(types(source)).toEqual({
    tiny: 'integer',
    small: 'integer',
    single: 'number',
    double: 'number',
    jour: 'date',
    moment: 'timestamp',
    actif: 'boolean',
    libelle: 'text',
    liste: 'text',
    objet: 'text',
    heure: 'text',
    rien: 'integer',
    octets: 'text',
  });
  expect(await bench.rows(source)).toEqual([
    [
      1,
      40000,
      12.3,
      0.1,
      '2024-03-01',
      '2024-03-01T10:30:00.500',
      true,
      'é "x"',
      '[1, 2]',
      "{'a': 1}",
      '10:30:00',
      null,
      'ok',
    ],
  ]);
  expect(source).toMatchObject({
    format: 'parquet',
    encoding: 'utf-8',
    delimiter: null,
    rowsRead: 1,
    rejectCount: 0,
  });
});

test('large integers and decimals keep what they are', async () => {
  const source = await load(
    new Table({
      big: tableFromArrays({ v: BigInt64Array.of(9007199254740991n, -5n) }).getChild('v')!,
      huge: tableFromArrays({ v: BigUint64Array.of(18446744073709551610n, 7n) }).getChild('v')!,
      price: decimals(10, 2, [1250n, -5n]),
      count: decimals(9, 0, [7n, 8n]),
      ean: decimals(38, 0, [3760123456789012345n, 1n]),
    }),
  );
  expect(types(source)).toEqual({
    big: 'integer',
    huge: 'text',
    price: 'number',
    count: 'integer',
    ean: 'text',
  });
  expect(await bench.rows(source)).toEqual([
    [9007199254740991, '18446744073709551610', 12.5, 7, '3760123456789012345'],
    [-5, '7', -0.05, 8, '1'],
  ]);
});

test('the clock of times with a zone is that of UTC', async () => {
  const stream = await bench.engine.arrow(sql`select timestamp '2024-07-01 10:00:00' as t`);
  const table = tableFromIPC(stream);
  const field = table.schema.fields[0]!;
  (field.type as unknown as { timezone: string }).timezone = 'Europe/Paris';
  const blob = new Blob([new Uint8Array(encodeParquet(tableToIPC(table, 'stream')))]);
  const [file] = await unpack({ name: 'z.parquet', blob }, reader);
  const source = await loadFile(bench.engine, { schema: bench.schema, table: 'z' }, file!);
  expect(types(source)).toEqual({ t: 'timestamp' });
  expect(await bench.rows(source)).toEqual([['2024-07-01T10:00:00']]);
});

test('texts that hold numbers and dates are read as those of a text file, with rejects by row', async () => {
  const source =
    await load(sql`select 'C' || i as client, if(i = 77, '31/02/2024', strftime(date '2024-01-13' + cast(i % 200 as integer), '%d/%m/%Y')) as jour,
    case when i = 99 then 'douze' when i = 98 then '' when i = 97 then 'NA' else replace((i / 4)::varchar, '.', ',') || ' €' end as montant,
    lpad((i % 90)::varchar, 5, '0') as "Code postal"
    from range(100) t(i)`);
  expect(types(source)).toEqual({ client: 'text', jour: 'date', montant: 'number', 'Code postal': 'text' });
  expect(source.rejects).toEqual([
    { line: 78, column: 'jour', value: '31/02/2024', reason: 'not-a-date' },
    { line: 100, column: 'montant', value: 'douze', reason: 'not-a-number' },
  ]);
  expect(source).toMatchObject({ rowsRead: 100, rowsLoaded: 100, rejectCount: 2, currency: 'EUR' });
  const rows = await bench.rows(source);
  expect(rows[2]).toEqual(['C2', '2024-01-15', 0.5, '00002']);
  expect(rows[97]).toEqual(['C97', '2024-04-19', null, '00007']);
});

test('a value far behind the first batch that contradicts it is found', async () => {
  const source = await load(
    sql`select if(i = 299999, 'n/c', (i % 50)::varchar) as quantite, i as n from range(300000) t(i)`,
  );
  expect(source.rejects).toEqual([
    { line: 300_000, column: 'quantite', value: 'n/c', reason: 'not-a-number' },
  ]);
  expect(
    await bench.engine.query(sql`select count(quantite) as c, sum(quantite) as s, max(n) as n from ventes`),
  ).toEqual([{ c: 299_999, s: 7_349_951, n: 299_999 }]);
});

test('numbers that are none are empty or listed; empty texts are no values; keys lose their outer spaces', async () => {
  const source =
    await load(sql`select case i when 0 then 'nan'::double when 1 then '-inf'::double else i end as montant,
    if(i = 2, ' C2 ', 'C' || i) as customer_id, if(i = 3, '', 'x') as region from range(4) t(i)`);
  expect(source.rejects).toEqual([
    { line: 2, column: 'montant', value: '-Infinity', reason: 'not-a-number' },
  ]);
  expect(await bench.rows(source)).toEqual([
    [null, 'C0', 'x'],
    [null, 'C1', 'x'],
    [2, 'C2', 'x'],
    [3, 'C3', null],
  ]);
});

test('identifiers that were stored as decimals are whole again', async () => {
  const source = await load(
    sql`select if(i = 1, null, 17850 + i)::double as "CustomerID" from range(3) t(i)`,
  );
  expect(await bench.rows(source)).toEqual([['17850'], [null], ['17852']]);
  expect(source.repairs).toEqual([{ code: 'id-without-decimals', detail: 'CustomerID', count: 2 }]);
});

test('a role that the column cannot have is refused with its row; days written as numbers can be dates', async () => {
  const query = sql`select cast(20240101 + i as integer) as jour, 'x' as mot from range(9) t(i)`;
  await expect(load(query, { choices: { roles: { mot: 'order_date' } } })).rejects.toMatchObject({
    code: 'import/role-not-a-date',
    data: { file: 'ventes.parquet', column: 'mot', line: 1, value: 'x' },
  });
  const source = await load(query, { choices: { roles: { jour: 'order_date' } } });
  expect(types(source)).toEqual({ jour: 'date', mot: 'text' });
  expect((await bench.rows(source))[8]).toEqual(['2024-01-09', 'x']);
});

test('a file is read again under other roles, and leaves nothing behind when it fails', async () => {
  const query = sql`select 'C' || i as who, i as n from range(5) t(i)`;
  const blob = new Blob([new Uint8Array(encodeParquet(await bench.engine.arrow(query)))]);
  const [file] = await unpack({ name: 'again.parquet', blob }, reader);
  const source = await loadFile(bench.engine, { schema: bench.schema, table: 'again' }, file!);
  const again = await reloadFile(bench.engine, bench.schema, source, file!, {
    choices: { roles: { who: 'customer_id' } },
  });
  expect(again.columns[0]).toMatchObject({ role: 'customer_id', confidence: 1 });
  await expect(
    reloadFile(bench.engine, bench.schema, source, file!, { choices: { roles: { who: 'order_date' } } }),
  ).rejects.toMatchObject({ code: 'import/role-not-a-date' });
  const tables = await bench.engine.query<{ n: string }>(
    sql`select table_name as n from duckdb_tables() where table_name like 'staged%' or table_name like 'reading%'`,
  );
  expect(tables).toEqual([]);
  expect(await bench.rows(again)).toHaveLength(5);
});

test('an empty file says so', async () => {
  await expect(load(sql`select 1 as a where false`)).rejects.toMatchObject({ code: 'file/header-only' });
});
