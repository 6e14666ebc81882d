import type { ResultTable } from '../core/tables.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { behindLines } from '../engine/failures.js';
import type { Sql } from '../engine/sql.js';
import { withTables, type Tables } from '../engine/with-tables.js';

/** An engine in which some tables are others: what an analysis asks, it is told of those. */
export class ScopedEngine implements Engine {
  readonly #engine: Engine;
  readonly #tables: Tables;

  constructor(engine: Engine, tables: Tables) {
    this.#engine = engine;
    this.#tables = tables;
  }

  get dialect(): Dialect {
    return this.#engine.dialect;
  }
  query<Row extends object>(statement: Sql, signal?: AbortSignal): Promise<Row[]> {
    return this.#ask(statement, (asked) => this.#engine.query<Row>(asked, signal));
  }
  table(statement: Sql, signal?: AbortSignal): Promise<ResultTable> {
    return this.#ask(statement, (asked) => this.#engine.table(asked, signal));
  }
  numbers(statement: Sql, signal?: AbortSignal): Promise<Float64Array[]> {
    return this.#ask(statement, (asked) => this.#engine.numbers(asked, signal));
  }
  run(statement: Sql, signal?: AbortSignal): Promise<void> {
    return this.#engine.run(statement, signal);
  }
  async #ask<T>(statement: Sql, ask: (asked: Sql) => Promise<T>): Promise<T> {
    const asked = withTables(this.#tables, statement);
    try {
      return await ask(asked);
    } catch (cause) {
      const before = asked.text.slice(0, asked.text.lastIndexOf(statement.text));
      throw behindLines(cause, before.split('\n').length - 1);
    }
  }
}
