import { expect, test } from 'vitest';
import { warmUp } from '../../src/data/warm-up.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';

test('warming up imports its made-up lines as any file, and leaves nothing behind', async () => {
  const engine = await NodeEngine.start();
  const before = await engine.query(sql`select schema_name, table_name from duckdb_tables()`);
  await warmUp(engine);
  expect(await engine.query(sql`select schema_name, table_name from duckdb_tables()`)).toEqual(before);
  const schemas = await engine.query(sql`select * from duckdb_schemas() where schema_name = 'warming_up'`);
  expect(schemas).toEqual([]);
});
