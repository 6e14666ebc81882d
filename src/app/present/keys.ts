/**
 * What a presenter can ask for. `down` and `up` stay on the cell, `next` and `previous` go on to its neighbours; `right`
 * and `left` move a table that is wider than the screen.
 */
export const commands = [
  'next',
  'previous',
  'down',
  'up',
  'right',
  'left',
  'first',
  'last',
  'blank',
  'timer',
  'notes',
  'answers',
  'settings',
  'keys',
  'leave',
] as const;
export type Command = (typeof commands)[number];

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const byKey: Readonly<Record<string, Command>> = {
  arrowright: 'next',
  pagedown: 'next',
  arrowleft: 'previous',
  pageup: 'previous',
  arrowdown: 'down',
  arrowup: 'up',
  home: 'first',
  end: 'last',
  b: 'blank',
  '.': 'blank',
  t: 'timer',
  n: 'notes',
  r: 'answers',
  s: 'settings',
  '?': 'keys',
  escape: 'leave',
};

/** The command of a key as it is written on the keyboard, whatever its layout; null for keys that are the browser's. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === ' ') return shiftKey ? 'previous' : 'next';
  if (shiftKey && key === 'ArrowRight') return 'right';
  if (shiftKey && key === 'ArrowLeft') return 'left';
  const name = key.toLowerCase();
  return Object.hasOwn(byKey, name) ? (byKey[name] ?? null) : null;
}

/** The keys of a command as the list of keys names them. */
export const keyNames: Readonly<Record<Command, readonly string[]>> = {
  next: ['→', 'space', 'PageDown'],
  previous: ['←', 'shiftSpace', 'PageUp'],
  down: ['↓'],
  up: ['↑'],
  right: ['shiftRight'],
  left: ['shiftLeft'],
  first: ['Home'],
  last: ['End'],
  blank: ['B', '.'],
  timer: ['T'],
  notes: ['N'],
  answers: ['R'],
  settings: ['S'],
  keys: ['?'],
  leave: ['escape'],
};
