import type { DimensionName, ScoreRange } from './run.js';

/** A dimension whose scores do not hold equal parts of the customers, because equal values stay together. */
export interface UnevenScores {
  readonly dimension: DimensionName;
  /** Scores that nobody has. */
  readonly empty: readonly number[];
  /** The score furthest from an equal part, when it is more than five points (and one customer) off. */
  readonly furthest: { readonly score: number; readonly share: number } | null;
}

/** Finds the dimensions whose quantile scores came out empty or unequal. */
export function findUnevenScores(
  scores: readonly ScoreRange[],
  bins: number,
  customers: number,
): UnevenScores[] {
  if (customers === 0) return [];
  const tolerance = Math.max(0.05, 1 / customers);
  const names = [...new Set(scores.map((row) => row.dimension))];
  return names.flatMap((dimension) => {
    const rows = scores.filter((row) => row.dimension === dimension);
    const empty = rows.filter((row) => row.customers === 0).map((row) => row.score);
    const filled = rows
      .filter((row) => row.customers > 0)
      .map((row) => ({ score: row.score, share: row.customer_share ?? 0 }))
      .sort((a, b) => Math.abs(b.share - 1 / bins) - Math.abs(a.share - 1 / bins));
    const first = filled[0];
    const furthest = first && Math.abs(first.share - 1 / bins) > tolerance ? first : null;
    return empty.length > 0 || furthest ? [{ dimension, empty, furthest }] : [];
  });
}
