import type { ResultTable } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import type { Sql } from '../../engine/sql.js';

/** An engine that keeps the text of what it is asked, so that a screen can show it. */
export class RecordedEngine implements Engine {
  readonly #engine: Engine;
  readonly #statements: string[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get dialect(): Engine['dialect'] {
    return this.#engine.dialect;
  }
  /** All statements so far, in the order in which they were asked. */
  get statements(): readonly string[] {
    return this.#statements;
  }

  query<Row extends object>(statement: Sql, signal?: AbortSignal): Promise<Row[]> {
    this.#statements.push(statement.text);
    return this.#engine.query<Row>(statement, signal);
  }
  table(statement: Sql, signal?: AbortSignal): Promise<ResultTable> {
    this.#statements.push(statement.text);
    return this.#engine.table(statement, signal);
  }
  numbers(statement: Sql, signal?: AbortSignal): Promise<Float64Array[]> {
    this.#statements.push(statement.text);
    return this.#engine.numbers(statement, signal);
  }
  run(statement: Sql, signal?: AbortSignal): Promise<void> {
    this.#statements.push(statement.text);
    return this.#engine.run(statement, signal);
  }
}
