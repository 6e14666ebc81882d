import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { fontSize } from './theme.js';
import { linearTicks, textWidth, type Tick } from './ticks.js';

/** A rate after a number of periods; null where there is nothing to average. */
export interface CurvePoint {
  readonly period: number;
  readonly rate: number | null;
}

export interface RetentionCurveLayout {
  readonly path: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly labelY: number;
    readonly label: string;
  }[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** Where the plot stands in the drawing. */
export const curveArea = { left: 64, right: 24, top: 56, bottom: 244 } as const;

/** Places the curve from zero to the highest rate, or to 1 where all are below. */
export function layOutRetentionCurve(
  points: readonly CurvePoint[],
  width: number,
  format: { readonly axis: (rate: number) => string; readonly label: (rate: number) => string },
  bottom: number = curveArea.bottom,
): RetentionCurveLayout {
  const known = points.flatMap(({ period, rate }) => (rate === null ? [] : [{ period, rate }]));
  const lastPeriod = max(points, (point) => point.period) ?? 1;
  const x = scaleLinear()
    .domain([0, Math.max(1, lastPeriod)])
    .range([curveArea.left + 20, width - curveArea.right]);
  const y = scaleLinear()
    .domain([0, Math.max(1, max(known, (point) => point.rate) ?? 1)])
    .range([bottom, curveArea.top])
    .nice(4);
  const round = (value: number): number => Math.round(value * 100) / 100;
  const places = known.map(({ period, rate }) => ({
    x: round(x(period)),
    y: round(Math.min(y(rate), bottom)),
    label: format.label(rate),
  }));
  const step = x(1) - x(0);
  const every = Math.max(1, Math.ceil((textWidth('100,0 %', fontSize.tick) + 6) / step));
  const everyTick = Math.max(1, Math.ceil(28 / step));
  return {
    path:
      line<{ x: number; y: number }>(
        (point) => point.x,
        (point) => point.y,
      )(places) ?? '',
    points: places.map((point, index) => ({
      ...point,
      // Under the point where the line falls into it from high above.
      labelY: (places[index - 1]?.y ?? point.y) < point.y - 24 ? point.y + 20 : point.y - 10,
      label: index % every === 0 ? point.label : '',
    })),
    xTicks: points
      .filter(({ period }) => period % everyTick === 0)
      .map(({ period }) => ({ at: round(x(period)), label: String(period) })),
    yTicks: linearTicks(y, 4, format.axis),
  };
}
