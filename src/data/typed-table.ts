import { uniqueName } from '../core/ids.js';
import type { DataEngine, TableName } from '../engine/engine.js';
import { ident, list, sql, type Sql } from '../engine/sql.js';
import { castOf } from './cast.js';
import type { ColumnPlan } from './columns.js';
import type { Dialect } from './dialect.js';

/** Rows of the new table, and values that became empty because they could not be read. */
export interface Loaded {
  readonly rows: number;
  readonly failed: number;
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
  const casts = columns.map(({ index, name, reading }) => ({ name, ...castOf(ident(`c${index}`), reading) }));
  const failures = casts.flatMap(({ failed }) => (failed ? [sql`cast(${failed} as integer)`] : []));
  const helper = ident(
    uniqueName(
      'unread',
      columns.map(({ name }) => name),
    ),
  );
  const selected = casts.map(({ value, name }) => sql`${value} as ${ident(name)}`);
  const total = failures.reduce((left, right) => sql`${left} + ${right}`, sql`0`);
  const source = sql`read_csv(${`in/${path}`}, delim=${dialect.delimiter}, quote='"', escape='"', header=false, auto_detect=false,
    strict_mode=true, nullstr='', columns={${list(dialect.names.map((_, index) => sql`${ident(`c${index}`)}: 'varchar'`))}})`;
  const name = tableSql(target);
  await engine.run(
    sql`create or replace table ${name} as select ${list(selected)}, cast(${total} as utinyint) as ${helper} from ${source}`,
    signal,
  );
  const counts = await engine.query<Loaded>(
    sql`select count(*) as "rows", coalesce(sum(${helper}), 0) as "failed" from ${name}`,
    signal,
  );
  await engine.run(sql`alter table ${name} drop column ${helper}`, signal);
  return counts[0] ?? { rows: 0, failed: 0 };
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
