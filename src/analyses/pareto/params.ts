import * as v from 'valibot';

/** What is ranked, by which measure, and which two shares are read off the curve. */
export const paramsSchema = v.object({
  /** `customer`, `product`, or any text field of the order lines. */
  by: v.optional(v.string(), 'customer'),
  /** Any numeric field of the order lines; its sum ranks the items. */
  measure: v.optional(v.string(), 'amount'),
  /** "What do the top 20 % hold?" */
  topShare: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(0.99)), 0.2),
  /** "How many make 80 %?" */
  targetShare: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(0.99)), 0.8),
  /** For customers: those who bought, or every registered one, who then counts as zero. */
  population: v.optional(v.picklist(['buyers', 'all']), 'buyers'),
});
export type ParetoParams = v.InferOutput<typeof paramsSchema>;

/** Shares of the total at which class A and class B end. */
export const classCuts = { a: 0.8, b: 0.95 } as const;
