import type { RejectLog } from '../reject-log.js';
import type { Unreadable } from '../values/unreadable.js';

/** Values of a column that could not be read, by their row. */
export interface UnreadValues {
  /** Position of the column in the file. */
  readonly index: number;
  readonly rejects: RejectLog;
}

/** Those of several columns together. */
export function together(unread: readonly UnreadValues[]): Unreadable {
  const counts = new Map<number, number>();
  for (const { index, rejects } of unread) counts.set(index, (counts.get(index) ?? 0) + rejects.count);
  return { counts, rejects: unread.map(({ rejects }) => rejects) };
}
