import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elbowOf } from '../../src/stats/elbow.js';
import { assign, kMeans, meansOf } from '../../src/stats/kmeans.js';
import { silhouettes } from '../../src/stats/silhouette.js';

const line = (...values: number[]) => ({ values: Float64Array.from(values), width: 1, count: values.length });

test('four points on a line fall into the two pairs', () => {
  const found = kMeans(line(0, 2, 10, 12), { k: 2, seed: 1, restarts: 10 });
  expect([...found.centres].sort((a, b) => a - b)).toEqual([1, 11]);
  expect(found.inertia).toBe(4);
  // Of 0: a = 2, b = 11; of 2: a = 2, b = 9; and the same mirrored.
  expect(silhouettes(line(0, 2, 10, 12), [found.clusters])[0]).toBeCloseTo((9 / 11 + 7 / 9) / 2, 12);
});

test('a cluster without a point gets the one that is furthest from its centre', () => {
  const centres = Float64Array.of(1, 100);
  expect([...meansOf(line(0, 1, 5), Uint8Array.of(0, 0, 0), centres)]).toEqual([2, 5]);
});

test('the bend of a curve', () => {
  expect(elbowOf([10, 4, 3, 2].map((y, x) => ({ x, y })))).toBe(1);
});

test('every centre is the mean of its points, every point has its nearest centre, and seeds repeat', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 6,
    maxLength: 60,
  });
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 999 }), (given, seed) => {
      fc.pre(new Set(given.map(String)).size >= 3);
      const cloud = { values: Float64Array.from(given.flat()), width: 2, count: given.length };
      const found = kMeans(cloud, { k: 3, seed, restarts: 2 });
      expect(kMeans(cloud, { k: 3, seed, restarts: 2 })).toEqual(found);
      const means = meansOf(cloud, found.clusters, found.centres);
      means.forEach((mean, index) => expect(found.centres[index]).toBeCloseTo(mean, 9));
      expect(assign(cloud, found.centres).clusters).toEqual(found.clusters);
    }),
    { numRuns: 60 },
  );
});
