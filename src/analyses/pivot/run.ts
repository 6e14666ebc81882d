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
  const [summary] = await engine.query<Summary>(buildSql(params, context).summary, signal);
  const columns = cellColumns(layout);
  return {
    layout,
    cells: { columns, rows: rows.map((row) => row.slice(0, columns.length)) },
    allCells: Number(rows[0]?.[columns.length] ?? 0),
    summary: summary ?? { lines: 0, kept: 0, undated: 0, row_groups: 0, column_members: 0 },
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
