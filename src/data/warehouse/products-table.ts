import type { Field } from '../../core/warehouse.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import { isUndone, type Part } from './parts.js';
import { firstRows, type Key } from './first-rows.js';
import { relation } from './relation.js';
import { dimensionSpellings, type SalesColumn } from './sales-columns.js';
import { spelled } from './spellings.js';

/** One row per product sold, and the products of the product file that were not: their name and category are those of the first line or row. */
export function productsQuery(
  schema: string,
  fields: readonly Field[],
  files: readonly Part[],
  columns: readonly SalesColumn[],
  sales: Sql,
): Sql {
  const has = (name: string): boolean => fields.some((field) => field.name === name);
  const key = has('product_id') ? sql`product_id` : sql`product`;
  const category = has('category') ? sql`, any_value(category) as category` : sql``;
  const sold = sql`select ${key} as product_id, any_value(product) as product${category} from ${sales} where ${key} is not null group by ${key}`;
  const listed = has('product_id') ? fileProductsQuery(schema, files, columns) : null;
  if (!listed) return sold;
  return sql`with sold as (${sold}), listed as (${listed})
    select * from sold union all by name
    select ${has('category') ? sql`*` : sql`product_id, product`} from listed where product_id not in (select product_id from sold)`;
}

/** The products of files that no sale is joined to; null when no column says which product it is. */
export function fileProductsQuery(
  schema: string,
  parts: readonly Part[],
  columns: readonly SalesColumn[],
): Sql | null {
  const hasCategory = parts.some((part) => part.columns.category);
  const selects = parts.flatMap((part, index) => {
    const { product_id: id, product_name: name, category } = part.columns;
    const column = id ?? name;
    if (!column) return [];
    const key: Key = (from) => keyText(part, column, from);
    const group = category ? sql`cast(${ident(category)} as varchar)` : sql`null::varchar`;
    const spellings = isUndone(part, 'regions-merged') ? [] : dimensionSpellings(columns, 'category');
    const selected = [
      sql`${key()} as product_id`,
      sql`${keyText(part, name ?? column)} as product`,
      ...(hasCategory ? [sql`${spelled(group, spellings)} as category`] : []),
      sql`${index} as " place"`,
    ];
    return [sql`select ${list(selected)} from ${firstRows(relation(schema, part), key)}`];
  });
  if (selects.length === 0) return null;
  return sql`select * exclude (" place") from (${join(selects, '\nunion all\n')})
    qualify row_number() over (partition by product_id order by " place") = 1`;
}
