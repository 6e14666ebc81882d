import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave } from '../../src/notebook/autosave.svelte.js';
import { storageError } from '../../src/notebook/storage-errors.js';
import { entriesOf, MemoryStorage, readRecord, recordOf } from '../../src/notebook/storage.js';
import { cell, notebookOf, shopSource } from './fixtures.js';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});
afterEach(() => vi.restoreAllMocks());

test('a notebook is stored with its samples and comes back the same', async () => {
  const storage = new MemoryStorage();
  const notebook = notebookOf([cell('a')], [shopSource]);
  await storage.save(notebook);
  expect(await storage.load(notebook.id)).toEqual(notebook);
  expect(await storage.load('nobody')).toBeNull();
});

test('the list has the latest first and leaves out what is no notebook', () => {
  const old = { ...recordOf(notebookOf([])), id: 'old', modified: '2023-01-01T00:00:00Z' };
  const late = { ...old, id: 'late', title: 'Bilan', modified: '2024-01-01T00:00:00Z' };
  const broken = { id: 7, spec: null } as unknown as typeof old;
  expect(entriesOf([old, broken, late])).toEqual([
    { id: 'late', title: 'Bilan', modified: '2024-01-01T00:00:00Z' },
    { id: 'old', title: null, modified: '2023-01-01T00:00:00Z' },
  ]);
});

test('a damaged record says so; one of a newer version is something else', () => {
  const record = recordOf({ ...notebookOf([]), title: 'Bilan' });
  expect(() => readRecord({ ...record, spec: { clientele: 'note' } })).toThrow(/storage\/damaged .*Bilan/);
  expect(() => readRecord({ ...record, spec: { ...record.spec, version: 9 } })).toThrow(
    /notebook\/newer-version/,
  );
});

test('results and settings are kept per notebook, and everything can be forgotten', async () => {
  const storage = new MemoryStorage();
  const notebook = notebookOf([]);
  const snapshot = {
    cellId: 'a',
    key: 'k',
    params: {},
    result: 1,
    sql: {},
    ms: 2,
    at: '2024-01-01T00:00:00Z',
  };
  await storage.save(notebook);
  await storage.saveSnapshot(notebook.id, snapshot);
  await storage.setMeta('last', notebook.id);
  expect(await storage.snapshots(notebook.id)).toEqual([snapshot]);
  await storage.forgetEverything();
  expect([await storage.list(), await storage.snapshots(notebook.id), await storage.meta('last')]).toEqual([
    [],
    [],
    undefined,
  ]);
});

test('a full disk and a store that may not be used are told apart', () => {
  expect(storageError(new DOMException('x', 'QuotaExceededError'))).toMatchObject({ code: 'storage/quota' });
  expect(storageError(new DOMException('x', 'SecurityError'))).toMatchObject({ code: 'storage/unavailable' });
});

test('changes are saved once, 350 ms after the last', async () => {
  const storage = new MemoryStorage();
  const save = vi.spyOn(storage, 'save');
  const autosave = new Autosave(storage);
  const notebook = notebookOf([]);
  autosave.schedule(notebook);
  await vi.advanceTimersByTimeAsync(300);
  autosave.schedule({ ...notebook, title: 'x' });
  await vi.advanceTimersByTimeAsync(349);
  expect([save.mock.calls.length, autosave.status.status]).toEqual([0, 'pending']);
  await vi.advanceTimersByTimeAsync(1);
  expect([save.mock.calls.length, autosave.status.status]).toEqual([1, 'saved']);
  expect((await storage.load(notebook.id))?.title).toBe('x');
});

test('a save that fails is never called saved, and is tried again', async () => {
  const storage = new MemoryStorage();
  const full = storageError(new DOMException('full', 'QuotaExceededError'));
  vi.spyOn(storage, 'save').mockRejectedValueOnce(full);
  const autosave = new Autosave(storage);
  const notebook = notebookOf([]);
  autosave.schedule(notebook);
  await autosave.flush();
  expect(autosave.status).toEqual({ status: 'failed', error: full });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(autosave.status.status).toBe('saved');
  expect(await storage.load(notebook.id)).toEqual(notebook);
});

test('nothing is written after saving was stopped', async () => {
  const storage = new MemoryStorage();
  const autosave = new Autosave(storage);
  autosave.schedule(notebookOf([]));
  autosave.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await storage.list()).toEqual([]);
});
