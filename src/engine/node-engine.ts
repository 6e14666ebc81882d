import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger, type DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { RecordBatch, Schema } from 'apache-arrow';
import { abortError } from '../core/errors.js';
import type { ResultTable } from '../core/tables.js';
import { readBatches, readNumbers, toObjects } from './arrow.js';
import { duckdbDialect } from './dialect.js';
import type { DataEngine, TableName } from './engine.js';
import { engineError } from './failures.js';
import { fileFolder, lockdown, openConfig, useSchema } from './lockdown.js';
import type { Sql } from './sql.js';

type NodeBindings = Awaited<ReturnType<typeof createDuckDB>>;

/** The same DuckDB-WASM as in the browser, run in Node for tests. Calls block; signals are honoured between calls. */
export class NodeEngine implements DataEngine {
  readonly dialect = duckdbDialect;
  readonly #db: NodeBindings;
  readonly #connection: DuckDBConnection;

  private constructor(db: NodeBindings) {
    this.#db = db;
    this.#connection = db.connect();
  }

  /** Starts a locked engine without any table; with less memory than in the browser, it shows what running out of it does. */
  static async start({ memory }: { readonly memory?: string } = {}): Promise<NodeEngine> {
    const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
    const bundle = (name: string): { mainModule: string; mainWorker: string } => ({
      mainModule: join(dist, `duckdb-${name}.wasm`),
      mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
    });
    const db = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
    await db.instantiate(() => undefined);
    db.open(openConfig);
    const engine = new NodeEngine(db);
    for (const statement of [...lockdown(memory), useSchema('main')]) await engine.run(statement);
    return engine;
  }

  async useSchema(schema: string): Promise<void> {
    await this.run(useSchema(schema));
  }

  async query<Row extends object>(statement: Sql, signal?: AbortSignal): Promise<Row[]> {
    return toObjects<Row>(await this.table(statement, signal));
  }

  async table(statement: Sql, signal?: AbortSignal): Promise<ResultTable> {
    return this.#read(statement, readBatches, signal);
  }

  async numbers(statement: Sql, signal?: AbortSignal): Promise<Float64Array[]> {
    return this.#read(statement, readNumbers, signal);
  }

  async run(statement: Sql, signal?: AbortSignal): Promise<void> {
    await this.table(statement, signal);
  }

  async addFile(name: string, content: Blob | Uint8Array): Promise<void> {
    const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
    this.#db.registerFileBuffer(fileFolder + name, bytes);
  }

  async dropFile(name: string): Promise<void> {
    this.#db.dropFile(fileFolder + name);
  }

  async arrow(statement: Sql): Promise<Uint8Array> {
    try {
      // runQuery answers in the Arrow file format; behind its 8 magic bytes is a valid stream.
      return this.#connection.useUnsafe((db, id) => db.runQuery(id, statement.text)).slice(8);
    } catch (cause) {
      throw engineError(cause);
    }
  }

  async insertArrow(table: TableName, stream: Uint8Array): Promise<void> {
    try {
      this.#connection.insertArrowFromIPCStream(stream, {
        schema: table.schema,
        name: table.table,
        create: false,
      });
    } catch (cause) {
      throw engineError(cause);
    }
  }

  #read<T>(
    statement: Sql,
    take: (schema: Schema, batches: readonly RecordBatch[]) => T,
    signal: AbortSignal | undefined,
  ): T {
    if (signal?.aborted) throw abortError();
    try {
      const result = this.#connection.query(statement.text);
      return take(result.schema, result.batches);
    } catch (cause) {
      throw engineError(cause);
    }
  }

  /** Ends the engine's connection; its memory goes with the process. */
  close(): void {
    this.#connection.close();
    this.#db.reset();
  }
}
