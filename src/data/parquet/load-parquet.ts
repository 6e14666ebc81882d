import { AppError } from '../../core/errors.js';
import type { DataEngine, TableName } from '../../engine/engine.js';
import { arrowColumns, firstBatch } from '../../engine/foreign/arrow-columns.js';
import { list, sql } from '../../engine/sql.js';
import { planColumns, type ColumnPlan } from '../columns.js';
import { demanded, type LoadingOptions, type Outcome } from '../loading.js';
import { columnNames, isAsStaged, withOwnType } from './parquet-columns.js';
import { fitting, type Fitted } from '../fitting.js';
import type { Opened } from '../open.js';
import type { ParquetRows } from './parquet-rows.js';
import { columnSql, sqlType } from '../sql-type.js';
import { StagedRows } from './staged-rows.js';
import { Survey } from '../text/survey.js';
import type { ColumnTally } from '../values/tally.js';
import { tidyValues } from './tidy-values.js';
import { isLoss, tableSql } from '../typed-table.js';
import { together, type UnreadValues } from './unread-values.js';

const mostColumns = 1000;

/** What is known after the first rows. */
interface Begun {
  readonly staged: StagedRows;
  readonly opened: Opened;
}

/**
 * One load of a Parquet file. Columns that have a type keep it; columns of text are read as those of a text file are.
 * Batches go straight into the table where nothing has to be converted. When a value contradicts what the first rows
 * made believe, all rows are staged, decided upon anew and converted; what cannot be read is listed by its row.
 */
export class ParquetLoading {
  #begun: Begun | null = null;

  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly id: string,
    readonly file: string,
    readonly rows: ParquetRows,
    readonly options: LoadingOptions,
  ) {}

  /** Makes the table. */
  async run(): Promise<{ opened: Opened; outcome: Outcome }> {
    if (this.rows.rows === 0) throw new AppError('file/header-only', { file: this.file });
    try {
      const outcome = (await this.#runQuickly()) ?? (await this.#runCarefully());
      return { opened: this.#known.opened, outcome };
    } finally {
      await this.#begun?.staged.drop().catch(() => undefined);
    }
  }

  get #known(): Begun {
    if (!this.#begun) throw new Error('no batch was read');
    return this.#begun;
  }

  /** Null when a row contradicts what the first ones made believe. */
  async #runQuickly(): Promise<Outcome | null> {
    let columns: readonly ColumnPlan[] | null = null;
    let done = 0;
    try {
      for await (const { stream, rows } of this.rows.batches(this.options.signal)) {
        columns ??= await fitting(this.#fitted(0), () => this.#begin(stream));
        if (!columns.every(({ unreadable, misfit }) => unreadable === 0 && !misfit)) return null;
        const taken = columns;
        await fitting(this.#fitted(done), () => this.#take(taken, stream));
        done += rows;
        this.options.onprogress?.(done / this.rows.rows);
      }
    } catch (cause) {
      this.options.signal?.throwIfAborted();
      if (!isLoss(cause)) throw cause;
      return null;
    }
    return columns && this.#finish(columns, []);
  }

  /** Judges the columns by the first rows, and makes the table. */
  async #begin(stream: Uint8Array): Promise<readonly ColumnPlan[]> {
    const { signal } = this.options;
    const columns = arrowColumns(stream);
    if (columns.length > mostColumns)
      throw new AppError('file/too-many-columns', { file: this.file, columns: columns.length });
    const table = { schema: this.target.schema, table: `staged_${this.id}` };
    const staged = new StagedRows(this.engine, table, this.file, columns, signal);
    await staged.create(false);
    await staged.add(firstBatch(stream));
    const dialect = {
      delimiter: ',',
      names: columnNames(columns),
      unnamed: [],
      dataOffset: 0,
      dataLine: 1,
      countsRecords: true,
      fewestFields: columns.length,
      header: null,
      totals: null,
      repairs: [],
    };
    const opened = {
      table: { file: this.file, text: new Blob(), dialect },
      encoding: 'utf-8' as const,
      brokenBytes: 0,
      sample: { records: await staged.sample() },
    };
    await staged.clear();
    this.#begun = { staged, opened };
    const planned = this.#plan();
    await this.#create(planned);
    return planned;
  }

  /** Takes a batch into the table, straight or by way of the staged one. */
  async #take(columns: readonly ColumnPlan[], stream: Uint8Array): Promise<void> {
    const { staged } = this.#known;
    const areAsStaged = columns.every((column) => isAsStaged(column, staged.kindOf(column.index)));
    if (areAsStaged) return staged.add(stream, this.target);
    await staged.add(stream);
    await staged.convertInto(this.target, columns, true);
    await staged.clear();
  }

  async #runCarefully(): Promise<Outcome> {
    const { staged } = this.#known;
    await staged.create(true);
    let done = 0;
    for await (const { stream, rows } of this.rows.batches(this.options.signal)) {
      await fitting(this.#fitted(done), () => staged.add(stream));
      done += rows;
    }
    const isFromText = (plan: ColumnPlan): boolean =>
      (plan.reading.kind !== 'text' || plan.misfit !== null) && !isAsStaged(plan, staged.kindOf(plan.index));
    const tallies = new Map<number, ColumnTally>();
    for (const { index } of this.#plan().filter(isFromText)) tallies.set(index, await staged.tally(index));
    const columns = this.#plan(tallies);
    await this.#refuseMisfit(columns);
    const unread: UnreadValues[] = [];
    for (const column of columns) {
      const values = await staged.unread(column);
      if (values) unread.push(values);
    }
    await this.#create(columns);
    await staged.convertInto(this.target, columns, false);
    this.options.onprogress?.(1);
    return this.#finish(columns, unread);
  }

  #fitted(rows: number): Fitted {
    return { file: this.file, rows, share: rows / this.rows.rows, bytes: this.rows.bytes };
  }

  #plan(counted?: ReadonlyMap<number, ColumnTally>): ColumnPlan[] {
    const { staged, opened } = this.#known;
    const choices = this.options.choices ?? { roles: {} };
    const planned = planColumns(opened.table.dialect, opened.sample.records, [], choices, counted);
    return planned.map((plan) => withOwnType(plan, staged.kindOf(plan.index)));
  }

  async #create(columns: readonly ColumnPlan[]): Promise<void> {
    const described = columns.map(({ name, type, role }) =>
      columnSql(name, sqlType(type), role === 'order_id'),
    );
    await this.engine.run(sql`create or replace table ${tableSql(this.target)} (${list(described)})`);
  }

  /** A role that the person chose and that most values contradict is refused, with an example. */
  async #refuseMisfit(columns: readonly ColumnPlan[]): Promise<void> {
    const wrong = columns.find(({ misfit }) => misfit);
    if (!wrong) return;
    const unread = await this.#known.staged.unread({ ...wrong, reading: demanded(wrong) });
    const { line = 1, value = '' } = unread?.rejects.first[0] ?? {};
    const code = wrong.misfit === 'date' ? 'import/role-not-a-date' : 'import/role-not-a-number';
    throw new AppError(code, { file: this.file, column: wrong.name, line, value });
  }

  async #finish(columns: readonly ColumnPlan[], unread: readonly UnreadValues[]): Promise<Outcome> {
    const infinite = await tidyValues(this.engine, this.target, columns, this.options.signal);
    const found = new Survey(this.#known.opened.table);
    found.rows = this.rows.rows;
    return {
      rows: this.rows.rows,
      totals: 0,
      columns,
      found,
      unreadable: together([...unread, ...infinite]),
    };
  }
}
