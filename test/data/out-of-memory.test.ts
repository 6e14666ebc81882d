import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { loadFile } from '../../src/data/load.js';
import { asText } from '../../src/data/open.js';
import { unpack } from '../../src/data/unpack.js';
import { createSchema } from '../../src/data/typed-table.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { encodeParquet } from '../../src/engine/parquet-codec.js';
import { sql } from '../../src/engine/sql.js';
import { nodeReader } from '../support/node-reader.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start({ memory: '40MB' });
  await createSchema(engine, 'n1');
});

/** Texts that cannot be compressed: 64 MB of them. */
const note = (id: number): string => createHash('sha512').update(String(id)).digest('hex').repeat(4);
const rows = 120_000;

test('a file that does not fit in memory says how much of it did, leaves nothing behind, and the engine goes on', async () => {
  const text = 'id,note\n' + Array.from({ length: rows }, (_, id) => `${id},${note(id)}${id}`).join('\n');
  const file = asText({ name: 'journal.csv', blob: new Blob([text]) });
  await engine.run(sql`create table n1.before as select 42 as answer`);
  const failure = await loadFile(engine, { schema: 'n1', table: 'journal' }, file).catch(
    (cause: unknown) => cause,
  );
  expect(failure).toMatchObject({ code: 'import/out-of-memory', data: { file: 'journal.csv', size: 63 } });
  const { data } = failure as { data: { rows: number; share: number } };
  expect(data.rows).toBeGreaterThan(1000);
  expect(data.rows).toBeLessThan(rows);
  expect(data.share).toBe(Math.floor((data.rows / rows) * 100));
  expect(
    await engine.query(sql`select table_name as name from duckdb_tables() where schema_name = 'n1'`),
  ).toEqual([{ name: 'before' }]);
  const small = asText({ name: 'small.csv', blob: new Blob(['a,b\n1,2\n']) });
  expect(await loadFile(engine, { schema: 'n1', table: 'small' }, small)).toMatchObject({ rowsLoaded: 1 });
});

test('the same of a Parquet file whose first rows do not fit', async () => {
  const reader = await nodeReader();
  const maker = await NodeEngine.start();
  const stream = await maker.arrow(
    sql`select id, repeat(md5(cast(id as varchar)), 20) || id as note from range(120000) as rows(id)`,
  );
  const [file] = await unpack(
    { name: 'journal.parquet', blob: new Blob([new Uint8Array(encodeParquet(stream))]) },
    reader,
  );
  const loading = loadFile(engine, { schema: 'n1', table: 'journal' }, file!);
  await expect(loading).rejects.toMatchObject({
    code: 'import/out-of-memory',
    data: { file: 'journal.parquet' },
  });
  expect(
    await engine.query(sql`select count(*) as n from duckdb_tables() where table_name = 'journal'`),
  ).toEqual([{ n: 0 }]);
  maker.close();
});
