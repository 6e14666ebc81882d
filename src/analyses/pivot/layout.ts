import { AppError } from '../../core/errors.js';
import { isDate } from '../../core/filters.js';
import { uniqueName } from '../../core/ids.js';
import type { Column, ColumnType, Unit, Value } from '../../core/tables.js';
import type { Field, Warehouse } from '../../core/warehouse.js';
import type { Grain } from '../../engine/dialect.js';
import { resolveCalculation } from './calculation.js';
import { canAggregate, fieldOf, isMoney, isNumber } from './fields.js';
import { unitsOf } from './formula-units.js';
import {
  modesWithBase,
  previousItem,
  type Aggregate,
  type Params,
  type ShowAs,
  type ValueParam,
} from './params.js';

/** A field in the rows or columns of the pivot; dates are grouped by `grain`. */
export interface Dimension {
  readonly name: string;
  readonly type: ColumnType;
  readonly grain: Grain | null;
}

/** A value of the pivot: the column that it becomes, and how it is computed. */
export interface ValueColumn {
  readonly column: Column;
  /** Null for a formula. */
  readonly field: string | null;
  readonly agg: Aggregate;
  readonly per: string | null;
  readonly formula: string | null;
  /** Type and unit of what is computed; `column` has those of what is shown. */
  readonly type: ColumnType;
  readonly unit: Unit | null;
  readonly showAs: ShowAs | null;
  /** The field whose members the mode follows, and the member it compares with. */
  readonly baseField: string | null;
  readonly baseItem: Value;
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

const defaultValue: ValueParam = {
  ...({ field: 'amount', agg: 'sum', per: null } as const),
  ...({ formula: null, showAs: null, baseField: null, baseItem: previousItem, name: null } as const),
};

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
  const plain = (params.values.length > 0 ? params.values : [defaultValue]).map((value) => {
    const computed = computedOf(value, warehouse);
    if (modesWithBase.has(value.showAs) && value.baseField !== null && !used.has(value.baseField)) {
      throw new AppError('params/invalid', { name: 'values.baseField', value: value.baseField });
    }
    const name = uniqueName(value.name ?? computed.name, taken);
    taken.push(name);
    return valueColumn(name, value, computed.type, computed.unit);
  });
  const units = unitsOf(resolveCalculation(plain, warehouse), plain, warehouse);
  const values = plain.map((value, place) => {
    const unit = units.get(place);
    return unit ? valueColumn(value.column.name, value, value.type, unit, value.isNamed) : value;
  });
  return { rows, columns, values, level, rowDepth, columnDepth };
}

function grainOf(params: Params, field: Field): Grain | null {
  if (!isDate(field)) return null;
  return Object.hasOwn(params.grains, field.name) ? (params.grains[field.name] ?? 'day') : 'day';
}

type Computed = Pick<ValueColumn, 'type' | 'unit'> & { readonly name: string };

/** What the value is before it is shown as something else, and the name it has unless the person gave one. */
function computedOf(value: ValueParam, warehouse: Warehouse): Computed {
  const { agg, per } = value;
  if (value.formula !== null) return { name: 'formula', type: 'number', unit: null };
  if (value.field === null) throw new AppError('params/invalid', { name: 'values', value: agg });
  const field = fieldOf(warehouse, value.field);
  const below = agg === 'ratio' && per !== null ? fieldOf(warehouse, per) : field;
  if (!canAggregate(field, agg) || !canAggregate(below, agg) || (agg === 'ratio' && per === null)) {
    throw new AppError('params/invalid', { name: 'values', value: `${agg}(${value.field})` });
  }
  if (agg === 'count' || agg === 'distinct') {
    return { name: `${agg}_${field.name}`, type: 'integer', unit: 'count' };
  }
  const money = isMoney(field) ? 'money' : null;
  if (agg === 'ratio') {
    const unit = money === null ? null : isMoney(below) ? 'share' : 'money';
    return { name: `ratio_${field.name}_${below.name}`, type: 'number', unit };
  }
  const type = money || isNumber(field) ? 'number' : isDate(field) ? 'date' : field.type;
  return { name: `${agg}_${field.name}`, type, unit: money };
}

function valueColumn(
  name: string,
  value: Pick<ValueColumn, 'field' | 'agg' | 'per' | 'formula' | 'showAs' | 'baseField' | 'baseItem'> & {
    readonly name?: string | null;
  },
  type: ColumnType,
  unit: Unit | null,
  isNamed = value.name !== null,
): ValueColumn {
  const { agg, per, formula, showAs } = value;
  const field = formula === null ? value.field : null;
  if (showAs !== null && !isNumber({ type })) {
    throw new AppError('params/invalid', { name: 'values.showAs', value: `${showAs} (${name})` });
  }
  const column: Column = { name, ...shownAs(showAs, type, unit) };
  const { baseField, baseItem } = value;
  return { column, field, agg, per, formula, type, unit, showAs, baseField, baseItem, isNamed };
}

function shownAs(showAs: ShowAs | null, type: ColumnType, unit: Unit | null): Omit<Column, 'name'> {
  switch (showAs) {
    case null:
    case 'difference':
    case 'running_total':
      return { type, ...(unit && { unit }) };
    case 'rank_ascending':
    case 'rank_descending':
      return { type: 'integer' };
    case 'index':
      return { type: 'number' };
    default:
      return { type: 'number', unit: 'share' };
  }
}
