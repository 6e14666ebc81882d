import * as v from 'valibot';
import { abortError, AppError } from '../core/errors.js';
import type { DataEngine } from '../engine/engine.js';
import type { ParquetCodec } from '../engine/parquet.js';
import { ident, list, sql, type Sql } from '../engine/sql.js';
import { MemoryFiles, OpfsFiles, type FileStore } from './file-store.js';

/** The part of a source that says where its table is and under which id it is kept. */
interface Kept {
  readonly id: string;
  readonly table: string;
  /** Named in messages. */
  readonly file: string;
}

/** Rows per Parquet part: about 20 MB as Arrow, so that neither worker holds a second copy of a large table. */
const partRows = 200_000;
const manifestFile = 'manifest.json';

const manifestSchema = v.object({
  rows: v.number(),
  /** `stored` is how the column stands in the Parquet: exactly as its type allows, or as text where only text is exact. */
  columns: v.array(v.object({ name: v.string(), type: v.string(), stored: v.picklist(['value', 'text']) })),
  /** The checksum is null where the browser offers none (pages that are not served securely). */
  parts: v.array(v.object({ bytes: v.number(), sha256: v.nullable(v.string()) })),
});
type Manifest = v.InferOutput<typeof manifestSchema>;
type StoredColumn = Manifest['columns'][number];

/** The files' tables as Parquet, kept beside the notebook: what a new engine or a new visit starts from. */
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

  /** Stores a source's table. Until the last step, the manifest, the source counts as absent. */
  async saveSource(engine: DataEngine, schema: string, source: Kept, signal?: AbortSignal): Promise<void> {
    const table = sql`${ident(schema)}.${ident(source.table)}`;
    const columns = await describe(engine, schema, source.table, signal);
    const [size] = await engine.query<{ rows: number }>(sql`select count(*) as rows from ${table}`, signal);
    const rows = size?.rows ?? 0;
    await this.#files.remove(source.id);
    try {
      const parts: Manifest['parts'] = [];
      // An empty table has one part too: its columns.
      for (let first = 0; first === 0 || first < rows; first += partRows) {
        const within = sql`rowid >= ${first} and rowid < ${first + partRows}`;
        const chosen = list(columns.map(asStored));
        const stream = await engine.arrow(
          sql`select ${chosen} from ${table} where ${within} order by rowid`,
          signal,
        );
        const bytes = await this.#codec.encode(stream, signal);
        parts.push({ bytes: bytes.length, sha256: await checksum(bytes) });
        await this.#files.write(source.id, partFile(parts.length - 1), bytes);
      }
      const manifest: Manifest = { rows, columns, parts };
      await this.#files.write(source.id, manifestFile, new TextEncoder().encode(JSON.stringify(manifest)));
    } catch (cause) {
      // A file cut short by a full disk must not be taken for the data.
      await this.#files.remove(source.id).catch(() => undefined);
      throw cause;
    }
  }

  /**
   * Loads a stored source into its table, replacing one that is there. Nothing stands under the table's name before all
   * of it is there. Throws `storage/damaged` when the store does not hold it whole.
   */
  async loadSource(engine: DataEngine, schema: string, source: Kept, signal?: AbortSignal): Promise<void> {
    const manifest = await this.#manifest(source);
    const loading = { schema, table: `loading_${source.id}` };
    const from = sql`${ident(schema)}.${ident(loading.table)}`;
    const to = sql`${ident(schema)}.${ident(source.table)}`;
    try {
      await engine.run(sql`drop table if exists ${from}`, signal);
      for (const [index, part] of manifest.parts.entries()) {
        if (signal?.aborted) throw abortError();
        const file = await this.#files.read(source.id, partFile(index));
        if (!file || file.length !== part.bytes) throw damaged(source);
        if (part.sha256 !== null && (await checksum(file)) !== part.sha256) throw damaged(source);
        const stream = await this.#codec.decode(file, signal);
        await engine.insertArrow(loading, stream, index === 0 ? 'create' : 'append');
      }
      const columns = list(manifest.columns.map(asTyped));
      await engine.run(sql`create or replace table ${to} as select ${columns} from ${from}`, signal);
      const [size] = await engine.query<{ rows: number }>(sql`select count(*) as rows from ${to}`, signal);
      if (size?.rows !== manifest.rows) throw damaged(source);
    } finally {
      // It fails only when the engine was lost, and then the table is gone with it.
      await engine.run(sql`drop table if exists ${from}`).catch(() => undefined);
    }
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

  async #manifest(source: Kept): Promise<Manifest> {
    const bytes = await this.#files.read(source.id, manifestFile);
    if (!bytes) throw damaged(source);
    try {
      return v.parse(manifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
    } catch (cause) {
      throw damaged(source, cause);
    }
  }
}

/** The best store that this browser has. */
export async function openDataStore(codec: ParquetCodec): Promise<DataStore> {
  return new DataStore((await OpfsFiles.available()) ? new OpfsFiles() : new MemoryFiles(), codec);
}

function damaged(source: Kept, cause?: unknown): AppError {
  return new AppError('storage/damaged', { file: source.file }, { cause });
}

function partFile(index: number): string {
  return `${index}.parquet`;
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

function asTyped({ name, type }: StoredColumn): Sql {
  return sql`cast(${ident(name)} as ${columnType(type)}) as ${ident(name)}`;
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

async function checksum(bytes: Uint8Array): Promise<string | null> {
  // Absent on pages that are not served securely, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
