import { tableOf, type ColumnType, type NamedTable, type Value } from '../../core/tables.js';
import type { InputParams } from '../input-value.js';

export interface InputResult {
  readonly value: Value;
}

/** `value(value)`. */
export function inputTables({ value }: InputResult, { type }: InputParams): NamedTable[] {
  return [tableOf('value', [{ name: 'value', type: columnType(type) }], [{ value }])];
}

/** The type of a value of that input. */
export function columnType(type: InputParams['type']): ColumnType {
  if (type === 'date') return 'date';
  return type === 'number' || type === 'slider' ? 'number' : 'text';
}
