import type { NamedTable } from '../../core/tables.js';
import type { Result } from './run.js';

/** The rows of the statement. */
export function tables(result: Result): NamedTable[] {
  return [{ name: 'result', ...result.table }];
}
