import type { ResultTable } from '../core/tables.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
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
    return this.#engine.query<Row>(withTables(this.#tables, statement), signal);
  }
  table(statement: Sql, signal?: AbortSignal): Promise<ResultTable> {
    return this.#engine.table(withTables(this.#tables, statement), signal);
  }
  run(statement: Sql, signal?: AbortSignal): Promise<void> {
    return this.#engine.run(statement, signal);
  }
}
