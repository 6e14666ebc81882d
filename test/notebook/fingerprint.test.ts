import { expect, test } from 'vitest';
import { fingerprint } from '../../src/notebook/fingerprint.js';

test('equal values have one fingerprint, whatever the order of their keys', () => {
  expect(fingerprint({ a: 1, b: [{ c: 2, d: null }] })).toBe(fingerprint({ b: [{ d: null, c: 2 }], a: 1 }));
});

test('values that differ in one place have different ones', () => {
  const values = [
    {},
    [],
    '',
    null,
    0,
    false,
    { a: 1 },
    { a: 2 },
    { a: '1' },
    { b: 1 },
    [1, 2],
    [2, 1],
    [[1], 2],
  ];
  expect(new Set(values.map(fingerprint)).size).toBe(values.length);
  const many = Array.from({ length: 20_000 }, (_, index) => fingerprint({ above: index / 7 }));
  expect(new Set(many).size).toBe(20_000);
});
