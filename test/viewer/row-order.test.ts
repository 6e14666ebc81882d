import { expect, test } from 'vitest';
import { rowOrder } from '../../src/viewer/row-order.js';

test('numbers sort by value and equal rows keep their order', () => {
  expect(rowOrder([10, 9, 100, 9], 'ascending', 'fr')).toEqual([1, 3, 0, 2]);
  expect(rowOrder([10, 9, 100, 9], 'descending', 'fr')).toEqual([2, 0, 1, 3]);
});

test('texts sort as the language does, with numbers inside them by value', () => {
  const keys = ['zone 10', 'école', 'zone 9', 'eau'];
  expect(rowOrder(keys, 'ascending', 'fr')).toEqual([3, 1, 2, 0]);
});

test('empty cells come last in both directions, numbers before texts', () => {
  expect(rowOrder([null, 'a', 2], 'ascending', 'en')).toEqual([2, 1, 0]);
  expect(rowOrder([null, 'a', 2], 'descending', 'en')).toEqual([1, 2, 0]);
});
