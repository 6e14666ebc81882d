import * as v from 'valibot';

/** What a customer is worth: net revenue, revenue per order, or revenue less cost, within the window. */
const values = ['revenue', 'basket', 'margin'] as const;
/** How close the relation is: concluded orders, or days with one, within the window. */
const intensities = ['orders', 'days'] as const;
export const cuts = ['median', 'mean', 'pareto'] as const;

export const strategiesParams = v.object({
  value: v.optional(v.picklist(values), 'revenue'),
  intensity: v.optional(v.picklist(intensities), 'orders'),
  /** Months up to the as-of date. */
  window: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)), 12),
  /** Where low ends and high begins on both axes; a number is the person's own cut of the value, with the median of the other. */
  threshold: v.optional(v.union([v.picklist(cuts), v.number()]), 'median'),
});

export type StrategiesParams = v.InferOutput<typeof strategiesParams>;
