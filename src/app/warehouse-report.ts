import type { JoinEnd, JoinReport, JoinSide } from '../core/join-report.js';
import type { ResultTable } from '../core/tables.js';
import { partsOf, type Part } from '../data/parts.js';
import type { Role } from '../data/roles.js';
import type { Source } from '../data/source.js';
import type { Engine } from '../engine/engine.js';
import { ident, join, sql, type Sql } from '../engine/sql.js';

/** A join as the warehouse screen shows it, with the statement that counted it. */
export interface CountedJoin {
  readonly report: JoinReport;
  readonly sql: Readonly<Record<string, string>>;
}

/** Rows that find no partner, with the statement that found them. */
export interface UnmatchedRows {
  readonly table: ResultTable;
  readonly sql: Readonly<Record<string, string>>;
}

/** Counts how the tables of the files in use find each other. The screens ask through here and nowhere else. */
export async function countJoins(
  engine: Engine,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<CountedJoin[]> {
  const parts = partsOf(sources);
  const counted: CountedJoin[] = [];
  for (const { from, to, key } of pairs(parts)) {
    const ends = { from: endOf(from, key), to: endOf(to, key) };
    const statement = sql`with
      from_keys as (select "key", count(*) as "n" from (${keysOf(from, key)}) group by "key"),
      to_keys as (select "key", count(*) as "n" from (${keysOf(to, key)}) where "key" is not null group by "key")
      select
        coalesce((select sum("n") from from_keys), 0)::double as "rows",
        coalesce((select sum("n") from from_keys semi join to_keys using ("key")), 0)::double as "matched",
        (select count(*) from from_keys anti join to_keys using ("key") where "key" is not null) as "orphansFrom",
        (select count(*) from to_keys anti join from_keys using ("key")) as "orphansTo",
        (select count(*) from to_keys where "n" > 1) as "repeatedKeys"`;
    const [row] = await engine.query<Omit<JoinReport, 'from' | 'to'>>(statement, signal);
    if (row)
      counted.push({
        report: { ...ends, ...row },
        sql: { [`${ends.from.table} → ${ends.to.table}`]: statement.text },
      });
  }
  return counted;
}

/** The first rows of one side of a join that have no partner on the other. */
export async function findUnmatched(
  engine: Engine,
  sources: readonly Source[],
  { from, to }: JoinReport,
  side: JoinSide,
  limit: number,
  signal?: AbortSignal,
): Promise<UnmatchedRows> {
  const parts = partsOf(sources);
  const [asked, other] = side === 'from' ? [from, to] : [to, from];
  const key = sql`cast(${ident(asked.column)} as varchar)`;
  const statement = sql`select * from (${rowsOf(parts, asked)})
    where ${key} is null or ${key} not in (
      select cast(${ident(other.column)} as varchar) from (${rowsOf(parts, other)}) where ${ident(other.column)} is not null)
    limit ${limit}`;
  return { table: await engine.table(statement, signal), sql: { [asked.table]: statement.text } };
}

/** Which kind of table each key leads to. */
const homes = { order_id: 'orders', customer_id: 'customers', product_id: 'products' } as const;
type Key = keyof typeof homes & Role;

function pairs(parts: readonly Part[]): { from: Part; to: Part; key: Key }[] {
  return (['order_id', 'customer_id', 'product_id'] as const).flatMap((key) => {
    const to = parts.find((part) => part.kind === homes[key] && part.columns[key]);
    const from = parts.filter((part) => part !== to && part.columns[key]);
    return to ? from.map((part) => ({ from: part, to, key })) : [];
  });
}

function endOf(part: Part, key: Key): JoinEnd {
  return { table: part.sources[0]?.table ?? '', column: part.columns[key] ?? '' };
}

function keysOf(part: Part, key: Key): Sql {
  const column = ident(part.columns[key] ?? '');
  return unionOf(part, sql`cast(${column} as varchar) as "key"`);
}

function rowsOf(parts: readonly Part[], { table }: JoinEnd): Sql {
  const part = parts.find(({ sources }) => sources.some((source) => source.table === table));
  return part ? unionOf(part, sql`*`) : sql`select * from ${ident(table)}`;
}

function unionOf({ sources }: Part, columns: Sql): Sql {
  return join(
    sources.map(({ table }) => sql`select ${columns} from ${ident(table)}`),
    '\nunion all\n',
  );
}
