import * as v from 'valibot';
import { filterOps } from '../core/filters.js';

const scalar = v.nullable(v.union([v.string(), v.number(), v.boolean()]));

/** A condition on a field, as notebooks and params hold it. */
export const filterSchema = v.object({
  field: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  op: v.picklist(filterOps),
  value: v.optional(v.union([scalar, v.pipe(v.array(scalar), v.maxLength(1000), v.readonly())]), null),
});
