import type { Column, ResultTable, Value } from '../../core/tables.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Picture, Series } from './picture.js';
import { texts } from './texts.js';

type Bars = Extract<Picture, { kind: 'bars' }>;
type Xy = Extract<Picture, { kind: 'xy' }>;

/** A value of the horizontal axis: months where all are first of a month, times within a few days, dates otherwise. */
export function alongAxis(i18n: I18n, x: Column, values: readonly Value[]): (value: Value) => string {
  if (x.type !== 'date' && x.type !== 'timestamp') return (value) => i18n.value(value, x);
  const moments = values.flatMap((value) => (typeof value === 'string' ? [value] : []));
  const isMonthly = moments.length > 1 && moments.every((one) => /^\d{4}-\d\d-01(?:$|[T ]00:00)/.test(one));
  const days = moments.map((one) => Date.parse(one.slice(0, 10)));
  const isClose = x.type === 'timestamp' && Math.max(...days) - Math.min(...days) <= 2 * 86_400_000;
  return (value) => {
    if (typeof value !== 'string' || value === '') return i18n.value(null, x);
    const date = i18n.date(value.slice(0, 10), isMonthly ? 'month' : 'short');
    return isClose ? `${date} ${value.slice(11, 16)}` : date;
  };
}

/** A value of a column, rounded as little as its marks allow. */
export function shortNumber(i18n: I18n, value: number): string {
  const digits = Math.abs(value) >= 10 || Number.isInteger(value) ? 0 : Math.abs(value) >= 0.1 ? 2 : 4;
  return i18n.number(value, digits);
}

/** The name of a series: its column, its value, or both where both differ. */
export function seriesName(
  i18n: I18n,
  { y, group }: Series,
  { columns, color }: { columns: number; color: Column | null },
): string {
  if (!color || group === undefined) return y.name;
  const value = i18n.value(group, color);
  return columns > 1 ? `${y.name} · ${value}` : value;
}

/** What the bars of one column show, in a sentence. */
export function barsSentence(
  i18n: I18n,
  picture: Bars,
  measure: Bars['measures'][number],
  label: (row: number) => string,
): string {
  const highest = measure.bars.toSorted((a, b) => b.value - a.value)[0];
  if (!highest) return i18n.t(texts, 'sentence.nothing');
  return i18n.t(texts, 'sentence.bars', {
    count: measure.bars.length,
    y: measure.y.name,
    x: picture.x.name,
    value: i18n.value(highest.value, measure.y),
    key: label(highest.row),
  });
}

/** What lines or points show, in a sentence. */
export function xySentence(i18n: I18n, picture: Xy, along: (value: Value) => string): string {
  const points = picture.series.flatMap((one) => one.points);
  const heights = points.flatMap(({ y }) => (y === null ? [] : [y]));
  const [first, last] = ends(
    points.map(({ x }) => x),
    picture.axis === 'category',
  );
  const [y] = picture.y;
  if (heights.length === 0 || !y || first === undefined || last === undefined)
    return i18n.t(texts, 'sentence.nothing');
  return i18n.t(texts, picture.marks === 'line' ? 'sentence.line' : 'sentence.points', {
    series: picture.series.length,
    count: heights.length,
    y: picture.y.map(({ name }) => name).join(', '),
    x: picture.x.name,
    first: along(first),
    last: along(last),
    low: i18n.value(Math.min(...heights), y),
    high: i18n.value(Math.max(...heights), y),
  });
}

function ends(values: readonly (string | number)[], isInOrder: boolean): (string | number | undefined)[] {
  const sorted = isInOrder ? values : values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [sorted[0], sorted.at(-1)];
}

/** The value that a row has in a column. */
export function valueAt({ columns, rows }: ResultTable, row: number, column: Column): Value {
  return rows[row]?.[columns.indexOf(column)] ?? null;
}
