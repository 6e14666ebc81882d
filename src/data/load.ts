import { newId, slug, uniqueName } from '../core/ids.js';
import { canonicalTables } from '../core/warehouse.js';
import type { DataEngine } from '../engine/engine.js';
import { sql } from '../engine/sql.js';
import { describeSource } from './describe.js';
import { Loading, type LoadProgress } from './loading.js';
import { openFile, type DroppedFile } from './open.js';
import { shownRejects } from './survey.js';
import { dropTable } from './typed-table.js';
import type { RoleChoice, Source } from './source.js';

export interface LoadOptions {
  /** Table names of the schema that are in use. */
  readonly taken: Iterable<string>;
  /** Roles that the person chose, by column name; null means "none". */
  readonly roles?: RoleChoice;
  readonly pasted?: boolean;
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: LoadProgress) => void;
}

/** Loads a file into a typed table of the schema. Nothing stays behind when it fails or is cancelled. */
export async function loadFile(
  engine: DataEngine,
  schema: string,
  dropped: DroppedFile,
  options: LoadOptions,
): Promise<Source> {
  const { signal } = options;
  const id = newId();
  const target = { schema, table: await freeTable(engine, schema, dropped.name, options.taken) };
  try {
    let opened = await openFile(dropped, false, signal);
    let outcome = await new Loading(engine, target, id, opened, options).run();
    if (!outcome) {
      opened = await openFile(dropped, true, signal);
      outcome = await new Loading(engine, target, id, opened, options).run();
    }
    if (!outcome) throw new Error('text that was written as UTF-8 is not UTF-8');
    const { found, unreadable, rows } = outcome;
    const described = await describeSource(engine, target, opened, outcome, signal);
    options.onprogress?.({ phase: 'checking', share: 1 });
    return {
      id,
      file: dropped.name,
      format: options.pasted ? 'pasted' : 'csv',
      bytes: dropped.blob.size,
      rowsRead: rows + found.rejectCount,
      rowsLoaded: rows,
      rejectCount:
        found.rejectCount + [...unreadable.counts.values()].reduce((total, count) => total + count, 0),
      rejects: [...found.rejects, ...unreadable.rejects]
        .sort((a, b) => a.line - b.line)
        .slice(0, shownRejects),
      ...described,
    };
  } catch (cause) {
    await dropTable(engine, target).catch(() => undefined);
    throw cause;
  } finally {
    await engine.dropFile(`${id}.csv`).catch(() => undefined);
  }
}

/** A name made from the file's that neither the caller, nor the warehouse, nor another table of the schema has. */
async function freeTable(
  engine: DataEngine,
  schema: string,
  file: string,
  taken: Iterable<string>,
): Promise<string> {
  const there = await engine.query<{ name: string }>(
    sql`select table_name as "name" from duckdb_tables() where schema_name = ${schema}`,
  );
  const base = slug(file.replace(/\.[a-z0-9]{1,5}$/i, ''));
  const isCanonical = canonicalTables.some((name) => name === base);
  return uniqueName(isCanonical ? `${base}_file` : base, [
    ...taken,
    ...canonicalTables,
    ...there.map(({ name }) => name),
  ]);
}
