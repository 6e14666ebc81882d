import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import type { SegmentParams } from './params.js';
import { segmentSql } from './sql.js';

/** The segment beside everybody. Revenue is net of returns. */
export interface SegmentMeasures {
  readonly customers: number;
  readonly all_customers: number;
  /** Those with a concluded order. */
  readonly buyers: number;
  readonly all_buyers: number;
  readonly orders: number;
  readonly all_orders: number;
  readonly revenue: number;
  readonly all_revenue: number;
  /** ISO day; null where nobody has ordered. */
  readonly last_order: string | null;
}

/** Customers who meet a term by itself, and those who are left once it is joined to what stands before. */
export interface TermSize {
  readonly term: number;
  readonly customers: number;
  readonly left_after: number;
}

/** Customers of another segment, and how many of them are in this one. */
export interface Overlap {
  readonly segment: string;
  readonly customers: number;
  readonly shared: number;
}

export interface SegmentResult {
  readonly measures: SegmentMeasures;
  readonly terms: readonly TermSize[];
  readonly overlap: readonly Overlap[];
}

/** Measures the segment; who is in it stands in the cell's own table and not in the result. */
export async function runSegment(
  engine: Engine,
  params: SegmentParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<SegmentResult> {
  const statements = segmentSql(params, context);
  const [measures] = await engine.query<SegmentMeasures>(statements.measures, signal);
  const terms = statements.terms ? await engine.query<TermSize>(statements.terms, signal) : [];
  const overlap = statements.overlap ? await engine.query<Overlap>(statements.overlap, signal) : [];
  return {
    measures: measures ?? nobody,
    terms: terms.map(({ term, customers, left_after }) => ({ term, customers, left_after })),
    overlap: overlap.map(({ segment, customers, shared }) => ({ segment, customers, shared })),
  };
}

const nobody: SegmentMeasures = {
  customers: 0,
  all_customers: 0,
  buyers: 0,
  all_buyers: 0,
  orders: 0,
  all_orders: 0,
  revenue: 0,
  all_revenue: 0,
  last_order: null,
};
