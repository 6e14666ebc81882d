import { beforeAll, expect, test } from 'vitest';
import { DataRoom } from '../../src/app/data-room.js';
import { readRejects } from '../../src/data/reject-log.js';
import type { Reject, Source } from '../../src/data/source.js';
import { noChoices, type WarehouseChoices } from '../../src/data/warehouse/warehouse-choices.js';
import { loadFile, type ReadFile } from '../../src/data/load.js';
import { asText } from '../../src/data/open.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { DataStore } from '../../src/notebook/data-store.js';
import { MemoryFiles } from '../../src/notebook/file-store.js';
import { nodeCodec } from '../notebook/node-codec.js';

let engine: NodeEngine;
let room: DataRoom;
let sources: readonly Source[];

beforeAll(async () => {
  engine = await NodeEngine.start();
  room = new DataRoom(engine, new DataStore(new MemoryFiles(), await nodeCodec()));
  const text =
    'order_id,customer_id,order_date,region,amount\nF1,A,2024-01-01,HDF,1\nF2,B,2024-01-31,Hauts-de-France,2\n';
  const file = asText({ name: 'v.csv', blob: new Blob([text]) });
  const schema = await room.prepare();
  const source = await loadFile(engine, { schema, table: 'v' }, file);
  sources = [source];
  await room.adopt(schema, sources, new Map([[source.id, file]]), noChoices);
  return () => engine.close();
});

const customers = async (): Promise<object[]> =>
  engine.query(sql`select customer_id, orders from customers order by 1`);
const merged: WarehouseChoices = { ...noChoices, merges: [{ from: 'B', to: 'A', reason: 'email' }] };

test('a merge makes the warehouse again where its tables stand, and undoing it gives the customers back', async () => {
  const both = [
    { customer_id: 'A', orders: 1 },
    { customer_id: 'B', orders: 1 },
  ];
  expect(await customers()).toEqual(both);
  expect((await room.open(sources, merged)).rows).toMatchObject({ customers: 1, customer_merge: 1 });
  expect(await customers()).toEqual([{ customer_id: 'A', orders: 2 }]);
  expect((await room.open(sources, noChoices)).rows.customer_merge).toBeUndefined();
  expect(await customers()).toEqual(both);
  expect(await engine.query(sql`select count(*) as n from duckdb_tables() where table_name = 'v'`)).toEqual([
    { n: 1 },
  ]);
});

test('undoing a repair of the warehouse makes it again without reading the file', async () => {
  const undone = sources.map((source) => ({
    ...source,
    choices: { ...source.choices, undone: ['regions-merged' as const] },
  }));
  await room.open(undone, noChoices);
  expect(await engine.query(sql`select count(distinct region) as n from sales`)).toEqual([{ n: 2 }]);
  await room.open(sources, noChoices);
  expect(await engine.query(sql`select count(distinct region) as n from sales`)).toEqual([{ n: 1 }]);
});

test('a new engine gets the tables and the merges back', async () => {
  await room.open(sources, merged);
  const fresh = await NodeEngine.start();
  await room.restore(fresh);
  const [schema] = await fresh.query<{ name: string }>(
    sql`select schema_name as name from duckdb_tables() where table_name = 'v'`,
  );
  await fresh.useSchema(schema?.name ?? '');
  expect(await fresh.query(sql`select customer_id, orders from customers`)).toEqual([
    { customer_id: 'A', orders: 2 },
  ]);
  await fresh.close();
});

/** Files as OPFS keeps them: a folder cannot go while one of its files is being written. */
class SlowFiles extends MemoryFiles {
  readonly began: Promise<void>;
  #begin = (): void => undefined;
  readonly #busy = new Set<string>();

  constructor() {
    super();
    this.began = new Promise((resolve) => (this.#begin = resolve));
  }

  override async write(folder: string, file: string, bytes: Uint8Array): Promise<void> {
    this.#busy.add(folder);
    this.#begin();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await super.write(folder, file, bytes);
    this.#busy.delete(folder);
  }

  override async remove(folder: string): Promise<void> {
    if (this.#busy.has(folder)) throw new DOMException('locked', 'NoModificationAllowedError');
    await super.remove(folder);
  }
}

test('forgetting everything while tables are being stored leaves nothing behind', async () => {
  const files = new SlowFiles();
  const other = new DataRoom(engine, new DataStore(files, await nodeCodec()));
  const file = asText({ name: 'w.csv', blob: new Blob(['customer_id,amount\nA,1\n']) });
  const schema = await other.prepare();
  const source = await loadFile(engine, { schema, table: 'w' }, file);
  await other.adopt(schema, [source], new Map([[source.id, file]]), noChoices);
  const saving = other.save().catch((cause: unknown) => cause);
  await files.began;
  await other.forgetEverything();
  expect(await saving).toMatchObject({ name: 'AbortError' });
  expect(await files.folders()).toEqual([]);
  expect(await other.has([source])).toBe(false);
});

test('all rejects are there while the file is, once it is stored, and in another visit', async () => {
  const files = new MemoryFiles();
  const codec = await nodeCodec();
  const visit = new DataRoom(engine, new DataStore(files, codec));
  const rows = Array.from({ length: 4000 }, (_, n) => `C${n},${n % 2 ? `rien ${n}` : n}`);
  const file = asText({ name: 'r.csv', blob: new Blob([`customer_id,amount\n${rows.join('\n')}\n`]) });
  const schema = await visit.prepare();
  let rejects = new Blob();
  const onrejects = (all: Blob): void => void (rejects = all);
  const source = await loadFile(engine, { schema, table: 'r' }, file, { onrejects });
  const few = await loadFile(
    engine,
    { schema, table: 'few' },
    asText({ name: 'few.csv', blob: new Blob(['customer_id,amount\nA,1\nB,rien\n']) }),
  );
  const read = new Map<string, ReadFile>([
    [source.id, { ...file, rejects }],
    [few.id, file],
  ]);
  await visit.adopt(schema, [source, few], read, noChoices);
  const numbers = async (room: DataRoom): Promise<number[]> => {
    const found: Reject[] = [];
    for await (const some of readRejects((await room.rejects(source)) ?? new Blob())) found.push(...some);
    expect(found.every(({ line, value }) => value === `rien ${line - 2}`)).toBe(true);
    return found.map(({ line }) => line);
  };
  const truth = Array.from({ length: 2000 }, (_, n) => 2 * n + 3);
  expect(source.rejectCount).toBe(2000);
  expect(await numbers(visit)).toEqual(truth);
  await visit.save();
  expect(await numbers(visit)).toEqual(truth);
  const next = new DataRoom(engine, new DataStore(files, codec));
  expect(await numbers(next)).toEqual(truth);
  // It lists the one that it has.
  expect(await next.rejects(few)).toBeNull();
  expect(await next.rejects({ ...source, id: 'unknown' })).toBeNull();
});
