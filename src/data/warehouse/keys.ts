import type { ColumnType } from '../../core/tables.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import type { Part } from './parts.js';

/**
 * A key as every table of the warehouse writes it, so that joins match: text without blanks around it, leading zeros
 * kept, nothing where it is empty. Columns read as keys are that already; whole numbers lose a `.0` that their file's
 * way of keeping numbers added. `from` is the alias of the rows.
 */
export function keyText(part: Pick<Part, 'sources' | 'columns'>, column: string, from?: Sql): Sql {
  const value = from ? sql`${from}.${ident(column)}` : ident(column);
  const isKey = keyRoles.some((role) => part.columns[role] === column);
  const type = columnType(part, column);
  return isKey && type === 'text' ? value : keyOf(value, type);
}

/** The same of any column of that type. */
export function keyOf(value: Sql, type: ColumnType): Sql {
  const text = sql`cast(${value} as varchar)`;
  if (type === 'number') return sql`nullif(trim(regexp_replace(${text}, ${'\\.0+$'}, '')), '')`;
  return type === 'text' ? sql`nullif(trim(${text}), '')` : text;
}

/**
 * The type of a part's column; text when there is none. Where its files differ, their rows together have the widest: a
 * number that stands among texts still brings its decimals along.
 */
export function columnType({ sources }: Pick<Part, 'sources'>, column: string): ColumnType {
  const types = sources.flatMap(({ columns }) => columns.find(({ name }) => name === column)?.type ?? []);
  const [first = 'text'] = types;
  if (types.every((type) => type === first)) return first;
  return types.includes('number') ? 'number' : 'text';
}

/** Roles whose values are trimmed when their file is read. */
const keyRoles = ['customer_id', 'order_id', 'product_id', 'ticket_id'] as const;
