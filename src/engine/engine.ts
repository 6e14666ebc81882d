import type { ResultTable } from '../core/tables.js';
import type { Dialect } from './dialect.js';
import type { Sql } from './sql.js';

/**
 * What an analysis may ask of an engine: aggregates of bounded size. DuckDB in the browser and in Node implement it;
 * a company's server may later. Every call ends with an AppError, or with an AbortError when its signal fires.
 */
export interface Engine {
  readonly dialect: Dialect;
  /**
   * Rows as objects. `Row` names what the statement itself selects; dates come as ISO text, DECIMAL and BIGINT as
   * numbers. Not for large results: they are copied into JavaScript.
   */
  query<Row extends object>(statement: Sql, signal?: AbortSignal): Promise<Row[]>;
  /** Rows with their column types, for statements whose shape is not known beforehand. */
  table(statement: Sql, signal?: AbortSignal): Promise<ResultTable>;
  /** Columns of numbers, one array each, for numerics over every customer: a null is not a number. */
  numbers(statement: Sql, signal?: AbortSignal): Promise<Float64Array[]>;
  /** Runs a statement for its effect. */
  run(statement: Sql, signal?: AbortSignal): Promise<void>;
}

/** A table and the schema it stands in. */
export interface TableName {
  readonly schema: string;
  readonly table: string;
}

/** What loading and storing data needs beyond `Engine`. */
export interface DataEngine extends Engine {
  /** Tables named without a schema are looked up in this one from now on. */
  useSchema(schema: string): Promise<void>;
  /** Makes bytes readable to SQL under `in/<name>`; a Blob is read in place, not copied. */
  addFile(name: string, content: Blob | Uint8Array): Promise<void>;
  /** Forgets a file; a name that is not there is no error. */
  dropFile(name: string): Promise<void>;
  /** The result as an Arrow IPC stream, for storage. */
  arrow(statement: Sql, signal?: AbortSignal): Promise<Uint8Array>;
  /** Adds the rows of an Arrow IPC stream to a table that has their columns. The bytes are consumed. */
  insertArrow(table: TableName, stream: Uint8Array): Promise<void>;
}
