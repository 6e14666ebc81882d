import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { linearTicks, textWidth, type Tick } from './ticks.js';
import type { PlotArea } from './bars-layout.js';
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
  const path = curve([{ x: 0, y: 0 }, ...points]) ?? '';
  const end = points.at(-1);
  return {
    path,
    fill: end ? `${path}L${round(x(end.x))},${area.bottom}Z` : '',
    diagonal: {
      ...{ x1: x(0), y1: y(0), x2: x(1), y2: y(1) },
      ...{ textX: round(x(0.66) + 10), textY: round(y(0.66) + 22) },
    },
    guides: spread(guides.map((guide) => place(guide, round(x(guide.x)), round(y(guide.y)), area))),
    bands: bands
      .map((band) => ({ name: band.name, x: round(x(band.from)), width: round(x(band.to) - x(band.from)) }))
      .map((band) => ({ ...band, hasName: band.width >= 20 })),
    xTicks: linearTicks(x, 5, formatShare),
    yTicks: linearTicks(y, 5, formatShare),
  };
}

/** Words stand under the curve, right of their point, or above it, left, where the right side has no room. */
function place(guide: ParetoGuide, x: number, y: number, area: PlotArea): PlacedGuide {
  const isRoomy = x + 14 + textWidth(guide.label, fontSize.label) <= area.right;
  return isRoomy
    ? { x, y, label: guide.label, textX: x + 14, textY: y + 18, anchor: 'start' }
    : { x, y, label: guide.label, textX: x - 12, textY: y - 8, anchor: 'end' };
}

/** Moves labels on the same side apart, downwards, so that lines of text keep 22 units between them. */
function spread(guides: readonly PlacedGuide[]): PlacedGuide[] {
  const lowest = { start: -Infinity, end: -Infinity };
  const fromTop = [...guides].sort((a, b) => a.textY - b.textY || a.textX - b.textX);
  return fromTop.map((guide) => {
    const textY = Math.max(guide.textY, lowest[guide.anchor] + 22);
    lowest[guide.anchor] = textY;
    return { ...guide, textY };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
