import { ident, join, list, sql, type Sql } from '../engine/sql.js';

/** A part's rows as one relation, whatever the number of its files. `row number` and `file number` count from 0. */
export function relation(
  schema: string,
  part: { readonly sources: readonly { readonly table: string }[] },
): Sql {
  const selects = part.sources.map(
    ({ table }, index) =>
      sql`select *, rowid as "row number", ${index} as "file number" from ${ident(schema)}.${ident(table)}`,
  );
  return sql`(${join(selects, '\nunion all\n')})`;
}

/** What joins the rows of one order: its number, and for a row without a number the row itself. */
export function orderKey(order: string, from?: Sql): Sql {
  const dot = from ? sql`${from}.` : sql``;
  return sql`coalesce(cast(${dot}${ident(order)} as varchar), '#' || ${dot}"file number" || '-' || ${dot}"row number")`;
}

/** A window over the rows of each order, in the order of the file. */
export function withinOrder(order: string, from?: Sql): Sql {
  const dot = from ? sql`${from}.` : sql``;
  return sql`(partition by ${orderKey(order, from)} order by ${list([sql`${dot}"file number"`, sql`${dot}"row number"`])})`;
}
