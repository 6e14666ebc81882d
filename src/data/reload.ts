import { newId } from '../core/ids.js';
import type { DataEngine } from '../engine/engine.js';
import { loadFile, type LoadOptions } from './load.js';
import type { TableFile } from './open.js';
import type { Source } from './source.js';
import { dropTable, renameTable } from './typed-table.js';

/**
 * Reads a source's file again, under other roles or into an engine that lost its tables, and puts the result in the
 * source's place: same id, same table. When it fails the table that was there is left as it is.
 */
export async function reloadFile(
  engine: DataEngine,
  schema: string,
  source: Source,
  file: TableFile,
  { choices, ...options }: Pick<LoadOptions, 'choices' | 'signal' | 'onrejects'> = {},
): Promise<Source> {
  const kept = Object.fromEntries(source.columns.map((column) => [column.name, column.role]));
  const beside = { schema, table: `reading_${newId()}` };
  const again = await loadFile(engine, beside, file, {
    choices: choices ?? { ...source.choices, roles: kept },
    ...options,
  });
  await dropTable(engine, { schema, table: source.table });
  await renameTable(engine, beside, source.table);
  return { ...again, id: source.id, table: source.table, choices: choices ?? source.choices };
}
