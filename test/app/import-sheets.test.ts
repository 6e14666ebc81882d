import { beforeAll, expect, test } from 'vitest';
import { DataRoom } from '../../src/app/data-room.js';
import type { ImportDraft } from '../../src/app/import-draft.svelte.js';
import { Importer } from '../../src/app/importer.svelte.js';
import { RememberedRoles } from '../../src/app/remembered-roles.js';
import { withReading, withRole } from '../../src/app/review/reading-choices.js';
import type { Source } from '../../src/data/source.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { ident, sql } from '../../src/engine/sql.js';
import { DataStore } from '../../src/notebook/data-store.js';
import { MemoryFiles } from '../../src/notebook/file-store.js';
import { nodeCodec } from '../notebook/node-codec.js';
import { notebookOf } from '../notebook/fixtures.js';
import { sheetOf, workbookBlob, workbookOf } from '../support/foreign-files.js';
import { nodeReader } from '../support/node-reader.js';

let engine: NodeEngine;
let importer: Importer;
beforeAll(async () => {
  engine = await NodeEngine.start();
  const room = new DataRoom(engine, new DataStore(new MemoryFiles(), await nodeCodec()));
  importer = new Importer(engine, room, await nodeReader(), new RememberedRoles(null));
  return () => engine.close();
});

const sales = (first: string) =>
  sheetOf([
    ['client', 'jour', 'montant'],
    [first, '03/02/2024', 10.5],
    ['C2', '04/02/2024', 20.5],
  ]);
const people = sheetOf([
  ['identifiant', 'nom'],
  ['C1', 'Ada'],
  ['C2', 'Zoé'],
]);
const book = (first = 'C1') =>
  new File(
    [workbookBlob(workbookOf({ Ventes: sales(first), Clients: people, Janvier: sales('J1') }))],
    'boutique.xlsx',
  );

const read = (file: File, sources: readonly Source[] | null = null, isAbsent = false): Promise<ImportDraft> =>
  importer.read([file], sources && notebookOf([], sources), isAbsent);
const tablesOf = (draft: ImportDraft) => draft.sources.map(({ member, table }) => [member, table]);
const firstValues = (draft: ImportDraft) =>
  Promise.all(
    draft.sources.map(async ({ table }) => {
      const { rows } = await engine.table(sql`select * from ${ident(draft.schema)}.${ident(table)} limit 1`);
      return rows[0]?.[0];
    }),
  );

test('a role that was changed stays with its sheet, and other sheets can be added to it', async () => {
  const draft = await read(book());
  const [first] = draft.sources;
  await importer.choose(draft, first!, withRole(first!, 'client', 'customer_name'));
  await importer.addSheet(draft, draft.sources[0]!, 'Clients');
  await importer.addSheet(draft, draft.sources[0]!, 'Janvier');
  expect(tablesOf(draft)).toEqual([
    ['Ventes', 'boutique'],
    ['Clients', 'boutique_clients'],
    ['Janvier', 'boutique_janvier'],
  ]);
  expect(draft.sources[0]?.columns[0]?.role).toBe('customer_name');
  await importer.leaveOut(draft, draft.sources[1]!);
  await importer.changeSheet(draft, draft.sources[0]!, 'Clients');
  expect(draft.sources[0]?.columns.map(({ name }) => name)).toEqual(['identifiant', 'nom']);
  expect(await firstValues(draft)).toEqual(['C1', 'J1']);
});

test('another sheet is read as its columns were read in the open notebook', async () => {
  const before = await read(book());
  await importer.changeSheet(before, before.sources[0]!, 'Clients');
  await importer.choose(before, before.sources[0]!, withRole(before.sources[0]!, 'nom', 'category'));
  const draft = await read(book(), before.sources);
  await importer.changeSheet(draft, draft.sources[0]!, 'Clients');
  expect(draft.sources[0]?.columns.map(({ role }) => role)).toEqual([
    before.sources[0]!.columns[0]!.role,
    'category',
  ]);
});

test('a sheet that takes the place of an old table gives it up when another sheet with other columns is read', async () => {
  const old = (await read(book())).sources;
  const draft = await read(book('N1'), old);
  expect(draft.twinOf(draft.sources[0]!)).toMatchObject({ table: 'boutique', own: 'boutique_2' });
  await importer.replace(draft, draft.sources[0]!, true);
  await importer.changeSheet(draft, draft.sources[0]!, 'Clients');
  expect(tablesOf(draft)).toEqual([['Clients', 'boutique_2']]);
  expect(draft.twinOf(draft.sources[0]!)).toBeUndefined();
  expect(await firstValues(draft)).toEqual(['C1']);
  // Back on a sheet with the same columns it may take the place again, and keep it under another role.
  await importer.changeSheet(draft, draft.sources[0]!, 'Janvier');
  await importer.replace(draft, draft.sources[0]!, true);
  const [source] = draft.sources;
  await importer.choose(draft, source!, withRole(source!, 'client', 'customer_name'));
  expect(tablesOf(draft)).toEqual([['Janvier', 'boutique']]);
  expect(await firstValues(draft)).toEqual(['J1']);
});

test('an added sheet is recognised as the continuation of an old table', async () => {
  const before = await read(book());
  await importer.changeSheet(before, before.sources[0]!, 'Clients');
  const draft = await read(book(), before.sources);
  await importer.addSheet(draft, draft.sources[0]!, 'Clients');
  expect(draft.twinOf(draft.sources[0]!)).toBeUndefined();
  expect(draft.twinOf(draft.sources[1]!)).toMatchObject({ file: 'boutique.xlsx', table: 'boutique' });
});

test('when the data of a notebook are gone, its file brings back the sheets that were read, as they were read', async () => {
  const before = await read(book());
  const [first] = before.sources;
  await importer.choose(before, first!, withReading(first!, 'jour', 'month-first'));
  await importer.changeSheet(before, before.sources[0]!, 'Janvier');
  await importer.choose(before, before.sources[0]!, withReading(before.sources[0]!, 'jour', 'month-first'));
  await importer.addSheet(before, before.sources[0]!, 'Clients');
  const draft = await read(book(), before.sources, true);
  expect(new Map(draft.sources.map(({ member, table }) => [member, table]))).toEqual(
    new Map([
      ['Janvier', 'boutique'],
      ['Clients', 'boutique_clients'],
    ]),
  );
  const [january] = draft.sources.filter(({ member }) => member === 'Janvier');
  expect(january?.choices.readAs).toEqual({ jour: 'month-first' });
  expect(january?.ambiguousDates).toEqual([]);
  expect(importer.joined(notebookOf([], before.sources), draft).map(({ table }) => table)).toEqual([
    'boutique',
    'boutique_clients',
  ]);
  // Other columns by now: the file is read anew.
  const changed = new File([workbookBlob(workbookOf({ Janvier: people }))], 'boutique.xlsx');
  const anew = await read(changed, before.sources, true);
  expect(anew.sources.map(({ table, columns }) => [table, columns.length])).toEqual([['boutique', 2]]);
});
