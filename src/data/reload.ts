import { newId } from '../core/ids.js';
import type { DataEngine } from '../engine/engine.js';
import { ident, sql } from '../engine/sql.js';
import { loadFile } from './load.js';
import type { TableFile } from './open.js';
import type { ReadingChoices, Source } from './source.js';
import { dropTable, tableSql } from './typed-table.js';

/**
 * Reads a source's file again, under other roles or into an engine that lost its tables, and puts the result in the
 * source's place: same id, same table. When it fails the table that was there is left as it is.
 */
export async function reloadFile(
  engine: DataEngine,
  schema: string,
  source: Source,
  file: TableFile,
  { choices, signal }: { choices?: ReadingChoices; signal?: AbortSignal } = {},
): Promise<Source> {
  const kept = Object.fromEntries(source.columns.map((column) => [column.name, column.role]));
  const beside = { schema, table: `reading_${newId()}` };
  const again = await loadFile(engine, beside, file, {
    choices: choices ?? { ...source.choices, roles: kept },
    ...(signal ? { signal } : {}),
  });
  await dropTable(engine, { schema, table: source.table });
  await engine.run(sql`alter table ${tableSql(beside)} rename to ${ident(source.table)}`);
  return { ...again, id: source.id, table: source.table, choices: choices ?? source.choices };
}
