import { expect, test } from 'vitest';
import { deleteCell, setParams, setTitle } from '../../src/notebook/edits.js';
import { NotebookHistory } from '../../src/notebook/history.svelte.js';
import { cell, notebookOf } from './fixtures.js';

function started(): { history: NotebookHistory; wait: (ms: number) => void } {
  let now = Date.UTC(2024, 0, 1);
  const history = new NotebookHistory(notebookOf([cell('a', { params: { bins: 5 } }), cell('b')]), () => now);
  return { history, wait: (ms) => (now += ms) };
}
const bins = (history: NotebookHistory): unknown => history.document.cells[0]?.params['bins'];

test('undo brings a deleted cell back, redo takes it out again', () => {
  const { history } = started();
  const before = history.document.cells;
  history.update('delete', deleteCell('a'));
  expect(history.document.cells.map(({ id }) => id)).toEqual(['b']);
  expect([history.canUndo, history.undoLabel, history.canRedo]).toEqual([true, 'delete', false]);
  history.undo();
  expect(history.document.cells).toEqual(before);
  expect([history.canUndo, history.canRedo, history.redoLabel]).toEqual([false, true, 'delete']);
  history.redo();
  expect(history.document.cells.map(({ id }) => id)).toEqual(['b']);
});

test('a change after undo ends what could be redone', () => {
  const { history } = started();
  history.update('delete', deleteCell('a'));
  history.undo();
  history.update('title', setTitle('x'));
  expect(history.canRedo).toBe(false);
});

test('settings of one cell that follow within 800 ms are one step', () => {
  const { history, wait } = started();
  for (const value of [4, 3, 2]) {
    history.update('params', setParams('a', { bins: value }));
    wait(700);
  }
  wait(200);
  history.update('params', setParams('a', { bins: 9 }));
  history.update('params', setParams('b', { bins: 1 }));
  history.undo();
  history.undo();
  expect(bins(history)).toBe(2);
  history.undo();
  expect(bins(history)).toBe(5);
  expect(history.canUndo).toBe(false);
});

test('what changes nothing leaves no step and no new date', () => {
  const { history } = started();
  const before = history.document;
  history.update('params', setParams('a', { bins: 5 }));
  expect(history.document).toBe(before);
  expect(history.canUndo).toBe(false);
});

test('a change sets the date of the notebook', () => {
  const { history, wait } = started();
  wait(60_000);
  history.update('title', setTitle('x'));
  expect(history.document.modified).toBe('2024-01-01T00:01:00.000Z');
});

test('200 steps can be undone, older ones are forgotten', () => {
  const { history } = started();
  for (let step = 1; step <= 205; step += 1) history.update('title', setTitle(`t${step}`));
  let undone = 0;
  for (; history.canUndo; undone += 1) history.undo();
  expect([undone, history.document.title]).toEqual([200, 't5']);
});

test('another notebook cannot be undone into the one before', () => {
  const { history } = started();
  history.update('title', setTitle('x'));
  history.open(notebookOf([]));
  expect([history.canUndo, history.canRedo, history.document.cells]).toEqual([false, false, []]);
});
