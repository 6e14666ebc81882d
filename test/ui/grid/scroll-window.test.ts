import { expect, test } from 'vitest';
import {
  isScaled,
  lastPosition,
  positionAt,
  positionShowing,
  rowHeight,
  rowsInSight,
  scrolledHeight,
  scrollTopAt,
} from '../../../src/ui/grid/scroll-window.js';

const short = { rows: 1_000, viewport: 600 };
const long = { rows: 1_000_000, viewport: 600 };

test('rows that a browser can hold are scrolled pixel by pixel', () => {
  expect(isScaled(short)).toBe(false);
  expect(scrolledHeight(short)).toBe(30_000);
  expect(positionAt(1_234, short)).toBeCloseTo(1_234, 9);
  expect(rowsInSight(0, short, 0)).toEqual({ first: 0, end: 20 });
  expect(rowsInSight(45, short, 0)).toEqual({ first: 1, end: 22 });
});

test('a million rows are lower than any browser’s limit, and both ends are reached', () => {
  expect(isScaled(long)).toBe(true);
  expect(scrolledHeight(long)).toBeLessThan(17_000_000);
  expect(positionAt(0, long)).toBe(0);
  const furthest = scrolledHeight(long) - long.viewport;
  expect(positionAt(furthest, long)).toBe(1_000_000 * rowHeight - 600);
  expect(rowsInSight(positionAt(furthest, long), long, 0)).toEqual({ first: 999_980, end: 1_000_000 });
  expect(rowsInSight(positionAt(furthest / 2, long), long, 0).first).toBe(499_990);
});

test('a place and its scroll belong to each other', () => {
  for (const extent of [short, long])
    for (const share of [0, 0.1, 0.5, 0.99, 1]) {
      const position = share * lastPosition(extent);
      expect(positionAt(scrollTopAt(position, extent), extent)).toBeCloseTo(position, 3);
    }
});

test('a row is brought into sight by the shortest way', () => {
  expect(positionShowing(5, 0, short)).toBe(0);
  expect(positionShowing(20, 0, short)).toBe(30);
  expect(positionShowing(3, 300, short)).toBe(90);
  expect(positionShowing(999_999, 0, long)).toBe(lastPosition(long));
});

test('few rows do not scroll, and no rows are none', () => {
  const few = { rows: 3, viewport: 600 };
  expect([scrolledHeight(few), lastPosition(few), positionAt(50, few), scrollTopAt(0, few)]).toEqual([
    600, 0, 0, 0,
  ]);
  expect(rowsInSight(0, few)).toEqual({ first: 0, end: 3 });
  expect(rowsInSight(0, { rows: 0, viewport: 600 })).toEqual({ first: 0, end: 0 });
});
