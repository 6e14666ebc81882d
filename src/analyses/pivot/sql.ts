import { isDate } from '../../core/filters.js';
import { condition, leavesOutNull } from '../../data/condition.js';
import type { Dialect } from '../../engine/dialect.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import { fieldOf, resolveLayout, type Dimension, type Layout, type ValueColumn } from './layout.js';
import { rowOrder, columnOrder, shareOf, sortKeys } from './sql-order.js';
import type { Params } from './params.js';

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
 * Every level is grouped from the lines themselves (grouping sets), so that distinct counts, means and quantiles of
 * totals are exact and never sums of cells. Totals come before their members; `extra` adds columns.
 */
export function cellsSql(
  params: Params,
  layout: Layout,
  context: AnalysisContext,
  extra: readonly Sql[],
): Sql {
  const rows = layout.rows.map((_, index) => ident(`r${index + 1}`));
  const columns = layout.columns.map((_, index) => ident(`c${index + 1}`));
  const values = layout.values.map((_, index) => ident(`v${index + 1}`));
  const sets = prefixes(rows).flatMap((row) =>
    prefixes(columns).map((column) => sql`(${list([...row, ...column])})`),
  );
  const keys = sortKeys(params, layout, rows);
  const limited = rows.length > 0 ? params.limit : null;
  const limit = limited === null ? sql`true` : sql`group_rank <= ${limited + 1}`;
  const levels = params.subtotals
    ? sql`true`
    : sql`row_depth in (0, ${rows.length}) and column_depth in (0, ${columns.length})`;
  return sql`with facts as (${factsSql(params, layout, context)}),
cube as (
  select
    ${list([
      ...rows,
      ...columns,
      sql`${rows.reduce((depth, row) => sql`${depth} - grouping(${row})`, sql`${rows.length}`)} as row_depth`,
      sql`${columns.reduce((depth, column) => sql`${depth} - grouping(${column})`, sql`${columns.length}`)} as column_depth`,
      ...layout.values.map(
        (value, index) => sql`${aggregate(value, layout, context.dialect)} as ${values[index] ?? null}`,
      ),
    ])}
  from facts
  group by grouping sets (${list(sets)})
),
placed as (
  select
    *,
    ${list([
      ...layout.values.map((value, index) => {
        const share = shareOf(value.showAs, values[index] ?? sql`null`, rows, columns);
        return sql`${share} as ${ident(`shown${index + 1}`)}`;
      }),
      ...keys.columns,
    ])}
  from cube
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
  return sql`with facts as (${factsSql(params, layout, context)})
select
  (select count(*) from sales) as lines,
  (select count(*) from facts) as kept,
  ${undated.length === 0 ? sql`0` : sql`(select count(*) from sales where ${join(undated, ' or ')})`} as undated,
  ${members(layout.rows.length > 0 ? [ident('r1')] : [])} as row_groups,
  ${members(columns)} as column_members`;
}

/** The lines that pass the filters, with periods in place of dates, under names that no field can disturb. */
function factsSql(params: Params, layout: Layout, { warehouse, dialect }: AnalysisContext): Sql {
  const select = (letter: string) => (dimension: Dimension, index: number) =>
    sql`${member(dimension, dialect)} as ${ident(`${letter}${index + 1}`)}`;
  const filters = params.filters.map((filter) => condition(filter, fieldOf(warehouse, filter.field)));
  return sql`
  select
    ${list([
      ...layout.rows.map(select('r')),
      ...layout.columns.map(select('c')),
      ...measured(layout).map((field, index) => sql`${ident(field)} as ${ident(`x${index + 1}`)}`),
    ])}
  from sales${filters.length > 0 ? sql`\n  where ${join(filters, ' and ')}` : sql``}
`;
}

/** The first none, one, two… of some names. */
function prefixes(names: readonly Sql[]): Sql[][] {
  return [[], ...names.map((_, index) => names.slice(0, index + 1))];
}

function member(dimension: Dimension, dialect: Dialect): Sql {
  const column = sql`${ident(dimension.name)}`;
  if (dimension.grain === null) return column;
  // DuckDB 1.4.3 takes date_trunc to be never null in grouping sets, and a missing date comes out as 5877642 BC.
  return sql`case when ${column} is not null then ${dialect.dateTrunc(dimension.grain, column)} end`;
}

function measured(layout: Layout): string[] {
  return [...new Set(layout.values.map((value) => value.field))];
}

function aggregate(value: ValueColumn, layout: Layout, dialect: Dialect): Sql {
  const field = sql`${ident(`x${measured(layout).indexOf(value.field) + 1}`)}`;
  // A quantile of DECIMAL values would be rounded to their scale.
  const quantile = (p: number): Sql => dialect.quantile(sql`cast(${field} as double)`, p);
  const expressions: Record<ValueColumn['agg'], Sql> = {
    sum: sql`sum(${field})`,
    count: sql`count(${field})`,
    distinct: sql`count(distinct ${field})`,
    avg: sql`avg(${field})`,
    median: quantile(0.5),
    min: sql`min(${field})`,
    max: sql`max(${field})`,
    p90: quantile(0.9),
  };
  return expressions[value.agg];
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
