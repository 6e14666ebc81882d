import { median, sum } from 'd3-array';
import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import type { CohortParams } from './params.js';
import { cohortLimit, cohortSql } from './sql.js';

/** One cohort in one period. Without a value and a rate where the data has ended before. */
interface CohortCell {
  readonly period: number;
  /** Customers, or revenue. */
  readonly value: number | null;
  /** Of the cohort's size, or of its revenue in period 0. */
  readonly rate: number | null;
  readonly observed: boolean;
  /** The data ends within this period. */
  readonly partial: boolean;
}

interface Cohort {
  /** First day of the calendar period in which these customers came. */
  readonly cohort: string;
  readonly size: number;
  readonly cells: readonly CohortCell[];
}

/** The weighted mean of the cohorts that are old enough for the period. */
export interface CurvePoint {
  readonly period: number;
  readonly rate: number | null;
  readonly cohorts: number;
  /** Customers of those cohorts. */
  readonly customers: number;
}

export type CohortWarning =
  | {
      readonly code: 'left_truncation';
      readonly cohort: string;
      readonly size: number;
      readonly median: number;
    }
  | { readonly code: 'partial_last_period'; readonly period: string; readonly end: string }
  | { readonly code: 'cohorts_left_out'; readonly count: number; readonly limit: number }
  | { readonly code: 'undated_orders'; readonly count: number }
  | { readonly code: 'customers_without_signup'; readonly count: number }
  | { readonly code: 'customers_without_order'; readonly count: number };

export interface CohortResult {
  readonly cohorts: readonly Cohort[];
  readonly curve: readonly CurvePoint[];
  readonly warnings: readonly CohortWarning[];
}

interface MatrixRow {
  cohort: string;
  size: number;
  period: number;
  observed: boolean;
  is_last: boolean;
  value: number;
}

/** Follows each cohort through the calendar periods after its customers came. */
export async function runCohorts(
  engine: Engine,
  params: CohortParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<CohortResult> {
  const statements = cohortSql(params, context);
  const rows = await engine.query<MatrixRow>(statements.matrix, signal);
  const sizes = await engine.query<{ cohort: string; size: number }>(statements.sizes, signal);
  const [last] = await engine.query<{ last_period: string | null; is_partial: boolean | null }>(
    statements.last_period,
    signal,
  );
  const [leftOut] = await engine.query<LeftOut>(statements.left_out, signal);
  const isPartial = last?.is_partial === true;
  const cohorts = cohortsOf(rows, params.measure, isPartial);
  const partial =
    isPartial && last.last_period !== null && context.warehouse.asOf !== null && cohorts.length > 0
      ? [{ code: 'partial_last_period', period: last.last_period, end: context.warehouse.asOf } as const]
      : [];
  return {
    cohorts,
    curve: curveOf(cohorts, params),
    warnings: [
      ...(params.entry === 'first_order' ? leftTruncation(sizes) : []),
      ...partial,
      ...cohortsLeftOut(sizes.length),
      ...(leftOut ? countWarnings(leftOut) : []),
    ],
  };
}

function cohortsOf(
  rows: readonly MatrixRow[],
  measure: CohortParams['measure'],
  isPartial: boolean,
): Cohort[] {
  const cohorts = new Map<string, { cohort: string; size: number; base: number; cells: CohortCell[] }>();
  for (const { cohort, size, period, observed, is_last, value } of rows) {
    const found = cohorts.get(cohort) ?? {
      cohort,
      size,
      base: measure === 'customers' ? size : value,
      cells: [],
    };
    cohorts.set(cohort, found);
    const rate = found.base > 0 ? value / found.base : null;
    found.cells.push({
      period,
      value: observed ? value : null,
      rate: observed ? rate : null,
      observed,
      partial: is_last && isPartial,
    });
  }
  return [...cohorts.values()].map(({ cohort, size, cells }) => ({ cohort, size, cells }));
}

function curveOf(cohorts: readonly Cohort[], { measure, periods }: CohortParams): CurvePoint[] {
  const base = (cohort: Cohort): number =>
    measure === 'customers' ? cohort.size : (cohort.cells[0]?.value ?? 0);
  return Array.from({ length: periods + 1 }, (_, period) => {
    const observed = cohorts.filter((cohort) => cohort.cells[period]?.observed);
    const whole = sum(observed, base);
    const kept = sum(observed, (cohort) => cohort.cells[period]?.value ?? 0);
    return {
      period,
      rate: whole > 0 ? kept / whole : null,
      cohorts: observed.length,
      customers: sum(observed, (cohort) => cohort.size),
    };
  });
}

/** A first cohort more than twice as large as the usual one holds customers who came before the file begins. */
function leftTruncation(sizes: readonly { cohort: string; size: number }[]): CohortWarning[] {
  const [first, ...following] = sizes;
  const usual = median(following, (row) => row.size);
  if (!first || usual === undefined || first.size <= 2 * usual) return [];
  return [{ code: 'left_truncation', cohort: first.cohort, size: first.size, median: usual }];
}

function cohortsLeftOut(all: number): CohortWarning[] {
  return all > cohortLimit
    ? [{ code: 'cohorts_left_out', count: all - cohortLimit, limit: cohortLimit }]
    : [];
}

interface LeftOut {
  undated_orders: number;
  without_signup: number;
  without_order: number;
}

function countWarnings(leftOut: LeftOut): CohortWarning[] {
  const counts = [
    { code: 'undated_orders', count: leftOut.undated_orders },
    { code: 'customers_without_signup', count: leftOut.without_signup },
    { code: 'customers_without_order', count: leftOut.without_order },
  ] as const;
  return counts.filter(({ count }) => count > 0);
}
