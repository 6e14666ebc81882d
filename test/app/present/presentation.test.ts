import { expect, test } from 'vitest';
import { commandOf, commands, keyNames } from '../../../src/app/present/keys.js';
import { partAt, partsOf, type Block } from '../../../src/app/present/parts.js';
import { Presentation } from '../../../src/app/present/presentation.svelte.js';
import { NotebookViews } from '../../../src/app/present/notebook-views.svelte.js';
import { screensOf } from '../../../src/app/present/screens.js';
import { timerText } from '../../../src/app/present/timer-text.js';
import { cell } from '../../notebook/fixtures.js';

const press = (key: string, held: Partial<KeyboardEvent> = {}): ReturnType<typeof commandOf> =>
  commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
const block = (top: number, bottom: number, isHeading = false): Block => ({ top, bottom, isHeading });

test('the title comes first, then every cell in the order of the document', () => {
  expect(
    screensOf([cell('a'), cell('b')]).map((one) => (one.kind === 'cell' ? one.cell.id : one.kind)),
  ).toEqual(['title', 'a', 'b']);
  expect(screensOf([])).toEqual([{ kind: 'title' }]);
});

test('time elapsed is minutes and seconds, from an hour on with hours', () => {
  expect([0, 5.9, 65, 599, 3600, 3723, -1].map(timerText)).toEqual([
    '0:00',
    '0:05',
    '1:05',
    '9:59',
    '1:00:00',
    '1:02:03',
    '0:00',
  ]);
});

test('keys are taken by what is written on them, and those of the browser are left alone', () => {
  expect(['ArrowRight', ' ', 'PageDown'].map((key) => press(key))).toEqual(['next', 'next', 'next']);
  expect(press(' ', { shiftKey: true })).toBe('previous');
  expect(press('ArrowRight', { shiftKey: true })).toBe('right');
  expect(['b', 'B', '.'].map((key) => press(key))).toEqual(['blank', 'blank', 'blank']);
  expect(press('r', { ctrlKey: true })).toBeNull();
  expect(press('t', { metaKey: true })).toBeNull();
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(['F5', 'Tab', 'Enter', 'x', 'constructor'].map((key) => press(key))).toEqual(Array(5).fill(null));
});

test('every command has a key that is told', () => {
  for (const command of commands) expect(keyNames[command].length, command).toBeGreaterThan(0);
});

test('a cell is cut between its blocks, as late as the screen allows', () => {
  expect(partsOf([block(0, 40), block(50, 90), block(100, 160)], 100)).toEqual([
    { top: 0, bottom: 90 },
    { top: 100, bottom: 160 },
  ]);
  expect(partsOf([block(0, 40), block(50, 90)], 600)).toEqual([{ top: 0, bottom: 90 }]);
});

test('what stands side by side stays together, and a heading with what follows', () => {
  expect(partsOf([block(0, 60), block(70, 90), block(72, 140), block(150, 160)], 100)).toEqual([
    { top: 0, bottom: 60 },
    { top: 70, bottom: 160 },
  ]);
  expect(partsOf([block(0, 60), block(70, 80, true), block(85, 150)], 100)).toEqual([
    { top: 0, bottom: 60 },
    { top: 70, bottom: 150 },
  ]);
});

test('what is taller than the screen is cut, and nothing at all is one part', () => {
  expect(partsOf([block(0, 250)], 100)).toEqual([
    { top: 0, bottom: 100 },
    { top: 100, bottom: 200 },
    { top: 200, bottom: 250 },
  ]);
  expect(partsOf([], 100)).toEqual([{ top: 0, bottom: 100 }]);
});

test('a place is found in its part', () => {
  const parts = partsOf([block(0, 90), block(100, 160)], 100);
  expect([0, 50, 99, 120, 900].map((place) => partAt(parts, place))).toEqual([0, 0, 1, 1, 1]);
});

test('next walks through the parts of a cell before it leaves it, and previous comes back to the last part', () => {
  const show = new Presentation(() => 3);
  const at = (): number[] => [show.index, show.part];
  show.do('next');
  show.parts = 2;
  expect(at()).toEqual([1, 0]);
  show.do('next');
  expect(at()).toEqual([1, 1]);
  show.do('down');
  expect(at()).toEqual([1, 1]);
  show.do('next');
  expect(at()).toEqual([2, 0]);
  expect(show.isLast).toBe(true);
  show.do('next');
  expect(at()).toEqual([2, 0]);
  show.do('previous');
  show.parts = 2;
  expect(at()).toEqual([1, 1]);
  show.do('first');
  expect(show.isFirst).toBe(true);
  show.do('previous');
  expect(at()).toEqual([0, 0]);
  show.do('last');
  expect(show.index).toBe(2);
});

test('a black screen ends with the next step, and screens that are gone are not shown', () => {
  let screens = 4;
  const show = new Presentation(() => screens);
  show.do('last');
  show.do('blank');
  expect(show.isBlank).toBe(true);
  screens = 2;
  expect(show.index).toBe(1);
  show.do('previous');
  expect(show.isBlank).toBe(false);
  expect(show.index).toBe(0);
});

test('a presentation goes back to the page it began on, at the cell that was shown', () => {
  const views = new NotebookViews();
  views.show('read', 'a');
  expect(views.takePlace()).toEqual({ cell: 'a', takesFocus: false });
  views.show('present');
  expect(views.current).toBe('present');
  views.leave('b');
  expect(views.current).toBe('read');
  expect(views.takePlace()).toEqual({ cell: 'b', takesFocus: true });
  expect(views.takePlace()).toBeNull();
});
