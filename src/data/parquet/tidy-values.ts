import type { DataEngine, TableName } from '../../engine/engine.js';
import { ident, list, sql, type Sql } from '../../engine/sql.js';
import type { ColumnPlan } from '../columns.js';
import { RejectLog } from '../reject-log.js';
import { tableSql } from '../typed-table.js';
import type { UnreadValues } from './unread-values.js';

/** Values of a column that are to be changed, and into what. */
interface Untidy {
  readonly column: ColumnPlan;
  readonly isOdd: Sql;
  readonly tidied: Sql;
}

/**
 * Makes of values that came with their types what a text file would have made of them: empty texts are no values, keys
 * lose their outer spaces, NaN is no value. Infinite numbers are taken out and answered: sums would drown in them.
 */
export async function tidyValues(
  engine: DataEngine,
  target: TableName,
  columns: readonly ColumnPlan[],
  signal?: AbortSignal,
): Promise<UnreadValues[]> {
  const untidy = columns.flatMap(untidyOf);
  if (untidy.length === 0) return [];
  const counts = untidy.map(
    ({ isOdd }, index) => sql`count(*) filter (where ${isOdd}) as ${ident(`n${index}`)}`,
  );
  const [counted = {}] = await engine.query<Record<string, number>>(
    sql`select ${list(counts)} from ${tableSql(target)}`,
    signal,
  );
  const infinite: UnreadValues[] = [];
  for (const [index, { column, isOdd, tidied }] of untidy.entries()) {
    if (!counted[`n${index}`]) continue;
    const found = column.type === 'number' ? await infiniteIn(engine, target, column, signal) : null;
    if (found) infinite.push(found);
    await engine.run(
      sql`update ${tableSql(target)} set ${ident(column.name)} = ${tidied} where ${isOdd}`,
      signal,
    );
  }
  return infinite;
}

function untidyOf(column: ColumnPlan): Untidy[] {
  const value = ident(column.name);
  if (column.reading.kind === 'text') {
    if (!column.reading.key)
      return [{ column, tidied: sql`nullif(${value}, '')`, isOdd: sql`${value} = ''` }];
    // Nothing but the empty text and those that begin with a space or a control code sort before '!'.
    const isOdd = sql`(${value} < '!' or suffix(${value}, ' '))`;
    return [{ column, tidied: sql`nullif(trim(${value}), '')`, isOdd }];
  }
  return column.type === 'number' ? [{ column, tidied: sql`null`, isOdd: sql`not isfinite(${value})` }] : [];
}

async function infiniteIn(
  engine: DataEngine,
  target: TableName,
  { index, name }: ColumnPlan,
  signal?: AbortSignal,
): Promise<UnreadValues | null> {
  const rows = await engine.query<{ line: number; sign: number }>(
    sql`select rowid + 1 as line, sign(${ident(name)}) as sign from ${tableSql(target)}
      where isinf(${ident(name)}) order by rowid`,
    signal,
  );
  if (rows.length === 0) return null;
  const rejects = new RejectLog();
  for (const { line, sign } of rows)
    rejects.add({ line, column: name, value: sign < 0 ? '-Infinity' : 'Infinity', reason: 'not-a-number' });
  return { index, rejects };
}
