import { loadFile, tableTitled, type LoadOptions } from '../../src/data/load.js';
import { asText, baseName } from '../../src/data/open.js';
import { unpack } from '../../src/data/unpack.js';
import { nodeReader } from '../support/node-reader.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import type { Source } from '../../src/data/source.js';
import { createSchema } from '../../src/data/typed-table.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { ident, sql } from '../../src/engine/sql.js';
import type { Value } from '../../src/core/tables.js';

/** A real engine with one schema to load into. */
export class Bench {
  readonly schema = 'n1';
  #reader: Promise<ForeignReader> | undefined;
  private constructor(readonly engine: NodeEngine) {}

  static async start(): Promise<Bench> {
    const engine = await NodeEngine.start();
    const bench = new Bench(engine);
    await createSchema(engine, bench.schema);
    await engine.useSchema(bench.schema);
    return bench;
  }

  /** Loads what a person dropped: refused by its first bytes where it is no table, else read as text. */
  async drop(
    content: string | Uint8Array<ArrayBuffer>,
    options: Partial<LoadOptions> & { name?: string } = {},
  ): Promise<Source> {
    this.#reader ??= nodeReader();
    await unpack({ name: options.name ?? 'file.csv', blob: new Blob([content]) }, await this.#reader);
    return this.load(content, options);
  }

  /** Loads text (or bytes) as a file of that name. */
  async load(
    content: string | Uint8Array<ArrayBuffer>,
    options: Partial<LoadOptions> & { name?: string } = {},
  ): Promise<Source> {
    const { name = 'file.csv', ...rest } = options;
    const there = await this.engine.query<{ name: string }>(
      sql`select table_name as "name" from duckdb_tables() where schema_name = ${this.schema}`,
    );
    const table = tableTitled(
      baseName(name),
      there.map((row) => row.name),
    );
    return loadFile(
      this.engine,
      { schema: this.schema, table },
      asText({ name, blob: new Blob([content]) }),
      rest,
    );
  }

  /** The loaded rows, in the file's order. */
  async rows(source: Source): Promise<readonly (readonly Value[])[]> {
    return (await this.engine.table(sql`select * from ${ident(this.schema)}.${ident(source.table)}`)).rows;
  }
}

/** Column types by name. */
export function types(source: Source): Record<string, string> {
  return Object.fromEntries(source.columns.map(({ name, type }) => [name, type]));
}
