import type { Selection } from '../../analyses/analysis.js';
import { valuesOf } from '../../core/filters.js';

/** Rows of a cell's own table that have one value in one column. */
export interface PickedRows {
  readonly column: string;
  readonly value: string;
}

/** What was picked as rows of the cell's own table; null when it is more than one value of one column. */
export function pickedRows({ of, filters }: Selection): PickedRows | null {
  const [filter, ...others] = filters;
  if (of !== 'own' || !filter || others.length > 0 || filter.op !== 'in') return null;
  const [value, ...more] = valuesOf(filter);
  return typeof value === 'string' && more.length === 0 ? { column: filter.field, value } : null;
}
