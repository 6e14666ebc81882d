import { AppError } from '../core/errors.js';
import { isDate, isList, valuesOf, type Filter } from '../core/filters.js';
import type { Value } from '../core/tables.js';
import type { Field } from '../core/warehouse.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';

/**
 * A filter as a condition on a line. Null rule: a line without a value passes `ne` and `not_in` (it is not that value)
 * and fails the others, unless null itself is asked for. `contains` looks past case and accents.
 */
export function condition(filter: Filter, field: Field): Sql {
  const column = isDate(field) ? sql`cast(${ident(field.name)} as date)` : sql`${ident(field.name)}`;
  const one = (): Sql => literal(filter, field, single(filter));
  switch (filter.op) {
    case 'eq':
      return single(filter) === null ? sql`${column} is null` : sql`${column} = ${one()}`;
    case 'ne':
      return sql`${column} is distinct from ${single(filter) === null ? null : one()}`;
    case 'in':
      return oneOf(filter, field, column);
    case 'not_in':
      return sql`not coalesce(${oneOf(filter, field, column)}, false)`;
    case 'gte':
      return sql`${column} >= ${one()}`;
    case 'lte':
      return sql`${column} <= ${one()}`;
    case 'between': {
      const [from = null, to = null] = valuesOf(filter);
      return join(
        [
          sql`${column} is not null`,
          ...(from === null ? [] : [sql`${column} >= ${literal(filter, field, from)}`]),
          ...(to === null ? [] : [sql`${column} <= ${literal(filter, field, to)}`]),
        ],
        ' and ',
      );
    }
    case 'contains':
      return sql`contains(${plain(sql`cast(${column} as varchar)`)}, ${plain(sql`${String(single(filter) ?? '')}`)})`;
    case 'is_null':
      return filter.value === false ? sql`${column} is not null` : sql`${column} is null`;
  }
}

/** True when a line without a value in the field does not pass. */
export function leavesOutNull(filter: Filter): boolean {
  if (filter.op === 'ne' || filter.op === 'not_in') return valuesOf(filter).includes(null);
  if (filter.op === 'is_null') return filter.value === false;
  return filter.op === 'between' || !valuesOf(filter).includes(null);
}

function oneOf(filter: Filter, field: Field, column: Sql): Sql {
  const values = valuesOf(filter);
  const known = values.filter((value) => value !== null).map((value) => literal(filter, field, value));
  const parts = [
    ...(known.length > 0 ? [sql`${column} in (${list(known)})`] : []),
    ...(values.includes(null) ? [sql`${column} is null`] : []),
  ];
  return parts.length > 0 ? sql`(${join(parts, ' or ')})` : sql`false`;
}

/** The value as the type of the field; anything else is an invalid setting. */
function literal(filter: Filter, field: Field, value: Value): Sql {
  const text = String(value ?? '').trim();
  if (field.type === 'number' || field.type === 'integer') {
    const number = text === '' ? Number.NaN : Number(text);
    if (Number.isFinite(number)) return sql`${number}`;
  } else if (isDate(field)) {
    const day = text.slice(0, 10);
    if (isDay(day)) return sql`date ${day}`;
  } else if (field.type === 'boolean') {
    if (text === 'true' || text === 'false') return sql`${text === 'true'}`;
  } else if (value !== null) {
    return sql`${String(value)}`;
  }
  throw invalid(filter);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function single(filter: Filter): Value {
  if (isList(filter.value)) throw invalid(filter);
  return filter.value;
}

function plain(text: Sql): Sql {
  return sql`lower(strip_accents(${text}))`;
}

function invalid(filter: Filter): AppError {
  return new AppError('params/invalid', {
    name: `filters.${filter.field}`,
    value: JSON.stringify(filter.value),
  });
}
