import * as v from 'valibot';
import { filterSchema } from '../../data/filter-schema.js';

export const joins = ['and', 'or', 'minus'] as const;
/** How a term goes with what stands before it: who is in both, in either, or only in what stands before. */
export type Join = (typeof joins)[number];

const tableName = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

const term = v.object({
  /** `sales`, `customers`, or the name of a cell whose table has a column `customer_id`. */
  table: tableName,
  /** The first term has nothing before it: its join says nothing. */
  join: v.optional(v.picklist(joins), 'and'),
  /** Conditions on the table's rows; a customer is in when one row meets them all. */
  filters: v.optional(v.pipe(v.array(filterSchema), v.maxLength(20)), []),
});

/** Terms are joined from the first to the last. Without any the segment is everybody. */
export const params = v.object({
  terms: v.optional(v.pipe(v.array(term), v.maxLength(12)), []),
  /** Names of other cells whose customers are compared with these. */
  compare: v.optional(v.pipe(v.array(tableName), v.maxLength(12)), []),
});

export type SegmentParams = v.InferOutput<typeof params>;
export type Term = SegmentParams['terms'][number];
