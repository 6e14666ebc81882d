/**
 * Where a falling curve bends most: the x furthest below the straight line between its ends, both axes stretched to 0–1
 * (Satopää et al. 2011, “Finding a kneedle in a haystack”). Null with fewer than three points or without a fall.
 */
export function elbowOf(curve: readonly { readonly x: number; readonly y: number }[]): number | null {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || curve.length < 3 || !(first.y > last.y)) return null;
  const depth = ({ x, y }: { x: number; y: number }): number =>
    1 - (x - first.x) / (last.x - first.x) - (y - last.y) / (first.y - last.y);
  return curve.reduce((best, point) => (depth(point) > depth(best) + 1e-12 ? point : best), first).x;
}
