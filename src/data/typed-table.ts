import { uniqueName } from '../core/ids.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { castOf } from './cast.js';
import type { ColumnPlan } from './columns.js';
import type { Dialect } from './dialect.js';

/** Rows of the new table; whether a value was lost; how many values each column has, `v<position>`. */
export interface Loaded {
  readonly rows: number;
  readonly isLossy: boolean;
  readonly values: readonly number[];
}

/** A table with its schema, quoted for SQL. */
export function tableSql({ schema, table }: TableName): Sql {
  return sql`${ident(schema)}.${ident(table)}`;
}

/** Reads the records as text and casts each column as planned, in one statement; replaces a table of that name. */
export async function createTable(
  engine: DataEngine,
  target: TableName,
  id: string,
  records: Blob,
  dialect: Dialect,
  columns: readonly ColumnPlan[],
  signal?: AbortSignal,
): Promise<Loaded> {
  const path = `${id}.csv`;
  await engine.dropFile(path);
  await engine.addFile(path, records);
  const casts = columns.map(({ index, name, reading, hasMissing }) => ({
    name,
    ...castOf(ident(`c${index}`), reading, hasMissing),
  }));
  const losses = casts.flatMap(({ lost }) => (lost ? [lost] : []));
  const helper = ident(
    uniqueName(
      'lost',
      columns.map(({ name }) => name),
    ),
  );
  const selected = casts.map(({ value, name }) => sql`${value} as ${ident(name)}`);
  const source = sql`read_csv(${`in/${path}`}, delim=${dialect.delimiter}, quote='"', escape='"', header=false, auto_detect=false,
    strict_mode=true, nullstr='', columns={${list(dialect.names.map((_, index) => sql`${ident(`c${index}`)}: 'varchar'`))}})`;
  const name = tableSql(target);
  const isLost = losses.length > 0 ? join(losses, ' or ') : sql`false`;
  await engine.run(
    sql`create or replace table ${name} as select ${list(selected)}, ${isLost} as ${helper} from ${source}`,
    signal,
  );
  const counts = columns.map((column, index) => sql`count(${ident(column.name)}) as ${ident(`v${index}`)}`);
  const [row = {}] = await engine.query<Record<string, number | boolean>>(
    sql`select count(*) as "rows", coalesce(bool_or(${helper}), false) as "isLossy", ${list(counts)} from ${name}`,
    signal,
  );
  await engine.run(sql`alter table ${name} drop column ${helper}`, signal);
  const values = columns.map((_, index) => Number(row[`v${index}`] ?? 0));
  return { rows: Number(row['rows'] ?? 0), isLossy: row['isLossy'] === true, values };
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
