import * as v from 'valibot';
import { mergeReasons, type WarehouseChoices } from '../data/warehouse/warehouse-choices.js';

const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000));

const mergeSchema = v.object({ from: key, to: key, reason: v.picklist(mergeReasons) });

/** What was declared about the warehouse, as a notebook holds it. Files from before it have none; what is odd means nothing. */
export const warehouseSchema = v.object({
  asOf: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), null), null),
  amounts: v.optional(v.fallback(v.nullable(v.picklist(['with-tax', 'without-tax'])), null), null),
  currency: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), null), null),
  merges: v.optional(v.pipe(v.array(mergeSchema), v.maxLength(100_000)), []),
}) satisfies v.GenericSchema<unknown, WarehouseChoices>;
