import type { Column, ResultTable, Value } from '../../core/tables.js';
import type { AxisKind } from '../../charts/axis-scale.js';
import type { XySeries } from '../../charts/xy-layout.js';
import type { Params } from './params.js';

/** More than these a picture does not show; what is left out is said. */
export const most = { bars: 60, points: 2_000, series: 7, measures: 6 } as const;

/** Something that the reader has to know about a picture: a key of the texts, with its values. */
export interface Note {
  readonly key:
    | 'note.gone'
    | 'note.notNumbers'
    | 'note.noValue'
    | 'note.noPlace'
    | 'note.moreBars'
    | 'note.morePoints'
    | 'note.moreSeries'
    | 'note.moreMeasures';
  readonly values: Readonly<Record<string, string | number>>;
}

/** The rows of a result as a picture, or why there is none. */
export type Picture = { readonly notes: readonly Note[] } & (
  | { readonly kind: 'none'; readonly why: 'no-rows' | 'no-numbers' | 'no-axis' }
  | {
      readonly kind: 'bars';
      readonly x: Column;
      /** One chart for each column; `row` is where the bar's values stand in the result. */
      readonly measures: readonly {
        readonly y: Column;
        readonly bars: readonly { row: number; value: number }[];
      }[];
    }
  | {
      readonly kind: 'xy';
      readonly marks: 'line' | 'points';
      readonly axis: AxisKind;
      readonly x: Column;
      readonly y: readonly Column[];
      readonly series: readonly Series[];
    }
);

/** A series by its column and, where rows are told apart, by their value. */
export interface Series extends XySeries {
  readonly y: Column;
  readonly group: Value | undefined;
}

/** What is drawn of a result for these settings. */
export function pictureOf(table: ResultTable, params: Params): Picture {
  const { show } = params;
  const notes: Note[] = [];
  const { columns, rows } = table;
  if (rows.length === 0) return { kind: 'none', why: 'no-rows', notes };
  const find = (name: string): Column | null => {
    const column = columns.find((one) => one.name === name) ?? null;
    if (!column) notes.push({ key: 'note.gone', values: { column: name } });
    return column;
  };
  const x = (params.x === null ? null : find(params.x)) ?? usualX(columns, show);
  const chosen = params.y.flatMap((name) => find(name) ?? []);
  const numbers = chosen.filter(isNumber);
  for (const { name } of chosen.filter((column) => !isNumber(column)))
    notes.push({ key: 'note.notNumbers', values: { column: name } });
  const y =
    numbers.length > 0 ? numbers : columns.filter((column) => isNumber(column) && column !== x).slice(0, 1);
  if (!x || y.length === 0) return { kind: 'none', why: 'no-numbers', notes };
  if (show === 'bar') return bars(table, x, y, notes);
  const axis = axisOf(x);
  if (show === 'scatter' && axis === 'category') return { kind: 'none', why: 'no-axis', notes };
  const color = params.color === null ? null : find(params.color);
  return xy(table, { marks: show === 'scatter' ? 'points' : 'line', axis, x, y, color }, notes);
}

/** Names for bars, dates for lines, numbers for points: the first column that is what the picture is usually drawn over. */
function usualX(columns: readonly Column[], show: Params['show']): Column | null {
  if (show === 'scatter') return columns.find((column) => axisOf(column) !== 'category') ?? null;
  const dated = show === 'line' ? columns.find((column) => axisOf(column) === 'time') : undefined;
  return dated ?? columns.find((column) => !isNumber(column)) ?? columns[0] ?? null;
}

function bars({ columns, rows }: ResultTable, x: Column, y: readonly Column[], notes: Note[]): Picture {
  if (y.length > most.measures)
    notes.push({ key: 'note.moreMeasures', values: { shown: most.measures, total: y.length } });
  if (rows.length > most.bars)
    notes.push({ key: 'note.moreBars', values: { shown: most.bars, total: rows.length } });
  const measures = y.slice(0, most.measures).map((column) => {
    const at = columns.indexOf(column);
    const values = rows.slice(0, most.bars).map((row, index) => ({ row: index, value: row[at] }));
    const found = values.flatMap(({ row, value }) => (typeof value === 'number' ? [{ row, value }] : []));
    sayMissing(column, values.length - found.length, notes);
    return { y: column, bars: found };
  });
  return { kind: 'bars', x, measures, notes };
}

interface XyChoice {
  readonly marks: 'line' | 'points';
  readonly axis: AxisKind;
  readonly x: Column;
  readonly y: readonly Column[];
  readonly color: Column | null;
}

function xy(table: ResultTable, { marks, axis, x, y, color }: XyChoice, notes: Note[]): Picture {
  const atX = table.columns.indexOf(x);
  const placed = table.rows.filter((row) => axis === 'category' || row[atX] !== null);
  const left = table.rows.length - placed.length;
  if (left > 0) notes.push({ key: 'note.noPlace', values: { rows: left, column: x.name } });
  const rows = placed.slice(0, Math.max(1, Math.floor(most.points / y.length)));
  if (rows.length < placed.length)
    notes.push({ key: 'note.morePoints', values: { shown: rows.length, total: placed.length } });
  const all = y.flatMap((column) => seriesOf({ ...table, rows }, { x, y: column, color, axis }, notes));
  if (all.length > most.series)
    notes.push({ key: 'note.moreSeries', values: { shown: most.series, total: all.length } });
  return { kind: 'xy', marks, axis, x, y, series: all.slice(0, most.series), notes };
}

function seriesOf(
  { columns, rows }: ResultTable,
  { x, y, color, axis }: { x: Column; y: Column; color: Column | null; axis: AxisKind },
  notes: Note[],
): Series[] {
  const [atX, atY] = [columns.indexOf(x), columns.indexOf(y)];
  const atColor = color ? columns.indexOf(color) : -1;
  const groups = new Map<Value | undefined, { x: string | number; y: number | null }[]>();
  let missing = 0;
  for (const row of rows) {
    const group = color ? (row[atColor] ?? null) : undefined;
    const [along, value] = [row[atX], row[atY]];
    const height = typeof value === 'number' ? value : null;
    if (height === null) missing += 1;
    const points = groups.get(group) ?? [];
    points.push({ x: typeof along === 'number' ? along : String(along ?? ''), y: height });
    groups.set(group, points);
  }
  sayMissing(y, missing, notes);
  return [...groups].map(([group, points]) => ({
    name: '',
    y,
    group,
    points: axis === 'category' ? points : points.toSorted((a, b) => (a.x < b.x ? -1 : a.x > b.x ? 1 : 0)),
  }));
}

function sayMissing({ name }: Column, rows: number, notes: Note[]): void {
  if (rows > 0) notes.push({ key: 'note.noValue', values: { rows, column: name } });
}

/** What a column is as an axis. */
export function axisOf(column: Column): AxisKind {
  if (isNumber(column)) return 'number';
  return column.type === 'date' || column.type === 'timestamp' ? 'time' : 'category';
}

/** True for a column that can be measured. */
export function isNumber({ type }: Column): boolean {
  return type === 'integer' || type === 'number';
}
