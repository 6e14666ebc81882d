import type { Points } from './points.js';

/**
 * Mean silhouette of several ways to cut the same points (Rousseeuw 1987): (b − a) / max(a, b), where a is a point's mean
 * distance to its own cluster and b that to the nearest other one; 0 for a point that is alone. Every pair is measured
 * once for all of them; the time grows with the square of the number of points.
 */
export function silhouettes(points: Points, cuts: readonly Uint8Array[]): number[] {
  const { values, width, count } = points;
  const sizes = cuts.map((clusters) => sizesOf(clusters));
  const offsets: number[] = [];
  let row = 0;
  for (const size of sizes) {
    offsets.push(row);
    row += size.length;
  }
  const sums = new Float64Array(row);
  const totals = new Float64Array(cuts.length);
  for (let one = 0; one < count; one += 1) {
    sums.fill(0);
    for (let other = 0; other < count; other += 1) {
      let squared = 0;
      for (let dimension = 0; dimension < width; dimension += 1) {
        const gap = values[one * width + dimension]! - values[other * width + dimension]!;
        squared += gap * gap;
      }
      const distance = Math.sqrt(squared);
      for (let cut = 0; cut < cuts.length; cut += 1) sums[offsets[cut]! + cuts[cut]![other]!]! += distance;
    }
    for (let cut = 0; cut < cuts.length; cut += 1) {
      totals[cut]! += ofPoint(sums, offsets[cut]!, sizes[cut]!, cuts[cut]![one]!);
    }
  }
  return [...totals].map((total) => (count === 0 ? 0 : total / count));
}

function ofPoint(sums: Float64Array, offset: number, sizes: readonly number[], own: number): number {
  const ownSize = sizes[own]!;
  if (ownSize < 2) return 0;
  const a = sums[offset + own]! / (ownSize - 1);
  let b = Infinity;
  for (let cluster = 0; cluster < sizes.length; cluster += 1) {
    if (cluster === own || sizes[cluster] === 0) continue;
    b = Math.min(b, sums[offset + cluster]! / sizes[cluster]!);
  }
  const most = Math.max(a, b);
  return most === 0 || b === Infinity ? 0 : (b - a) / most;
}

function sizesOf(clusters: Uint8Array): number[] {
  const sizes: number[] = [];
  for (const cluster of clusters) {
    while (sizes.length <= cluster) sizes.push(0);
    sizes[cluster]! += 1;
  }
  return sizes;
}
