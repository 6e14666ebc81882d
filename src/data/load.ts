import { newId, slug, uniqueName } from '../core/ids.js';
import { canonicalTables } from '../core/warehouse.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { describeSource } from './describe.js';
import { wrongEncoding } from './text/encoding.js';
import { lineBatches } from './text/line-batches.js';
import { ParquetLoading } from './parquet/load-parquet.js';
import { Loading, type LoadingOptions, type Outcome } from './loading.js';
import { openFile, type Opened, type TableFile } from './open.js';
import { mergeRejects, RejectLog, shownRejects } from './reject-log.js';
import { NotUtf8 } from './text/survey.js';
import { dropTable } from './typed-table.js';
import type { Source } from './source.js';

export interface LoadOptions extends LoadingOptions {
  /** The file as `openFile` found it, when that was begun before. */
  readonly opened?: Promise<Opened>;
  /** Given all rejects, for `readRejects`, when there are more than the source lists. */
  readonly onrejects?: (all: Blob) => void;
}

/** A file that was read, with all of its rejects when there are more than its source lists. */
export interface ReadFile extends TableFile {
  readonly rejects?: Blob | undefined;
}

/** A table name made from what the table is called, that is neither taken nor one of the warehouse's. */
export function tableTitled(title: string, taken: Iterable<string>): string {
  const base = slug(title);
  const isCanonical = canonicalTables.some((name) => name === base);
  return uniqueName(isCanonical ? `${base}_file` : base, [...taken, ...canonicalTables]);
}

/** Loads a file into a typed table, in place of one of that name. Nothing stays behind when it fails or is cancelled. */
export async function loadFile(
  engine: DataEngine,
  target: TableName,
  file: TableFile,
  options: LoadOptions = {},
): Promise<Source> {
  const { signal, ready } = options;
  const id = newId();
  try {
    if (file.rows) await ready;
    const choices = options.choices ?? { roles: {} };
    const { opened, outcome } = file.rows
      ? await new ParquetLoading(engine, target, id, file.name, file.rows, options).run()
      : await read(engine, target, id, file, options);
    const { found, unreadable, rows, totals } = outcome;
    const rowsRemoved = totals + found.leftOut['repeated-header'];
    const unread = await unreadRecords(file, signal);
    // An empty record stands for each that could not be read: it is told once.
    found.leftOut.empty -= unread.count;
    const logs = [found.rejects, ...unreadable.rejects, unread];
    const rejectCount = logs.reduce((total, { count }) => total + count, 0);
    const described = await describeSource(engine, target, opened, outcome, choices, signal);
    if (rejectCount > shownRejects) options.onrejects?.(await mergeRejects(logs, signal));
    const isDelimited = !file.layout && !file.rows;
    return {
      id,
      file: file.name,
      format: file.format,
      member: file.member,
      bytes: file.blob.size,
      rowsRead: rows + rowsRemoved + found.rejects.count + unread.count,
      rowsLoaded: rows,
      rowsRemoved,
      rejectCount,
      rejects: logs
        .flatMap(({ first }) => first)
        .sort((a, b) => a.line - b.line)
        .slice(0, shownRejects),
      rejectCounts: rejectCounts(outcome, unread.count),
      choices,
      ...described,
      currency: described.currency ?? file.currency ?? null,
      ...(isDelimited ? {} : { delimiter: null }),
      repairs: [...(file.notices ?? []), ...described.repairs],
    };
  } catch (cause) {
    await dropTable(engine, target).catch(() => undefined);
    throw cause;
  }
}

/** Unreadable values by column, and lines that could not be read. */
function rejectCounts({ found, unreadable, columns }: Outcome, unread: number): Source['rejectCounts'] {
  const ofColumns = columns.flatMap(({ index, name }) => {
    const count = unreadable.counts.get(index) ?? 0;
    return count > 0 ? [{ column: name, count }] : [];
  });
  const lines = found.rejects.count + unread;
  return lines > 0 ? [...ofColumns, { column: null, count: lines }] : ofColumns;
}

/** Records that unpacking could not read. */
async function unreadRecords({ name, unread }: TableFile, signal?: AbortSignal): Promise<RejectLog> {
  const log = new RejectLog();
  if (!unread) return log;
  for await (const lines of lineBatches(unread, name, signal))
    for (const text of lines) {
      const [line, value] = JSON.parse(text) as [number, string];
      log.add({ line, column: null, value, reason: 'line' });
    }
  return log;
}

/** UTF-8 is assumed until a byte contradicts it; then the file is read in the code page that it looks most like. */
async function read(
  engine: DataEngine,
  target: TableName,
  id: string,
  file: TableFile,
  options: LoadOptions,
): Promise<{ opened: Opened; outcome: Outcome }> {
  const { signal } = options;
  const { encoding, undone } = options.choices ?? {};
  const opened = await (options.opened ?? openFile(file, { encoding, undone, signal }));
  try {
    return { opened, outcome: await new Loading(engine, target, id, opened, options).run() };
  } catch (cause) {
    if (!(cause instanceof NotUtf8)) throw cause;
    if (encoding) throw wrongEncoding(file.name, encoding, cause);
    const transcoded = await openFile(file, { isNotUtf8: true, undone, signal });
    return { opened: transcoded, outcome: await new Loading(engine, target, id, transcoded, options).run() };
  }
}
