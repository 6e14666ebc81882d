import * as v from 'valibot';

/** Any text is kept, so that unfinished SQL survives in a notebook; whether it can run is the run's concern. */
export const params = v.object({
  sql: v.optional(v.pipe(v.string(), v.maxLength(100_000)), 'select * from sales limit 100'),
});

export type Params = v.InferOutput<typeof params>;
