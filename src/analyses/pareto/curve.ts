import type { AbcClass, CurvePoint, ParetoResult } from './run.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the chart draws: the curve, the two points read off it, and the bands of the classes. */
export interface Drawing {
  readonly points: readonly Point[];
  readonly top: Point;
  readonly target: Point;
  readonly bands: readonly { name: string; from: number; to: number }[];
}

/** Reads the result for the chart; null when nothing has a positive total. */
export function readCurve(result: ParetoResult): Drawing | null {
  const { summary, curve, classes } = result;
  const pointAt = (rank: number): CurvePoint | undefined => curve.find((point) => point.rank === rank);
  const top = pointAt(summary.top_items);
  const target = pointAt(summary.items_for_target);
  if (!top || !target) return null;
  return { points: curve.map(toPoint), top: toPoint(top), target: toPoint(target), bands: bandsOf(classes) };
}

function toPoint(point: CurvePoint): Point {
  return { x: point.item_share, y: point.cumulative_share };
}

function bandsOf(classes: readonly AbcClass[]): Drawing['bands'] {
  let from = 0;
  return classes
    .filter((row) => row.items > 0)
    .map((row) => {
      const band = { name: row.class, from, to: Math.min(1, from + row.item_share) };
      from = band.to;
      return band;
    });
}
