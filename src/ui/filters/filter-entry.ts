import { isDate, type Filter, type FilterOp } from '../../core/filters.js';
import type { Value } from '../../core/tables.js';
import type { Field } from '../../core/warehouse.js';

/** Conditions that make sense for the type of a field, in the order in which they are offered. */
export function opsFor(field: Field): readonly (FilterOp | 'is_not_null')[] {
  if (field.type === 'boolean') return ['eq', 'is_null', 'is_not_null'];
  const isOrdered = isDate(field) || field.type === 'number' || field.type === 'integer';
  return isOrdered
    ? ['between', 'gte', 'lte', 'eq', 'ne', 'is_null', 'is_not_null']
    : ['in', 'not_in', 'eq', 'ne', 'contains', 'is_null', 'is_not_null'];
}

/** The filter that was entered, or null while its value is missing or does not fit the field. */
export function enteredFilter(
  field: Field,
  op: FilterOp | 'is_not_null',
  first: string,
  second: string,
): Filter | null {
  if (op === 'is_null' || op === 'is_not_null')
    return { field: field.name, op: 'is_null', value: op === 'is_null' };
  if (op === 'in' || op === 'not_in') {
    const values = first.split(';').map((part) => part.trim());
    return values.every((value) => value === '')
      ? null
      : { field: field.name, op, value: values.filter(Boolean) };
  }
  const from = typed(field, first);
  if (op === 'between') {
    const to = typed(field, second);
    return from === null && to === null ? null : { field: field.name, op, value: [from, to] };
  }
  return from === null ? null : { field: field.name, op, value: from };
}

function typed(field: Field, entered: string): Value {
  const text = entered.trim();
  if (text === '') return null;
  if (field.type === 'boolean') return text === 'true';
  if (field.type !== 'number' && field.type !== 'integer') return text;
  const number = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
