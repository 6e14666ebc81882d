import { max, min } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { fontSize } from './theme.js';
import { bandTicks, linearTicks, textWidth, type Tick } from './ticks.js';

/** One bar: what it stands for, its value, and whether it is drawn lighter because it is not complete. */
export interface Bar {
  readonly key: string;
  readonly value: number;
  readonly isPartial?: boolean;
}

export interface BarsLayout {
  readonly bars: readonly (Bar & { x: number; y: number; width: number; height: number })[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Where the value axis stands: far enough right for its labels. */
  readonly left: number;
  /** Height of the zero line; bars below it are negative. */
  readonly zero: number;
}

/** The plot's edges in the drawing. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Places vertical bars in their order; the value axis always holds zero. `area.left` is moved when its labels need it. */
export function layOutBars(
  bars: readonly Bar[],
  area: PlotArea,
  format: { key: (key: string) => string; value: (value: number) => string },
): BarsLayout {
  const low = Math.min(0, min(bars, (bar) => bar.value) ?? 0);
  const high = Math.max(0, max(bars, (bar) => bar.value) ?? 0);
  const y = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .nice(5)
    .range([area.bottom, area.top]);
  const yTicks = linearTicks(y, 5, format.value).map((tick) => ({ ...tick, at: round(tick.at) }));
  const widest = Math.max(...yTicks.map((tick) => textWidth(tick.label, fontSize.tick)));
  const left = Math.max(area.left, Math.ceil(widest) + 16);
  const x = scaleBand<string>()
    .domain(bars.map((bar) => bar.key))
    .range([left, area.right])
    .paddingInner(0.28)
    .paddingOuter(0.14);
  const zero = y(0);
  return {
    bars: bars.map((bar) => ({
      ...bar,
      x: round(x(bar.key) ?? 0),
      y: round(Math.min(zero, y(bar.value))),
      width: round(x.bandwidth()),
      height: round(Math.abs(y(bar.value) - zero)),
    })),
    xTicks: bandTicks(x, format.key).map((tick) => ({ ...tick, at: round(tick.at) })),
    yTicks,
    left,
    zero: round(zero),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
