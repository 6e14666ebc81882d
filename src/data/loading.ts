import { AppError } from '../core/errors.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { planColumns, type ColumnPlan } from './columns.js';
import { keptBytes } from './kept-bytes.js';
import type { Opened } from './open.js';
import { survey, type Survey } from './survey.js';
import { createTable, type Loaded } from './typed-table.js';
import { findUnreadable, nothingUnreadable, tallyColumns, type Unreadable } from './unreadable.js';
import type { RoleChoice } from './source.js';

/** What is being done, and the share of the whole load that is done, 0–1. */
export interface LoadProgress {
  readonly phase: 'reading' | 'loading' | 'checking';
  readonly share: number;
}

interface LoadingOptions {
  readonly roles?: RoleChoice;
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: LoadProgress) => void;
}

/** A table that stands, how its columns were read, and what was left out. */
export interface Outcome extends Pick<Loaded, 'rows' | 'values'> {
  readonly columns: readonly ColumnPlan[];
  readonly found: Survey;
  readonly unreadable: Unreadable;
}

/**
 * One load. The engine reads the file on decisions from a sample while the bytes are surveyed beside it; when the survey
 * or a value contradicts, the columns are decided anew from all rows and the table is made again.
 */
export class Loading {
  #rewrite = false;
  #share = 0;

  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly id: string,
    readonly opened: Opened,
    readonly options: LoadingOptions,
  ) {}

  /** Makes the table; null when the bytes turn out not to be UTF-8. */
  async run(): Promise<Outcome | null> {
    const { table, sample } = this.opened;
    const { signal } = this.options;
    const mayBeClean = !sample.hasMisfits && table.dialect.unnamed.length === 0;
    const hopeful = mayBeClean ? this.#tryEarly() : null;
    hopeful?.catch(() => undefined);
    let found: Survey | null;
    try {
      found = await survey(table, signal, (share) => this.#report('reading', 0.3 * share));
    } finally {
      // The table must not appear after this call has ended.
      await hopeful;
    }
    if (!found) return null;
    refuseNonTables(table.file, table.dialect.dataLine, found);
    const early = await hopeful;
    const isAsRead = found.cuts.length === 0 && !found.needsRewriting;
    if (early && !early.isLossy && isAsRead && early.rows === found.rows) return { ...early, found };
    // A file whose lines are at fault is likely to have faulty values too: all are looked at once.
    return (hopeful ? null : await this.#runQuickly(found)) ?? this.#runCarefully(found);
  }

  /** The load without survey; null when the sample already has unreadable values, or the engine refuses the bytes. */
  async #tryEarly(): Promise<(Omit<Outcome, 'found'> & Loaded) | null> {
    const columns = this.#plan([]);
    if (!isCertain(columns)) return null;
    const { table } = this.opened;
    try {
      const loaded = await this.#create(table.text.slice(table.dialect.dataOffset), columns);
      return { ...loaded, columns, unreadable: nothingUnreadable };
    } catch (cause) {
      this.options.signal?.throwIfAborted();
      if (cause instanceof AppError && cause.code === 'sql/failed') return null;
      throw cause;
    }
  }

  async #runQuickly(found: Survey): Promise<Outcome | null> {
    const columns = this.#plan(found.emptyColumns);
    if (!isCertain(columns)) return null;
    const loaded = await this.#createExactly(found, columns);
    return loaded.isLossy ? null : { ...loaded, columns, found, unreadable: nothingUnreadable };
  }

  /** Decides from all rows, lists what cannot be read, and checks that every other value has arrived. */
  async #runCarefully(found: Survey): Promise<Outcome> {
    const { table } = this.opened;
    const { signal } = this.options;
    this.#report('checking', 0.5);
    const typed = this.#plan(found.emptyColumns).filter(
      ({ reading, misfit }) => reading.kind !== 'text' || misfit,
    );
    const tallies = await tallyColumns(
      table,
      typed.map(({ index }) => index),
      signal,
    );
    const columns = this.#plan(found.emptyColumns, tallies).map(guarded);
    await this.#refuseMisfits(columns);
    this.#report('loading', 0.7);
    const loaded = await this.#createExactly(found, columns);
    const hasArrived = (column: ColumnPlan, index: number): boolean =>
      column.reading.kind === 'text' || loaded.values[index] === column.readable;
    if (columns.every(hasArrived))
      return { ...loaded, columns, found, unreadable: await this.#unreadable(columns) };
    const safe = columns.map((column, index) => (hasArrived(column, index) ? column : uninterpreted(column)));
    const again = await this.#createExactly(found, safe);
    return { ...again, columns: safe, found, unreadable: await this.#unreadable(safe) };
  }

  #plan(emptyColumns: readonly number[], counted?: Parameters<typeof planColumns>[4]): ColumnPlan[] {
    const { table, sample } = this.opened;
    return planColumns(table.dialect, sample.records, emptyColumns, this.options.roles ?? {}, counted);
  }

  #create(records: Blob, columns: readonly ColumnPlan[]): Promise<Loaded> {
    const { dialect } = this.opened.table;
    return createTable(this.engine, this.target, this.id, records, dialect, columns, this.options.signal);
  }

  /** Loads exactly the records of the survey; where the engine cuts them differently, from bytes that leave no choice. */
  async #createExactly(found: Survey, columns: readonly ColumnPlan[]): Promise<Loaded> {
    const { table } = this.opened;
    const { signal } = this.options;
    this.#report('loading', 0.7);
    if (!this.#rewrite) {
      try {
        const loaded = await this.#create(await keptBytes(table, found, false, signal), columns);
        if (loaded.rows === found.rows) return loaded;
      } catch (cause) {
        if (!(cause instanceof AppError && cause.code === 'sql/failed')) throw cause;
      }
      this.#rewrite = true;
    }
    const loaded = await this.#create(await keptBytes(table, found, true, signal), columns);
    if (loaded.rows === found.rows) return loaded;
    throw new AppError('file/inconsistent-lines', { file: table.file, line: table.dialect.dataLine });
  }

  #unreadable(columns: readonly ColumnPlan[]): Promise<Unreadable> {
    const partial = columns.filter(({ unreadable }) => unreadable > 0);
    return findUnreadable(this.opened.table, partial, this.options.signal);
  }

  /** A role that the person chose and that most values contradict is refused, with an example. */
  async #refuseMisfits(columns: readonly ColumnPlan[]): Promise<void> {
    const wrong = columns.find(({ misfit }) => misfit);
    if (!wrong) return;
    const { table } = this.opened;
    const { rejects } = await findUnreadable(
      table,
      [{ index: wrong.index, reading: demanded(wrong) }],
      this.options.signal,
    );
    const { line = 0, value = '' } = rejects[0] ?? {};
    const code = wrong.misfit === 'date' ? 'import/role-not-a-date' : 'import/role-not-a-number';
    throw new AppError(code, { file: table.file, column: wrong.name, line, value });
  }

  #report(phase: LoadProgress['phase'], share: number): void {
    this.#share = Math.max(this.#share, share);
    this.options.onprogress?.({ phase, share: this.#share });
  }
}

function isCertain(columns: readonly ColumnPlan[]): boolean {
  return columns.every(({ unreadable, misfit }) => unreadable === 0 && !misfit);
}

function refuseNonTables(file: string, dataLine: number, { rows, rejectCount, rejects }: Survey): void {
  if (rows === 0 && rejectCount === 0) throw new AppError('file/header-only', { file, line: dataLine - 1 });
  if (rejectCount > rows) {
    throw new AppError('file/inconsistent-lines', { file, line: rejects[0]?.line ?? dataLine });
  }
}

/** After a value failed, numbers are checked by their full pattern instead of by the fast cast. */
function guarded(column: ColumnPlan): ColumnPlan {
  const { reading } = column;
  if (reading.kind !== 'number' || column.unreadable === 0) return column;
  return { ...column, reading: { ...reading, plain: false } };
}

/** The way out when the engine and the check disagree about a value: nothing is interpreted, nothing is lost. */
function uninterpreted(column: ColumnPlan): ColumnPlan {
  const reading = { kind: 'text', key: false, dropDecimals: false } as const;
  return { ...column, type: 'text', reading, unreadable: 0, role: null, confidence: 0 };
}

function demanded({ misfit }: ColumnPlan): ColumnPlan['reading'] {
  if (misfit === 'date') return { kind: 'date', patterns: ['%d/%m/%Y', '%Y-%m-%d'], hasTime: false };
  return { kind: 'number', integer: false, decimal: '.', thousands: '', plain: false, percent: false };
}
