import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { linearTicks, textWidth, type Tick } from './ticks.js';
import type { PlotArea } from './bars-layout.js';
import { wrap } from './segment-grid.js';
import { fontSize } from './theme.js';

/** A point of the cumulative curve; both shares 0–1. */
export interface ParetoPoint {
  readonly x: number;
  readonly y: number;
}

/** A point that is read off the curve, with the words beside it. */
export interface ParetoGuide extends ParetoPoint {
  readonly label: string;
}

/** A band of the curve, such as class A, from one item share to another. */
export interface ParetoBand {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

interface PlacedGuide {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** The label, broken where the drawing is too narrow for it in one line. */
  readonly lines: readonly string[];
  readonly textX: number;
  readonly textY: number;
  readonly anchor: 'start' | 'end';
}

export interface ParetoLayout {
  readonly path: string;
  /** The curve closed down to the axis, for the tint under it. */
  readonly fill: string;
  readonly diagonal: { x1: number; y1: number; x2: number; y2: number; textX: number; textY: number };
  readonly guides: readonly PlacedGuide[];
  readonly bands: readonly { name: string; x: number; width: number; hasName: boolean }[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** Places the curve (from 0, 0), the diagonal, the guides with labels that do not touch, and the bands. */
export function layOutPareto(
  points: readonly ParetoPoint[],
  guides: readonly ParetoGuide[],
  bands: readonly ParetoBand[],
  area: PlotArea,
  formatShare: (share: number) => string,
): ParetoLayout {
  const x = scaleLinear().domain([0, 1]).range([area.left, area.right]);
  const y = scaleLinear().domain([0, 1]).range([area.bottom, area.top]);
  const curve = line<ParetoPoint>(
    (point) => round(x(point.x)),
    (point) => round(y(point.y)),
  );
  const placed = spread(guides.map((guide) => place(guide, round(x(guide.x)), round(y(guide.y)), area)));
  const path = curve([{ x: 0, y: 0 }, ...points]) ?? '';
  const end = points.at(-1);
  return {
    path,
    fill: end ? `${path}L${round(x(end.x))},${area.bottom}Z` : '',
    diagonal: {
      ...{ x1: x(0), y1: y(0), x2: x(1), y2: y(1) },
      ...equalityPlace(placed, (share) => ({ textX: round(x(share) + 10), textY: round(y(share) + 22) })),
    },
    guides: placed,
    bands: bands
      .map((band) => ({ name: band.name, x: round(x(band.from)), width: round(x(band.to) - x(band.from)) }))
      .map((band) => ({ ...band, hasName: band.width >= 20 })),
    xTicks: linearTicks(x, 5, formatShare),
    yTicks: linearTicks(y, 5, formatShare),
  };
}

/** Height of a line of a guide's label. */
export const guideLineHeight = 16;

/** Words stand under the curve, right of their point, or above it, left, where the right side has no room. */
function place(guide: ParetoGuide, x: number, y: number, area: PlotArea): PlacedGuide {
  const { label } = guide;
  const length = textWidth(label, fontSize.label);
  const onRight = { x, y, label, textX: x + 14, textY: y + 18, anchor: 'start' } as const;
  if (x + 14 + length <= area.right) return { ...onRight, lines: [label] };
  if (x - 12 - length >= 0)
    return { x, y, label, lines: [label], textX: x - 12, textY: y - 8, anchor: 'end' };
  // In a drawing too narrow for either side the lines stand under the curve, where the picture is empty.
  return { ...onRight, lines: wrap(label, area.right - x - 14, fontSize.label) };
}

/** Words stand under the diagonal at two thirds of its way, or lower where a guide's label is in their place. */
function equalityPlace(
  guides: readonly PlacedGuide[],
  at: (share: number) => { textX: number; textY: number },
): { textX: number; textY: number } {
  const usual = at(0.66);
  const isTaken = guides.some(({ anchor, textX, textY, lines }) => {
    const widest = Math.max(...lines.map((text) => textWidth(text, fontSize.label)));
    const bottom = textY + (lines.length - 1) * guideLineHeight;
    const isBeside = anchor === 'end' || textX + widest < usual.textX;
    return !isBeside && usual.textY > textY - 18 && usual.textY < bottom + 18;
  });
  return isTaken ? at(0.36) : usual;
}

/** Moves labels on the same side apart, downwards, so that lines of text keep 22 units between them. */
function spread(guides: readonly PlacedGuide[]): PlacedGuide[] {
  const lowest = { start: -Infinity, end: -Infinity };
  const fromTop = [...guides].sort((a, b) => a.textY - b.textY || a.textX - b.textX);
  return fromTop.map((guide) => {
    const textY = Math.max(guide.textY, lowest[guide.anchor] + 22);
    lowest[guide.anchor] = textY + (guide.lines.length - 1) * guideLineHeight;
    return { ...guide, textY };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
