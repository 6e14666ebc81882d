import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { RecordBatch, Schema } from 'apache-arrow';
import { abortError } from '../core/errors.js';
import type { ResultTable } from '../core/tables.js';
import { readBatches, readNumbers, toObjects } from './arrow.js';
import { duckdbDialect } from './dialect.js';
import type { DataEngine, TableName } from './engine.js';
import { engineError } from './failures.js';
import { fileFolder, lockdown, openConfig, useSchema } from './lockdown.js';
import type { Sql } from './sql.js';

/** What a session is started from, all of our own origin. */
export interface EngineParts {
  /** A fresh worker that runs DuckDB's script. */
  next(signal: AbortSignal): Promise<Worker>;
  /** Absolute URL of the WebAssembly. */
  readonly wasm: string;
}

/**
 * One life of DuckDB in a worker: started, locked, and used until it is ended. It does not watch over itself: see
 * `SupervisedEngine`.
 */
export class EngineSession implements DataEngine {
  readonly dialect = duckdbDialect;
  readonly #db: AsyncDuckDB;
  readonly #worker: Worker;
  /** Rejects when the worker is gone: calls to a dead worker would stay pending for ever. */
  readonly #gone: Promise<never>;
  #end: (reason: unknown) => void = () => undefined;
  #idle: AsyncDuckDBConnection[] = [];
  #schema = 'main';
  /** Files to be let go: a statement that was cancelled holds its own until its connection is used again. */
  readonly #dropped = new Set<string>();

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#db = new AsyncDuckDB(new VoidLogger(), worker);
    this.#gone = new Promise<never>((_, reject) => (this.#end = reject));
    this.#gone.catch(() => undefined);
  }

  /** Starts the worker, opens an in-memory database and locks it. The caller sets the time limit with the signal. */
  static async start(parts: EngineParts, signal: AbortSignal): Promise<EngineSession> {
    const session = new EngineSession(await parts.next(signal));
    const stop = (): void => session.end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await session.#race(session.#db.instantiate(parts.wasm));
      await session.#race(session.#db.open(openConfig));
      const connection = await session.#race(session.#db.connect());
      for (const statement of lockdown()) await session.#race(connection.query(statement.text));
      await session.#race(connection.close());
      return session;
    } catch (cause) {
      session.end(cause);
      throw cause;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** Tables named without a schema are looked up here from now on. */
  async useSchema(schema: string): Promise<void> {
    this.#schema = schema;
    const old = this.#idle;
    this.#idle = [];
    await Promise.all(old.map((connection) => this.#race(connection.close())));
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

  async arrow(statement: Sql, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#withConnection(async (connection) => {
      // runQuery answers in the Arrow file format; behind its 8 magic bytes is a valid stream.
      const file = await connection.useUnsafe((db, id) => db.runQuery(id, statement.text));
      return file.subarray(8);
    }, signal);
  }

  async insertArrow(table: TableName, stream: Uint8Array): Promise<void> {
    await this.#withConnection((connection) =>
      connection.insertArrowFromIPCStream(stream, {
        schema: table.schema,
        name: table.table,
        create: false,
      }),
    );
  }

  async addFile(name: string, content: Blob | Uint8Array): Promise<void> {
    const path = fileFolder + name;
    await this.#race(
      content instanceof Blob
        ? this.#db.registerFileHandle(path, content, DuckDBDataProtocol.BROWSER_FILEREADER, true)
        : this.#db.registerFileBuffer(path, content),
    );
  }

  async dropFile(name: string): Promise<void> {
    this.#dropped.add(fileFolder + name);
    for (const path of this.#dropped) {
      const isGone = await this.#race(this.#db.dropFile(path)).then(() => true, isInUse);
      if (isGone) this.#dropped.delete(path);
    }
  }

  /** Answers when the worker does; used as its pulse. */
  async ping(): Promise<void> {
    await this.#race(this.#db.getFeatureFlags());
  }

  /** Ends the worker; every pending call rejects with the reason. */
  end(reason: unknown): void {
    this.#end(reason);
    this.#worker.terminate();
  }

  async #read<T>(
    statement: Sql,
    take: (schema: Schema, batches: readonly RecordBatch[]) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    return this.#withConnection(async (connection) => {
      const reader = await (await connection.send(statement.text)).open();
      // Reading to the end closes the reader and takes its schema away.
      const { schema } = reader;
      const batches = [];
      for await (const batch of reader) batches.push(batch);
      return take(schema, batches);
    }, signal);
  }

  async #withConnection<T>(
    work: (connection: AsyncDuckDBConnection) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (signal?.aborted) throw abortError();
    const idle = this.#idle;
    const connection = idle.pop() ?? (await this.#connect());
    const cancel = (): void => void connection.cancelSent().catch(() => undefined);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const result = await this.#race(work(connection));
      if (signal?.aborted) throw abortError();
      return result;
    } catch (cause) {
      throw signal?.aborted ? abortError() : engineError(cause);
    } finally {
      signal?.removeEventListener('abort', cancel);
      // Of a connection that was busy while the schema changed, nobody may get the old one.
      if (idle === this.#idle) idle.push(connection);
      else void this.#race(connection.close()).catch(() => undefined);
    }
  }

  async #connect(): Promise<AsyncDuckDBConnection> {
    const connection = await this.#race(this.#db.connect());
    await this.#race(connection.query(useSchema(this.#schema).text));
    return connection;
  }

  #race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#gone]);
  }
}

/** False for a file that a statement still holds; any other failure goes on. */
function isInUse(cause: unknown): false {
  if (cause instanceof Error && cause.message.includes('file is in use')) return false;
  throw cause;
}
