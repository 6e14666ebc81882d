import { beforeAll, expect, test } from 'vitest';
import { DataRoom } from '../../src/app/data-room.js';
import { Importer } from '../../src/app/importer.svelte.js';
import { RememberedRoles, type RoleStore } from '../../src/app/remembered-roles.js';
import type { RoleChoice } from '../../src/data/source.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { DataStore } from '../../src/notebook/data-store.js';
import { MemoryFiles } from '../../src/notebook/file-store.js';
import { nodeCodec } from '../notebook/node-codec.js';

let engine: NodeEngine;
let room: DataRoom;

beforeAll(async () => {
  engine = await NodeEngine.start();
  room = new DataRoom(engine, new DataStore(new MemoryFiles(), await nodeCodec()));
  return () => engine.close();
});

/** The roles that a file gets where others have been remembered before. */
async function rolesOf(text: string, names: readonly string[], choice: RoleChoice): Promise<RoleChoice> {
  const held = new Map<string, string>();
  const store: RoleStore = {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
  const remembered = new RememberedRoles(store);
  remembered.set(names, choice);
  const refuse = (): Promise<never> => Promise.reject(new Error('no foreign file'));
  const importer = new Importer(engine, room, { read: refuse, close: refuse } as never, remembered);
  const draft = await importer.read([new File([text], 'x.csv')], null, true);
  const [source] = draft.sources;
  await importer.discard(draft);
  return Object.fromEntries((source?.columns ?? []).map(({ name, role }) => [name, role]));
}

const names = ['Date', 'Contact', 'Total'];
const choice: RoleChoice = { Date: 'sent_date', Contact: 'email', Total: null };

test('what was accepted comes back in a file with the same columns, with a delimiter at the end of every line', async () => {
  const text = 'Date;Contact;Total;\n03/02/2024;a@mail.example;12,50;\n14/02/2024;b@mail.example;9,90;\n';
  expect(await rolesOf(text, names, choice)).toEqual(choice);
});

test('"no role" that was accepted holds in a file with the columns in another order', async () => {
  const text = 'Total;Contact;Date\n12,50;a@mail.example;03/02/2024\n9,90;b@mail.example;14/02/2024\n';
  expect(await rolesOf(text, names, choice)).toEqual(choice);
});

test('an address is not remembered onto values that are none; the rest is', async () => {
  const text = 'Date;Contact;Total\n03/02/2024;Marie Martin;12,50\n14/02/2024;Paul Roux;9,90\n';
  const found = await rolesOf(text, names, choice);
  expect(found).toMatchObject({ Date: 'sent_date', Total: null });
  expect(found['Contact']).not.toBe('email');
});
