import { ticks } from 'd3-array';
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import type { Grain } from '../../engine/dialect.js';

/** Where a small histogram is cut: bar `i` holds values from edge `i` up to, not including, edge `i + 1`. */
export interface Cuts<Edge extends number | string> {
  readonly edges: readonly Edge[];
  /** Calendar period of one bar, or of what its bars are multiples of; null for numbers. */
  readonly grain: Grain | null;
}

/** The smallest and largest of all values, and the range in which nearly all lie. */
export interface Spread<Edge extends number | string> {
  readonly low: Edge;
  readonly high: Edge;
  readonly usualLow: Edge;
  readonly usualHigh: Edge;
}

const wantedBars = 12;
const mostPeriods = 36;

/** A few far values would press all others into one bar: beyond this many times the usual range they get bars of their own. */
const farTimes = 3;

/** Round numbers that cut the values into about twelve bars. */
export function numberCuts(spread: Spread<number>, isInteger: boolean): Cuts<number> {
  const [from, to] = usualRange(spread, (value) => value);
  const marks = ticks(from, to, isInteger ? Math.min(wantedBars, to - from) : wantedBars);
  const [first = from, second = first + 1] = marks;
  const step = second - first;
  const edges = marks.length > 0 ? [...marks] : [from];
  if (first > from) edges.unshift(first - step);
  edges.push((edges.at(-1) ?? from) + step);
  return { edges: edges.map(tidy), grain: null };
}

/** First days of the calendar periods of a suitable length, as ISO dates. */
export function dateCuts(spread: Spread<string>): Cuts<string> {
  const [from, to] = usualRange(spread, (iso) => utcDate(iso).getTime()).map(utcDate) as [Date, Date];
  for (const [grain, interval] of intervals) {
    const end = interval.offset(interval.floor(to), 1);
    const starts = [...interval.range(interval.floor(from), end), end];
    if (starts.length <= mostPeriods + 1) return { edges: starts.map(isoDay), grain };
  }
  return { edges: [isoDay(from), isoDay(utcDay.offset(to, 1))], grain: 'year' };
}

/** Calendar periods, shortest first. */
const intervals: readonly (readonly [Grain, TimeInterval])[] = [
  ['day', utcDay],
  ['week', utcMonday],
  ['month', utcMonth],
  ['quarter', utcMonth.every(3) ?? utcMonth],
  ...[1, 5, 10, 50].map((years) => ['year', utcYear.every(years) ?? utcYear] as const),
];

/** The whole range, or the usual one where a few far values would hide all others. */
function usualRange<Edge extends number | string>(
  { low, high, usualLow, usualHigh }: Spread<Edge>,
  size: (edge: Edge) => number,
): readonly [Edge, Edge] {
  const usual = size(usualHigh) - size(usualLow);
  return usual > 0 && size(high) - size(low) > farTimes * usual ? [usualLow, usualHigh] : [low, high];
}

function utcDate(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** 0.30000000000000004 as 0.3. */
function tidy(edge: number): number {
  return Number(edge.toPrecision(12));
}
