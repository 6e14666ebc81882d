import { type Sql } from '../../engine/sql.js';
import { parseSelect } from '../../engine/user-sql.js';
import type { Params } from './params.js';

/** The person's own statement, once it is known to be one that only reads. */
export function buildSql(params: Params): { table: Sql } {
  return { table: parseSelect(params.sql) };
}
