import { scaleQuantize } from 'd3-scale';
import { fontSize, ink, sequential } from './theme.js';
import { textWidth } from './ticks.js';

/** One cell. Without a value it is hatched: nobody has seen it yet, which is not zero. */
export interface HeatmapCell {
  readonly value: number | null;
  readonly label: string;
  /** False for a cell that exists but has nothing to show, such as a share of nothing. */
  readonly observed: boolean;
  /** Marked by a dashed edge: measured, but not over yet. */
  readonly partial: boolean;
}

export interface HeatmapRow {
  readonly id: string;
  readonly label: string;
  /** A second label, right-aligned: how many the row stands for. */
  readonly size: string;
  readonly cells: readonly HeatmapCell[];
}

interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly textColor: string;
  readonly label: string;
  readonly kind: 'value' | 'empty' | 'unobserved';
  readonly partial: boolean;
}

export interface HeatmapLayout {
  readonly height: number;
  readonly bottom: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly sizeRight: number;
  readonly columns: readonly { readonly x: number; readonly label: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly size: string;
    readonly y: number;
  }[];
  readonly cells: readonly PlacedCell[];
  /** Colour steps, and where the marks after them begin. */
  readonly legend: readonly { readonly x: number; readonly fill: string }[];
  readonly highX: number;
  /** Places of the legend's two marks, below the height of its scale; in a narrow drawing each has a line. */
  readonly unobservedX: number;
  readonly unobservedY: number;
  readonly partialX: number;
  readonly partialY: number;
}

const top = 50;
const labelGap = 16;
const legendStep = 18;

/**
 * Places a matrix with its row labels. Colour runs from zero to `high`; values above it get the darkest step. Cell labels
 * are left out together where one of them would not fit.
 */
export function layOutHeatmap(
  columns: readonly string[],
  rows: readonly HeatmapRow[],
  texts: {
    readonly row: string;
    readonly size: string;
    readonly high: string;
    readonly unobserved: string;
    readonly partial?: string;
  },
  high: number,
  width: number,
  rowHeight: number = rows.length > 24 ? 20 : 30,
): HeatmapLayout {
  const { sizeRight, left } = labelRoom(rows, texts);
  const cellWidth = Math.floor(((width - left) / Math.max(1, columns.length)) * 100) / 100;
  const color = scaleQuantize<string>()
    .domain([0, high > 0 ? high : 1])
    .range(sequential);
  const labels = rows.flatMap((row) => row.cells.map((cell) => cell.label));
  const hasLabels = widest(labels) + 6 <= cellWidth;
  const every = Math.max(1, Math.ceil((widest(columns) + 6) / cellWidth));
  const xOf = (index: number): number => round(left + index * cellWidth);
  const bottom = top + rows.length * rowHeight;
  const highX = left + sequential.length * legendStep + 8;
  const marks = placeMarks(Math.ceil(highX + widest([texts.high]) + 28), texts, width);
  return {
    height: bottom + 44 + marks.partialY,
    bottom,
    cellWidth,
    cellHeight: rowHeight,
    sizeRight,
    columns: columns.flatMap((label, index) =>
      index % every === 0 ? [{ x: round(xOf(index) + cellWidth / 2), label }] : [],
    ),
    rows: rows.map(({ id, label, size }, index) => ({ id, label, size, y: top + index * rowHeight })),
    cells: rows.flatMap((row, rowIndex) =>
      row.cells.map(({ value, label, observed, partial }, index): PlacedCell => {
        const kind = value !== null ? 'value' : observed ? 'empty' : 'unobserved';
        const fill = value === null ? ink.paper : color(value);
        return {
          x: xOf(index),
          y: top + rowIndex * rowHeight,
          fill,
          textColor: sequential.indexOf(fill as (typeof sequential)[number]) >= 4 ? ink.paper : ink.text,
          label: hasLabels ? label : '',
          kind,
          partial,
        };
      }),
    ),
    legend: sequential.map((fill, index) => ({ x: left + index * legendStep, fill })),
    highX,
    ...marks,
  };
}

/** Room on a screen: rows a little lower than on paper, so that more of the matrix is seen at once. */
export const screenRowHeight = 18;

/** How many columns have room for their numbers, and how many rows for themselves, in a drawing of that size. */
export function matrixThatFits(
  columns: readonly string[],
  rows: readonly HeatmapRow[],
  texts: { readonly row: string; readonly size: string },
  size: { readonly width: number; readonly height: number },
): { columns: number; rows: number } {
  const labels = rows.flatMap((row) => row.cells.map((cell) => cell.label));
  const room = size.width - labelRoom(rows, texts).left;
  const across = Math.max(2, Math.min(columns.length, Math.floor(room / (widest(labels) + 7))));
  const fitting = (reserved: number): number =>
    Math.max(3, Math.floor((size.height - top - reserved) / screenRowHeight));
  // The scale and the sentence that counts what is left out; where there are marks to explain, a line for them.
  const most = fitting(68);
  const hasMarks = rows
    .slice(0, most)
    .some((row) => row.cells.slice(0, across).some((cell) => cell.partial || !cell.observed));
  return {
    columns: across,
    rows: hasMarks ? fitting(68 + markLine) : most,
  };
}

function labelRoom(
  rows: readonly HeatmapRow[],
  texts: { readonly row: string; readonly size: string },
): { sizeRight: number; left: number } {
  const labelWidth = widest([texts.row, ...rows.map((row) => row.label)]);
  const sizeWidth = widest([texts.size, ...rows.map((row) => row.size)]);
  const sizeRight = Math.ceil(labelWidth + labelGap + sizeWidth);
  return { sizeRight, left: sizeRight + labelGap };
}

const markLine = 24;

/** The marks stand beside the scale, or below it in lines of their own where the drawing is narrow. */
function placeMarks(
  start: number,
  texts: { readonly unobserved: string; readonly partial?: string },
  width: number,
): Pick<HeatmapLayout, 'unobservedX' | 'unobservedY' | 'partialX' | 'partialY'> {
  const unobserved = 32 + widest([texts.unobserved]) + 28;
  const partial = 32 + widest([texts.partial ?? '']);
  if (start + unobserved + partial <= width)
    return { unobservedX: start, unobservedY: 0, partialX: Math.ceil(start + unobserved), partialY: 0 };
  if (unobserved + partial <= width)
    return { unobservedX: 0, unobservedY: markLine, partialX: Math.ceil(unobserved), partialY: markLine };
  return { unobservedX: 0, unobservedY: markLine, partialX: 0, partialY: 2 * markLine };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, fontSize.tick)));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
