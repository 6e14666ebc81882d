import { ident, join, sql, type Sql } from '../../engine/sql.js';

/**
 * A part's rows as one relation, whatever the number of its files. ` row` and ` file` count from 0; no header begins with
 * a blank, so that no file has columns of these names. Without a schema the tables are those of the schema in use.
 */
export function relation(
  schema: string | null,
  part: { readonly sources: readonly { readonly table: string }[] },
): Sql {
  const within = schema === null ? sql`` : sql`${ident(schema)}.`;
  const selects = part.sources.map(
    ({ table }, index) => sql`select *, rowid as " row", ${index} as " file" from ${within}${ident(table)}`,
  );
  return sql`(${join(selects, '\nunion all\n')})`;
}

/** What joins the rows of one order: its number, and for a row without a number the row itself. */
export function orderKey(order: string, from?: Sql): Sql {
  const dot = from ? sql`${from}.` : sql``;
  return sql`coalesce(cast(${dot}${ident(order)} as varchar), '#' || ${dot}" file" || '-' || ${dot}" row")`;
}
