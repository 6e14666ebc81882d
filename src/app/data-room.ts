import { newId } from '../core/ids.js';
import type { Warehouse } from '../core/warehouse.js';
import type { ReadFile } from '../data/load.js';
import { reloadFile } from '../data/reload.js';
import type { RepairCode, Source } from '../data/source.js';
import { createSchema, dropSchema } from '../data/typed-table.js';
import { planSales, type SalesPlan } from '../data/warehouse/sales-plan.js';
import { noChoices, type WarehouseChoices } from '../data/warehouse/warehouse-choices.js';
import { buildWarehouse } from '../data/warehouse/warehouse.js';
import type { DataEngine } from '../engine/engine.js';
import { ident, sql } from '../engine/sql.js';
import type { DataStore, StoredSource } from '../notebook/data-store.js';

/** A schema of the engine that holds the tables of one set of sources, and the warehouse made from them. */
interface Room {
  /** Which tables stand there. */
  readonly key: string;
  /** How the warehouse was made from them; null while it is being made. */
  readonly build: string | null;
  readonly schema: string;
  readonly sources: readonly Source[];
  readonly choices: WarehouseChoices;
  readonly warehouse: Warehouse;
}

/** Repairs that change the warehouse and not the files' tables: undoing one takes no reading again. */
const warehouseCodes: readonly RepairCode[] = [
  'continuation-rows-filled',
  'header-totals-counted-once',
  'returns-marked',
  'regions-merged',
];

/** Rooms kept at once: the one in use, and the one that undo would need. */
const maxRooms = 2;

/**
 * Where the tables of the notebook live. Every set of sources has a schema of its own, so an import never touches the
 * open notebook, undo goes back to the tables that were there, and a new engine gets them again from the store.
 */
export class DataRoom {
  readonly #engine: DataEngine;
  readonly #store: DataStore;
  #rooms: readonly Room[] = [];
  /** Unpacked files of this visit, until their tables are stored: the way back when the engine is lost before that. */
  readonly #files = new Map<string, ReadFile>();
  /** The storing under way: one after the other, because two would write into the same folder. */
  #saving: Promise<void> = Promise.resolve();
  #stopSaving = new AbortController();

  constructor(engine: DataEngine, store: DataStore) {
    this.#engine = engine;
    this.#store = store;
  }

  /** What identifies a set of sources with the meaning given to their columns, and the warehouse made from them. */
  static key(sources: readonly Source[], choices: WarehouseChoices): string {
    return `${tablesKey(sources)} ${buildKey(sources, choices)}`;
  }

  /** A name that no schema has. */
  static newSchema(): string {
    return `n${newId()}`;
  }

  /** Makes a schema for an import that is not accepted yet. */
  async prepare(schema = DataRoom.newSchema()): Promise<string> {
    await createSchema(this.#engine, schema);
    return schema;
  }

  /** Forgets an import that was not accepted. */
  async discard(schema: string): Promise<void> {
    await dropSchema(this.#engine, schema);
  }

  /** Takes over the tables of an accepted import and makes them the ones that cells read; a plan that is known is used. */
  async adopt(
    schema: string,
    sources: readonly Source[],
    files: ReadonlyMap<string, ReadFile>,
    choices: WarehouseChoices,
    plan?: SalesPlan | null,
  ): Promise<Warehouse> {
    for (const { id } of sources) {
      const file = files.get(id);
      if (file) this.#files.set(id, file);
    }
    await this.#bringTables(this.#engine, schema, sources, this.#openStored(this.#engine, sources));
    return this.#furnish(schema, sources, choices, plan);
  }

  /** Makes these sources the ones that cells read, from another room, the store, or the file itself. */
  async open(
    sources: readonly Source[],
    choices: WarehouseChoices = noChoices,
    signal?: AbortSignal,
  ): Promise<Warehouse> {
    const key = tablesKey(sources);
    const known = this.#rooms.find((room) => room.key === key);
    if (known?.build === buildKey(sources, choices)) {
      this.#rooms = [...this.#rooms.filter((room) => room !== known), known];
      await this.#engine.useSchema(known.schema);
      return known.warehouse;
    }
    // The files' tables stay where they are; only the warehouse is made again.
    if (known) {
      this.#rooms = this.#rooms.map((room) => (room === known ? { ...room, build: null } : room));
      return this.#furnish(known.schema, sources, choices, undefined, signal);
    }
    // Reading begins before the engine is there.
    const stored = this.#openStored(this.#engine, sources, signal);
    const schema = await this.prepare();
    await this.#bringTables(this.#engine, schema, sources, stored, signal);
    return this.#furnish(schema, sources, choices, undefined, signal);
  }

  /** Puts the tables in use back into a new engine. */
  async restore(engine: DataEngine): Promise<void> {
    const current = this.#rooms.at(-1);
    this.#rooms = current ? [current] : [];
    if (!current) return;
    await createSchema(engine, current.schema);
    await this.#bringTables(
      engine,
      current.schema,
      current.sources,
      this.#openStored(engine, current.sources),
    );
    const { schema, sources, choices } = current;
    const plan = await planSales(engine, schema, sources, undefined, choices);
    await buildWarehouse(engine, schema, sources, plan, undefined, choices);
  }

  /** Stores the tables that are not stored yet; afterwards their files are let go. */
  save(): Promise<void> {
    const { signal } = this.#stopSaving;
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#save(signal));
    return this.#saving;
  }

  /** True when every source can be brought back without asking the person for a file. */
  async has(sources: readonly Source[]): Promise<boolean> {
    const stored = new Set(await this.#store.listSources());
    return sources.every((source) => stored.has(source.id) || this.#files.has(source.id));
  }

  /** All rejects of a source, for `readRejects`; null when only those that it lists are kept. */
  async rejects(source: Source): Promise<Blob | null> {
    const file = this.#files.get(source.id);
    return file ? (file.rejects ?? null) : this.#store.rejects(source);
  }

  /** Forgets all data of this browser. */
  async forgetEverything(): Promise<void> {
    const rooms = this.#rooms;
    this.#rooms = [];
    this.#files.clear();
    // What is still being stored would come back after the store is empty.
    this.#stopSaving.abort();
    this.#stopSaving = new AbortController();
    await this.#saving.catch(() => undefined);
    await this.#store.forgetEverything();
    for (const room of rooms) await dropSchema(this.#engine, room.schema);
  }

  async #save(signal: AbortSignal): Promise<void> {
    const current = this.#rooms.at(-1);
    for (const source of current?.sources ?? []) {
      const file = this.#files.get(source.id);
      if (!current || !file) continue;
      await this.#store.saveSource(this.#engine, current.schema, source, signal, file.rejects);
      this.#files.delete(source.id);
    }
  }

  async #furnish(
    schema: string,
    sources: readonly Source[],
    choices: WarehouseChoices,
    known?: SalesPlan | null,
    signal?: AbortSignal,
  ): Promise<Warehouse> {
    const plan =
      known === undefined ? await planSales(this.#engine, schema, sources, signal, choices) : known;
    const warehouse = await buildWarehouse(this.#engine, schema, sources, plan, signal, choices);
    await this.#engine.useSchema(schema);
    const key = tablesKey(sources);
    const room = { key, build: buildKey(sources, choices), schema, sources, choices, warehouse };
    const rooms = [...this.#rooms.filter((other) => other.schema !== schema), room];
    for (const old of rooms.slice(0, -maxRooms)) await dropSchema(this.#engine, old.schema);
    this.#rooms = rooms.slice(-maxRooms);
    return warehouse;
  }

  /** A room of this engine that has the source's table: none when the engine is a new one. */
  #roomOf(engine: DataEngine, source: Source): Room | undefined {
    return engine === this.#engine ? this.#rooms.find((room) => room.sources.includes(source)) : undefined;
  }

  /** The sources that can only be had from the store. */
  #openStored(
    engine: DataEngine,
    sources: readonly Source[],
    signal?: AbortSignal,
  ): Map<string, StoredSource> {
    const absent = sources.filter((source) => !this.#files.has(source.id) && !this.#roomOf(engine, source));
    return new Map(absent.map((source) => [source.id, this.#store.open(source, signal)]));
  }

  /** Every source's table, wherever it can be had, in the schema. */
  async #bringTables(
    engine: DataEngine,
    schema: string,
    sources: readonly Source[],
    stored: ReadonlyMap<string, StoredSource>,
    signal?: AbortSignal,
  ): Promise<void> {
    const present = await engine.query<{ table_name: string }>(
      sql`select table_name from information_schema.tables where table_schema = ${schema}`,
      signal,
    );
    const names = new Set(present.map((row) => row.table_name));
    for (const source of sources) {
      if (names.has(source.table)) continue;
      const room = this.#roomOf(engine, source);
      const file = this.#files.get(source.id);
      if (room) {
        await engine.run(
          sql`create table ${ident(schema)}.${ident(source.table)} as select * from ${ident(room.schema)}.${ident(source.table)}`,
          signal,
        );
      } else if (file) {
        await reloadFile(engine, schema, source, file, signal ? { signal } : {});
      } else {
        await (stored.get(source.id) ?? this.#store.open(source, signal)).loadInto(engine, schema);
      }
    }
  }
}

function tablesKey(sources: readonly Source[]): string {
  return sources
    .map(({ id, columns, choices }) => {
      const undone = (choices.undone ?? []).filter((code) => !warehouseCodes.includes(code));
      return `${id}:${columns.map((column) => column.role ?? '').join(',')}:${undone.join(',')}`;
    })
    .join(';');
}

function buildKey(sources: readonly Source[], { merges }: WarehouseChoices): string {
  const undone = sources.map(({ choices }) =>
    choices.undone?.filter((code) => warehouseCodes.includes(code)),
  );
  return JSON.stringify([undone, merges]);
}
