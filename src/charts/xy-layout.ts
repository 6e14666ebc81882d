import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { axisScale, type AxisKind, type AxisValue } from './axis-scale.js';
import type { PlotArea } from './bars-layout.js';
import { categories, fontSize } from './theme.js';
import { linearTicks, textWidth, type Tick } from './ticks.js';

/** A point of a series; without a height the line is broken there. */
export interface XyPoint {
  readonly x: AxisValue;
  readonly y: number | null;
}

/** Points that belong together, in their order along the axis. */
export interface XySeries {
  readonly name: string;
  readonly points: readonly XyPoint[];
}

interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly value: { readonly x: AxisValue; readonly y: number };
}

export interface PlacedSeries {
  readonly name: string;
  readonly colour: string;
  /** The line through the points. */
  readonly path: string;
  readonly points: readonly PlacedPoint[];
  /** Where the name stands, shortened when it is long; null when there is only one series. */
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface XyLayout {
  readonly series: readonly PlacedSeries[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** The plot's edges, moved for the labels of the value axis and for the names of the series. */
  readonly left: number;
  readonly right: number;
}

/** Lines hold zero on their value axis; clouds of points use the height for what they have. */
export type XyMarks = 'line' | 'points';

/** The longest name that stands beside a series whole. */
const longestName = 22;
/** Height that a name takes. */
const nameHeight = 17;

/** Places series as lines or points over one axis, each with a colour of its own and its name at its end. */
export function layOutXy(
  series: readonly XySeries[],
  { marks, axis }: { readonly marks: XyMarks; readonly axis: AxisKind },
  area: PlotArea,
  format: { readonly x: (value: AxisValue) => string; readonly y: (value: number) => string },
): XyLayout {
  const heights = series.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => y !== null);
  const y = scaleLinear().domain(heightsOf(heights, marks)).nice(5).range([area.bottom, area.top]);
  const yTicks = linearTicks(y, 5, format.y).map((tick) => ({ ...tick, at: round(tick.at) }));
  const left = Math.max(
    area.left,
    Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, fontSize.tick)))) + 16,
  );
  const areSeveral = series.length > 1;
  const names = series.map(({ name }) => shortened(name));
  const nameRoom = areSeveral
    ? Math.ceil(Math.max(...names.map((name) => textWidth(name, fontSize.label)))) + 26
    : 0;
  const right = Math.max(left + 80, area.right - nameRoom);
  const values = series.flatMap(({ points }) => points.map(({ x }) => x));
  const x = axisScale(axis, values, [left + 8, right - 8], format.x);
  const draw = line<XyPoint>(
    (point) => x.place(point.x),
    (point) => round(y(point.y ?? 0)),
  ).defined((point) => point.y !== null);
  const placed = series.map(({ name, points }, index) => ({
    name,
    colour: categories[index % categories.length] ?? '',
    path: marks === 'line' ? (draw(points) ?? '') : '',
    points: points.flatMap((point): PlacedPoint[] =>
      point.y === null
        ? []
        : [{ x: x.place(point.x), y: round(y(point.y)), value: { x: point.x, y: point.y } }],
    ),
  }));
  const labels = areSeveral ? nameHeights(placed, area) : [];
  return {
    series: placed.map((one, index) => ({
      ...one,
      label: areSeveral ? { x: right + 12, y: labels[index] ?? 0, text: names[index] ?? '' } : null,
    })),
    xTicks: x.ticks,
    yTicks,
    left,
    right,
  };
}

function heightsOf(values: readonly number[], marks: XyMarks): [number, number] {
  const [low = 0, high = 1] = extent(values);
  const from = marks === 'line' ? Math.min(0, low) : low;
  const to = marks === 'line' ? Math.max(0, high) : high;
  return from === to ? [from - 0.5, to + 0.5] : [from, to];
}

/** Names stand beside the last point of their series, in its order of height, and do not touch. */
function nameHeights(
  series: readonly { readonly points: readonly PlacedPoint[] }[],
  area: PlotArea,
): number[] {
  const wanted = series.map(({ points }, index) => ({ index, y: points.at(-1)?.y ?? area.bottom }));
  const fromTop = wanted.toSorted((a, b) => a.y - b.y || a.index - b.index);
  const heights: number[] = [];
  let last = area.top - nameHeight;
  for (const { index, y } of fromTop) {
    last = Math.max(y, last + nameHeight);
    heights[index] = last;
  }
  // Names that were pushed out below are pushed back up.
  let next = area.bottom + nameHeight / 2;
  for (const { index } of fromTop.toReversed()) {
    next = Math.min(heights[index] ?? next, next - (next > area.bottom ? 0 : nameHeight));
    heights[index] = round(next);
  }
  return heights;
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
