/** The ten segments, in the order in which they are shown. */
export const segmentIds = [
  'champions',
  'loyal_customers',
  'potential_loyalists',
  'new_customers',
  'promising',
  'need_attention',
  'about_to_sleep',
  'at_risk',
  'cant_lose',
  'hibernating',
] as const;

export type SegmentId = (typeof segmentIds)[number];

/** A rectangle of the recency × frequency map: first and last score, both included. */
export interface Box {
  readonly segment: SegmentId;
  readonly r: readonly [from: number, to: number];
  readonly f: readonly [from: number, to: number];
}

/** The partition of the 5 × 5 map into ten segments: every pair of scores lies in exactly one box (definitions.md 2a). */
export const segmentBoxes: readonly Box[] = [
  { segment: 'champions', r: [5, 5], f: [4, 5] },
  { segment: 'loyal_customers', r: [3, 4], f: [4, 5] },
  { segment: 'potential_loyalists', r: [4, 5], f: [2, 3] },
  { segment: 'new_customers', r: [5, 5], f: [1, 1] },
  { segment: 'promising', r: [4, 4], f: [1, 1] },
  { segment: 'need_attention', r: [3, 3], f: [3, 3] },
  { segment: 'about_to_sleep', r: [3, 3], f: [1, 2] },
  { segment: 'at_risk', r: [1, 2], f: [3, 4] },
  { segment: 'cant_lose', r: [1, 2], f: [5, 5] },
  { segment: 'hibernating', r: [1, 2], f: [1, 2] },
];

/** A score of 1…bins on the scale of five that the segments are defined on. */
function toFive(score: number, bins: number): number {
  return Math.ceil((score * 5) / bins);
}

/** The boxes in scores of 1…bins; a segment that no score reaches (possible under five bins) has none. */
export function boxesFor(bins: number): Box[] {
  const scores = Array.from({ length: bins }, (_, index) => index + 1);
  const range = ([from, to]: readonly [number, number]): [number, number] | null => {
    const inside = scores.filter((score) => toFive(score, bins) >= from && toFive(score, bins) <= to);
    const [first, last] = [inside[0], inside.at(-1)];
    return first === undefined || last === undefined ? null : [first, last];
  };
  return segmentBoxes.flatMap(({ segment, r, f }) => {
    const [inR, inF] = [range(r), range(f)];
    return inR && inF ? [{ segment, r: inR, f: inF }] : [];
  });
}
