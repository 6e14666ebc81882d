import type { ColumnType } from '../../core/tables.js';
import type { GridColumn } from './row-source.js';

/** Bounds of a column's width, in pixels. */
export const narrowest = 64;
export const widest = 900;
/** What one press of a key adds to a width. */
export const widthStep = 16;

const room: Record<ColumnType, number> = {
  text: 170,
  integer: 104,
  number: 120,
  date: 116,
  timestamp: 176,
  boolean: 92,
};

/** The width that a column begins with: room for its values and for its head. */
export function firstWidth({ type, label }: GridColumn): number {
  // Beside the words of the head stand the mark of the order and the funnel.
  return bounded(Math.max(room[type], Math.min(label.length, 26) * 8 + 80));
}

export function bounded(width: number): number {
  return Math.round(Math.min(Math.max(width, narrowest), widest));
}

/** The left edge of every column, and behind the last one the width of all. */
export function leftEdges(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** First column in sight and the one behind the last, with one more on both sides. */
export function columnsInSight(
  edges: readonly number[],
  left: number,
  viewport: number,
): { first: number; end: number } {
  const count = edges.length - 1;
  const first = edges.findLastIndex((edge) => edge <= left);
  const end = edges.findIndex((edge) => edge >= left + viewport);
  return { first: Math.max(0, first - 1), end: Math.min(count, (end === -1 ? count : end) + 1) };
}

/** The scroll nearest to this one at which a column is whole in sight; its left edge when it is wider. */
export function scrollLeftShowing(
  column: number,
  edges: readonly number[],
  left: number,
  viewport: number,
): number {
  const from = edges[column] ?? 0;
  const to = edges[column + 1] ?? from;
  return Math.min(Math.max(left, to - viewport), from);
}
