import type { ResultTable } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import { sql } from '../../engine/sql.js';
import type { Params } from './params.js';
import { buildSql } from './sql.js';

/** Rows a result holds at most; it is stored with the notebook and carried by the exported page. */
export const rowLimit = 10_000;

export interface Result {
  readonly table: ResultTable;
  /** True when the statement has more rows than the result holds. */
  readonly isCut: boolean;
}

/** Runs the statement and keeps its first rows. */
export async function run(engine: Engine, params: Params, signal: AbortSignal): Promise<Result> {
  const { table: statement } = buildSql(params);
  const { columns, rows } = await engine.table(
    sql`select * from (\n${statement}\n) limit ${rowLimit + 1}`,
    signal,
  );
  return { table: { columns, rows: rows.slice(0, rowLimit) }, isCut: rows.length > rowLimit };
}
