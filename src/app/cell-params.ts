import * as v from 'valibot';
import type { Analysis } from '../analyses/analysis.js';

/** A cell's settings completed with their defaults, for its form; as they stand when they are not valid. */
export function completeParams(
  analysis: Analysis,
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parsed = v.safeParse(analysis.params, params);
  return parsed.success ? (parsed.output as Record<string, unknown>) : { ...params };
}
