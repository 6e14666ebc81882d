import { ident, join, sql, type Sql } from './sql.js';
import { identifiersOf } from './user-sql.js';

/** Tables by the name under which a statement reads them; each may read those before it, and the real one of its own name. */
export type Tables = ReadonlyMap<string, Sql>;

/**
 * The statement with other tables behind some of the names that it reads; the rest of it, and the order of its rows,
 * stay as they are. Only the tables that it needs are written down.
 */
export function withTables(tables: Tables, statement: Sql): Sql {
  const needed = neededBy(tables, statement);
  if (needed.length === 0) return statement;
  const steps = needed.map((name) => sql`${ident(name)} as (\n${tables.get(name) ?? null}\n)`);
  return sql`with ${join(steps, ',\n')}\nselect * from (\n${statement}\n)`;
}

function neededBy(tables: Tables, statement: Sql): string[] {
  const words = new Set(namesIn(statement));
  const needed: string[] = [];
  // The last may read all others, the first none.
  for (const [name, table] of [...tables].reverse()) {
    if (!words.has(name)) continue;
    needed.unshift(name);
    for (const word of namesIn(table)) words.add(word);
  }
  return needed;
}

function namesIn(statement: Sql): string[] {
  return identifiersOf(statement.text).map((name) => name.toLowerCase());
}
