import { assign, kMeans, type Clustering } from './kmeans.js';
import { pickPoints, type Points } from './points.js';
import { randomFrom } from './random.js';

/**
 * How surely each cluster comes back when the data were a little different: the mean, over resamples with replacement, of
 * the highest Jaccard index (shared ÷ united) that a new cluster reaches with it among the points drawn (Hennig 2007,
 * “Cluster-wise assessment of cluster stability”). From 0.75 up a cluster counts as stable, below 0.6 as doubtful.
 */
export function stabilityOf(
  points: Points,
  { centres }: Pick<Clustering, 'centres'>,
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): number[] {
  const k = centres.length / points.width;
  const { clusters } = assign(points, centres);
  const random = randomFrom(seed);
  const sums = new Float64Array(k);
  const seen = new Float64Array(k);
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = Uint32Array.from({ length: points.count }, () => Math.floor(random() * points.count));
    const again = kMeans(pickPoints(points, drawn), { k, seed: seed + resample + 1, restarts: 2 });
    const shared = sharedPoints(drawn, clusters, again.clusters, k);
    for (let cluster = 0; cluster < k; cluster += 1) {
      const best = bestJaccard(shared, cluster, k);
      if (best === null) continue;
      sums[cluster]! += best;
      seen[cluster]! += 1;
    }
  }
  return [...sums].map((sum, cluster) => (seen[cluster] === 0 ? 0 : sum / seen[cluster]!));
}

/** How many of the points drawn are in each old and each new cluster at once; a point drawn twice counts once. */
function sharedPoints(drawn: Uint32Array, old: Uint8Array, now: Uint8Array, k: number): Float64Array {
  const shared = new Float64Array(k * k);
  const isCounted = new Uint8Array(old.length);
  drawn.forEach((point, place) => {
    if (isCounted[point]) return;
    isCounted[point] = 1;
    shared[old[point]! * k + now[place]!]! += 1;
  });
  return shared;
}

function bestJaccard(shared: Float64Array, cluster: number, k: number): number | null {
  const all = Array.from({ length: k }, (_, index) => index);
  const size = all.reduce((sum, other) => sum + shared[cluster * k + other]!, 0);
  if (size === 0) return null;
  return Math.max(
    ...all.map((other) => {
      const both = shared[cluster * k + other]!;
      const otherSize = all.reduce((sum, one) => sum + shared[one * k + other]!, 0);
      return both / (size + otherSize - both);
    }),
  );
}
