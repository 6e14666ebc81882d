import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { Condition, Filters, GridColumn, SortKey } from '../../ui/grid/row-source.js';

/** What a `where` says for the conditions of a grid's columns; `true` without any. */
export function whereOf(columns: readonly GridColumn[], filters: Filters): Sql {
  const met = [...filters].flatMap(([place, condition]) => {
    const column = columns[place];
    return column ? [sql`(${conditionOf(column, condition)})`] : [];
  });
  return met.length > 0 ? join(met, ' and ') : sql`true`;
}

/** What an `order by` says for the keys of a grid: empty values last either way, equal rows as they stand in the table. */
export function orderOf(columns: readonly GridColumn[], order: readonly SortKey[]): Sql {
  const keys = order.flatMap(({ column: place, direction }) => {
    const column = columns[place];
    if (!column) return [];
    return [
      direction === 'asc' ? sql`${rankOf(column)} asc nulls last` : sql`${rankOf(column)} desc nulls last`,
    ];
  });
  return list([...keys, sql`rowid`]);
}

/** Keys that have words are sorted as their words are listed. */
function rankOf({ name, words }: GridColumn): Sql {
  if (!words || words.size === 0) return ident(name);
  const ranks = [...words.keys()].map((key, index) => sql`when ${key} then ${index}`);
  return sql`case ${ident(name)} ${join(ranks, '\n')} end`;
}

function conditionOf(column: GridColumn, condition: Condition): Sql {
  const name = ident(column.name);
  const isDay = column.type === 'date' || column.type === 'timestamp';
  // A whole day of a timestamp is equal to its date.
  const compared = isDay ? sql`cast(${name} as date)` : name;
  const literal = (value: string | number | boolean): Sql =>
    isDay ? sql`cast(${value} as date)` : sql`${value}`;
  switch (condition.is) {
    case 'containing':
      return sql`contains(strip_accents(lower(cast(${name} as varchar))), strip_accents(lower(${condition.text})))`;
    case 'equal':
      return sql`${compared} = ${literal(condition.value)}`;
    case 'below':
      return sql`${compared} < ${literal(condition.value)}`;
    case 'above':
      return sql`${compared} > ${literal(condition.value)}`;
    case 'between':
      return sql`${compared} between ${literal(condition.from)} and ${literal(condition.to)}`;
    case 'empty':
      return column.type === 'text'
        ? sql`${name} is null or trim(cast(${name} as varchar)) = ''`
        : sql`${name} is null`;
    case 'filled':
      return column.type === 'text'
        ? sql`${name} is not null and trim(cast(${name} as varchar)) <> ''`
        : sql`${name} is not null`;
  }
}
