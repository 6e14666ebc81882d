import { uniqueName } from '../../../core/ids.js';
import { ident, join, list, sql, type Sql } from '../../../engine/sql.js';
import { headerKey } from '../../roles/header.js';
import { customerKey, withNumbers, type CustomerNumbers } from '../customer-numbers.js';
import { keyText } from '../keys.js';
import { customerColumn, type Part } from '../parts.js';
import type { CustomerMerge } from '../warehouse-choices.js';
import { starColumns, type StarColumn, type StarTable } from './star-columns.js';

/**
 * The select that makes a table of the star: every row of its files, in their order, under the canonical names, and
 * behind them the files' other columns under their own. Files of different columns are put one below the other by name.
 */
export function starQuery(numbers: CustomerNumbers, table: StarTable, parts: readonly Part[]): Sql {
  const { schema, directory } = numbers;
  const selects = parts.flatMap((part) =>
    part.sources.map((source) => {
      const from = withNumbers(sql`${ident(schema)}.${ident(source.table)}`, schema, part, directory);
      return sql`select ${list(starSelection(table, part, numbers))} from ${from}`;
    }),
  );
  return join(selects, '\nunion all by name\n');
}

/** The columns of a part's rows: canonical ones first, each file column once. */
function starSelection(table: StarTable, part: Part, { merges, directory }: CustomerNumbers): Sql[] {
  const columns = part.sources[0]?.columns ?? [];
  const used = new Set<string>();
  const canonical = starColumns[table].flatMap((wanted) => {
    const found = columnFor(wanted, part, used);
    if (found === undefined) return [];
    used.add(found);
    const isCustomer = wanted.name === 'customer_id' && table !== 'prospects';
    const customer = isCustomer && found === customerColumn(part) ? customerKey(part, directory) : null;
    const value = customer ?? (wanted.isKey ? keyText(part, found) : ident(found));
    return [sql`${isCustomer ? merged(value, merges) : value} as ${ident(wanted.name)}`];
  });
  const names = starColumns[table].map(({ name }) => name);
  const others = columns
    .filter(({ name }) => !used.has(name))
    .map(({ name }) => {
      const own = uniqueName(name, names);
      names.push(own);
      return sql`${ident(name)} as ${ident(own)}`;
    });
  return [...canonical, ...others];
}

function columnFor(
  { roles, header, otherwise }: StarColumn,
  part: Part,
  used: ReadonlySet<string>,
): string | undefined {
  const free = (part.sources[0]?.columns ?? []).filter(({ name }) => !used.has(name));
  const byHeader = (pattern: RegExp | undefined): string | undefined =>
    free.find(({ name }) => pattern?.test(headerKey(name)))?.name;
  const byRole = (): string | undefined =>
    roles.map((role) => part.columns[role]).find((name) => free.some((column) => column.name === name));
  return byHeader(header) ?? byRole() ?? byHeader(otherwise);
}

/** The number of the customer that is left when numbers were merged. */
function merged(value: Sql, merges: readonly CustomerMerge[]): Sql {
  if (merges.length === 0) return value;
  const [from, to] = [merges.map((merge) => merge.from), merges.map((merge) => merge.to)];
  return sql`coalesce(map([${list(from)}], [${list(to)}])[${value}], ${value})`;
}
