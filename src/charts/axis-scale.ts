import { extent } from 'd3-array';
import { scaleLinear, scalePoint, scaleUtc } from 'd3-scale';
import { fontSize } from './theme.js';
import { bandTicks, textWidth, type Tick } from './ticks.js';

/** What stands along an axis: numbers, moments (ISO text), or names in their order. */
export type AxisKind = 'number' | 'time' | 'category';
export type AxisValue = string | number;

/** An axis: where its values stand, and its marks. */
export interface AxisScale {
  readonly place: (value: AxisValue) => number;
  readonly ticks: readonly Tick[];
}

/** Lays values along a line from one end to the other, with as many marks as have room for their labels. */
export function axisScale(
  kind: AxisKind,
  values: readonly AxisValue[],
  [start, end]: readonly [number, number],
  format: (value: AxisValue) => string,
): AxisScale {
  if (kind === 'category') return categories(values.map(String), start, end, format);
  const scale = kind === 'time' ? moments(values, start, end) : numbers(values, start, end);
  const widest = Math.max(0, ...scale.marks(6).map(({ value }) => textWidth(format(value), fontSize.tick)));
  const room = Math.max(2, Math.floor(Math.abs(end - start) / (widest + 24)));
  const marks = scale.marks(Math.min(8, room));
  return {
    place: scale.place,
    ticks: marks.map(({ at, value }) => ({ at: round(at), label: format(value) })),
  };
}

interface ContinuousMarks {
  readonly place: (value: AxisValue) => number;
  readonly marks: (count: number) => { readonly at: number; readonly value: AxisValue }[];
}

function numbers(values: readonly AxisValue[], start: number, end: number): ContinuousMarks {
  const [low = 0, high = 1] = extent(values.map(Number));
  const scale = scaleLinear()
    .domain(low === high ? [low - 0.5, high + 0.5] : [low, high])
    .nice(6)
    .range([start, end]);
  return {
    place: (value) => round(scale(Number(value))),
    marks: (count) => scale.ticks(count).map((value) => ({ at: scale(value), value })),
  };
}

function moments(values: readonly AxisValue[], start: number, end: number): ContinuousMarks {
  const [first = new Date(0), last = new Date(86_400_000)] = extent(values.map(moment));
  const halfDay = 43_200_000;
  const isOne = first.getTime() === last.getTime();
  const scale = scaleUtc()
    .domain(isOne ? [new Date(first.getTime() - halfDay), new Date(last.getTime() + halfDay)] : [first, last])
    .range([start, end]);
  return {
    place: (value) => round(scale(moment(value))),
    marks: (count) => scale.ticks(count).map((date) => ({ at: scale(date), value: date.toISOString() })),
  };
}

function categories(
  names: readonly string[],
  start: number,
  end: number,
  format: (value: AxisValue) => string,
): AxisScale {
  const scale = scalePoint<string>().domain(names).range([start, end]).padding(0.5);
  return {
    place: (value) => round(scale(String(value)) ?? start),
    ticks: bandTicks(scale, format).map((tick) => ({ ...tick, at: round(tick.at) })),
  };
}

/** A date or a moment of the data; those without a zone are UTC, as everywhere. */
function moment(value: AxisValue): Date {
  const text = String(value);
  return new Date(text.length > 10 && !/Z|[+-]\d\d:?\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
