import type { NamedTable } from '../../core/tables.js';
import type { Result } from './run.js';

/**
 * One row per cell, subtotal and total. `level` says which: `cell`, `subtotal`, `row_total`, `column_total`,
 * `grand_total`; `row_depth` and `column_depth` say how many row and column fields the row stands for. A field beyond
 * that depth is null because it means "all"; a field within it is null because the lines have no value.
 */
export function tables(result: Result): NamedTable[] {
  return [{ name: 'cells', ...result.cells }];
}
