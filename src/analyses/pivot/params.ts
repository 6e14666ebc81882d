import * as v from 'valibot';
import { filterSchema } from '../../data/filter-schema.js';
import { grains } from '../../engine/dialect.js';

export const aggregates = [
  ...(['sum', 'count', 'distinct', 'avg', 'median', 'min', 'max'] as const),
  ...(['p10', 'p25', 'p75', 'p90', 'ratio'] as const),
] as const;
/**
 * `count` counts lines where the field has a value, `distinct` its different values, `p90` is the 9th decile; `ratio`
 * divides the sum of the field by that of another, `per`.
 */
export type Aggregate = (typeof aggregates)[number];

export const showAsModes = [
  ...(['total_share', 'column_share', 'row_share', 'item_share'] as const),
  ...(['parent_row_share', 'parent_column_share', 'parent_share'] as const),
  ...(['difference', 'difference_share', 'running_total', 'running_share'] as const),
  ...(['rank_ascending', 'rank_descending', 'index'] as const),
] as const;
/** How a value is shown, as Excel's “Show Values As”; shares are 0–1. */
export type ShowAs = (typeof showAsModes)[number];

/** Modes that follow the members of a base field. */
export const modesWithBase: ReadonlySet<ShowAs | null> = new Set<ShowAs>([
  ...(['item_share', 'parent_share', 'difference', 'difference_share'] as const),
  ...(['running_total', 'running_share', 'rank_ascending', 'rank_descending'] as const),
]);
/** Modes that compare with one member of the base field. */
export const modesWithItem: ReadonlySet<ShowAs | null> = new Set<ShowAs>([
  ...(['item_share', 'difference', 'difference_share'] as const),
]);
export const previousItem = '(previous)';
export const nextItem = '(next)';

const field = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const fields = (most: number) => v.optional(v.pipe(v.array(field), v.maxLength(most)), []);

const value = v.object({
  /** A value has a field, or a formula. */
  field: v.optional(v.nullable(field), null),
  agg: v.optional(v.picklist(aggregates), 'sum'),
  /** The field below the line of a ratio. */
  per: v.optional(v.nullable(field), null),
  /** A calculated measure, such as `amount / orders` or `sum(amount) / distinct(order_id)`. */
  formula: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1000))), null),
  showAs: v.optional(v.nullable(v.picklist(showAsModes)), null),
  /** A field of the rows or columns; null takes the first. */
  baseField: v.optional(v.nullable(field), null),
  /** `(previous)`, `(next)`, or a member of the base field; null is the member without a value. */
  baseItem: v.optional(v.nullable(v.union([v.string(), v.number(), v.boolean()])), previousItem),
  /** Name of the column in the result; null gives `agg_field`. */
  name: v.optional(v.nullable(field), null),
});

/** Fields are columns of `sales`. No `values` means the sum of `amount`. */
export const params = v.object({
  rows: fields(6),
  columns: fields(4),
  values: v.optional(v.pipe(v.array(value), v.maxLength(12)), []),
  filters: v.optional(v.pipe(v.array(filterSchema), v.maxLength(20)), []),
  /** Period by which a date field is grouped; a date without one is grouped by day. */
  grains: v.optional(v.record(v.string(), v.picklist(grains)), {}),
  /**
   * A field of the rows or columns, or the name of a value column (rows then stand in the order of their totals).
   * Null sorts by label, dates ascending; with a limit, by the first value, largest first.
   */
  sort: v.optional(
    v.nullable(v.object({ by: field, direction: v.optional(v.picklist(['asc', 'desc']), 'asc') })),
    null,
  ),
  /** Keeps the members of the first row field with the largest first value; totals still count everything. */
  limit: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))), null),
  subtotals: v.optional(v.boolean(), true),
});

export type Params = v.InferOutput<typeof params>;
export type ValueParam = Params['values'][number];
