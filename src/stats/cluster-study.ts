import { elbowOf } from './elbow.js';
import { assign, kMeans, type Clustering } from './kmeans.js';
import { countDistinct, pickPoints, pointsOf, scalingOf, type Scaling } from './points.js';
import { randomFrom, sampleOf } from './random.js';
import { silhouettes } from './silhouette.js';
import { stabilityOf } from './stability.js';

/** What is asked of a study. */
export interface ClusterWishes {
  /** Null takes the number with the highest silhouette. */
  readonly k: number | null;
  /** Every column is moved to mean 0 and divided by its population standard deviation. */
  readonly isScaled: boolean;
  readonly seed: number;
  readonly restarts: number;
}

/** How well a number of clusters fits. */
export interface Fit {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number;
}

/** The clusters of one number, and what the others would have been worth. */
export interface ClusterStudy {
  /** Of every column, as far as it was scaled. */
  readonly scalings: readonly Scaling[];
  /** Centres in scaled units; none where there are fewer than two different points. */
  readonly centres: readonly (readonly number[])[];
  /** How surely each cluster comes back in resamples, 0–1. */
  readonly stability: readonly number[];
  /** For 2 to 10 clusters, as far as there are as many different points. */
  readonly fits: readonly Fit[];
  /** Numbers proposed by the highest silhouette and by the bend of the inertia. */
  readonly bySilhouette: number | null;
  readonly byElbow: number | null;
  /** Points on which the silhouette was measured: all of them, or a sample. */
  readonly measured: number;
}

const most = 10;
/** Beyond 10,000 points the silhouette is that of a sample of 5,000: its mean is then known to about 0.003. */
const mostMeasured = 10_000;
const sampleMeasured = 5_000;
const mostResampled = 2_000;
const resamples = 20;

/**
 * Studies rows whose numbers stand in columns; the cluster of a row is that of the nearest centre. Clusters are numbered by
 * the mean worth of their rows, the highest first.
 */
export function studyClusters(
  columns: readonly Float64Array[],
  worth: Float64Array,
  wishes: ClusterWishes,
): ClusterStudy {
  const scalings = columns.map((column) => (wishes.isScaled ? scalingOf(column) : { mean: 0, deviation: 1 }));
  const points = pointsOf(columns, scalings);
  const distinct = countDistinct(points, most);
  const { seed, restarts } = wishes;
  const found = new Map<number, Clustering>();
  for (let k = 2; k <= Math.min(most, distinct); k += 1) found.set(k, kMeans(points, { k, seed, restarts }));
  const random = randomFrom(seed);
  const isSampled = points.count > mostMeasured;
  const sample = isSampled ? pickPoints(points, sampleOf(points.count, sampleMeasured, random)) : points;
  const cuts = [...found.values()].map(({ centres, clusters }) =>
    isSampled ? assign(sample, centres).clusters : clusters,
  );
  const heights = silhouettes(sample, cuts);
  const fits = [...found].map(([k, { inertia }], index) => ({ k, inertia, silhouette: heights[index] ?? 0 }));
  const bySilhouette = highest(fits)?.k ?? null;
  const k = Math.min(wishes.k ?? bySilhouette ?? 0, distinct);
  const chosen = inOrder(found.get(k), worth, points.width);
  const few = pickPoints(points, sampleOf(points.count, mostResampled, random));
  const stability = chosen ? stabilityOf(few, chosen.flat, { seed, resamples }) : [];
  return {
    scalings,
    centres: chosen?.centres ?? [],
    stability,
    fits,
    bySilhouette,
    byElbow: elbowOf(fits.map(({ k: x, inertia: y }) => ({ x, y }))),
    measured: sample.count,
  };
}

function highest(fits: readonly Fit[]): Fit | null {
  return fits.reduce<Fit | null>(
    (best, fit) => (best === null || fit.silhouette > best.silhouette ? fit : best),
    null,
  );
}

/** The centres in the order of their rows' mean worth. */
function inOrder(
  found: Clustering | undefined,
  worth: Float64Array,
  width: number,
): { readonly centres: number[][]; readonly flat: { readonly centres: Float64Array } } | null {
  if (!found) return null;
  const k = found.centres.length / width;
  const sums = new Float64Array(k);
  const sizes = new Float64Array(k);
  found.clusters.forEach((cluster, row) => {
    sums[cluster]! += worth[row]!;
    sizes[cluster]! += 1;
  });
  const mean = (cluster: number): number => sums[cluster]! / Math.max(1, sizes[cluster]!);
  const order = Array.from({ length: k }, (_, cluster) => cluster).sort((a, b) => mean(b) - mean(a) || a - b);
  const centres = order.map((cluster) => [...found.centres.subarray(cluster * width, (cluster + 1) * width)]);
  return { centres, flat: { centres: Float64Array.from(centres.flat()) } };
}
