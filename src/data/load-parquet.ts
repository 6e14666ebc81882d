import { AppError } from '../core/errors.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { arrowColumns, type ArrowColumn } from '../engine/foreign/arrow-columns.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { planColumns, type ColumnPlan } from './columns.js';
import { demanded, type LoadingOptions, type Outcome } from './loading.js';
import { asText, columnNames, isAsStaged, stagedTypes, valueOf, withOwnType } from './parquet-columns.js';
import type { Opened } from './open.js';
import type { ParquetRows } from './parquet-rows.js';
import type { Dialect } from './dialect.js';
import { shownRejects, Survey } from './survey.js';
import { ColumnTally } from './tally.js';
import { columnSql, sqlType } from './sql-type.js';
import { dropTable, isLoss, lossMark, tableSql } from './typed-table.js';
import type { Reject } from './source.js';

const mostColumns = 1000;
/** Rows of the first batch that columns are judged by. */
const sampledRows = 3000;

/**
 * One load of a Parquet file. Columns that have a type keep it; columns of text are read as those of a text file are.
 * Batches go straight into the table where nothing has to be converted. When a value contradicts what the first batch
 * made believe, all rows are staged, decided upon anew and converted; what cannot be read is listed by its row.
 */
export class ParquetLoading {
  readonly #staged: TableName;
  #columns: readonly ArrowColumn[] = [];
  #opened: Opened | null = null;

  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly id: string,
    readonly file: string,
    readonly rows: ParquetRows,
    readonly options: LoadingOptions,
  ) {
    this.#staged = { schema: target.schema, table: `staged_${id}` };
  }

  /** Makes the table. */
  async run(): Promise<{ opened: Opened; outcome: Outcome }> {
    if (this.rows.rows === 0) throw new AppError('file/header-only', { file: this.file });
    try {
      const outcome = (await this.#runQuickly()) ?? (await this.#runCarefully());
      return { opened: this.#opened!, outcome };
    } finally {
      await dropTable(this.engine, this.#staged).catch(() => undefined);
    }
  }

  /** Null when the rows contradict what the first batch made believe. */
  async #runQuickly(): Promise<Outcome | null> {
    let columns: readonly ColumnPlan[] | null = null;
    let done = 0;
    try {
      for await (const { stream, rows } of this.rows.batches(this.options.signal)) {
        columns ??= await this.#begin(stream);
        if (!columns.every(({ unreadable, misfit }) => unreadable === 0 && !misfit)) return null;
        if (done > 0 && columns.every((column) => isAsStaged(column, this.#kindOf(column)))) {
          await this.#insert(this.target, stream);
        } else {
          if (done > 0) await this.#insert(this.#staged, stream);
          await this.#convert(columns, true);
          await this.engine.run(sql`truncate ${tableSql(this.#staged)}`);
        }
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

  /** Looks at the first batch, which stays staged, and makes the table that it says. */
  async #begin(stream: Uint8Array): Promise<readonly ColumnPlan[]> {
    this.#columns = arrowColumns(stream);
    if (this.#columns.length > mostColumns)
      throw new AppError('file/too-many-columns', { file: this.file, columns: this.#columns.length });
    await this.#stage(false);
    await this.#insert(this.#staged, stream);
    this.#opened = await this.#open();
    const columns = this.#plan();
    await this.#create(columns);
    return columns;
  }

  async #runCarefully(): Promise<Outcome> {
    await this.#stage(true);
    for await (const { stream } of this.rows.batches(this.options.signal))
      await this.#insert(this.#staged, stream);
    const columns = this.#plan(await this.#tally());
    await this.#refuseMisfit(columns);
    const rejects: Unread[] = [];
    for (const column of columns) {
      const unread = await this.#unread(column);
      if (unread) rejects.push(unread);
    }
    await this.#create(columns);
    await this.#convert(columns, false);
    this.options.onprogress?.(1);
    return this.#finish(columns, rejects);
  }

  /** Makes the table in which batches stand as they come. */
  async #stage(isCompressed: boolean): Promise<void> {
    const columns = this.#columns.map(({ kind }, index) =>
      isCompressed
        ? columnSql(`c${index}`, stagedTypes[kind])
        : sql`${ident(`c${index}`)} ${stagedTypes[kind]} using compression uncompressed`,
    );
    await this.engine.run(sql`create or replace table ${tableSql(this.#staged)} (${list(columns)})`);
  }

  async #insert(table: TableName, stream: Uint8Array): Promise<void> {
    this.options.signal?.throwIfAborted();
    try {
      await this.engine.insertArrow(table, stream);
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'sql/failed') throw cause;
      throw new AppError('file/damaged', { file: this.file, ...cause.data }, { cause });
    }
  }

  async #open(): Promise<Opened> {
    const names = columnNames(this.#columns);
    const texts = this.#columns.map(
      ({ kind }, index) => sql`coalesce(${asText(ident(`c${index}`), kind)}, '') as ${ident(`c${index}`)}`,
    );
    const [size] = await this.engine.query<{ rows: number }>(
      sql`select count(*) as rows from ${tableSql(this.#staged)}`,
    );
    const step = Math.max(1, Math.floor((size?.rows ?? 0) / sampledRows));
    const { rows } = await this.engine.table(
      sql`select ${list(texts)} from ${tableSql(this.#staged)} where rowid % ${step} = 0`,
      this.options.signal,
    );
    const dialect: Dialect = {
      delimiter: ',',
      names,
      unnamed: [],
      dataOffset: 0,
      dataLine: 1,
      countsRecords: true,
      header: null,
      totals: null,
      repairs: [],
    };
    return {
      table: { file: this.file, text: new Blob(), dialect },
      encoding: 'utf-8',
      sample: { records: rows.map((row) => row.map(String)) },
    };
  }

  #plan(counted?: ReadonlyMap<number, ColumnTally>): ColumnPlan[] {
    const { table, sample } = this.#opened!;
    const choices = this.options.choices ?? { roles: {} };
    return planColumns(table.dialect, sample.records, [], choices, counted).map((plan) =>
      withOwnType(plan, this.#kindOf(plan)),
    );
  }

  /** Counts what the values of columns that are to be read from text look like, over all rows. */
  async #tally(): Promise<ReadonlyMap<number, ColumnTally>> {
    const read = this.#plan().filter(
      (plan) => (plan.reading.kind !== 'text' || plan.misfit) && !this.#hasOwnType(plan),
    );
    const tallies = new Map<number, ColumnTally>();
    for (const { index } of read) {
      const tally = new ColumnTally();
      const values = await this.engine.query<{ value: string; times: number }>(
        sql`select ${this.#text(index)} as value, count(*) as times from ${tableSql(this.#staged)}
          where ${this.#text(index)} is not null group by 1 order by min(rowid)`,
        this.options.signal,
      );
      for (const { value, times } of values) for (let time = 0; time < times; time += 1) tally.add(value);
      tallies.set(index, tally);
    }
    return tallies;
  }

  async #create(columns: readonly ColumnPlan[]): Promise<void> {
    const described = columns.map(({ name, type, role }) =>
      columnSql(name, sqlType(type), role === 'order_id'),
    );
    await this.engine.run(sql`create or replace table ${tableSql(this.target)} (${list(described)})`);
  }

  /** Adds what is staged to the table. `lossless`: fails, see `isLoss`, on the first value that its column cannot hold. */
  async #convert(columns: readonly ColumnPlan[], lossless: boolean): Promise<void> {
    const casts = columns.map((column) => this.#cast(column));
    const losses = lossless ? casts.flatMap(({ value, lost }) => (lost ? [lost(value)] : [])) : [];
    const isLost = losses.length > 0 ? join(losses, ' or ') : sql`false`;
    const values = casts.map(({ value }, position) =>
      position === 0 ? sql`case when ${isLost} then error(${lossMark}) else ${value} end` : value,
    );
    await this.engine.run(
      sql`insert into ${tableSql(this.target)} select ${list(values)} from ${tableSql(this.#staged)}`,
      this.options.signal,
    );
  }

  /** Values that the column's reading leaves out. */
  async #unread(column: ColumnPlan): Promise<Unread | null> {
    const { value, lost } = this.#cast(column);
    if (!lost) return null;
    const where = sql`where ${lost(value)}`;
    const [counted] = await this.engine.query<{ times: number }>(
      sql`select count(*) as times from ${tableSql(this.#staged)} ${where}`,
      this.options.signal,
    );
    if (!counted || counted.times === 0) return null;
    const rows = await this.engine.query<{ line: number; value: string }>(
      sql`select rowid + 1 as line, ${this.#text(column.index)} as value
        from ${tableSql(this.#staged)} ${where} order by rowid limit ${shownRejects}`,
      this.options.signal,
    );
    const reason = column.reading.kind === 'date' ? ('not-a-date' as const) : ('not-a-number' as const);
    return {
      index: column.index,
      count: counted.times,
      rejects: rows.map(({ line, value }) => rejectOf(line, column.name, value, reason)),
    };
  }

  /** A role that the person chose and that most values contradict is refused, with an example. */
  async #refuseMisfit(columns: readonly ColumnPlan[]): Promise<void> {
    const wrong = columns.find(({ misfit }) => misfit);
    if (!wrong) return;
    const unread = await this.#unread({ ...wrong, reading: demanded(wrong) });
    const { line = 1, value = '' } = unread?.rejects[0] ?? {};
    const code = wrong.misfit === 'date' ? 'import/role-not-a-date' : 'import/role-not-a-number';
    throw new AppError(code, { file: this.file, column: wrong.name, line, value });
  }

  async #finish(columns: readonly ColumnPlan[], unread: readonly Unread[]): Promise<Outcome> {
    const infinite = await this.#tidy(columns);
    const all = [...unread, ...infinite];
    const found = new Survey(this.#opened!.table);
    found.rows = this.rows.rows;
    return {
      rows: this.rows.rows,
      totals: 0,
      columns,
      found,
      unreadable: {
        counts: new Map(all.map(({ index, count }) => [index, count])),
        rejects: all.flatMap(({ rejects }) => rejects),
      },
    };
  }

  /** Empty texts are no values; nor is NaN. Infinite numbers are listed: sums would drown in them. */
  async #tidy(columns: readonly ColumnPlan[]): Promise<Unread[]> {
    const odd = columns.flatMap((column) => {
      const name = ident(column.name);
      if (column.reading.kind === 'text') {
        const kept = column.reading.key ? sql`nullif(trim(${name}), '')` : sql`nullif(${name}, '')`;
        return [{ column, kept, isOdd: sql`${kept} is distinct from ${name}` }];
      }
      if (column.type !== 'number') return [];
      return [{ column, kept: sql`null`, isOdd: sql`not isfinite(${name})` }];
    });
    if (odd.length === 0) return [];
    const target = tableSql(this.target);
    const counts = odd.map(
      ({ isOdd }, index) => sql`count(*) filter (where ${isOdd}) as ${ident(`n${index}`)}`,
    );
    const [counted = {}] = await this.engine.query<Record<string, number>>(
      sql`select ${list(counts)} from ${target}`,
      this.options.signal,
    );
    const infinite: Unread[] = [];
    for (const [index, { column, kept, isOdd }] of odd.entries()) {
      if (!counted[`n${index}`]) continue;
      if (column.type === 'number') {
        const lines = await this.engine.query<{ line: number; sign: number }>(
          sql`select rowid + 1 as line, sign(${ident(column.name)}) as sign from ${target}
            where isinf(${ident(column.name)}) order by rowid`,
        );
        const rejects = lines.map(({ line, sign }) =>
          rejectOf(line, column.name, sign < 0 ? '-Infinity' : 'Infinity', 'not-a-number'),
        );
        if (rejects.length > 0)
          infinite.push({
            index: column.index,
            count: rejects.length,
            rejects: rejects.slice(0, shownRejects),
          });
      }
      await this.engine.run(sql`update ${target} set ${ident(column.name)} = ${kept} where ${isOdd}`);
    }
    return infinite;
  }

  #cast(column: ColumnPlan): ReturnType<typeof valueOf> {
    return valueOf(ident(`c${column.index}`), this.#kindOf(column), column);
  }

  #text(index: number): Sql {
    return asText(ident(`c${index}`), this.#columns[index]!.kind);
  }

  #kindOf({ index }: ColumnPlan): ArrowColumn['kind'] {
    return this.#columns[index]!.kind;
  }

  #hasOwnType(plan: ColumnPlan): boolean {
    return isAsStaged(plan, this.#kindOf(plan));
  }
}

/** Values of a column that could not be read. */
interface Unread {
  readonly index: number;
  readonly count: number;
  readonly rejects: readonly Reject[];
}

function rejectOf(line: number, column: string, value: string, reason: Reject['reason']): Reject {
  return { line, column, value: value.slice(0, 200), reason };
}
