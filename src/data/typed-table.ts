import { AppError } from '../core/errors.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { castOf } from './values/cast.js';
import type { ColumnPlan } from './columns.js';
import type { Dialect } from './text/dialect.js';
import { columnSql, sqlType } from './sql-type.js';
import type { Records } from './text/survey.js';

/** A table with its schema, quoted for SQL. */
export function tableSql({ schema, table }: TableName): Sql {
  return sql`${ident(schema)}.${ident(table)}`;
}

/** What the engine is told to say when a value would be lost. */
export const lossMark = 'a value was lost';

/** True for the failure of an `append` that would have lost a value. */
export function isLoss(cause: unknown): boolean {
  return cause instanceof AppError && String(cause.data['detail'] ?? '').includes(lossMark);
}

/** Bytes of a line that the engine is ready for. */
const usualLineBytes = 2 * 1024 * 1024;

/** A table that is being filled from records in text: each column is cast as planned. */
export class TypedTable {
  constructor(
    readonly engine: DataEngine,
    readonly target: TableName,
    readonly dialect: Dialect,
    readonly columns: readonly ColumnPlan[],
  ) {}

  /** Makes the empty table in place of one of that name. */
  async create(): Promise<void> {
    const columns = this.columns.map(({ name, type, role }) =>
      columnSql(name, sqlType(type), role === 'order_id'),
    );
    await this.engine.run(sql`create or replace table ${tableSql(this.target)} (${list(columns)})`);
  }

  /**
   * Adds the records of a file. `lossless`: it fails, see `isLoss`, on the first value that its column cannot hold;
   * otherwise such a value is left empty.
   */
  async append(file: string, records: Records, lossless: boolean, signal?: AbortSignal): Promise<void> {
    await this.engine.addFile(file, records.bytes);
    try {
      const values = this.columns.map((_, position) => ident(`v${position}`));
      const casts = this.columns.map(({ index, reading, hasMissing }) =>
        castOf(ident(`c${index}`), reading, hasMissing),
      );
      const losses = casts.flatMap(({ lost }, position) => (lost ? [lost(values[position]!)] : []));
      const isLost = lossless && losses.length > 0 ? join(losses, ' or ') : sql`false`;
      // Values are computed below and looked at above: in one step the engine would compute each of them twice.
      const computed = casts.map(({ value }, position) => sql`${value} as ${values[position]!}`);
      const kept = values.map((value, position) =>
        position === 0 ? sql`case when ${isLost} then error(${lossMark}) else ${value} end` : value,
      );
      await this.engine.run(
        sql`insert into ${tableSql(this.target)} select ${list(kept)}
          from (select *, ${list(computed)} from ${this.#records(file, records)})`,
        signal,
      );
    } finally {
      await this.engine.dropFile(file);
    }
  }

  /** Rows added so far. */
  async rows(): Promise<number> {
    const [counted] = await this.engine.query<{ rows: number }>(
      sql`select count(*) as rows from ${tableSql(this.target)}`,
    );
    return counted?.rows ?? 0;
  }

  async dropColumn(name: string): Promise<void> {
    await this.engine.run(sql`alter table ${tableSql(this.target)} drop column ${ident(name)}`);
  }

  /**
   * All columns of the file as text; what the engine keeps in memory of it is a few megabytes. Told of line feeds it is
   * not misled by other line breaks in quotes; told of any other kind it finds no rows.
   */
  #records(file: string, { hasLineFeeds, longest }: Records): Sql {
    // Quotes may be doubled on the way. The engine refuses a line that is longer than it was told.
    const lineBytes = Math.max(usualLineBytes, 2 * longest + 1024);
    const columns = this.dialect.names.map((_, index) => sql`${ident(`c${index}`)}: 'varchar'`);
    return sql`read_csv(${`in/${file}`}, delim=${this.dialect.delimiter}, quote='"', escape='"', header=false, auto_detect=false,
      strict_mode=true, parallel=false, nullstr='', ${hasLineFeeds ? sql`new_line='\\n',` : sql``} max_line_size=${lineBytes}, buffer_size=${2 * lineBytes}, columns={${list(columns)}})`;
  }
}

/** How many values each of these columns has, by name. */
export async function valueCounts(
  engine: DataEngine,
  target: TableName,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const counts = names.map((name, index) => sql`count(${ident(name)}) as ${ident(`v${index}`)}`);
  const [row = {}] = await engine.query<Record<string, number>>(
    sql`select ${list(counts)} from ${tableSql(target)}`,
    signal,
  );
  return new Map(names.map((name, index) => [name, row[`v${index}`] ?? 0]));
}

/** Removes the row that was added last. */
export async function dropLastRow(engine: DataEngine, target: TableName): Promise<void> {
  const table = tableSql(target);
  await engine.run(sql`delete from ${table} where rowid = (select max(rowid) from ${table})`);
}

/** Gives a table another name within its schema. */
export async function renameTable(engine: DataEngine, target: TableName, name: string): Promise<void> {
  await engine.run(sql`alter table ${tableSql(target)} rename to ${ident(name)}`);
}

/** Removes a table; none of that name is no error. */
export async function dropTable(engine: DataEngine, target: TableName): Promise<void> {
  await engine.run(sql`drop table if exists ${tableSql(target)}`);
}

/** Makes an empty schema for one notebook's tables. */
export async function createSchema(engine: DataEngine, schema: string): Promise<void> {
  await engine.run(sql`create schema if not exists ${ident(schema)}`);
}

/** Removes a schema with all its tables. */
export async function dropSchema(engine: DataEngine, schema: string): Promise<void> {
  await engine.run(sql`drop schema if exists ${ident(schema)} cascade`);
}
