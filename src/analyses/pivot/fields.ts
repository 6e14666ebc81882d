import { AppError } from '../../core/errors.js';
import type { ColumnType } from '../../core/tables.js';
import type { Field, Warehouse } from '../../core/warehouse.js';
import type { Aggregate } from './params.js';

const moneyFields: ReadonlySet<string | undefined> = new Set(['amount', 'unit_price', 'cost']);
const anyType: ReadonlySet<Aggregate> = new Set(['count', 'distinct', 'min', 'max']);

/** The field of that name; an unknown one is the person's to mend. */
export function fieldOf(warehouse: Warehouse, name: string): Field {
  const field = warehouse.fields.find((candidate) => candidate.name === name);
  if (!field) throw new AppError('analysis/missing-column', { name });
  return field;
}

/** True when the aggregate can be computed for the field: sums, means and quantiles need numbers. */
export function canAggregate(field: { readonly type: ColumnType }, agg: Aggregate): boolean {
  return anyType.has(agg) || isNumber(field);
}

export function isNumber(field: { readonly type: ColumnType }): boolean {
  return field.type === 'number' || field.type === 'integer';
}

/** True for fields in the data's currency. */
export function isMoney(field: Field): boolean {
  return moneyFields.has(field.canonical);
}
