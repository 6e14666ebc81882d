import * as v from 'valibot';

/** The overview has nothing to set. */
export const paramsSchema = v.object({});
export type OverviewParams = v.InferOutput<typeof paramsSchema>;
