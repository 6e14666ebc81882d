import { reader } from './cast.js';
import { fateOf, scanRecords, type Table } from '../text/records.js';
import { isMissing, type Reading } from './values.js';
import { RejectLog } from '../reject-log.js';

/** Values that a reading cannot read: counted per column, and listed with their line. */
export interface Unreadable {
  readonly counts: ReadonlyMap<number, number>;
  readonly rejects: readonly RejectLog[];
}

/** Every value could be read. */
export const nothingUnreadable: Unreadable = { counts: new Map(), rejects: [] };

/** Finds the values that the chosen readings leave out, with the line of the file on which their record begins. */
export async function findUnreadable(
  table: Table,
  columns: readonly { readonly index: number; readonly reading: Reading }[],
  signal?: AbortSignal,
): Promise<Unreadable> {
  if (columns.length === 0) return nothingUnreadable;
  const counts = new Map<number, number>();
  const rejects = new RejectLog();
  const checks = columns.map(({ index, reading }) => ({
    index,
    reads: reader(reading),
    reason: reading.kind === 'date' ? ('not-a-date' as const) : ('not-a-number' as const),
  }));
  await scanRecords(
    table,
    (record) => {
      if (fateOf(record, table.dialect) !== 'kept') return;
      for (const { index, reads, reason } of checks) {
        const value = record.text(index);
        if (isMissing(value) || reads(value)) continue;
        counts.set(index, (counts.get(index) ?? 0) + 1);
        rejects.add({ line: record.line, column: table.dialect.names[index] ?? '', value, reason });
      }
    },
    signal,
  );
  return { counts, rejects: [rejects] };
}
