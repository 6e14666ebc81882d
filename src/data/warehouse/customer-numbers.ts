import { ident, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import { customerColumn, type Part } from './parts.js';
import { relation } from './relation.js';
import type { CustomerMerge } from './warehouse-choices.js';

/** The file that tells which customer number has an e-mail address, for files that know only the address. */
export interface Directory {
  readonly part: Part;
  readonly number: string;
  readonly email: string;
}

/** What tells the number of a customer: the accepted merges, and the file that knows the numbers behind addresses. */
export interface CustomerNumbers {
  readonly schema: string;
  readonly merges: readonly CustomerMerge[];
  readonly directory: Directory | null;
}

/** The first file with both numbers and addresses, where another file has only addresses: customers before orders before lines. */
export function directoryOf(parts: readonly Part[]): Directory | null {
  if (!parts.some(hasAddressOnly)) return null;
  for (const kind of ['customers', 'orders', 'lines'] as const) {
    for (const part of parts) {
      const { customer_id: number, email } = part.columns;
      if (part.kind === kind && number && email) return { part, number, email };
    }
  }
  return null;
}

/** Who the customer of a row is, as all tables write it; null where no column says so. `from`: alias of the rows. */
export function customerKey(part: Part, directory: Directory | null, from?: Sql): Sql | null {
  const own = customerColumn(part);
  if (!own) return null;
  if (directory && hasAddressOnly(part)) return from ? sql`${from}." number"` : sql`" number"`;
  return keyText(part, own, from);
}

/** What the customers of a part are told by: files of one kind of key speak of the same customers. */
export function customerKeyRole(
  part: Part,
  directory: Directory | null,
): 'customer_id' | 'email' | 'customer_name' {
  const { customer_id: number, email } = part.columns;
  if (number ?? (directory && email)) return 'customer_id';
  return email ? 'email' : 'customer_name';
}

/** The rows of a part with what `customerKey` reads. */
export function withNumbers(rows: Sql, schema: string | null, part: Part, directory: Directory | null): Sql {
  const { email } = part.columns;
  if (!directory || !email || !hasAddressOnly(part)) return rows;
  const address = keyText(directory.part, directory.email);
  const own = keyText(part, email, sql`r`);
  return sql`(select r.*, coalesce(n."told", ${own}) as " number" from ${rows} as r
    left join (select ${address} as "address",
        arg_min(${keyText(directory.part, directory.number)}, " file" * 1000000000000 + " row") as "told"
      from ${relation(schema, directory.part)}
      where ${ident(directory.email)} is not null and ${ident(directory.number)} is not null
      group by 1) as n on n."address" = ${own})`;
}

function hasAddressOnly({ columns }: Part): boolean {
  return columns.customer_id === undefined && columns.email !== undefined;
}
