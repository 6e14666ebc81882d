import { AppError } from '../../core/errors.js';
import type { DataEngine, TableName } from '../../engine/engine.js';
import type { ArrowColumn, ArrowKind } from '../../engine/foreign/arrow-columns.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { ColumnPlan } from '../columns.js';
import { asText, stagedTypes, valueOf } from './parquet-columns.js';
import { columnSql } from '../sql-type.js';
import { RejectLog } from '../reject-log.js';
import { ColumnTally } from '../values/tally.js';
import { dropTable, lossMark, tableSql } from '../typed-table.js';
import type { UnreadValues } from './unread-values.js';

/** Rows of the staged table that columns are judged by. */
const sampledRows = 3000;
/** Rows whose unread values are taken out of the engine at a time: as many as a row group has. */
const unreadRows = 122_880;

/** Rows of a Parquet file as they come, in a table of their own, before they are made into the columns that are wanted. */
export class StagedRows {
  constructor(
    readonly engine: DataEngine,
    readonly table: TableName,
    readonly file: string,
    readonly columns: readonly ArrowColumn[],
    readonly signal?: AbortSignal,
  ) {}

  /** Makes the empty table; compressed where all rows are going to stand in it. */
  async create(isCompressed: boolean): Promise<void> {
    const columns = this.columns.map(({ kind }, index) =>
      isCompressed
        ? columnSql(`c${index}`, stagedTypes[kind])
        : sql`${ident(`c${index}`)} ${stagedTypes[kind]} using compression uncompressed`,
    );
    await this.engine.run(sql`create or replace table ${tableSql(this.table)} (${list(columns)})`);
  }

  /** Adds an Arrow stream's rows, to this table or straight to another one that has their columns. */
  async add(stream: Uint8Array, target: TableName = this.table): Promise<void> {
    this.signal?.throwIfAborted();
    try {
      await this.engine.insertArrow(target, stream);
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.code !== 'sql/failed') throw cause;
      throw new AppError('file/damaged', { ...cause.data, file: this.file }, { cause });
    }
  }

  async clear(): Promise<void> {
    await this.engine.run(sql`truncate ${tableSql(this.table)}`);
  }

  async drop(): Promise<void> {
    await dropTable(this.engine, this.table);
  }

  /** Rows from all over the table, as text. */
  async sample(): Promise<string[][]> {
    const texts = this.columns.map(
      (_, index) => sql`coalesce(${this.#text(index)}, '') as ${ident(`c${index}`)}`,
    );
    const [size] = await this.engine.query<{ rows: number }>(
      sql`select count(*) as rows from ${tableSql(this.table)}`,
      this.signal,
    );
    const step = Math.max(1, Math.floor((size?.rows ?? 0) / sampledRows));
    const { rows } = await this.engine.table(
      sql`select ${list(texts)} from ${tableSql(this.table)} where rowid % ${step} = 0`,
      this.signal,
    );
    return rows.map((row) => row.map(String));
  }

  /** Counts what the values of a column look like as text, over all rows. */
  async tally(index: number): Promise<ColumnTally> {
    const tally = new ColumnTally();
    const values = await this.engine.query<{ value: string; times: number }>(
      sql`select ${this.#text(index)} as value, count(*) as times from ${tableSql(this.table)}
        where ${this.#text(index)} is not null group by 1 order by min(rowid)`,
      this.signal,
    );
    for (const { value, times } of values) for (let time = 0; time < times; time += 1) tally.add(value);
    return tally;
  }

  /** Adds what is staged to a table. `lossless`: fails, see `isLoss`, on the first value that its column cannot hold. */
  async convertInto(target: TableName, columns: readonly ColumnPlan[], lossless: boolean): Promise<void> {
    const casts = columns.map((column) => this.#cast(column));
    const losses = lossless ? casts.flatMap(({ value, lost }) => (lost ? [lost(value)] : [])) : [];
    const isLost = losses.length > 0 ? join(losses, ' or ') : sql`false`;
    const values = casts.map(({ value }, position) =>
      position === 0 ? sql`case when ${isLost} then error(${lossMark}) else ${value} end` : value,
    );
    await this.engine.run(
      sql`insert into ${tableSql(target)} select ${list(values)} from ${tableSql(this.table)}`,
      this.signal,
    );
  }

  /** Values that the column's reading leaves out; null when there is none. */
  async unread(column: ColumnPlan): Promise<UnreadValues | null> {
    const { value, lost } = this.#cast(column);
    if (!lost) return null;
    const from = sql`from ${tableSql(this.table)} where (${lost(value)})`;
    const [counted] = await this.engine.query<{ times: number; first: number | null }>(
      sql`select count(*) as times, min(rowid) as first ${from}`,
      this.signal,
    );
    const { times = 0, first = 0 } = counted ?? {};
    const reason = column.reading.kind === 'date' ? 'not-a-date' : 'not-a-number';
    const rejects = new RejectLog();
    for (let next = first ?? 0; rejects.count < times; next += unreadRows) {
      const rows = await this.engine.query<{ line: number; value: string }>(
        sql`select rowid + 1 as line, ${this.#text(column.index)} as value
          ${from} and rowid >= ${next} and rowid < ${next + unreadRows} order by rowid`,
        this.signal,
      );
      for (const row of rows) rejects.add({ ...row, column: column.name, reason });
    }
    return rejects.count > 0 ? { index: column.index, rejects } : null;
  }

  kindOf(index: number): ArrowKind {
    return this.columns[index]?.kind ?? 'other';
  }

  #text(index: number): Sql {
    return asText(ident(`c${index}`), this.kindOf(index));
  }

  #cast(column: ColumnPlan): ReturnType<typeof valueOf> {
    return valueOf(ident(`c${column.index}`), this.kindOf(column.index), column);
  }
}
