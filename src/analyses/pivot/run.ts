import type { Column, ResultTable } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import { sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import { resolveLayout, type Layout } from './layout.js';
import type { Params } from './params.js';
import { buildSql, cellsSql } from './sql.js';

/** Counts that the sentences under the table tell. */
interface Summary {
  /** Lines of the data, and those that pass the filters. */
  readonly lines: number;
  readonly kept: number;
  /** Lines without a date that a filter on a date leaves out. */
  readonly undated: number;
  /** Members of the first row field, and of the columns at their finest level. */
  readonly row_groups: number;
  readonly column_members: number;
}

export interface Result {
  readonly layout: Layout;
  /** Every level, in the order of the screen with totals before their members. */
  readonly cells: ResultTable;
  /** Cells there would be without the limit on their number. */
  readonly allCells: number;
  readonly summary: Summary;
  /** For each value that is a distinct count, how many of those counted stand in several rows; else null. */
  readonly overlaps?: readonly (number | null)[];
}

/** Computes the cells of every level and the counts that explain them. */
export async function run(
  engine: Engine,
  params: Params,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<Result> {
  const layout = resolveLayout(params, context.warehouse);
  const counted = cellsSql(params, layout, context, [sql`all_cells`]);
  const { rows } = await engine.table(counted, signal);
  const [counts] = await engine.query<Summary & Record<string, number>>(
    buildSql(params, context).summary,
    signal,
  );
  const { lines = 0, kept = 0, undated = 0, row_groups = 0, column_members = 0 } = counts ?? {};
  const columns = cellColumns(layout);
  return {
    layout,
    cells: { columns, rows: rows.map((row) => row.slice(0, columns.length)) },
    allCells: Number(rows[0]?.[columns.length] ?? 0),
    summary: { lines, kept, undated, row_groups, column_members },
    overlaps: layout.values.map((_, index) => counts?.[`overlap${index + 1}`] ?? null),
  };
}

function cellColumns(layout: Layout): Column[] {
  return [
    ...[...layout.rows, ...layout.columns].map(({ name, type }): Column => ({ name, type })),
    { name: layout.level, type: 'text' },
    ...layout.values.map((value) => value.column),
    { name: layout.rowDepth, type: 'integer' },
    { name: layout.columnDepth, type: 'integer' },
  ];
}
