import type { JoinHint, JoinReport, JoinSide } from '../../core/join-report.js';
import type { ResultTable } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import { columnType, keyOf } from './keys.js';
import { pairsOf, type JoinEnd, type JoinPair } from './join-pairs.js';
import { partsOf } from './parts.js';
import { relation } from './relation.js';
import type { Source } from '../source.js';

/** Every join between the files: those that `sales` makes, and those by which tables of the star can be joined. */
export async function joinReports(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  signal?: AbortSignal,
): Promise<readonly JoinReport[]> {
  const reports: JoinReport[] = [];
  for (const pair of pairsOf(partsOf(sources))) {
    reports.push(await reportOf(engine, schema, pair, signal));
  }
  return reports;
}

/** The first rows of one end whose key the other end does not have, with all the file's columns. */
export async function unmatchedRows(
  engine: Engine,
  schema: string,
  report: JoinReport,
  side: 'many' | 'one',
  limit: number,
  signal?: AbortSignal,
): Promise<ResultTable> {
  const rows = ({ tables }: JoinSide): Sql =>
    relation(schema, { sources: tables.map((table) => ({ table })) });
  const key = ({ column, columnType: type }: JoinSide): Sql => keyOf(ident(column), type);
  const own = report[side];
  const other = report[side === 'many' ? 'one' : 'many'];
  return engine.table(
    sql`select * exclude (" row", " file") from ${rows(own)}
      where ${key(own)} is not null
        and ${key(own)} not in (select ${key(other)} from ${rows(other)} where ${key(other)} is not null)
      order by " file", " row" limit ${limit}`,
    signal,
  );
}

interface Counts {
  readonly manyRows: number;
  readonly manyBlank: number;
  readonly oneRows: number;
  readonly oneBlank: number;
  readonly matchedRows: number;
  readonly manyOrphanKeys: number;
  readonly manyOrphanRows: number;
  readonly oneOrphanKeys: number;
  readonly oneOrphanRows: number;
  readonly repeatedKeys: number;
  readonly unusedRows: number;
}

async function reportOf(
  engine: Engine,
  schema: string,
  { key, many, one }: JoinPair,
  signal?: AbortSignal,
): Promise<JoinReport> {
  // Few groups: one per key, and a key of the lines is that of an order, a customer or a product.
  const [counts] = await engine.query<Counts>(
    sql`with many as (${keyCounts(schema, many)}),
      one as (${keyCounts(schema, one)}),
      keys as (select many."key" as "many", one."key" as "one", many."rows" as "many rows", one."rows" as "one rows"
        from (select * from many where "key" is not null) as many
        full join (select * from one where "key" is not null) as one using ("key"))
      select
        (select coalesce(sum("rows"), 0) from many) as "manyRows",
        (select coalesce(sum("rows"), 0) from many where "key" is null) as "manyBlank",
        (select coalesce(sum("rows"), 0) from one) as "oneRows",
        (select coalesce(sum("rows"), 0) from one where "key" is null) as "oneBlank",
        coalesce(sum("many rows") filter ("one" is not null), 0) as "matchedRows",
        count("many") filter ("one" is null) as "manyOrphanKeys",
        coalesce(sum("many rows") filter ("one" is null), 0) as "manyOrphanRows",
        count("one") filter ("many" is null) as "oneOrphanKeys",
        coalesce(sum("one rows") filter ("many" is null), 0) as "oneOrphanRows",
        count_if("one rows" > 1) as "repeatedKeys",
        coalesce(sum("one rows" - 1), 0) as "unusedRows"
      from keys`,
    signal,
  );
  if (!counts) throw new Error('an aggregate without groups has one row');
  const withKey = counts.manyRows - counts.manyBlank;
  return {
    key,
    many: {
      ...sideOf(many),
      rows: counts.manyRows,
      blankRows: counts.manyBlank,
      orphanKeys: counts.manyOrphanKeys,
      orphanRows: counts.manyOrphanRows,
    },
    one: {
      ...sideOf(one),
      rows: counts.oneRows,
      blankRows: counts.oneBlank,
      orphanKeys: counts.oneOrphanKeys,
      orphanRows: counts.oneOrphanRows,
    },
    matchedRows: counts.matchedRows,
    matchedShare: withKey > 0 ? counts.matchedRows / withKey : null,
    repeatedKeys: counts.repeatedKeys,
    unusedRows: counts.unusedRows,
    hint: counts.manyOrphanRows > 0 ? await hintOf(engine, schema, { key, many, one }, counts, signal) : null,
  };
}

/** How a key reads when a difference in writing is looked over. */
const rules: readonly { readonly rule: JoinHint['rule']; readonly bare: (key: Sql) => Sql }[] = [
  { rule: 'case', bare: (key) => sql`upper(${key})` },
  { rule: 'leading-zeros', bare: (key) => sql`ltrim(${key}, '0')` },
  { rule: 'prefix', bare: (key) => sql`ltrim(regexp_extract(${key}, '([0-9]+)$', 1), '0')` },
];

/** The first rule by which a tenth of the rows more would match, with no two keys of one end falling together. */
async function hintOf(
  engine: Engine,
  schema: string,
  { many, one }: JoinPair,
  { matchedRows, manyRows, manyBlank }: Counts,
  signal?: AbortSignal,
): Promise<JoinHint | null> {
  for (const { rule, bare } of rules) {
    const bareKeys = (
      end: JoinEnd,
    ): Sql => sql`select ${bare(sql`"key"`)} as "bare", count(*) as "keys", sum("rows") as "rows"
      from (${keyCounts(schema, end)}) where "key" is not null group by 1`;
    const [found] = await engine.query<{ matched: number; collisions: number }>(
      sql`with many as (${bareKeys(many)}), one as (${bareKeys(one)})
        select coalesce(sum(many."rows"), 0) as "matched",
          count_if(many."keys" > 1 or one."keys" > 1) as "collisions"
        from many join one using ("bare") where "bare" <> ''`,
      signal,
    );
    const gained = (found?.matched ?? 0) - matchedRows;
    if (found && found.collisions === 0 && gained > 0 && gained >= 0.1 * (manyRows - manyBlank))
      return { rule, matchedRows: found.matched };
  }
  return null;
}

function keyCounts(schema: string, end: JoinEnd): Sql {
  return sql`select ${endKey(end)} as "key", count(*) as "rows" from ${relation(schema, end.part)} group by 1`;
}

function endKey({ part, column }: JoinEnd): Sql {
  return keyOf(ident(column), columnType(part, column));
}

function sideOf({
  part,
  column,
}: JoinEnd): Pick<JoinSide, 'kind' | 'files' | 'tables' | 'column' | 'columnType'> {
  return {
    kind: part.kind,
    files: part.sources.map(({ file }) => file),
    tables: part.sources.map(({ table }) => table),
    column,
    columnType: columnType(part, column),
  };
}
