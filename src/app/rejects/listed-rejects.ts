import type { Reject, Source } from '../../data/source.js';

/** Rejects that are listed, and how many of their kind there are. */
export interface ListedRejects {
  readonly rejects: readonly Reject[];
  readonly count: number;
}

/** Those of one column, null for whole lines; all of them when the source has none of that column, or none is named. */
export function listedRejects(source: Source, column: string | null | undefined): ListedRejects {
  const chosen = source.rejectCounts.find((one) => one.column === column);
  if (!chosen) return { rejects: source.rejects, count: source.rejectCount };
  return { rejects: source.rejects.filter((one) => one.column === column), count: chosen.count };
}
