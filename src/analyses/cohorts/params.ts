import * as v from 'valibot';

/** Bounds and defaults of the cohort matrix. */
export const cohortParams = v.object({
  grain: v.optional(v.picklist(['week', 'month', 'quarter', 'year']), 'month'),
  /** What puts a customer into a cohort: the first concluded order, or the sign-up date of the customer file. */
  entry: v.optional(v.picklist(['first_order', 'signup']), 'first_order'),
  /** Active: an order in the period. Still: an order in the period or later. Revenue knows only the first. */
  mode: v.optional(v.picklist(['active', 'still']), 'active'),
  measure: v.optional(v.picklist(['customers', 'revenue']), 'customers'),
  /** Number of periods followed after the one of entry. */
  periods: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 12),
});

export type CohortParams = v.InferOutput<typeof cohortParams>;
