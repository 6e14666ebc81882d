import { type Sql } from '../../engine/sql.js';
import { parseSelect } from '../../engine/user-sql.js';
import type { Params } from './params.js';

/** The person's own statement, once it is known to be one that only reads. */
export function buildSql(params: Params): { table: Sql } {
  return { table: parseSelect(params.sql) };
}

/** True for a text that the engine may be asked; another one would only be refused. */
export function canRun(text: string): boolean {
  try {
    parseSelect(text);
    return true;
  } catch {
    return false;
  }
}
