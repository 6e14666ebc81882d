import type { JoinEnd, JoinReport } from '../../core/join-report.js';
import type { ResultTable } from '../../core/tables.js';
import { duplicateProposals, type Duplicates } from '../../data/warehouse/duplicates.js';
import { joinReports, unmatchedRows } from '../../data/warehouse/joins.js';
import type { Source } from '../../data/source.js';
import type { Engine } from '../../engine/engine.js';
import { sql } from '../../engine/sql.js';
import { RecordedEngine } from './recorded-engine.js';

/** Proposals shown at once. */
const shownDuplicates = 50;

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

/** Customer numbers that may be one person's, without those that were `merged` into another. */
export async function findDuplicates(
  engine: Engine,
  sources: readonly Source[],
  merged: readonly string[],
  signal?: AbortSignal,
): Promise<Duplicates> {
  return duplicateProposals(
    engine,
    await schemaInUse(engine, signal),
    sources,
    merged,
    shownDuplicates,
    signal,
  );
}

/** Where the tables stand that cells read. */
async function schemaInUse(engine: Engine, signal?: AbortSignal): Promise<string> {
  const [row] = await engine.query<{ schema: string }>(sql`select current_schema() as "schema"`, signal);
  return row?.schema ?? 'main';
}
