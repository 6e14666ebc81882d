import type { ColumnType } from '../../core/tables.js';
import type { Grain } from '../../engine/dialect.js';
import { ident, join, sql, type Sql } from '../../engine/sql.js';
import { dateCuts, numberCuts, type Spread } from './bins.js';

/** A value of a column and how many rows have it. */
export interface ValueCount {
  readonly value: string | number | boolean;
  readonly count: number;
}

/** One bar of a histogram: values from `from` up to, not including, `to`. Null: all that lie before, or from there on. */
export interface Bin {
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly count: number;
}

/** How the values of a column are spread: the most frequent ones with what is left, or a histogram. */
export type Shape =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'all-different' }
  | {
      readonly kind: 'values';
      readonly values: readonly ValueCount[];
      readonly others: { readonly values: number; readonly rows: number };
    }
  | { readonly kind: 'bins'; readonly grain: Grain | null; readonly bins: readonly Bin[] };

/** A column to profile: its name in the table, and its type. */
export interface ProfiledColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** What is known of one column. */
export interface ColumnFigures extends ProfiledColumn {
  /** Rows with a value. */
  readonly filled: number;
  readonly distinct: number;
  /** The number of distinct values is an estimate (HyperLogLog): counting them one by one would take too much memory. */
  readonly isEstimated: boolean;
  /** Smallest and largest number or date; for texts the fewest and most characters. Null without a value. */
  readonly low: number | string | null;
  readonly high: number | string | null;
  readonly shape: Shape;
}

/** Asks a statement that is kept under a name, to be shown. */
export type Ask = <Row extends object>(name: string, statement: Sql) => Promise<Row[]>;

/** Above this many distinct values they are estimated, not counted: a million texts take about 60 MB while they are counted. */
const mostCounted = 1_000_000;
/** Numbers and dates with this many distinct values or fewer show each of them, in their order. */
const mostListed = 12;
const shownTexts = 6;

/** Counts the distinct values of a column, and those of each value or bar. */
export async function shapeOf(
  table: string,
  column: ColumnFigures,
  spread: Spread<number> | Spread<string> | undefined,
  ask: Ask,
): Promise<ColumnFigures> {
  const { type, filled } = column;
  if (filled === 0) return { ...column, distinct: 0, isEstimated: false };
  const isText = type === 'text' || type === 'boolean';
  const isCounted = column.distinct <= mostCounted;
  const counted = isCounted ? await countValues(table, column, isText ? shownTexts : mostListed, ask) : null;
  const figures = counted ? { ...column, distinct: counted.distinct, isEstimated: false } : column;
  if (counted && (isText || counted.distinct <= mostListed)) {
    if (counted.distinct === filled && counted.distinct > mostListed)
      return { ...figures, shape: { kind: 'all-different' } };
    return { ...figures, shape: valuesShape(counted, filled, !isText) };
  }
  if (!spread) return figures;
  return { ...figures, shape: await histogram(table, column, isCounted, spread, ask) };
}

interface Counted {
  readonly distinct: number;
  readonly values: readonly ValueCount[];
}

async function countValues(table: string, column: ColumnFigures, limit: number, ask: Ask): Promise<Counted> {
  const value = ident(column.name);
  const rows = await ask<ValueCount & { distinct: number }>(
    `values: ${column.name}`,
    sql`with counted as (
        select ${value} as "value", count(*) as "count"
        from ${ident(table)}
        where ${value} is not null
        group by ${value}
      )
      select "value", "count", (select count(*) from counted) as "distinct"
      from counted
      order by "count" desc, "value"
      limit ${limit}`,
  );
  return {
    distinct: rows[0]?.distinct ?? 0,
    values: rows.map(({ value: found, count }) => ({ value: found, count })),
  };
}

function valuesShape({ distinct, values }: Counted, filled: number, isOrdered: boolean): Shape {
  const shown = isOrdered ? [...values].sort((a, b) => (a.value < b.value ? -1 : 1)) : values;
  const rows = values.reduce((sum, { count }) => sum + count, 0);
  return { kind: 'values', values: shown, others: { values: distinct - values.length, rows: filled - rows } };
}

async function histogram(
  table: string,
  { name, type }: ColumnFigures,
  isCounted: boolean,
  spread: Spread<number> | Spread<string>,
  ask: Ask,
): Promise<Shape> {
  const cuts = isOfNumbers(spread) ? numberCuts(spread, type === 'integer') : dateCuts(spread);
  const { edges } = cuts;
  const column = ident(name);
  const literal = (edge: number | string): Sql =>
    typeof edge === 'number' ? sql`${edge}` : sql`date ${edge}`;
  const cases = edges.map((edge, index) => sql`when "value" < ${literal(edge)} then ${index}`);
  // Cutting the distinct values is less work than cutting all of them, unless there are nearly as many.
  const counted = isCounted
    ? sql`select ${column} as "value", count(*) as "count"`
    : sql`select ${column} as "value", 1 as "count"`;
  const rows = await ask<{ bar: number; count: number }>(
    `histogram: ${name}`,
    sql`with counted as (
        ${counted}
        from ${ident(table)}
        where ${column} is not null
        ${isCounted ? sql`group by ${column}` : sql``}
      )
      select case
        ${join(cases, '\n')}
        else ${edges.length} end as "bar", cast(sum("count") as bigint) as "count"
      from counted
      group by "bar"
      order by "bar"`,
  );
  const counts = new Map(rows.map(({ bar, count }) => [bar, count]));
  const bins = [...edges.keys(), edges.length].map((bar): Bin => ({
    from: edges[bar - 1] ?? null,
    to: edges[bar] ?? null,
    count: counts.get(bar) ?? 0,
  }));
  // Open bars are there only where a value lies beyond the usual range.
  const isKept = ({ from, to, count }: Bin): boolean => count > 0 || (from !== null && to !== null);
  return { kind: 'bins', grain: cuts.grain, bins: bins.filter(isKept) };
}

function isOfNumbers(spread: Spread<number> | Spread<string>): spread is Spread<number> {
  return typeof spread.low === 'number';
}
