import * as v from 'valibot';
import type { GenericSchema } from 'valibot';
import { AppError, toAppError } from '../core/errors.js';
import type { Warehouse } from '../core/warehouse.js';
import type { Dialect } from '../engine/dialect.js';
import { scopedTables, scopedWarehouse, type Scope } from '../data/warehouse/scope.js';
import type { Sql } from '../engine/sql.js';
import { withTables, type Tables } from '../engine/with-tables.js';
import { missingFor, type Analysis, type AnalysisContext } from '../analyses/analysis.js';
import type { Cell, Notebook } from './document.js';
import { fingerprint } from './fingerprint.js';
import { buildGraph } from './graph.js';
import { runParams } from './inputs.js';
import { takenNames } from './names.js';
import { scopeOf } from './population.js';
import { isSame } from './sql-names.js';

/** An analysis as the notebook handles it: its own types are hidden, its schema checks what it gets. */
export type AnyAnalysis = Analysis<GenericSchema, unknown>;
/** Finds an analysis; throws `cell/unknown-kind` for a kind that this version does not know. */
export type LoadAnalysis = (kind: string) => Promise<AnyAnalysis>;

/** What a cell needs to run, or why it cannot. */
export interface Job {
  readonly cell: Cell;
  readonly key: string;
  /** Ids of the cells whose table it reads. */
  readonly reads: readonly string[];
  readonly work: Work | { readonly canRun: false; readonly error: AppError };
}

/** A cell with its analysis loaded and its params complete. */
interface Work {
  readonly canRun: true;
  readonly analysis: AnyAnalysis;
  readonly params: unknown;
  readonly context: AnalysisContext;
  /** The tables of the warehouse as the cell's population has them: none when that is everybody. */
  readonly tables: Tables;
  /** The statements as they run, on those tables. */
  readonly sql: Readonly<Record<string, Sql>>;
  /** The cell's own table, which other cells read, with the result that the cell has; undefined when it gives none. */
  readonly ownTable: (result: unknown) => Sql | undefined;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly notebook: Notebook;
  readonly warehouse: Warehouse;
  readonly dialect: Dialect;
  readonly loadAnalysis: LoadAnalysis;
  /** Changes when results of an earlier version of the app no longer hold. */
  readonly appVersion: string;
}

/** One job per cell, each behind the cells it reads. A job's key changes exactly when its result may change. */
export async function planJobs(input: PlanInput): Promise<Job[]> {
  const { notebook, warehouse, appVersion } = input;
  const graph = buildGraph(notebook);
  const data = dataFingerprint(notebook, warehouse);
  const cells = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const keys = new Map<string, string>();
  const jobs: Job[] = [];
  for (const id of graph.order) {
    const cell = cells.get(id);
    if (!cell) continue;
    const reads = graph.reads.get(id) ?? [];
    const work = await prepare(cell, input, graph.cycles.get(id));
    const params = work.canRun
      ? work.params
      : { ...cell.params, failure: [work.error.code, work.error.data] };
    const inputs = reads.map((read) => [cells.get(read)?.name, keys.get(read) ?? null]);
    const scope = scopeOf(cell, notebook);
    const key = fingerprint([appVersion, data, cell.kind, params, inputs, scope]);
    keys.set(id, key);
    jobs.push({ cell, key, reads, work });
  }
  return jobs;
}

/** The jobs that read a cell, directly or through others, in their order. */
export function readersOf(jobs: readonly Job[], cellId: string): Job[] {
  const reached = new Set([cellId]);
  return jobs.filter((job) => {
    const isReader = job.cell.id !== cellId && job.reads.some((read) => reached.has(read));
    if (isReader) reached.add(job.cell.id);
    return isReader;
  });
}

async function prepare(cell: Cell, input: PlanInput, cycle: AppError | undefined): Promise<Job['work']> {
  try {
    if (cycle) throw cycle;
    const analysis = await input.loadAnalysis(cell.kind);
    const settings = runParams(cell, input.notebook.cells);
    const parsed = v.safeParse(analysis.params, settings, { abortEarly: true });
    if (!parsed.success) {
      const [issue] = parsed.issues;
      throw new AppError('params/invalid', { name: v.getDotPath(issue) ?? '', detail: issue.message });
    }
    const missing = missingFor(analysis, input.warehouse);
    if (missing.length > 0) throw new AppError('analysis/missing-column', { column: missing.join(', ') });
    const scope = scopeOf(cell, input.notebook);
    refuseUnknown(scope, input.notebook);
    const tables = scopedTables(scope, input.warehouse);
    const context = { dialect: input.dialect, warehouse: scopedWarehouse(scope, input.warehouse) };
    const statements = Object.entries(analysis.sql(parsed.output, context));
    const sql = Object.fromEntries(
      statements.map(([name, statement]) => [name, withTables(tables, statement)]),
    );
    const ownTable = lastOf((result: unknown) => {
      const own = analysis.ownTable?.(result, parsed.output, context);
      return own ? withTables(tables, own) : sql['table'];
    });
    return { canRun: true, analysis, params: parsed.output, context, tables, sql, ownTable };
  } catch (cause) {
    return { canRun: false, error: toAppError(cause) };
  }
}

/** A function that remembers its last answer. */
function lastOf<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | null = null;
  return (given) => {
    if (!last || last.given !== given) last = { given, made: make(given) };
    return last.made;
  };
}

/** A population whose cell is gone is said by its name, not by the engine. */
function refuseUnknown({ members }: Scope, notebook: Notebook): void {
  const tables = takenNames(notebook);
  const missing = members.find((name) => !tables.some((table) => isSame(table, name)));
  if (missing !== undefined) throw new AppError('cell/no-population', { name: missing });
}

/** Which data the tables hold: the files, how they are read and put together, and what is known of the warehouse. */
function dataFingerprint(notebook: Notebook, warehouse: Warehouse): string {
  const sources = notebook.sources.map(({ id, table, columns, choices }) => [
    id,
    table,
    choices.undone ?? [],
    columns.map(({ name, type, format, role }) => [name, type, format, role]),
  ]);
  return fingerprint([sources, notebook.warehouse.merges, warehouse]);
}
