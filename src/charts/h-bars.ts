import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { fontSize } from './theme.js';
import { textWidth } from './ticks.js';

/** One row of horizontal bars: one value per series. A value that is not known is null. */
export interface HBarsRow {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

export interface HBarsSeries {
  readonly label: string;
  readonly color: string;
}

interface PlacedBar {
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly text: string;
}

export interface HBarsLayout {
  readonly left: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly legend: readonly { readonly x: number; readonly label: string; readonly color: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly y: number;
    readonly bars: readonly PlacedBar[];
  }[];
}

const top = 40;
const barHeight = 13;
const wideGap = 14;

/** Space between rows where all of them stand on one screen. */
export const tightGap = 5;

/** Thickness of one bar, in drawing units. */
export const hBarThickness = barHeight - 1;

/** Places rows of bars that share one scale from zero; below zero there is no bar, only the number. */
export function layOutHBars(
  rows: readonly HBarsRow[],
  series: readonly HBarsSeries[],
  width: number,
  format: (value: number | null) => string,
  gap: number = wideGap,
): HBarsLayout {
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.label, fontSize.label)));
  // Fonts are up to a tenth wider than the estimate.
  const left = Math.ceil(Math.min(1.1 * widest + 14, width / 2));
  const texts = rows.flatMap((row) => row.values.map(format));
  const right = Math.max(40, ...texts.map((text) => textWidth(text, fontSize.tick) + 12));
  const high = max(rows, (row) => max(row.values, (value) => value ?? 0)) ?? 0;
  const x = scaleLinear()
    .domain([0, high > 0 ? high : 1])
    .range([0, width - left - right])
    .clamp(true);
  const rowHeight = series.length * barHeight + gap;
  let legendX = 0;
  return {
    left,
    height: top + rows.length * rowHeight,
    rowHeight,
    legend: series.map(({ label, color }) => {
      const place = legendX;
      legendX += textWidth(label, fontSize.tick) + 36;
      return { x: Math.round(place), label, color };
    }),
    rows: rows.map((row, index) => {
      const y = top + index * rowHeight;
      const bars = series.map(({ color }, place): PlacedBar => {
        const value = row.values[place] ?? null;
        return {
          y: y + place * barHeight,
          width: Math.round(x(value ?? 0) * 100) / 100,
          color,
          text: format(value),
        };
      });
      return { id: row.id, label: row.label, y: y + (series.length * barHeight) / 2, bars };
    }),
  };
}

/** The rows in as few groups of about the same size as pictures of that height need. */
export function rowGroups<Row>(rows: readonly Row[], rowHeight: number, height: number): Row[][] {
  const fitting = Math.max(1, Math.floor((height - top) / rowHeight));
  const groups = Math.max(1, Math.ceil(rows.length / fitting));
  const size = Math.ceil(rows.length / groups);
  return Array.from({ length: groups }, (_, group) => rows.slice(group * size, (group + 1) * size));
}
