import * as v from 'valibot';

/** What customers may be compared by. */
const features = ['recency', 'frequency', 'monetary', 'basket', 'tenure', 'rhythm'] as const;
export type Feature = (typeof features)[number];

const isRealDate = (iso: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Bounds and defaults of the clusters. */
export const clustersParams = v.object({
  /** Null takes the number with the highest silhouette. */
  k: v.optional(v.nullable(whole(2, 10)), null),
  features: v.optional(
    v.pipe(
      v.array(v.picklist(features)),
      v.minLength(1),
      v.check((list: Feature[]) => new Set(list).size === list.length),
    ),
    () => ['recency', 'frequency', 'monetary'] as Feature[],
  ),
  /** Logarithms tame the few very large customers. */
  transform: v.optional(v.picklist(['log', 'none']), 'log'),
  /** Mean 0 and population standard deviation 1 for every feature, so that units do not weigh. */
  scale: v.optional(v.picklist(['standard', 'none']), 'standard'),
  seed: v.optional(whole(0, 1_000_000), 1),
  restarts: v.optional(whole(1, 100), 10),
  /** Recency counts back from this day; null takes the last order date of the data. Later orders are ignored. */
  asOf: v.optional(v.nullable(v.pipe(v.string(), v.isoDate(), v.check(isRealDate))), null),
});

export type ClustersParams = v.InferOutput<typeof clustersParams>;
