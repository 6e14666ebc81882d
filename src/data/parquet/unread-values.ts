import type { Reject } from '../source.js';
import type { Unreadable } from '../values/unreadable.js';

/** Values of a column that could not be read: all counted, the first listed by their row. */
export interface UnreadValues {
  /** Position of the column in the file. */
  readonly index: number;
  readonly count: number;
  readonly rejects: readonly Reject[];
}

/** A value that could not be read, in a row of a table. */
export function rowReject(line: number, column: string, value: string, reason: Reject['reason']): Reject {
  return { line, column, value: value.slice(0, 200), reason };
}

/** Those of several columns together. */
export function together(unread: readonly UnreadValues[]): Unreadable {
  const counts = new Map<number, number>();
  for (const { index, count } of unread) counts.set(index, (counts.get(index) ?? 0) + count);
  return { counts, rejects: unread.flatMap(({ rejects }) => rejects) };
}
