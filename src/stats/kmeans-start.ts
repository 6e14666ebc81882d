import type { Points } from './points.js';

/**
 * Centres to start from: k-means++ in its greedy form (Arthur & Vassilvitskii 2007, § 5). Each is a point, drawn with odds
 * in proportion to its squared distance from those already there; of several draws the one counts that brings all points
 * nearest.
 */
export function startCentres(points: Points, k: number, random: () => number): Float64Array {
  const { values, width, count } = points;
  const centres = new Float64Array(k * width);
  const draws = 2 + Math.floor(Math.log(k));
  const take = (place: number, point: number): void =>
    centres.set(values.subarray(point * width, (point + 1) * width), place * width);
  const first = Math.min(count - 1, Math.floor(random() * count));
  take(0, first);
  let distances = distancesTo(points, first, null);
  for (let place = 1; place < k; place += 1) {
    const total = sumOf(distances);
    let best: { point: number; distances: Float64Array; sum: number } | null = null;
    for (let draw = 0; draw < draws; draw += 1) {
      const point = pointAt(distances, random() * total);
      const closer = distancesTo(points, point, distances);
      const sum = sumOf(closer);
      if (!best || sum < best.sum) best = { point, distances: closer, sum };
    }
    if (!best) break;
    take(place, best.point);
    ({ distances } = best);
  }
  return centres;
}

/** Squared distances of all points to a point, or to the nearer one of those before. */
function distancesTo(
  { values, width, count }: Points,
  centre: number,
  before: Float64Array | null,
): Float64Array {
  const distances = new Float64Array(count);
  for (let point = 0; point < count; point += 1) {
    let squared = 0;
    for (let dimension = 0; dimension < width; dimension += 1) {
      const gap = values[point * width + dimension]! - values[centre * width + dimension]!;
      squared += gap * gap;
    }
    distances[point] = before && before[point]! < squared ? before[point]! : squared;
  }
  return distances;
}

/** The point under which a place on the line of all distances lies. */
function pointAt(distances: Float64Array, place: number): number {
  let reached = 0;
  let last = 0;
  for (let point = 0; point < distances.length; point += 1) {
    if (distances[point] === 0) continue;
    last = point;
    reached += distances[point]!;
    if (reached > place) return point;
  }
  return last;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
