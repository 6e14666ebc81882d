import { dateShape, monthFirst } from './dates.js';

/** Fewer dates than this have no order to speak of. */
const fewest = 20;

/**
 * Whether the values, in the file's order, only make sense with the month first: files are mostly written in order of
 * time, so that the wrong reading jumps back and forth. False too when the values leave it open.
 */
export function suggestsMonthFirst(values: readonly string[]): boolean {
  let dayJumps = 0;
  let monthJumps = 0;
  let count = 0;
  let before: readonly [number, number] | null = null;
  for (const value of values) {
    const days = bothReadings(value);
    if (!days) continue;
    if (before) {
      if (days[0] < before[0]) dayJumps += 1;
      if (days[1] < before[1]) monthJumps += 1;
    }
    before = days;
    count += 1;
  }
  return count >= fewest && dayJumps > 0.05 * count && monthJumps * 4 < dayJumps;
}

/** The value as two sortable numbers: day first, and month first; null when it does not have both readings. */
function bothReadings(value: string): readonly [number, number] | null {
  const shape = dateShape(value);
  if (!shape?.dayFirst || !shape.monthFirst || monthFirst(shape.pattern) === shape.pattern) return null;
  const [a = 0, b = 0, year = 0] = (value.match(/\d+/g) ?? []).map(Number);
  return [year * 10_000 + b * 100 + a, year * 10_000 + a * 100 + b];
}
