import { newId, slug, uniqueName } from '../core/ids.js';
import { canonicalTables } from '../core/warehouse.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { describeSource } from './describe.js';
import { Loading, type LoadingOptions, type Outcome } from './loading.js';
import { openFile, type Opened, type TableFile } from './open.js';
import { NotUtf8, shownRejects } from './survey.js';
import { dropTable } from './typed-table.js';
import type { Source } from './source.js';

export interface LoadOptions extends LoadingOptions {
  /** The file as `openFile` found it, when that was begun before. */
  readonly opened?: Promise<Opened>;
}

/** A table name made from a file's, that is neither taken nor one of the warehouse's. */
export function tableFor(file: string, taken: Iterable<string>): string {
  const base = slug(file.replace(/\.[a-z0-9]{1,5}$/i, ''));
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
  const { signal } = options;
  const id = newId();
  try {
    const { opened, outcome } = await read(engine, target, id, file, options);
    const { found, unreadable, rows, totals } = outcome;
    const rowsRemoved = totals + found.leftOut['repeated-header'];
    const choices = options.choices ?? { roles: {} };
    const described = await describeSource(engine, target, opened, outcome, choices, signal);
    return {
      id,
      file: file.name,
      format: file.format,
      member: file.member,
      bytes: file.blob.size,
      rowsRead: rows + rowsRemoved + found.rejectCount,
      rowsLoaded: rows,
      rowsRemoved,
      rejectCount:
        found.rejectCount + [...unreadable.counts.values()].reduce((total, count) => total + count, 0),
      rejects: [...found.rejects, ...unreadable.rejects]
        .sort((a, b) => a.line - b.line)
        .slice(0, shownRejects),
      rejectCounts: rejectCounts(outcome),
      choices,
      ...described,
    };
  } catch (cause) {
    await dropTable(engine, target).catch(() => undefined);
    throw cause;
  }
}

/** Unreadable values by column, and lines that do not fit. */
function rejectCounts({ found, unreadable, columns }: Outcome): Source['rejectCounts'] {
  const ofColumns = columns.flatMap(({ index, name }) => {
    const count = unreadable.counts.get(index) ?? 0;
    return count > 0 ? [{ column: name, count }] : [];
  });
  return found.rejectCount > 0 ? [...ofColumns, { column: null, count: found.rejectCount }] : ofColumns;
}

/** UTF-8 is assumed until a byte contradicts it; then the file is read as Windows-1252. */
async function read(
  engine: DataEngine,
  target: TableName,
  id: string,
  file: TableFile,
  options: LoadOptions,
): Promise<{ opened: Opened; outcome: Outcome }> {
  const undone = options.choices?.undone ?? [];
  const opened = await (options.opened ?? openFile(file, false, options.signal, undone));
  try {
    return { opened, outcome: await new Loading(engine, target, id, opened, options).run() };
  } catch (cause) {
    if (!(cause instanceof NotUtf8)) throw cause;
    const transcoded = await openFile(file, true, options.signal, undone);
    return { opened: transcoded, outcome: await new Loading(engine, target, id, transcoded, options).run() };
  }
}
