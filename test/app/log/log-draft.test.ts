import { expect, test, vi } from 'vitest';
import { LogDraft } from '../../../src/app/log/log-draft.svelte.js';
import { frenchNames } from '../../data/log/support.js';

const lines = Array.from({ length: 60 }, (_, n) =>
  n % 3 === 0
    ? `2024-03-${10 + (n % 20)} [Julie] C00${100 + n} : appel ${n}`
    : `tel 06 12 34 56 ${10 + n} / texte ${n}`,
);

async function counted(draft: LogDraft): Promise<LogDraft> {
  await vi.waitUntil(() => !draft.isCounting);
  return draft;
}

function draftOf(content: readonly string[]): Promise<LogDraft> {
  const text = new Blob([content.join('\n')]);
  const sample = { head: content, all: content };
  return counted(
    new LogDraft({ file: 'appels.log', text, encoding: 'utf-8' }, sample, frenchNames, (cause) => {
      throw cause;
    }),
  );
}

test('each layout has its own count and its first line, and none while the file is read again', async () => {
  const draft = await draftOf(lines);
  const [calls, visits] = draft.layouts;
  if (!calls || !visits) throw new Error('two layouts are proposed');
  expect(draft.linesOf(calls)).toEqual({ count: 40, first: { number: 2, text: lines[1] } });
  expect(draft.linesOf(visits)).toEqual({ count: 20, first: { number: 1, text: lines[0] } });
  draft.remove(calls.id);
  // The counts of before are by place: the layout that is left stands where the removed one stood.
  expect(draft.isCounting).toBe(true);
  expect(draft.linesOf(visits)).toBeNull();
  await counted(draft);
  expect(draft.linesOf(visits)).toEqual({ count: 20, first: { number: 1, text: lines[0] } });
  expect(draft.linesOf(calls)).toBeNull();
  draft.undo();
  expect(draft.linesOf(visits)).toBeNull();
  await counted(draft);
  expect(draft.linesOf(calls)?.count).toBe(40);
});

test('a layout that is there already is not added a second time', async () => {
  const draft = await draftOf(lines);
  const [calls] = draft.layouts;
  expect(draft.write(null, calls?.source ?? '')).toMatchObject({ ok: true });
  expect(draft.layouts).toHaveLength(2);
  expect(draft.canUndo).toBe(false);
});
