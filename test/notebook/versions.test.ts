import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Notebook } from '../../src/notebook/document.js';
import * as edits from '../../src/notebook/edits.js';
import { NotebookHistory } from '../../src/notebook/history.svelte.js';
import { MemoryStorage } from '../../src/notebook/storage.js';
import { changesBetween, Versions } from '../../src/notebook/versions.js';
import { cell, notebookOf, shopSource, sqlCell } from './fixtures.js';

const notebook = notebookOf([cell('a'), cell('b'), sqlCell('c', 'select 1')]);

/** Time passes between two versions. */
function clock(): void {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  return void vi.advanceTimersByTime(1000);
}

test('versions are kept with their names, the newest first, and come back as they were', async () => {
  clock();
  const versions = new Versions(new MemoryStorage());
  await versions.save(notebook, 'first');
  vi.advanceTimersByTime(1000);
  const later: Notebook = { ...notebook, title: 'New', filter: { segment: 'a', filters: [] } };
  await versions.save(later, null);
  // The same work is kept once by itself.
  await versions.save({ ...later, modified: '2030-01-01T00:00:00Z' }, null);
  const list = await versions.list(notebook.id);
  expect(list.map(({ name, at }) => [name, at])).toEqual([
    [null, '2026-01-01T00:00:02.000Z'],
    ['first', '2026-01-01T00:00:01.000Z'],
  ]);
  expect(list[0]?.notebook).toEqual(later);
  await versions.remove(notebook.id, list[0]?.at ?? '');
  expect(await versions.list(notebook.id)).toHaveLength(1);
  await versions.forget(notebook.id);
  expect(await versions.list(notebook.id)).toEqual([]);
  vi.useRealTimers();
});

test('of many versions those that somebody named stay', async () => {
  clock();
  const versions = new Versions(new MemoryStorage());
  await versions.save(notebook, 'kept');
  for (let number = 0; number < 60; number += 1) {
    vi.advanceTimersByTime(1000);
    await versions.save({ ...notebook, title: String(number) }, null);
  }
  const list = await versions.list(notebook.id);
  expect(list).toHaveLength(40);
  expect(list.at(-1)?.name).toBe('kept');
  expect(list[0]?.notebook.title).toBe('59');
  vi.useRealTimers();
});

test('what was done between two versions', () => {
  const after: Notebook = {
    ...notebook,
    title: 'T',
    sources: [shopSource],
    filter: { segment: null, filters: [{ field: 'channel', op: 'eq', value: 'web' }] },
    cells: [sqlCell('c', 'select 2'), cell('a'), cell('d')],
  };
  const names = (cells: readonly { name: string }[]): string[] => cells.map(({ name }) => name);
  const changes = changesBetween(notebook, after);
  expect([names(changes.added), names(changes.removed), names(changes.changed)]).toEqual([
    ['d'],
    ['b'],
    ['c'],
  ]);
  expect(changes).toMatchObject({
    ...{ hasOtherOrder: true, hasOtherFiles: true, hasOtherTitle: true, hasOtherFilter: true },
  });
  expect(changesBetween(notebook, notebook)).toMatchObject({
    added: [],
    removed: [],
    changed: [],
    hasOtherOrder: false,
  });
});

/** Any change that a person can make, by numbers. */
const anyEdit = fc.record({ what: fc.nat(11), which: fc.nat(6), text: fc.string({ maxLength: 12 }) });

function edit(
  document: Notebook,
  { what, which, text }: { what: number; which: number; text: string },
): edits.Recipe {
  const id = document.cells[which % Math.max(1, document.cells.length)]?.id ?? 'none';
  const recipes: readonly (() => edits.Recipe)[] = [
    () =>
      edits.addCell(edits.makeCell(document, { kind: 'rfm', step: 'segment', name: text }), { after: id }),
    () => edits.moveCell(id, which % 2 ? 'up' : 'down'),
    () => edits.renameCell(id, { title: text, name: text }),
    () => edits.duplicateCell(id),
    () => edits.deleteCell(id),
    () => edits.setParams(id, { [text || 'p']: which }),
    () => edits.setTitle(text),
    () => edits.toggleTable(id),
    () => edits.setFilter({ segment: text || null }),
    () => edits.setSource(id, text || null),
    () => edits.setLink(id, text || 'p', which % 2 ? 'input' : null),
    () => edits.goBackTo(notebook),
  ];
  return recipes[what]!();
}

test('after any changes, undoing them all brings the document back, and redoing them all the last one', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 40 }), (changes) => {
      let now = 0;
      // Each change is a step of its own: a second passes between two.
      const history = new NotebookHistory(notebook, () => (now += 1000));
      for (const change of changes) history.update('edit', edit(history.document, change));
      const last = history.document;
      while (history.canUndo) history.undo();
      expect({ ...history.document, modified: '' }).toEqual({ ...notebook, modified: '' });
      while (history.canRedo) history.redo();
      expect({ ...history.document, modified: '' }).toEqual({ ...last, modified: '' });
    }),
    { numRuns: 200 },
  );
});
