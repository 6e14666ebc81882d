import { sql, type Sql } from './sql.js';

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** A calendar period; weeks begin on Monday (ISO 8601). */
export type Grain = (typeof grains)[number];

/** The functions whose name or meaning differs between engines. Analyses use these and standard SQL only. */
export interface Dialect {
  /** First day of the period that holds the date. */
  dateTrunc(grain: Grain, date: Sql): Sql;
  /** Number of period boundaries between two dates (`a` before `b` gives a positive number). */
  dateDiff(grain: Grain, a: Sql, b: Sql): Sql;
  /** Adds whole periods to a date. */
  dateAdd(grain: Grain, date: Sql, count: Sql | number): Sql;
  /** Type-7 (linear) quantile, as R, pandas and Excel's PERCENTILE.INC compute it. */
  quantile(value: Sql, p: number): Sql;
}

/** DuckDB 1.4. */
export const duckdbDialect: Dialect = {
  dateTrunc: (grain, date) => sql`cast(date_trunc(${grain}, ${date}) as date)`,
  dateDiff: (grain, a, b) => sql`date_diff(${grain}, ${a}, ${b})`,
  dateAdd: (grain, date, count) => sql`cast(date_add(${date}, to_${unit(grain)}(${count})) as date)`,
  quantile: (value, p) => sql`quantile_cont(${value}, ${p})`,
};

function unit(grain: Grain): Sql {
  const units = {
    day: sql`days`,
    week: sql`weeks`,
    month: sql`months`,
    quarter: sql`quarters`,
    year: sql`years`,
  };
  return units[grain];
}
