import type { ColumnType, Value } from './tables.js';

export const filterOps = [
  'eq',
  'ne',
  'in',
  'not_in',
  'gte',
  'lte',
  'between',
  'contains',
  'is_null',
] as const;
export type FilterOp = (typeof filterOps)[number];

/** A condition on a field of `sales` or of another table. */
export interface Filter {
  readonly field: string;
  readonly op: FilterOp;
  /** A list for `in`, `not_in` and `between`; for `is_null`, false asks for the rows that have a value. */
  readonly value: Value | readonly Value[];
}

/** True for fields that hold a day or a moment. */
export function isDate(field: { readonly type: ColumnType }): boolean {
  return field.type === 'date' || field.type === 'timestamp';
}

/** The values of a filter, one or several. */
export function valuesOf({ value }: Filter): readonly Value[] {
  return isList(value) ? value : [value];
}

/** `Array.isArray` does not know lists that cannot be written to. */
export function isList(value: Filter['value']): value is readonly Value[] {
  return Array.isArray(value);
}
