import { AppError } from '../core/errors.js';
import type { ResultTable } from '../core/tables.js';
import { duckdbDialect } from './dialect.js';
import type { DataEngine, TableName } from './engine.js';
import { EngineSession, type EngineParts } from './session.js';
import type { Sql } from './sql.js';

/** `restarting` means that a lost engine is being replaced and its tables put back. */
export type EngineStatus = 'starting' | 'ready' | 'restarting' | 'failed';

/** Time limits in milliseconds. Tests shorten them. */
export const limits = {
  /** A wasm that is missing or blocked leaves the start pending for ever. */
  start: 15_000,
  /** A cancelled statement that has not stopped by then takes its worker with it. */
  cancel: 2_000,
  /** An idle worker answers its pulse within this, or is taken for dead. */
  pulse: 3_000,
  /** A working one may be inside a single long step. */
  busyPulse: 10_000,
  pulseEvery: 2_000,
} as const;

export interface SupervisedOptions {
  readonly parts: EngineParts;
  /** Puts the tables back into a new engine after the old one was lost. */
  readonly restore: (engine: DataEngine) => Promise<void>;
  readonly onstatus: (status: EngineStatus, error?: AppError) => void;
}

/**
 * The engine that the app holds: it starts in the background, replaces a worker that is dead, stuck or poisoned, and
 * puts the tables back. Calls wait for it; a statement that was under way when the worker went ends with `engine/lost`.
 */
export class SupervisedEngine implements DataEngine {
  readonly dialect = duckdbDialect;
  readonly #options: SupervisedOptions;
  #session: Promise<EngineSession>;
  #schema = 'main';
  #running = 0;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(options: SupervisedOptions) {
    this.#options = options;
    this.#session = this.#begin('starting');
    this.#watch();
  }

  /** Resolves when the engine answers; rejects with `engine/blocked` when it cannot start. */
  async ready(): Promise<void> {
    await this.#session;
  }

  /** Tries again after a failed start. */
  async retry(): Promise<void> {
    this.#session = this.#begin('starting');
    await this.#session;
  }

  /** Ends the worker for good. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#pulse);
    (await this.#session).end(new AppError('engine/lost'));
  }

  async useSchema(schema: string): Promise<void> {
    this.#schema = schema;
    await this.#call((session) => session.useSchema(schema));
  }
  query<Row extends object>(statement: Sql, signal?: AbortSignal): Promise<Row[]> {
    return this.#again((session) => session.query<Row>(statement, signal), signal);
  }
  numbers(statement: Sql, signal?: AbortSignal): Promise<Float64Array[]> {
    return this.#again((session) => session.numbers(statement, signal), signal);
  }
  table(statement: Sql, signal?: AbortSignal): Promise<ResultTable> {
    return this.#again((session) => session.table(statement, signal), signal);
  }
  run(statement: Sql, signal?: AbortSignal): Promise<void> {
    return this.#call((session) => session.run(statement, signal), signal);
  }
  arrow(statement: Sql, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#call((session) => session.arrow(statement, signal), signal);
  }
  insertArrow(table: TableName, stream: Uint8Array): Promise<void> {
    return this.#call((session) => session.insertArrow(table, stream));
  }
  addFile(name: string, content: Blob | Uint8Array): Promise<void> {
    return this.#call((session) => session.addFile(name, content));
  }
  dropFile(name: string): Promise<void> {
    return this.#call((session) => session.dropFile(name));
  }

  /** A question that was under way when the worker went is asked once more; a statement with an effect is not. */
  async #again<T>(work: (session: EngineSession) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await this.#call(work, signal);
    } catch (cause) {
      if (this.#closed || !(cause instanceof AppError && cause.code === 'engine/lost')) throw cause;
      return this.#call(work, signal);
    }
  }

  async #call<T>(work: (session: EngineSession) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const session = await this.#session;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const hurry = (): void => {
      grace = setTimeout(() => void this.#replace(session, signal?.reason), limits.cancel);
    };
    signal?.addEventListener('abort', hurry, { once: true });
    this.#running += 1;
    try {
      return await work(session);
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'engine/crashed') void this.#replace(session, cause);
      throw cause;
    } finally {
      this.#running -= 1;
      clearTimeout(grace);
      signal?.removeEventListener('abort', hurry);
    }
  }

  /** Replaces the session once, however many callers noticed that it is gone. */
  async #replace(session: EngineSession, reason: unknown): Promise<void> {
    if ((await this.#session) !== session) return;
    session.end(reason instanceof AppError ? reason : new AppError('engine/lost', {}, { cause: reason }));
    if (this.#closed) return;
    this.#session = this.#begin('restarting');
    await this.#session.catch(() => undefined);
  }

  #begin(status: EngineStatus): Promise<EngineSession> {
    // Nobody may be waiting when the start fails: `onstatus` tells, and the next call gets the rejection.
    const started = this.#start(status);
    started.catch(() => undefined);
    return started;
  }

  async #start(status: EngineStatus): Promise<EngineSession> {
    this.#options.onstatus(status);
    try {
      const session = await EngineSession.start(this.#options.parts, AbortSignal.timeout(limits.start));
      if (status === 'restarting') await this.#options.restore(session);
      await session.useSchema(this.#schema);
      this.#options.onstatus('ready');
      return session;
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      const error = cause instanceof AppError ? cause : new AppError('engine/blocked', { detail }, { cause });
      this.#options.onstatus('failed', error);
      throw error;
    }
  }

  /** Asks the worker for a sign of life now and then; one that gives none is replaced. */
  #watch(): void {
    let asking = false;
    this.#pulse = setInterval(() => {
      if (asking) return;
      asking = true;
      void this.#session
        .then((session) => this.#ask(session))
        .catch(() => undefined)
        .finally(() => (asking = false));
    }, limits.pulseEvery);
  }

  async #ask(session: EngineSession): Promise<void> {
    const patience = this.#running > 0 ? limits.busyPulse : limits.pulse;
    const alive = await Promise.race([
      session.ping().then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience)),
    ]);
    if (!alive) await this.#replace(session, new AppError('engine/lost'));
  }
}
