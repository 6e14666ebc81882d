import * as v from 'valibot';

const isRealDate = (iso: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};

const cuts = v.optional(v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(9)), () => []);

/** Bounds and defaults of the RFM scores. */
export const rfmParams = v.object({
  /** Recency counts back from this day; null takes the last order date of the data. Later orders are ignored. */
  asOf: v.optional(v.nullable(v.pipe(v.string(), v.isoDate(), v.check(isRealDate))), null),
  /** Number of scores per dimension. */
  bins: v.optional(v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(10)), 5),
  method: v.optional(v.picklist(['quantile', 'thresholds']), 'quantile'),
  /** Frequency counts orders, or days with at least one order. */
  frequency: v.optional(v.picklist(['orders', 'days']), 'orders'),
  /** Customers with equal values always share a score. */
  ties: v.optional(v.picklist(['together']), 'together'),
  /** Own cut points, used with `thresholds`: `bins` − 1 of them, or none to keep the quantiles of that dimension. */
  rCuts: cuts,
  fCuts: cuts,
  mCuts: cuts,
});

export type RfmParams = v.InferOutput<typeof rfmParams>;
