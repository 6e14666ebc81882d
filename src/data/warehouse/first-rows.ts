import { ident, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';

/** Joins the first row of each key: a key that stands twice must not multiply lines. */
export function joinOnce(schema: string, part: Part, key: string, name: Sql, on: Sql): Sql {
  return sql`left join ${firstRows(schema, part, key)} as ${name} on ${keyText(part, key, name)} = ${on}`;
}

/** The first row of each key of a file. */
export function firstRows(schema: string, part: Part, key: string): Sql {
  return sql`(select * from ${relation(schema, part)} where ${ident(key)} is not null
    qualify row_number() over (partition by ${keyText(part, key)} order by " file", " row") = 1)`;
}
