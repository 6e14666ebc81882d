import { AppError } from '../../core/errors.js';
import { isDate } from '../../core/filters.js';
import { uniqueName } from '../../core/ids.js';
import type { Column, ColumnType } from '../../core/tables.js';
import type { Field, Warehouse } from '../../core/warehouse.js';
import type { Grain } from '../../engine/dialect.js';
import type { Aggregate, Params, Share, ValueParam } from './params.js';

/** A field in the rows or columns of the pivot; dates are grouped by `grain`. */
export interface Dimension {
  readonly name: string;
  readonly type: ColumnType;
  readonly grain: Grain | null;
}

/** A value of the pivot: the column that it becomes, and how it is computed. */
export interface ValueColumn {
  readonly column: Column;
  readonly field: string;
  readonly agg: Aggregate;
  readonly showAs: Share | null;
  /** False when the column's name was made from `agg` and `field`: the screen then shows words. */
  readonly isNamed: boolean;
}

/** What a pivot is made of, checked against the data's fields. Plain JSON: the result carries it. */
export interface Layout {
  readonly rows: readonly Dimension[];
  readonly columns: readonly Dimension[];
  readonly values: readonly ValueColumn[];
  /** Names of the columns that tell cells from totals: `level`, `row_depth`, `column_depth`, unless a field is called so. */
  readonly level: string;
  readonly rowDepth: string;
  readonly columnDepth: string;
}

const defaultValue: ValueParam = { field: 'amount', agg: 'sum', showAs: null, name: null };
const moneyFields: ReadonlySet<string | undefined> = new Set(['amount', 'unit_price', 'cost']);
const anyType: ReadonlySet<Aggregate> = new Set(['count', 'distinct', 'min', 'max']);

/** Checks the params against the fields; a field used twice counts where it is used first. */
export function resolveLayout(params: Params, warehouse: Warehouse): Layout {
  const used = new Set<string>();
  const dimension = (name: string): Dimension[] => {
    const field = fieldOf(warehouse, name);
    if (used.has(name)) return [];
    used.add(name);
    return [{ name, type: isDate(field) ? 'date' : field.type, grain: grainOf(params, field) }];
  };
  const rows = params.rows.flatMap(dimension);
  const columns = params.columns.flatMap(dimension);

  const level = uniqueName('level', used);
  const rowDepth = uniqueName('row_depth', used);
  const columnDepth = uniqueName('column_depth', used);
  const taken = [...used, level, rowDepth, columnDepth];
  const values = (params.values.length > 0 ? params.values : [defaultValue]).map((value): ValueColumn => {
    const column = valueColumn(value, fieldOf(warehouse, value.field), taken);
    taken.push(column.name);
    return {
      column,
      field: value.field,
      agg: value.agg,
      showAs: value.showAs,
      isNamed: value.name !== null,
    };
  });
  return { rows, columns, values, level, rowDepth, columnDepth };
}

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

function isNumber(field: { readonly type: ColumnType }): boolean {
  return field.type === 'number' || field.type === 'integer';
}

function grainOf(params: Params, field: Field): Grain | null {
  if (!isDate(field)) return null;
  return Object.hasOwn(params.grains, field.name) ? (params.grains[field.name] ?? 'day') : 'day';
}

function valueColumn(value: ValueParam, field: Field, taken: readonly string[]): Column {
  const { agg, showAs } = value;
  const isCount = agg === 'count' || agg === 'distinct';
  if (!canAggregate(field, agg) || (showAs !== null && !isCount && !isNumber(field))) {
    throw new AppError('params/invalid', { name: 'values', value: `${agg}(${value.field})` });
  }
  const name = uniqueName(value.name ?? `${agg}_${value.field}`, taken);
  if (showAs !== null) return { name, type: 'number', unit: 'share' };
  if (isCount) return { name, type: 'integer', unit: 'count' };
  if (moneyFields.has(field.canonical)) return { name, type: 'number', unit: 'money' };
  return { name, type: isNumber(field) ? 'number' : isDate(field) ? 'date' : field.type };
}
