import { isDate } from '../../core/filters.js';
import { leavesOutNull } from '../../data/condition.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import { resolveCalculation } from './calculation.js';
import { cubeSteps, factsSql, namesOf, overlapColumns } from './cube.js';
import { fieldOf } from './fields.js';
import { resolveLayout, type Layout } from './layout.js';
import { modesWithBase, type Params } from './params.js';
import { followingSteps } from './running.js';
import { shownSql } from './show-as.js';
import { rowOrder, columnOrder, sortKeys } from './sql-order.js';

/** Cells a result holds at most. */
const cellLimit = 20_000;
/** Columns a result holds at most, totals apart: beyond that nobody reads a table. */
export const columnLimit = 500;

/** `table` gives every cell, subtotal and total; `summary` what the sentences under the table say. */
export function buildSql(params: Params, context: AnalysisContext): { table: Sql; summary: Sql } {
  const layout = resolveLayout(params, context.warehouse);
  return {
    table: cellsSql(params, layout, context, []),
    summary: summarySql(params, layout, context),
  };
}

/**
 * Every level is grouped from the lines themselves. Totals come before their members; `extra` adds columns.
 */
export function cellsSql(
  params: Params,
  layout: Layout,
  context: AnalysisContext,
  extra: readonly Sql[],
): Sql {
  const names = namesOf(layout);
  const { rows, columns, values } = names;
  const calculation = resolveCalculation(layout.values, context.warehouse);
  const steps = cubeSteps('cube', sql`facts`, names, calculation, context.dialect);
  const keys = sortKeys(params, layout, rows);
  const cube = steps.at(-1)?.name ?? sql`cube`;
  const following = layout.values.some((value) => modesWithBase.has(value.showAs))
    ? followingSteps(params, layout, names, calculation, keys, context.dialect, cube)
    : null;
  const all = [...steps, ...(following?.steps ?? [])];
  const limited = rows.length > 0 ? params.limit : null;
  const limit = limited === null ? sql`true` : sql`group_rank <= ${limited + 1}`;
  const levels = params.subtotals
    ? sql`true`
    : sql`row_depth in (0, ${rows.length}) and column_depth in (0, ${columns.length})`;
  return sql`with facts as (${factsSql(params, layout, calculation, context)}),
${join(
  all.map(({ name, select }) => sql`${name} as (${select})`),
  ',\n',
)},
placed as (
  select
    *,
    ${list([
      ...layout.values.map((value, index) => {
        const shown = shownSql(value, names, {
          value: values[index] ?? sql`null`,
          running: following?.running[index] ?? sql`null`,
          position: following?.positions[index] ?? sql`null`,
          base: following?.bases[index] ?? null,
        });
        return sql`${shown} as ${ident(`shown${index + 1}`)}`;
      }),
      ...(following ? [] : keys.columns),
    ])}
  from ${all.at(-1)?.name ?? null}
),
ranked as (
  select
    *,
    dense_rank() over (order by ${list(rowOrder(params, layout, rows, keys))}) as row_rank,
    dense_rank() over (order by ${list(columnOrder(params, layout, columns))}) as column_rank${
      limited === null ? sql`` : sql`,\n    dense_rank() over (order by ${list(keys.group)}) as group_rank`
    }
  from placed
),
kept as (
  select *, count(*) over (order by row_rank) as cells_so_far
  from ranked
  where column_rank <= ${columnLimit + 1} and ${limit} and ${levels}
),
counted as (
  select *, max(cells_so_far) over () as all_cells
  from kept
)
select
  ${list([
    ...layout.rows.map((dimension, index) => sql`${rows[index] ?? null} as ${ident(dimension.name)}`),
    ...layout.columns.map((dimension, index) => sql`${columns[index] ?? null} as ${ident(dimension.name)}`),
    sql`${levelSql(rows.length, columns.length)} as ${ident(layout.level)}`,
    ...layout.values.map((value, index) => sql`${ident(`shown${index + 1}`)} as ${ident(value.column.name)}`),
    sql`row_depth as ${ident(layout.rowDepth)}`,
    sql`column_depth as ${ident(layout.columnDepth)}`,
    ...extra,
  ])}
from counted
where cells_so_far <= ${cellLimit}
order by counted.row_rank, counted.column_rank`;
}

/** One row: lines in all, lines kept, lines without a date that a filter leaves out, members of rows and columns. */
function summarySql(params: Params, layout: Layout, context: AnalysisContext): Sql {
  const dated = params.filters.filter(
    (filter) => leavesOutNull(filter) && isDate(fieldOf(context.warehouse, filter.field)),
  );
  const undated = dated.map((filter) => sql`${ident(filter.field)} is null`);
  const columns = layout.columns.map((_, index) => ident(`c${index + 1}`));
  const members = (names: readonly Sql[]): Sql =>
    names.length === 0 ? sql`0` : sql`(select count(*) from (select distinct ${list(names)} from facts))`;
  const calculation = resolveCalculation(layout.values, context.warehouse);
  return sql`with facts as (${factsSql(params, layout, calculation, context)})
select
  (select count(*) from sales) as lines,
  (select count(*) from facts) as kept,
  ${undated.length === 0 ? sql`0` : sql`(select count(*) from sales where ${join(undated, ' or ')})`} as undated,
  ${members(layout.rows.length > 0 ? [ident('r1')] : [])} as row_groups,
  ${list([
    sql`${members(columns)} as column_members`,
    ...overlapColumns(layout, calculation, namesOf(layout)),
  ])}`;
}

function levelSql(rows: number, columns: number): Sql {
  return sql`case
    when row_depth = 0 and column_depth = 0 then 'grand_total'
    when row_depth = ${rows} and column_depth = ${columns} then 'cell'
    when row_depth = ${rows} and column_depth = 0 then 'row_total'
    when row_depth = 0 and column_depth = ${columns} then 'column_total'
    else 'subtotal'
  end`;
}
