import { AppError } from '../core/errors.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { planColumns, type ColumnPlan } from './columns.js';
import { fitting } from './fitting.js';
import type { Opened } from './open.js';
import { Survey, type Piece } from './text/survey.js';
import { ColumnTally } from './values/tally.js';
import { dropLastRow, isLoss, TypedTable, valueCounts } from './typed-table.js';
import { linesOfSums } from './text/lines-of-sums.js';
import { UnforeseenForm, UnforeseenForms } from './values/unforeseen-forms.js';
import { findUnreadable, nothingUnreadable, type Unreadable } from './values/unreadable.js';
import type { ReadingChoices } from './source.js';

export interface LoadingOptions {
  /** What the person decided; the rest is guessed. */
  readonly choices?: ReadingChoices;
  /** Resolves once the target's schema is there; a text is looked at before. */
  readonly ready?: Promise<unknown>;
  readonly signal?: AbortSignal;
  /** Called with the share of the load that is done, 0–1. */
  readonly onprogress?: (share: number) => void;
}

/** A table that stands, how its columns were read, and what was left out. */
export interface Outcome {
  readonly rows: number;
  /** Lines of totals that were left out. */
  readonly totals: number;
  readonly columns: readonly ColumnPlan[];
  readonly found: Survey;
  readonly unreadable: Unreadable;
}

/** A table that stands, before lines of totals are looked for among its rows. */
type Loaded = Omit<Outcome, 'totals'>;

/** The engine found another number of records than the survey did. */
class Disagreement extends Error {}

/**
 * One load. The file is surveyed piece by piece, and each piece is loaded while the next one is surveyed, on decisions
 * from a sample; when a value contradicts them, the columns are decided anew from all rows and the table is made again.
 */
export class Loading {
  #rewrite = false;
  /** Shares of the load done so far, and before the rows themselves are loaded. */
  #done = 0;
  #before = 0;
  /** Share of the file that stands in the table. */
  #share = 0;

  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly id: string,
    /** Becomes another one when lines taken for totals turn out to be rows. */
    public opened: Opened,
    readonly options: LoadingOptions,
  ) {}

  /** Makes the table. Throws `NotUtf8` when the bytes turn out not to be. */
  async run(): Promise<Outcome> {
    const loaded = await this.#decideAndLoad();
    const { found, columns, rows } = loaded;
    const { table } = this.opened;
    const totals = found.leftOut.total;
    const last = table.dialect.totals ? found.wordlessLine : 0;
    const asked = new Set(last > 0 ? [...found.doubtful, last] : found.doubtful);
    if (asked.size === 0) return { ...loaded, totals };
    const sums = await linesOfSums(table, columns, asked, this.options.signal);
    const mistaken = found.doubtful.filter((line) => !sums.has(line));
    if (mistaken.length > 0) {
      const except = new Set([...(table.dialect.totals?.except ?? []), ...mistaken]);
      const dialect = { ...table.dialect, totals: { except } };
      this.opened = { ...this.opened, table: { ...table, dialect } };
      return this.run();
    }
    if (!sums.has(last)) return { ...loaded, totals };
    await dropLastRow(this.engine, this.target);
    return { ...loaded, rows: rows - 1, totals: totals + 1 };
  }

  async #decideAndLoad(): Promise<Loaded> {
    const columns = this.#plan([]);
    if (!isCertain(columns)) return this.#runCarefully();
    try {
      return { ...(await this.#load(columns, true)), unreadable: nothingUnreadable };
    } catch (cause) {
      this.options.signal?.throwIfAborted();
      if (!isLoss(cause) && !(cause instanceof UnforeseenForm)) throw cause;
      return this.#runCarefully();
    }
  }

  /** Decides from all rows, lists what cannot be read, and checks that every other value has arrived. */
  async #runCarefully(): Promise<Loaded> {
    const { found, tallies } = await this.#tally();
    const columns = this.#plan(found.emptyColumns, tallies).map(guarded);
    await this.#refuseMisfits(columns);
    const typed = columns.filter(({ reading }) => reading.kind !== 'text');
    const loaded = await this.#load(columns, false);
    const values = await valueCounts(
      this.engine,
      this.target,
      typed.map(({ name }) => name),
      this.options.signal,
    );
    const hasArrived = (column: ColumnPlan): boolean =>
      column.reading.kind === 'text' || values.get(column.name) === column.readable;
    if (columns.every(hasArrived)) return { ...loaded, unreadable: await this.#unreadable(columns) };
    const safe = columns.map((column) => (hasArrived(column) ? column : uninterpreted(column)));
    return { ...(await this.#load(safe, false)), unreadable: await this.#unreadable(safe) };
  }

  /** Counts what the values of the columns that may be no text look like, over all rows. */
  async #tally(): Promise<{ found: Survey; tallies: ReadonlyMap<number, ColumnTally> }> {
    const { table } = this.opened;
    const typed = this.#plan([]).filter(
      ({ reading, misfit }) => reading.kind !== 'text' || reading.hasNulls || misfit,
    );
    const tallies = new Map(typed.map(({ index }) => [index, new ColumnTally()]));
    const found = new Survey(table);
    const pieces = found.pieces(this.options.signal, (record) => {
      for (const [index, tally] of tallies) tally.add(record.text(index));
    });
    for await (const { share } of pieces) this.#report(0.4 * share);
    this.#before = 0.4;
    refuseNonTables(table.file, table.dialect.dataLine, found);
    return { found, tallies };
  }

  /** Makes the table and loads exactly the records of a survey into it. `lossless`: fails on the first lost value or untold form. */
  async #load(columns: readonly ColumnPlan[], lossless: boolean): Promise<Omit<Loaded, 'unreadable'>> {
    try {
      return await this.#loadPieces(columns, lossless);
    } catch (cause) {
      const isMisread = cause instanceof AppError && cause.code === 'sql/failed' && !isLoss(cause);
      if (this.#rewrite || !(isMisread || cause instanceof Disagreement)) throw cause;
      // The engine cuts these bytes differently: it gets them in a form that leaves no choice.
      this.#rewrite = true;
      return this.#loadPieces(columns, lossless);
    }
  }

  async #loadPieces(planned: readonly ColumnPlan[], lossless: boolean): Promise<Omit<Loaded, 'unreadable'>> {
    const { table } = this.opened;
    const found = new Survey(table);
    const forms = lossless ? new UnforeseenForms(planned) : null;
    const typed = new TypedTable(this.engine, this.target, table.dialect, planned);
    this.#share = 0;
    let number = 0;
    let rows = 0;
    // The first piece is surveyed meanwhile.
    let last = this.#create(typed);
    last.catch(() => undefined);
    try {
      for await (const piece of found.pieces(this.options.signal, (record) => forms?.check(record))) {
        await last;
        number += 1;
        rows += piece.rows;
        last = this.#append(typed, `${this.id}-${number}.csv`, piece, rows, lossless);
        last.catch(() => undefined);
      }
      await last;
    } finally {
      // Nothing may be added after this call has ended.
      await last.catch(() => undefined);
    }
    refuseNonTables(table.file, table.dialect.dataLine, found);
    const isEmpty = ({ index }: ColumnPlan): boolean => found.emptyColumns.includes(index);
    for (const { name } of planned.filter(isEmpty)) await typed.dropColumn(name);
    return { rows: found.rows, columns: planned.filter((column) => !isEmpty(column)), found };
  }

  async #create(typed: TypedTable): Promise<void> {
    await this.options.ready;
    await typed.create();
  }

  /** Adds a piece, after which the table has that many rows. */
  async #append(
    typed: TypedTable,
    file: string,
    piece: Piece,
    rows: number,
    lossless: boolean,
  ): Promise<void> {
    if (piece.rows > 0) {
      const records = await piece.records(this.#rewrite);
      const { file: name, text } = this.opened.table;
      const fitted = { file: name, rows: rows - piece.rows, share: this.#share, bytes: text.size };
      await fitting(fitted, () => typed.append(file, records, lossless, this.options.signal));
      const found = await typed.rows();
      if (found !== rows) throw new Disagreement(`${found} records instead of ${rows}`);
    }
    this.#share = piece.share;
    this.#report(this.#before + (1 - this.#before) * piece.share);
  }

  #plan(emptyColumns: readonly number[], counted?: Parameters<typeof planColumns>[4]): ColumnPlan[] {
    const { table, sample } = this.opened;
    return planColumns(
      table.dialect,
      sample.records,
      emptyColumns,
      this.options.choices ?? { roles: {} },
      counted,
    );
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
    const { line = 0, value = '' } = rejects[0]?.first[0] ?? {};
    const code = wrong.misfit === 'date' ? 'import/role-not-a-date' : 'import/role-not-a-number';
    throw new AppError(code, { file: table.file, column: wrong.name, line, value });
  }

  #report(share: number): void {
    this.#done = Math.max(this.#done, share);
    this.options.onprogress?.(this.#done);
  }
}

function isCertain(columns: readonly ColumnPlan[]): boolean {
  // Odd forms are counted, which takes a look at all rows.
  return columns.every(
    ({ unreadable, misfit, oddForms }) => unreadable === 0 && !misfit && Object.keys(oddForms).length === 0,
  );
}

function refuseNonTables(file: string, dataLine: number, { rows, rejects }: Survey): void {
  if (rows === 0 && rejects.count === 0) throw new AppError('file/header-only', { file, line: dataLine - 1 });
  if (rejects.count > rows) {
    throw new AppError('file/inconsistent-lines', { file, line: rejects.first[0]?.line ?? dataLine });
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
  const reading = {
    kind: 'text',
    key: false,
    dropDecimals: false,
    hasNulls: false,
    hasMarks: false,
  } as const;
  return { ...column, type: 'text', reading, unreadable: 0, role: null, confidence: 0 };
}

/** How a column would have to be read for the role that the person gave it. */
export function demanded({ misfit }: ColumnPlan): ColumnPlan['reading'] {
  if (misfit === 'date')
    return {
      kind: 'date',
      patterns: ['%d/%m/%Y', '%Y-%m-%d'],
      numbers: 'none',
      hasTime: false,
      isBirth: false,
      isOdd: false,
    };
  return {
    kind: 'number',
    integer: false,
    decimal: '.',
    thousands: '',
    plain: false,
    percent: false,
    hasDashes: false,
  };
}
