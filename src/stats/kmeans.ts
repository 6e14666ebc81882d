import { pickPoints, type Points } from './points.js';
import { startCentres } from './kmeans-start.js';
import { randomFrom, sampleOf } from './random.js';

/** A way to cut points into clusters, numbered from 0. */
export interface Clustering {
  /** The centres, one behind the other as the points are. */
  readonly centres: Float64Array;
  /** The cluster of every point: that of the nearest centre, the first of those that are equally near. */
  readonly clusters: Uint8Array;
  /** Sum of the squared distances of all points to their centres. */
  readonly inertia: number;
}

export interface KMeansWishes {
  /** At most 255, and not more than there are different points. */
  readonly k: number;
  readonly seed: number;
  /** Starts of which the best counts. */
  readonly restarts: number;
}

/** Beyond this many points the starts are tried on as large a sample, and the best is led to its end on all of them. */
const mostForStarts = 20_000;
/** Up to this many points five times as many starts are tried: they cost little, and small data have deeper traps. */
const fewPoints = 2_000;
const mostRounds = 300;

/**
 * k-means: Lloyd's rounds (Lloyd 1982) from k-means++ starts (Arthur & Vassilvitskii 2007). Seeded:
 * the same points give the same clusters, on every machine.
 */
export function kMeans(points: Points, { k, seed, restarts }: KMeansWishes): Clustering {
  const random = randomFrom(seed);
  const isLarge = points.count > mostForStarts;
  const tried = isLarge ? pickPoints(points, sampleOf(points.count, mostForStarts, random)) : points;
  let best: Clustering | null = null;
  const starts = points.count <= fewPoints ? restarts * 5 : restarts;
  for (let start = 0; start < starts || !best; start += 1) {
    const found = settle(tried, startCentres(tried, k, random));
    if (!best || found.inertia < best.inertia) best = found;
  }
  return isLarge ? settle(points, best.centres) : best;
}

/**
 * Lloyd's rounds from given centres, until no point changes its cluster, or no more than one in 10,000. A point whose centre is certainly still the nearest is not measured again: its
 * distance to the own centre and to the second nearest is bounded by how far the centres have moved (Hamerly 2010).
 */
export function settle(points: Points, start: Float64Array): Clustering {
  const { values, width, count } = points;
  const k = start.length / width;
  const centres = Float64Array.from(start);
  const clusters = new Uint8Array(count);
  const own = new Float64Array(count).fill(Infinity);
  const second = new Float64Array(count);
  const moved = new Float64Array(k);
  const still = Math.floor(count / 10_000);
  for (let round = 0; round < mostRounds; round += 1) {
    const half = halfGaps(centres, width);
    let changes = 0;
    for (let point = 0; point < count; point += 1) {
      const cluster = clusters[point]!;
      const bound = Math.max(half[cluster]!, second[point]!);
      // Strictly: among equally near centres the first counts, and only measuring tells.
      if (own[point]! < bound) continue;
      let nearest = 0;
      let least = Infinity;
      let next = Infinity;
      for (let centre = 0; centre < k; centre += 1) {
        let squared = 0;
        for (let dimension = 0; dimension < width; dimension += 1) {
          const gap = values[point * width + dimension]! - centres[centre * width + dimension]!;
          squared += gap * gap;
        }
        if (squared < least) {
          next = least;
          least = squared;
          nearest = centre;
        } else if (squared < next) next = squared;
      }
      own[point] = Math.sqrt(least);
      second[point] = Math.sqrt(next);
      if (nearest !== cluster) {
        clusters[point] = nearest;
        changes += 1;
      }
    }
    if (changes <= still && round > 0) break;
    const means = meansOf(points, clusters, centres);
    let furthest = 0;
    for (let centre = 0; centre < k; centre += 1) {
      moved[centre] = Math.sqrt(squaredGap(means, centre * width, centres, centre * width, width));
      furthest = Math.max(furthest, moved[centre]!);
    }
    centres.set(means);
    // A hair is added against rounding: a bound may be too careful, never too bold.
    const slack = 1e-12 * (1 + furthest);
    for (let point = 0; point < count; point += 1) {
      own[point]! += moved[clusters[point]!]! + slack;
      second[point]! -= furthest + slack;
    }
  }
  return assign(points, centres);
}

/** Every point to its nearest centre, the first of those that are equally near. */
export function assign({ values, width, count }: Points, centres: Float64Array): Clustering {
  const clusters = new Uint8Array(count);
  let inertia = 0;
  for (let point = 0; point < count; point += 1) {
    let least = Infinity;
    for (let centre = 0; centre * width < centres.length; centre += 1) {
      const squared = squaredGap(values, point * width, centres, centre * width, width);
      if (squared >= least) continue;
      least = squared;
      clusters[point] = centre;
    }
    inertia += least;
  }
  return { centres, clusters, inertia };
}

/** The mean of every cluster. A cluster without a point gets the one that is furthest from its own centre. */
export function meansOf(points: Points, clusters: Uint8Array, centres: Float64Array): Float64Array {
  const { values, width, count } = points;
  const sums = new Float64Array(centres.length);
  const sizes = new Uint32Array(centres.length / width);
  for (let point = 0; point < count; point += 1) {
    const cluster = clusters[point]!;
    sizes[cluster]! += 1;
    for (let dimension = 0; dimension < width; dimension += 1) {
      sums[cluster * width + dimension]! += values[point * width + dimension]!;
    }
  }
  const taken = new Set<number>();
  sizes.forEach((size, cluster) => {
    const from = size === 0 ? furthestPoint(points, clusters, centres, taken) * width : 0;
    for (let dimension = 0; dimension < width; dimension += 1) {
      const place = cluster * width + dimension;
      sums[place] = size === 0 ? values[from + dimension]! : sums[place]! / size;
    }
  });
  return sums;
}

function furthestPoint(
  { values, width, count }: Points,
  clusters: Uint8Array,
  centres: Float64Array,
  taken: Set<number>,
): number {
  let most = -1;
  let furthest = 0;
  for (let point = 0; point < count; point += 1) {
    const squared = squaredGap(values, point * width, centres, clusters[point]! * width, width);
    if (squared <= most || taken.has(point)) continue;
    most = squared;
    furthest = point;
  }
  taken.add(furthest);
  return furthest;
}

/** Half the distance from every centre to the nearest other one: what is closer than that to its centre stays there. */
function halfGaps(centres: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: centres.length / width }, (_, one) => {
    let least = Infinity;
    for (let other = 0; other * width < centres.length; other += 1) {
      if (other === one) continue;
      least = Math.min(least, squaredGap(centres, one * width, centres, other * width, width));
    }
    return Math.sqrt(least) / 2;
  });
}

function squaredGap(a: Float64Array, fromA: number, b: Float64Array, fromB: number, width: number): number {
  let squared = 0;
  for (let dimension = 0; dimension < width; dimension += 1) {
    const gap = a[fromA + dimension]! - b[fromB + dimension]!;
    squared += gap * gap;
  }
  return squared;
}
