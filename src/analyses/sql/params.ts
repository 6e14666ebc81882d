import * as v from 'valibot';

/** A name that a column may have; whether the result has it is the picture's concern. */
const column = v.pipe(v.string(), v.maxLength(300));

/** Any text is kept, so that unfinished SQL survives in a notebook; whether it can run is the run's concern. */
export const params = v.object({
  sql: v.optional(v.pipe(v.string(), v.maxLength(100_000)), 'select * from sales limit 100'),
  show: v.optional(v.picklist(['table', 'bar', 'line', 'scatter']), 'table'),
  /** Columns of the result; those that are left open are chosen by what they hold. */
  x: v.optional(v.nullable(column), null),
  y: v.optional(v.pipe(v.array(column), v.maxLength(20)), []),
  /** Rows with the same value here are a series of their own. */
  color: v.optional(v.nullable(column), null),
});

export type Params = v.InferOutput<typeof params>;
