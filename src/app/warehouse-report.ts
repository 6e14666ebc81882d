import type { JoinEnd, JoinReport, JoinSide } from '../core/join-report.js';
import type { ResultTable } from '../core/tables.js';
import { partsOf, type Part } from '../data/parts.js';
import type { Role } from '../data/roles.js';
import type { Source } from '../data/source.js';
import type { Engine } from '../engine/engine.js';
import { ident, join, sql, type Sql } from '../engine/sql.js';
import { RecordedEngine } from './recorded-engine.js';

/** The joins between the files in use, with the statements that counted them. */
export interface CountedJoins {
  readonly reports: readonly JoinReport[];
  readonly statements: readonly string[];
}

/** Rows that find no partner, with the statements that found them. */
export interface UnmatchedRows {
  readonly table: ResultTable;
  readonly statements: readonly string[];
}

/** Counts how the tables of the files in use find each other. The screens ask through here and nowhere else. */
export async function countJoins(
  engine: Engine,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<CountedJoins> {
  const schema = await schemaInUse(engine, signal);
  const recorded = new RecordedEngine(engine);
  const reports = await joinReports(recorded, schema, sources, signal);
  return { reports, statements: recorded.statements };
}

/** The first rows of one side of a join whose key the other side does not have. */
export async function findUnmatched(
  engine: Engine,
  report: JoinReport,
  end: JoinEnd,
  limit: number,
  signal?: AbortSignal,
): Promise<UnmatchedRows> {
  const schema = await schemaInUse(engine, signal);
  const recorded = new RecordedEngine(engine);
  const table = await unmatchedRows(recorded, schema, report, end, limit, signal);
  return { table, statements: recorded.statements };
}

/** Where the tables stand that cells read. */
async function schemaInUse(engine: Engine, signal?: AbortSignal): Promise<string> {
  const [row] = await engine.query<{ schema: string }>(sql`select current_schema() as "schema"`, signal);
  return row?.schema ?? 'main';
}

async function joinReports(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<JoinReport[]> {
  const parts = partsOf(sources);
  const homes = { order_id: 'orders', customer_id: 'customers', product_id: 'products' } as const;
  const reports: JoinReport[] = [];
  for (const key of ['order_id', 'customer_id', 'product_id'] as const) {
    const one = parts.find((part) => part.kind === homes[key] && part.columns[key]);
    for (const many of parts.filter((part) => part !== one && part.columns[key]))
      if (one) reports.push(await reportOf(engine, schema, key, many, one, signal));
  }
  return reports;
}

async function reportOf(
  engine: Engine,
  schema: string,
  key: Role,
  many: Part,
  one: Part,
  signal?: AbortSignal,
): Promise<JoinReport> {
  const keys = (part: Part): Sql => sql`select cast(${ident(part.columns[key] ?? '')} as varchar) as "key",
      count(*) as "rows" from (${allRows(
        schema,
        part.sources.map(({ table }) => table),
      )}) group by 1`;
  const [found] = await engine.query<Record<string, number>>(
    sql`with many as (${keys(many)}),
      one as (${keys(one)}),
      keys as (select many."rows" as "many", one."rows" as "one"
        from (select * from many where "key" is not null) as many
        full join (select * from one where "key" is not null) as one using ("key"))
      select
        (select coalesce(sum("rows"), 0) from many)::double as "manyRows",
        (select coalesce(sum("rows"), 0) from many where "key" is null)::double as "manyBlank",
        (select coalesce(sum("rows"), 0) from one)::double as "oneRows",
        (select coalesce(sum("rows"), 0) from one where "key" is null)::double as "oneBlank",
        coalesce(sum("many") filter ("one" is not null), 0)::double as "matched",
        count("many") filter ("one" is null) as "manyKeys",
        coalesce(sum("many") filter ("one" is null), 0)::double as "manyOrphans",
        count("one") filter ("many" is null) as "oneKeys",
        coalesce(sum("one") filter ("many" is null), 0)::double as "oneOrphans",
        count_if("one" > 1) as "repeated",
        coalesce(sum("one" - 1), 0)::double as "unused"
      from keys`,
    signal,
  );
  const count = (name: string): number => found?.[name] ?? 0;
  const side = (part: Part, name: JoinEnd): JoinSide => ({
    kind: part.kind,
    files: part.sources.map(({ file }) => file),
    tables: part.sources.map(({ table }) => table),
    column: part.columns[key] ?? '',
    columnType: 'text',
    rows: count(`${name}Rows`),
    blankRows: count(`${name}Blank`),
    orphanKeys: count(`${name}Keys`),
    orphanRows: count(`${name}Orphans`),
  });
  const withKey = count('manyRows') - count('manyBlank');
  return {
    key,
    many: side(many, 'many'),
    one: side(one, 'one'),
    matchedRows: count('matched'),
    matchedShare: withKey > 0 ? count('matched') / withKey : null,
    repeatedKeys: count('repeated'),
    unusedRows: count('unused'),
    hint: null,
  };
}

function unmatchedRows(
  engine: Engine,
  schema: string,
  report: JoinReport,
  end: JoinEnd,
  limit: number,
  signal?: AbortSignal,
): Promise<ResultTable> {
  const rows = ({ tables }: JoinSide): Sql => sql`(${allRows(schema, tables)})`;
  const key = ({ column }: JoinSide): Sql => sql`cast(${ident(column)} as varchar)`;
  const [own, other] = end === 'many' ? [report.many, report.one] : [report.one, report.many];
  return engine.table(
    sql`select * from ${rows(own)}
      where ${key(own)} not in (select ${key(other)} from ${rows(other)} where ${key(other)} is not null)
      limit ${limit}`,
    signal,
  );
}

function allRows(schema: string, tables: readonly string[]): Sql {
  return join(
    tables.map((table) => sql`select * from ${ident(schema)}.${ident(table)}`),
    '\nunion all\n',
  );
}
