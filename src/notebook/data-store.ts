import { abortError } from '../core/errors.js';
import { columnSql } from '../data/sql-type.js';
import type { DataEngine } from '../engine/engine.js';
import type { ParquetCodec } from '../engine/parquet.js';
import { ident, list, sql, type Sql } from '../engine/sql.js';
import { MemoryFiles, OpfsFiles, type FileStore } from './file-store.js';
import {
  damaged,
  manifestFile,
  readManifest,
  readPart,
  writePart,
  type Kept,
  type Manifest,
  type Part,
  type StoredColumn,
} from './manifest.js';

/**
 * Rows per Parquet part: one row group of the engine, which then has nothing to put together when it takes the part in.
 * About 10 MB as Arrow, so that neither worker holds a second copy of a large table.
 */
const partRows = 122_880;
/** Bytes of rejects per file. */
const rejectBytes = 8 * 1024 * 1024;

/** The files' tables as Parquet, with what could not be read of them, kept beside the notebook: what a new engine or a new visit starts from. */
export class DataStore {
  readonly #files: FileStore;
  readonly #codec: ParquetCodec;

  constructor(files: FileStore, codec: ParquetCodec) {
    this.#files = files;
    this.#codec = codec;
  }

  /** False when the data goes with the page. */
  get isDurable(): boolean {
    return this.#files.isDurable;
  }

  /**
   * Stores a source's table, and its rejects where it lists not all of them. Until the last step, the manifest, the
   * source counts as absent.
   */
  async saveSource(
    engine: DataEngine,
    schema: string,
    source: Kept,
    signal?: AbortSignal,
    rejects: Blob = new Blob(),
  ): Promise<void> {
    const table = sql`${ident(schema)}.${ident(source.table)}`;
    const columns = await describe(engine, schema, source.table, signal);
    const [size] = await engine.query<{ rows: number }>(sql`select count(*) as rows from ${table}`, signal);
    const rows = size?.rows ?? 0;
    await this.#files.remove(source.id);
    try {
      const parts: Part[] = [];
      // An empty table has one part too: its columns.
      for (let first = 0; first === 0 || first < rows; first += partRows) {
        const within = sql`rowid >= ${first} and rowid < ${first + partRows}`;
        const chosen = list(columns.map(asStored));
        const stream = await engine.arrow(
          sql`select ${chosen} from ${table} where ${within} order by rowid`,
          signal,
        );
        const bytes = await this.#codec.encode(stream, signal);
        parts.push(await writePart(this.#files, source, partFile(parts.length), bytes));
        if (signal?.aborted) throw abortError();
      }
      const rejectParts: Part[] = [];
      for (let from = 0; from < rejects.size; from += rejectBytes) {
        const bytes = new Uint8Array(await rejects.slice(from, from + rejectBytes).arrayBuffer());
        rejectParts.push(await writePart(this.#files, source, rejectFile(rejectParts.length), bytes));
        if (signal?.aborted) throw abortError();
      }
      const manifest: Manifest = { rows, columns, parts, rejects: rejectParts };
      await this.#files.write(source.id, manifestFile, new TextEncoder().encode(JSON.stringify(manifest)));
    } catch (cause) {
      // A file cut short by a full disk must not be taken for the data.
      await this.#files.remove(source.id).catch(() => undefined);
      throw cause;
    }
  }

  /** Begins to read a stored source; its table is made by `loadInto`. */
  open(source: Kept, signal?: AbortSignal): StoredSource {
    return new StoredSource(this.#files, this.#codec, source, signal);
  }

  /** All rejects of a stored source; null when none are stored, because it lists all itself or was stored long ago. */
  async rejects(source: Kept): Promise<Blob | null> {
    if (!(await this.#files.read(source.id, manifestFile))) return null;
    const { rejects } = await readManifest(this.#files, source);
    const blobs: Blob[] = [];
    for (const [index, part] of rejects.entries()) {
      const bytes = await readPart(this.#files, source, rejectFile(index), part);
      blobs.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    }
    return blobs.length > 0 ? new Blob(blobs) : null;
  }

  async deleteSource(id: string): Promise<void> {
    await this.#files.remove(id);
  }

  /** Ids of the sources that are stored whole, as far as can be told without reading them. */
  async listSources(): Promise<string[]> {
    const folders = await this.#files.folders();
    const manifests = await Promise.all(folders.map((folder) => this.#files.read(folder, manifestFile)));
    return folders.filter((_, index) => (manifests[index]?.length ?? 0) > 0);
  }

  /** Deletes the data of all sources. */
  async forgetEverything(): Promise<void> {
    for (const folder of await this.#files.folders()) await this.#files.remove(folder);
  }
}

/** A source in the store, being read: the next part is decoded while the engine takes in the one before. */
export class StoredSource {
  readonly #files: FileStore;
  readonly #codec: ParquetCodec;
  readonly #source: Kept;
  readonly #signal: AbortSignal | undefined;
  readonly #manifest: Promise<Manifest>;
  #next: Promise<Uint8Array>;

  constructor(files: FileStore, codec: ParquetCodec, source: Kept, signal?: AbortSignal) {
    this.#files = files;
    this.#codec = codec;
    this.#source = source;
    this.#signal = signal;
    this.#manifest = readManifest(files, source);
    this.#next = this.#read(0);
    // Whoever loads the source gets the rejection.
    this.#manifest.catch(() => undefined);
  }

  /**
   * Makes the source's table, replacing one that is there. Nothing stands under the table's name before all of it is
   * there. Throws `storage/damaged` when the store does not hold it whole.
   */
  async loadInto(engine: DataEngine, schema: string): Promise<void> {
    const signal = this.#signal;
    const { columns, parts, rows } = await this.#manifest;
    const name = (table: string): Sql => sql`${ident(schema)}.${ident(table)}`;
    const arriving = `arriving_${this.#source.id}`;
    const roles = new Map(this.#source.columns.map(({ name, role }) => [name, role]));
    try {
      const described = columns.map((column) =>
        columnSql(column.name, columnType(column.type), roles.get(column.name) === 'order_id'),
      );
      await engine.run(sql`create or replace table ${name(arriving)} (${list(described)})`, signal);
      for (let index = 0; index < parts.length; index += 1) {
        if (signal?.aborted) throw abortError();
        const stream = await this.#next;
        if (index + 1 < parts.length) this.#next = this.#read(index + 1);
        // Values become the table's types again: what is stored as text, or as a double that holds it exactly.
        await engine.insertArrow({ schema, table: arriving }, stream);
      }
      const [size] = await engine.query<{ rows: number }>(
        sql`select count(*) as rows from ${name(arriving)}`,
        signal,
      );
      if (size?.rows !== rows) throw damaged(this.#source);
      await engine.run(sql`drop table if exists ${name(this.#source.table)}`, signal);
      await engine.run(sql`alter table ${name(arriving)} rename to ${ident(this.#source.table)}`);
    } finally {
      // It fails only when the engine was lost, and then the table is gone with it.
      await engine.run(sql`drop table if exists ${name(arriving)}`).catch(() => undefined);
    }
  }

  /** One part as an Arrow stream. */
  #read(index: number): Promise<Uint8Array> {
    const reading = this.#decode(index);
    reading.catch(() => undefined);
    return reading;
  }

  async #decode(index: number): Promise<Uint8Array> {
    const part = (await this.#manifest).parts[index];
    if (!part) throw damaged(this.#source);
    return this.#codec.decode(await readPart(this.#files, this.#source, partFile(index), part), this.#signal);
  }
}

/** The best store that this browser has. */
export async function openDataStore(codec: ParquetCodec): Promise<DataStore> {
  return new DataStore((await OpfsFiles.available()) ? new OpfsFiles() : new MemoryFiles(), codec);
}

function partFile(index: number): string {
  return `${index}.parquet`;
}

function rejectFile(index: number): string {
  return `rejects-${index}.jsonl`;
}

/**
 * The table's columns and how each is stored. The engine hands out BIGINT, HUGEINT and DECIMAL as doubles; a column
 * with a value that a double does not hold exactly is stored as text instead.
 */
async function describe(
  engine: DataEngine,
  schema: string,
  table: string,
  signal?: AbortSignal,
): Promise<StoredColumn[]> {
  const columns = await engine.query<{ name: string; type: string }>(
    sql`select column_name as name, data_type as type
      from duckdb_columns()
      where schema_name = ${schema} and table_name = ${table} and database_name = current_database()
      order by column_index`,
    signal,
  );
  const wide = columns.filter(({ type }) => /^(U?BIGINT|U?HUGEINT|DECIMAL)/.test(type));
  const inexact = new Set<string>();
  if (wide.length > 0) {
    const checks = wide.map(({ name, type }, index) => {
      const back = sql`try_cast(cast(${ident(name)} as double) as ${columnType(type)})`;
      return sql`count(*) filter (where ${back} is distinct from ${ident(name)}) as ${ident(`c${index}`)}`;
    });
    const { rows } = await engine.table(
      sql`select ${list(checks)} from ${ident(schema)}.${ident(table)}`,
      signal,
    );
    wide.forEach(({ name }, index) => {
      if (rows[0]?.[index] !== 0) inexact.add(name);
    });
  }
  return columns.map(({ name, type }) => ({ name, type, stored: inexact.has(name) ? 'text' : 'value' }));
}

function asStored({ name, stored }: StoredColumn): Sql {
  return stored === 'text' ? sql`cast(${ident(name)} as varchar) as ${ident(name)}` : ident(name);
}

const plainTypes = {
  VARCHAR: sql`varchar`,
  BIGINT: sql`bigint`,
  UBIGINT: sql`ubigint`,
  HUGEINT: sql`hugeint`,
  UHUGEINT: sql`uhugeint`,
  INTEGER: sql`integer`,
  UINTEGER: sql`uinteger`,
  SMALLINT: sql`smallint`,
  USMALLINT: sql`usmallint`,
  TINYINT: sql`tinyint`,
  UTINYINT: sql`utinyint`,
  FLOAT: sql`float`,
  DOUBLE: sql`double`,
  DATE: sql`date`,
  TIME: sql`time`,
  TIMESTAMP: sql`timestamp`,
  BOOLEAN: sql`boolean`,
} as const;

/** A type as SQL; it comes from a file, so only known ones are written. Unknown ones become text. */
function columnType(type: string): Sql {
  const decimal = /^DECIMAL\((\d{1,2}),(\d{1,2})\)$/.exec(type);
  if (decimal) return sql`decimal(${Number(decimal[1])}, ${Number(decimal[2])})`;
  return Object.hasOwn(plainTypes, type) ? plainTypes[type as keyof typeof plainTypes] : sql`varchar`;
}
