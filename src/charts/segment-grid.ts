import { fontSize } from './theme.js';
import { textWidth } from './ticks.js';

/** A named rectangle of the map, in scores: first and last column and row, both included. */
export interface GridArea {
  readonly id: string;
  readonly label: string;
  /** A second, lighter line: the area's share. */
  readonly note: string;
  readonly color: string;
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

/** What stands under a column or beside a row: its score and the values that got it. */
export interface GridScore {
  readonly score: number;
  readonly range: string;
}

/** A text to write in a cell of the map. */
export interface GridCellLabel {
  readonly column: number;
  readonly row: number;
  readonly label: string;
}

interface GridLine {
  readonly text: string;
  /** The width into which a word is pressed that would not fit in a wide font. */
  readonly squeezeTo: number | undefined;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SegmentGridLayout {
  readonly size: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  /** Width and height of one score's cell; the same unless a height was asked for. */
  readonly cell: number;
  readonly cellHeight: number;
  /** Where it is said what the columns measure. */
  readonly labelY: number;
  /** Cells have their numbers, and scores their ranges; not on a screen, where they would be too many. */
  readonly hasCellLabels: boolean;
  readonly areas: readonly (GridArea & Placed & { lines: readonly GridLine[] })[];
  readonly columnOf: (score: number) => number;
  readonly rowOf: (score: number) => number;
}

const left = 54;
const top = 34;
const lineHeight = 15;
/** Room under the map for the scores, their ranges where there is room for them, and what they measure. */
const foot = 72;
const lowFoot = 46;

/**
 * Places a map of `scores` × `scores` cells: scores grow to the right and upwards. Cells are square unless the drawing
 * has a height to keep to.
 */
export function layOutSegmentGrid(
  areas: readonly GridArea[],
  scores: number,
  width: number,
  height?: number,
): SegmentGridLayout {
  const cell = Math.floor((width - left - 2) / scores);
  const cellHeight = height === undefined ? cell : Math.floor((height - top - lowFoot) / scores);
  const size = cell * scores;
  const bottom = top + cellHeight * scores;
  const columnOf = (score: number): number => left + (score - 1) * cell;
  const rowOf = (score: number): number => top + (scores - score) * cellHeight;
  return {
    size,
    left,
    top,
    bottom,
    height: bottom + (height === undefined ? foot : lowFoot),
    cell,
    cellHeight,
    labelY: bottom + (height === undefined ? 58 : 38),
    hasCellLabels: height === undefined && cell >= 60,
    areas: areas.map((area) => {
      const place = {
        x: columnOf(area.columns[0]),
        y: rowOf(area.rows[1]),
        width: (area.columns[1] - area.columns[0] + 1) * cell,
        height: (area.rows[1] - area.rows[0] + 1) * cellHeight,
      };
      const fitting = Math.max(1, Math.floor((place.height - 8) / lineHeight));
      const room = place.width - 12;
      const lines = wrap(area.label, room * 0.9).slice(0, fitting);
      return {
        ...area,
        ...place,
        lines: lines.map((text) => ({ text, squeezeTo: isWide(text, room) ? room : undefined })),
      };
    }),
    columnOf,
    rowOf,
  };
}

// Bold letters of the widest common fonts take about two thirds of their height.
function isWide(text: string, room: number): boolean {
  return text.length * fontSize.tick * 0.68 > room;
}

/** Breaks a label between words so that each line fits the width where a word alone does. */
export function wrap(text: string, width: number, size: number = fontSize.tick): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
