import { AppError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { Column } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import type { Filters, GridColumn, Row, RowSource, SortKey } from '../../ui/grid/row-source.js';
import { orderOf, whereOf } from './row-conditions.js';

/** Where the engine keeps what grids need while they are open; no table of a person stands there. */
const room = ident('shown rows');

/** Rows that can be read by their numbers: those of a table, or a list of the numbers of the rows that are shown. */
interface Shown {
  readonly count: number;
  readonly list: Sql | null;
}

interface Asked {
  readonly key: string;
  readonly shown: Promise<Shown>;
  readonly controller: AbortController;
}

/**
 * The rows of a table or view of the engine, a window at a time. `limit … offset` reads all rows before the window, so
 * rows are read by their numbers (`rowid`): of the table itself while it is shown as it stands; else from a list of
 * numbers that an order or a filter makes once. A view, which has no numbers, is copied when it is opened. `close`
 * drops all that.
 */
export class TableRows implements RowSource {
  readonly columns: readonly GridColumn[];
  readonly #engine: Engine;
  readonly #name: string;
  #table: Promise<{ name: Sql; copy: Sql | null; count: number }>;
  #asked: Asked | null = null;

  private constructor(engine: Engine, name: string, columns: readonly GridColumn[]) {
    this.#engine = engine;
    this.#name = name;
    this.columns = columns;
    this.#table = this.#open();
    this.#table.catch(() => undefined);
  }

  /** Opens a table or view by its name; `describe` gives a column its head and its words. */
  static async open(
    engine: Engine,
    name: string,
    describe: (column: Column) => GridColumn,
    signal?: AbortSignal,
  ): Promise<TableRows> {
    const { columns } = await engine.table(sql`select * from ${ident(name)} limit 0`, signal);
    const rows = new TableRows(engine, name, columns.map(describe));
    try {
      await rows.#table;
      signal?.throwIfAborted();
    } catch (cause) {
      await rows.close();
      throw cause;
    }
    return rows;
  }

  async count(order: readonly SortKey[], filters: Filters, signal: AbortSignal): Promise<number> {
    const { count } = await this.#prepared(order, filters);
    signal.throwIfAborted();
    return count;
  }

  async rows(
    offset: number,
    limit: number,
    order: readonly SortKey[],
    filters: Filters,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    try {
      return await this.#read(offset, limit, order, filters, signal);
    } catch (cause) {
      if (!(cause instanceof AppError && cause.code === 'sql/unknown-name')) throw cause;
      // Somebody who no longer asks may have come too late for a list that was dropped.
      signal.throwIfAborted();
      // The engine was replaced, and what was made in it is gone.
      this.#asked = null;
      this.#table = this.#open();
      return this.#read(offset, limit, order, filters, signal);
    }
  }

  /** Drops what was made for reading; the rows cannot be read afterwards. */
  async close(): Promise<void> {
    this.#forget();
    const table = await this.#table.catch(() => null);
    if (table?.copy) await this.#drop(table.copy);
  }

  async #read(
    offset: number,
    limit: number,
    order: readonly SortKey[],
    filters: Filters,
    signal: AbortSignal,
  ): Promise<readonly Row[]> {
    const { list } = await this.#prepared(order, filters);
    const { name } = await this.#table;
    const window = sql`rowid >= ${offset} and rowid < ${offset + limit}`;
    const statement = list
      ? sql`
        select shown.*
        from (select number, rowid as place from ${list} where ${window}) as numbers
        join ${name} as shown on shown.rowid = numbers.number
        order by numbers.place`
      : sql`select * from ${name} where ${window} order by rowid`;
    return (await this.#engine.table(statement, signal)).rows;
  }

  /** The list of rows for this order and these conditions; it is made once, and the one before is dropped. */
  #prepared(order: readonly SortKey[], filters: Filters): Promise<Shown> {
    const key = JSON.stringify([order, [...filters]]);
    if (this.#asked?.key === key) return this.#asked.shown;
    this.#forget();
    const controller = new AbortController();
    const shown = this.#make(order, filters, controller.signal);
    const asked = { key, shown, controller };
    this.#asked = asked;
    shown.catch(() => {
      if (this.#asked === asked) this.#asked = null;
    });
    return shown;
  }

  async #make(order: readonly SortKey[], filters: Filters, signal: AbortSignal): Promise<Shown> {
    const { name, count } = await this.#table;
    if (order.length === 0 && filters.size === 0) return { count, list: null };
    const list = await this.#newName();
    try {
      await this.#engine.run(
        sql`
          create table ${list} as
          select rowid as number
          from ${name}
          where ${whereOf(this.columns, filters)}
          order by ${orderOf(this.columns, order)}`,
        signal,
      );
      return { count: await this.#countOf(list, signal), list };
    } catch (cause) {
      await this.#drop(list);
      throw cause;
    }
  }

  #forget(): void {
    const asked = this.#asked;
    this.#asked = null;
    asked?.controller.abort();
    void asked?.shown.then(
      ({ list }) => list && this.#drop(list),
      () => undefined,
    );
  }

  async #open(): Promise<{ name: Sql; copy: Sql | null; count: number }> {
    const name = ident(this.#name);
    const [numbered] = await this.#engine.query<{ tables: number }>(sql`
      select count(*) as tables
      from duckdb_tables()
      where table_name = ${this.#name} and schema_name = current_schema() and not internal`);
    if (numbered?.tables) {
      const [rows] = await this.#engine.query<{ count: number; last: number | null }>(
        sql`select count(*) as count, max(rowid) as last from ${name}`,
      );
      // Numbers have gaps where rows were deleted.
      if (rows && rows.count === (rows.last ?? -1) + 1) return { name, copy: null, count: rows.count };
    }
    const copy = await this.#newName();
    try {
      await this.#engine.run(sql`create table ${copy} as select * from ${name}`);
      return { name: copy, copy, count: await this.#countOf(copy) };
    } catch (cause) {
      await this.#drop(copy);
      throw cause;
    }
  }

  async #newName(): Promise<Sql> {
    await this.#engine.run(sql`create schema if not exists ${room}`);
    return sql`${room}.${ident(newId())}`;
  }

  async #countOf(table: Sql, signal?: AbortSignal): Promise<number> {
    const [counted] = await this.#engine.query<{ count: number }>(
      sql`select count(*) as count from ${table}`,
      signal,
    );
    return counted?.count ?? 0;
  }

  async #drop(table: Sql): Promise<void> {
    // It fails only when the engine was lost, and then the table is gone with it.
    await this.#engine.run(sql`drop table if exists ${table}`).catch(() => undefined);
  }
}
