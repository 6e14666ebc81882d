import { expect, test } from 'vitest';
import { keyCaps, keyName, KeySequence } from '../../../src/app/commands/keys.js';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test.each([
  [{ key: 'k', ctrlKey: true }, false, 'mod+k'],
  [{ key: 'k', metaKey: true }, true, 'mod+k'],
  [{ key: 'k', ctrlKey: true }, true, 'other+k'],
  // Caps lock writes a capital without Shift.
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, false, 'mod+shift+z'],
  // On AZERTY `?` is written with Shift, on others too; `.` only there.
  [{ key: '?', shiftKey: true }, false, '?'],
  [{ key: '.', shiftKey: true, ctrlKey: true }, false, 'mod+.'],
  [{ key: 'ArrowUp', altKey: true }, false, 'alt+arrowup'],
  [{ key: 'Enter', shiftKey: true }, false, 'shift+enter'],
  [{ key: ' ' }, false, 'space'],
] as const)('%o (Mac: %s) is %s', (pressed, isMac, name) => {
  expect(keyName({ ...plain, ...pressed }, isMac)).toBe(name);
});

test('two keys in quick succession are a sequence, later they are not', () => {
  const sequence = new KeySequence();
  expect(sequence.add('d', 0)).toEqual(['d']);
  expect(sequence.add('d', 500)).toEqual(['d d', 'd']);
  sequence.clear();
  expect(sequence.add('d', 600)).toEqual(['d']);
  expect(sequence.add('d', 2000)).toEqual(['d']);
});

test('a key that is held down is no sequence: holding d deletes nothing', () => {
  const sequence = new KeySequence();
  expect(sequence.add('d', 1000)).toEqual(['d']);
  expect(sequence.add('d', 1500, true)).toEqual(['d']);
  expect(sequence.add('d', 1530, true)).toEqual(['d']);
  expect(sequence.add('d', 1600)).toEqual(['d']);
  expect(sequence.add('d', 1700)).toEqual(['d d', 'd']);
});

test('caps are those of the keyboard and the language', () => {
  const french = (key: string): string | undefined => ({ mod: 'Ctrl', shift: 'Maj', enter: 'Entrée' })[key];
  expect(keyCaps('mod+shift+z', false, french)).toEqual(['Ctrl', 'Maj', 'Z']);
  expect(keyCaps('mod+shift+z', true, french)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyCaps('alt+arrowdown', true, french)).toEqual(['⌥', '↓']);
  expect(keyCaps('d d', false, french)).toEqual(['D', 'D']);
  expect(keyCaps('shift+enter', false, french)).toEqual(['Maj', 'Entrée']);
});
