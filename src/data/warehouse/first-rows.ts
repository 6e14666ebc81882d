import { sql, type Sql } from '../../engine/sql.js';

/** A key as an expression over rows; `from` is their alias. */
export type Key = (from?: Sql) => Sql;

/** Joins the first row of each key: a key that stands twice must not multiply lines. */
export function joinOnce(rows: Sql, key: Key, name: Sql, on: Sql): Sql {
  return sql`left join ${firstRows(rows, key)} as ${name} on ${key(name)} = ${on}`;
}

/** The first row of each key of a file. */
export function firstRows(rows: Sql, key: Key): Sql {
  return sql`(select * from ${rows} where ${key()} is not null
    qualify row_number() over (partition by ${key()} order by " file", " row") = 1)`;
}
