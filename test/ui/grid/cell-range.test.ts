import { expect, test } from 'vitest';
import { isInside, moved, rangeBetween } from '../../../src/ui/grid/cell-range.js';
import { columnsInSight, leftEdges, scrollLeftShowing } from '../../../src/ui/grid/column-widths.js';
import { sortedBy } from '../../../src/ui/grid/sorting.js';

const size = { rows: 1_000_000, columns: 4, page: 20 };

test('keys move as in the grid pattern, and stop at the edges', () => {
  const from = { row: 10, column: 1 };
  const to = (key: string, isFar = false): unknown => moved(from, key, isFar, size);
  expect(to('ArrowDown')).toEqual({ row: 11, column: 1 });
  expect(to('PageDown')).toEqual({ row: 30, column: 1 });
  expect(to('PageUp')).toEqual({ row: 0, column: 1 });
  expect(to('Home')).toEqual({ row: 10, column: 0 });
  expect(to('End')).toEqual({ row: 10, column: 3 });
  expect(to('Home', true)).toEqual({ row: 0, column: 0 });
  expect(to('End', true)).toEqual({ row: 999_999, column: 3 });
  expect(to('x')).toBeNull();
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: -1, column: 0 });
  expect(moved({ row: -1, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: -1, column: 0 });
  expect(moved({ row: -1, column: 3 }, 'ArrowRight', false, size)).toEqual({ row: -1, column: 3 });
  expect(moved({ row: -1, column: 0 }, 'PageUp', false, size)).toEqual({ row: -1, column: 0 });
});

test('without rows only the head can be reached', () => {
  const none = { ...size, rows: 0 };
  for (const key of ['ArrowDown', 'PageDown', 'End', 'Home'])
    expect(moved({ row: -1, column: 0 }, key, true, none)?.row).toBe(-1);
});

test('a range holds the cells between its corners, whichever came first', () => {
  const range = rangeBetween({ row: 5, column: 2 }, { row: 3, column: 0 });
  expect(range).toEqual({ top: 3, bottom: 5, left: 0, right: 2 });
  expect(isInside(range, { row: 4, column: 1 })).toBe(true);
  expect(isInside(range, { row: 4, column: 3 })).toBe(false);
});

test('clicks sort up, down and not at all; with Shift the other keys stay', () => {
  const up = sortedBy([], 2, false);
  expect(up).toEqual([{ column: 2, direction: 'asc' }]);
  const down = sortedBy(up, 2, false);
  expect(down).toEqual([{ column: 2, direction: 'desc' }]);
  expect(sortedBy(down, 2, false)).toEqual([]);
  const two = sortedBy(down, 0, true);
  expect(two).toEqual([...down, { column: 0, direction: 'asc' }]);
  expect(sortedBy(two, 2, true)).toEqual([{ column: 0, direction: 'asc' }]);
  expect(sortedBy(two, 1, false)).toEqual([{ column: 1, direction: 'asc' }]);
});

test('only the columns in sight are drawn, with one more on both sides', () => {
  const edges = leftEdges([100, 100, 100, 100, 100, 100]);
  expect(columnsInSight(edges, 0, 250)).toEqual({ first: 0, end: 4 });
  expect(columnsInSight(edges, 250, 100)).toEqual({ first: 1, end: 5 });
  expect(columnsInSight(edges, 0, 5_000)).toEqual({ first: 0, end: 6 });
  expect(scrollLeftShowing(5, edges, 0, 250)).toBe(350);
  expect(scrollLeftShowing(1, edges, 350, 250)).toBe(100);
  expect(scrollLeftShowing(4, edges, 350, 250)).toBe(350);
});
