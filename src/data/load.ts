import { AppError } from '../core/errors.js';
import { newId, slug, uniqueName } from '../core/ids.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { planColumns, type ColumnPlan } from './columns.js';
import { describeSource } from './describe.js';
import { keptBytes } from './kept-bytes.js';
import { openFile, type DroppedFile, type Opened } from './open.js';
import { shownRejects } from './survey.js';
import { createTable, dropTable, type Loaded } from './typed-table.js';
import { findUnreadable, nothingUnreadable, tallyColumns, type Unreadable } from './unreadable.js';
import type { RoleChoice, Source } from './source.js';

/** What is being done, and the share of the whole load that is done, 0–1. */
export interface LoadProgress {
  readonly phase: 'reading' | 'loading' | 'checking';
  readonly share: number;
}

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
  const { signal, onprogress } = options;
  const opened = await openFile(dropped, signal, (share) =>
    onprogress?.({ phase: 'reading', share: 0.25 * share }),
  );
  const id = newId();
  const table = uniqueName(slug(dropped.name.replace(/\.[a-z0-9]{1,5}$/i, '')), options.taken);
  const load = new Load(engine, { schema, table }, id, opened, options);
  try {
    const { rows, values, columns, unreadable } = await load.run();
    const { found } = opened;
    const valueRejects = sum(unreadable.counts.values());
    const described = await describeSource(engine, { schema, table }, columns, values, opened, signal);
    onprogress?.({ phase: 'checking', share: 1 });
    return {
      id,
      file: dropped.name,
      format: options.pasted ? 'pasted' : 'csv',
      bytes: dropped.blob.size,
      rowsRead: rows + found.rejectCount,
      rowsLoaded: rows,
      rejectCount: found.rejectCount + valueRejects,
      rejects: [...found.rejects, ...unreadable.rejects]
        .sort((a, b) => a.line - b.line)
        .slice(0, shownRejects),
      ...described,
    };
  } catch (cause) {
    await dropTable(engine, { schema, table }).catch(() => undefined);
    throw cause;
  } finally {
    await engine.dropFile(`${id}.csv`).catch(() => undefined);
  }
}

interface Outcome {
  readonly rows: number;
  readonly values: readonly number[];
  readonly columns: readonly ColumnPlan[];
  readonly unreadable: Unreadable;
}

/** One load: a quick one on decisions from a sample, and a careful one from all rows when a value contradicts them. */
class Load {
  #rewrite = false;

  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly id: string,
    readonly opened: Opened,
    readonly options: LoadOptions,
  ) {}

  async run(): Promise<Outcome> {
    const columns = this.#plan();
    this.#report('loading', 0.3);
    if (columns.every(({ unreadable, misfit }) => unreadable === 0 && !misfit)) {
      const { rows, values, isLossy } = await this.#create(columns);
      if (!isLossy) return { rows, values, columns, unreadable: nothingUnreadable };
    }
    return this.#runCarefully(columns);
  }

  async #runCarefully(first: readonly ColumnPlan[]): Promise<Outcome> {
    const { table } = this.opened;
    const { signal } = this.options;
    this.#report('checking', 0.5);
    const typed = first
      .filter(({ reading, misfit }) => reading.kind !== 'text' || misfit)
      .map(({ index }) => index);
    const columns = this.#plan(await tallyColumns(table, typed, signal)).map(guarded);
    await this.#refuseMisfits(columns);
    const partial = columns.filter(({ unreadable }) => unreadable > 0);
    const unreadable = await findUnreadable(table, partial, signal);
    this.#report('loading', 0.7);
    const { rows, values } = await this.#create(columns);
    // Each value that the check calls readable must have arrived: no silent empty value.
    const isExact = (column: ColumnPlan): boolean =>
      column.reading.kind === 'text' || values[columns.indexOf(column)] === column.readable;
    if (columns.every(isExact)) return { rows, values, columns, unreadable };
    const safe = columns.map((column) => (isExact(column) ? column : uninterpreted(column)));
    const again = await findUnreadable(
      table,
      safe.filter((column) => column.unreadable > 0),
      signal,
    );
    return { ...(await this.#create(safe)), columns: safe, unreadable: again };
  }

  #plan(counted?: Parameters<typeof planColumns>[3]): ColumnPlan[] {
    return planColumns(this.opened.table.dialect, this.opened.found, this.options.roles ?? {}, counted);
  }

  /** Loads the bytes as they are; where the engine cuts records differently, written anew so that it cannot. */
  async #create(columns: readonly ColumnPlan[]): Promise<Loaded> {
    const { table, found } = this.opened;
    const { signal } = this.options;
    const create = async (): Promise<Loaded> => {
      const records = await keptBytes(table, found, this.#rewrite, signal);
      return createTable(this.engine, this.target, this.id, records, table.dialect, columns, signal);
    };
    if (!this.#rewrite) {
      try {
        const loaded = await create();
        if (loaded.rows === found.rows) return loaded;
      } catch (cause) {
        if (!(cause instanceof AppError && cause.code === 'sql/failed')) throw cause;
      }
      this.#rewrite = true;
    }
    const loaded = await create();
    if (loaded.rows === found.rows) return loaded;
    throw new AppError('file/inconsistent-lines', { file: table.file, line: table.dialect.dataLine });
  }

  /** A role that the person chose and that most values contradict is refused, with an example. */
  async #refuseMisfits(columns: readonly ColumnPlan[]): Promise<void> {
    const wrong = columns.find(({ misfit }) => misfit);
    if (!wrong) return;
    const { rejects } = await findUnreadable(
      this.opened.table,
      [{ index: wrong.index, reading: strictest(wrong) }],
      this.options.signal,
    );
    const { line = 0, value = '' } = rejects[0] ?? {};
    const code = wrong.misfit === 'date' ? 'import/role-not-a-date' : 'import/role-not-a-number';
    throw new AppError(code, { file: this.opened.table.file, column: wrong.name, line, value });
  }

  #report(phase: LoadProgress['phase'], share: number): void {
    this.options.onprogress?.({ phase, share });
  }
}

/** After a value failed, numbers are checked by their full pattern instead of by the fast cast. */
function guarded(column: ColumnPlan): ColumnPlan {
  const { reading } = column;
  return reading.kind === 'number' && column.unreadable > 0
    ? { ...column, reading: { ...reading, plain: false } }
    : column;
}

/** The way out when the engine and the check disagree about a value: nothing is interpreted, nothing is lost. */
function uninterpreted(column: ColumnPlan): ColumnPlan {
  const reading = { kind: 'text', key: false, dropDecimals: false } as const;
  return { ...column, type: 'text', reading, unreadable: 0, role: null, confidence: 0 };
}

function strictest({ misfit }: ColumnPlan): ColumnPlan['reading'] {
  if (misfit === 'date') return { kind: 'date', patterns: ['%d/%m/%Y', '%Y-%m-%d'], hasTime: false };
  return { kind: 'number', integer: false, decimal: '.', thousands: '', plain: false, percent: false };
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
