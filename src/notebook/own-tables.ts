import { AppError } from '../core/errors.js';
import type { Engine } from '../engine/engine.js';
import { ident, sql, type Sql } from '../engine/sql.js';

interface NamedCell {
  readonly id: string;
  readonly name: string;
}

interface OwnTable {
  readonly name: string;
  /** The statement that it holds; empty when it has to be made again. */
  readonly text: string;
  /** True when the view reads rows that are kept for it. */
  readonly hasRows: boolean;
}

/** The tables that cells give to other cells, one view per cell, under the cell's name. */
export class OwnTables {
  readonly #engine: Engine;
  /** By cell id: what stands in the engine for it. */
  readonly #tables = new Map<string, OwnTable>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** True when the cell's table stands under its present name with this statement. */
  has(cell: NamedCell, statement: Sql): boolean {
    const table = this.#tables.get(cell.id);
    return table?.name === cell.name && table.text === statement.text;
  }

  /** Puts the statement under the cell's name. A table that stands there is left alone: the call then fails. */
  async publish(cell: NamedCell, statement: Sql, signal?: AbortSignal): Promise<void> {
    if (this.#tables.get(cell.id)?.name !== cell.name) await this.drop(cell.id);
    const view = sql`create or replace view ${ident(cell.name)}`;
    // DuckDB stores describe, summarize and show only inside a select.
    const selected = sql`select * from (\n${statement}\n)`;
    try {
      await this.#engine.run(sql`${view} as ${selected}`, signal);
      if (this.#tables.get(cell.id)?.hasRows) await this.#dropRows(cell.name);
      this.#tables.set(cell.id, { name: cell.name, text: statement.text, hasRows: false });
    } catch (cause) {
      if (!(cause instanceof AppError && cause.code.startsWith('sql/'))) throw cause;
      // A pivot that takes its columns from the data cannot be a view: its rows are kept.
      await this.#engine.run(sql`create or replace table ${rowsOf(cell.name)} as ${selected}`, signal);
      this.#tables.set(cell.id, { name: cell.name, text: '', hasRows: true });
      await this.#engine.run(sql`${view} as select * from ${rowsOf(cell.name)}`, signal);
      this.#tables.set(cell.id, { name: cell.name, text: statement.text, hasRows: true });
    }
  }

  async drop(cellId: string): Promise<void> {
    const table = this.#tables.get(cellId);
    if (!table) return;
    this.#tables.delete(cellId);
    try {
      await this.#engine.run(sql`drop view if exists ${ident(table.name)}`);
    } catch {
      // The engine was lost, and the view with it; or a table stands there that is not the cell's.
    }
    if (table.hasRows) await this.#dropRows(table.name);
  }

  async #dropRows(name: string): Promise<void> {
    // It fails only when the engine was lost, and then the rows are gone with it.
    await this.#engine.run(sql`drop table if exists ${rowsOf(name)}`).catch(() => undefined);
  }

  /** Drops the tables of cells that are no longer there or have another name by now. */
  async dropAllBut(cells: readonly NamedCell[]): Promise<void> {
    const names = new Map(cells.map((cell) => [cell.id, cell.name]));
    const outdated = [...this.#tables].filter(([cellId, table]) => names.get(cellId) !== table.name);
    for (const [cellId] of outdated) await this.drop(cellId);
  }

  /** After the engine was replaced: every table has to be made again. */
  expire(): void {
    for (const [cellId, table] of this.#tables) this.#tables.set(cellId, { ...table, text: '' });
  }
}

/** Where the rows of a cell are kept when they have to be; no file's table is called so. */
function rowsOf(name: string): Sql {
  return ident(`rows of ${name}`);
}
