import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import type { RfmParams } from './params.js';
import { asOfDate, dimensions, rfmSql } from './sql.js';
import { segmentIds, type SegmentId } from './segments.js';
import { findUnevenScores, type UnevenScores } from './ties.js';

export type DimensionName = (typeof dimensions)[number]['name'];

/** Customers and their net amount in one part of the map; means are null where nobody is. */
export interface SegmentRow {
  readonly segment: SegmentId;
  readonly customers: number;
  readonly customer_share: number | null;
  readonly revenue: number;
  readonly revenue_share: number | null;
  readonly recency_days: number | null;
  readonly frequency: number | null;
  readonly monetary: number | null;
}

interface GridCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  readonly revenue: number;
}

/** One score of one dimension: values above `from` up to `to` get it; `min` and `max` are the values that did. */
export interface ScoreRange {
  readonly dimension: DimensionName;
  readonly score: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly customers: number;
  readonly customer_share: number | null;
}

export interface RfmResult {
  readonly asOf: string | null;
  readonly customers: number;
  readonly revenue: number;
  readonly segments: readonly SegmentRow[];
  readonly grid: readonly GridCell[];
  readonly scores: readonly ScoreRange[];
  /** Quantile scores that came out empty or unequal; none with the person's own thresholds. */
  readonly uneven: readonly UnevenScores[];
  /** Concluded orders that took no part. */
  readonly leftOut: { readonly anonymous: number; readonly undated: number; readonly later: number };
}

interface SummaryRow {
  segment: SegmentId | null;
  r: number | null;
  f: number | null;
  m: number | null;
  customers: number;
  revenue: number;
  mean_recency: number;
  mean_frequency: number;
  mean_monetary: number;
  min_recency: number;
  max_recency: number;
  min_frequency: number;
  max_frequency: number;
  min_monetary: number;
  max_monetary: number;
}

type CutPoints = Readonly<Record<string, number | null>>;

/** Scores the customers and counts them by segment, by pair of scores and by score. */
export async function runRfm(
  engine: Engine,
  params: RfmParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<RfmResult> {
  const statements = rfmSql(params, context);
  const summary = await engine.query<SummaryRow>(statements.summary, signal);
  const [cutPoints] = await engine.query<CutPoints>(statements.cut_points, signal);
  const [leftOut] = await engine.query<{
    anonymous_orders: number;
    undated_orders: number;
    later_orders: number;
  }>(statements.left_out, signal);
  const bySegment = summary.filter((row) => row.segment !== null);
  const customers = sum(bySegment.map((row) => row.customers));
  const revenue = sum(bySegment.map((row) => row.revenue));
  const scores = scoreRanges(summary, cutPoints ?? {}, params.bins, customers);
  return {
    asOf: asOfDate(params, context),
    customers,
    revenue,
    segments: segmentRows(bySegment, customers, revenue),
    grid: gridCells(summary, params.bins),
    scores,
    uneven: params.method === 'quantile' ? findUnevenScores(scores, params.bins, customers) : [],
    leftOut: {
      anonymous: leftOut?.anonymous_orders ?? 0,
      undated: leftOut?.undated_orders ?? 0,
      later: leftOut?.later_orders ?? 0,
    },
  };
}

function segmentRows(rows: readonly SummaryRow[], customers: number, revenue: number): SegmentRow[] {
  return segmentIds.map((segment) => {
    const row = rows.find((candidate) => candidate.segment === segment);
    return {
      segment,
      customers: row?.customers ?? 0,
      customer_share: share(row?.customers ?? 0, customers),
      revenue: row?.revenue ?? 0,
      revenue_share: share(row?.revenue ?? 0, revenue),
      recency_days: row?.mean_recency ?? null,
      frequency: row?.mean_frequency ?? null,
      monetary: row?.mean_monetary ?? null,
    };
  });
}

function gridCells(summary: readonly SummaryRow[], bins: number): GridCell[] {
  const cells = new Map(
    summary.filter((row) => row.r !== null && row.f !== null).map((row) => [`${row.r} ${row.f}`, row]),
  );
  return scoresOf(bins).flatMap((r) =>
    scoresOf(bins).map((f) => {
      const cell = cells.get(`${r} ${f}`);
      return { r, f, customers: cell?.customers ?? 0, revenue: cell?.revenue ?? 0 };
    }),
  );
}

function scoreRanges(
  summary: readonly SummaryRow[],
  cutPoints: CutPoints,
  bins: number,
  customers: number,
): ScoreRange[] {
  return dimensions.flatMap(({ name, letter }) => {
    const rows = summary.filter((row) => isOnly(row, letter));
    const lowest = rows.length === 0 ? null : Math.min(...rows.map((row) => row[`min_${name}`]));
    const highest = rows.length === 0 ? null : Math.max(...rows.map((row) => row[`max_${name}`]));
    const cut = (number: number): number | null => cutPoints[`${letter}_cut_${number}`] ?? null;
    return scoresOf(bins).map((score) => {
      const row = rows.find((candidate) => candidate[letter] === score);
      // The lowest recency gets the highest score.
      const place = name === 'recency' ? bins + 1 - score : score;
      return {
        dimension: name,
        score,
        from: place === 1 ? lowest : cut(place - 1),
        to: place === bins ? highest : cut(place),
        min: row?.[`min_${name}`] ?? null,
        max: row?.[`max_${name}`] ?? null,
        customers: row?.customers ?? 0,
        customer_share: share(row?.customers ?? 0, customers),
      };
    });
  });
}

function isOnly(row: SummaryRow, letter: 'r' | 'f' | 'm'): boolean {
  return (['r', 'f', 'm'] as const).every((other) => (row[other] !== null) === (other === letter));
}

function scoresOf(bins: number): number[] {
  return Array.from({ length: bins }, (_, index) => index + 1);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
