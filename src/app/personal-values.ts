import type { NamedTable } from '../core/tables.js';
import type { Role } from '../data/roles/roles.js';
import { isPersonHeader } from '../data/profile/completeness-fields.js';
import { matchHeader } from '../data/roles/header.js';
import type { Source, SourceColumn } from '../data/source.js';
import type { Engine } from '../engine/engine.js';
import { ident, list, sql } from '../engine/sql.js';

/** Columns that tell who somebody is. */
const personalRoles: readonly Role[] = [
  'customer_id',
  'customer_name',
  'email',
  'phone',
  'birth_date',
  'referrer',
  'order_id',
  'verbatim',
];

/** Whether a column of this meaning tells who somebody is. */
export function isPersonal(role: Role | null): boolean {
  return role !== null && personalRoles.includes(role);
}

/** Roles of which a file may have a second column, which then has none. */
const doubled: readonly Role[] = ['customer_name', 'email', 'phone'];

/** Whether a column tells who somebody is: by its role, or by its header where no role is left for it. */
function tellsWho({ name, role }: SourceColumn): boolean {
  if (role !== null) return isPersonal(role);
  const [best] = matchHeader(name);
  return isPersonHeader(name) || (best !== undefined && best.score >= 0.85 && doubled.includes(best.role));
}

/** Values asked about at once. */
const batch = 5000;
/** Shorter texts name nobody: they are classes, scores, answers. */
const shortest = 3;

/**
 * Whether a result shows individual people: one of its texts stands in a column that tells who somebody is, whatever the
 * result calls it. A category that is named like a customer counts too: better a table too few than one too many.
 */
export async function holdsPeople(
  engine: Engine,
  sources: readonly Source[],
  tables: readonly NamedTable[],
  result: unknown,
): Promise<boolean> {
  const texts = new Set<string>();
  collectTexts(result, texts);
  for (const table of tables) collectTexts(table.rows, texts);
  for (const source of sources) {
    for (const column of source.columns) {
      if (!tellsWho(column)) continue;
      // Keys are text in the tables; a number is one only in a column of the same name.
      const values = [...texts, ...numbersUnder(column.name, tables)];
      for (let from = 0; from < values.length; from += batch) {
        const [found] = await engine.query<{ found: boolean }>(
          sql`select count(*) > 0 as "found" from ${ident(source.table)}
              where cast(${ident(column.name)} as varchar) in (${list(values.slice(from, from + batch))})`,
        );
        if (found?.found) return true;
      }
    }
  }
  return false;
}

function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string' && value.length >= shortest) into.add(value);
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, into);
  else if (value !== null && typeof value === 'object') collectTexts(Object.values(value), into);
}

function numbersUnder(name: string, tables: readonly NamedTable[]): string[] {
  return tables.flatMap((table) => {
    const index = table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
    return index < 0 ? [] : table.rows.map((row) => String(row[index]));
  });
}
