import { AppError } from '../../core/errors.js';
import type { ResultTable } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import { sql } from '../../engine/sql.js';
import { readUserSqlError } from '../../engine/user-sql-errors.js';
import type { Params } from './params.js';
import { buildSql } from './sql.js';

/** Rows a result holds at most; it is stored with the notebook and carried by the exported page. */
export const rowLimit = 10_000;

export interface Result {
  readonly table: ResultTable;
  /** True when the statement has more rows than the result holds. */
  readonly isCut: boolean;
}

/** Runs the statement and keeps its first rows. What the engine refuses is said in terms of the person's own text. */
export async function run(engine: Engine, params: Params, signal: AbortSignal): Promise<Result> {
  const { table: statement } = buildSql(params);
  const limited = sql`select * from (\n${statement}\n) limit ${rowLimit + 1}`;
  const { columns, rows } = await engine.table(limited, signal).catch((cause: unknown) => {
    // The statement begins on the second line of what is run.
    throw cause instanceof AppError ? readUserSqlError(cause, params.sql, 2) : cause;
  });
  return { table: { columns, rows: rows.slice(0, rowLimit) }, isCut: rows.length > rowLimit };
}
