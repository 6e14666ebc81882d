import { expect, test } from 'vitest';
import {
  markField,
  readingOf,
  readyLayout,
  renameField,
  type MarkedLayout,
} from '../../../src/data/log/marking.js';
import { proposeLayouts } from '../../../src/data/log/propose.js';
import { frenchNames } from './support.js';

const lines = Array.from({ length: 40 }, (_, n) =>
  n % 2 === 0
    ? `2024-03-${10 + (n % 20)} [${['Julie', 'Karim', 'Anne'][n % 3] ?? ''}] C00${100 + n} : appel ${n}`
    : `tel 06 12 34 56 ${10 + n} / motif ${['panne', 'retard'][n % 4 === 1 ? 0 : 1] ?? ''} / texte ${n}`,
);

/** Marks a word of a line. */
function mark(layouts: readonly MarkedLayout[], line: string, word: string, name: string): MarkedLayout[] {
  const from = line.indexOf(word);
  const marked = markField(layouts, lines, line, { from, to: from + word.length, name });
  if (!marked) throw new Error(`${word} could not be told apart`);
  return marked;
}

const count = (layouts: readonly MarkedLayout[]): number =>
  lines.filter((line) => readingOf(layouts, line) !== null).length;

const fields = (layouts: readonly MarkedLayout[], line: string): Record<string, string> =>
  Object.fromEntries(
    (readingOf(layouts, line)?.stretches ?? []).map(({ from, to, name }) => [
      name ?? '',
      line.slice(from, to),
    ]),
  );

test('two fields marked in two lines of different layouts make two layouts that read all lines', () => {
  const [first = '', second = ''] = lines;
  let layouts = mark([], first, '2024-03-10', 'date');
  expect(count(layouts)).toBe(20);
  layouts = mark(layouts, first, 'C00100', 'client');
  expect(layouts.length).toBe(1);
  layouts = mark(layouts, second, '06 12 34 56 11', 'telephone');
  layouts = mark(layouts, second, 'panne', 'motif');
  expect(layouts.map(({ id }) => id)).toEqual([1, 2]);
  expect(count(layouts)).toBe(40);
  expect(fields(layouts, lines[6] ?? '')).toEqual({ date: '2024-03-16', client: 'C00106', '': 'Julie' });
  expect(fields(layouts, lines[7] ?? '')).toEqual({ telephone: '06 12 34 56 17', motif: 'retard' });
});

test('a second line with the same fields is a second example, not a second layout', () => {
  const odd = '2024-03-05 appel 0612345678 C00001 : ok';
  const even = '2024-03-06 # Karim C00002 : ok';
  let layouts = mark(mark([], odd, '2024-03-05', 'date'), odd, 'C00001', 'client');
  expect(readingOf(layouts, even)).toBeNull();
  layouts = mark(mark(layouts, even, '2024-03-06', 'date'), even, 'C00002', 'client');
  expect(layouts.length).toBe(1);
  expect(fields(layouts, '2024-03-07 !! C00003 : ok')).toMatchObject({
    date: '2024-03-07',
    client: 'C00003',
  });
});

test('a mark in a proposed layout is added to it, and takes the place of what it covers', () => {
  const proposal = proposeLayouts(lines, frenchNames).flatMap((layout, id) => readyLayout(id, layout) ?? []);
  const line = lines[2] ?? '';
  const layouts = mark(proposal, line, '2024', 'annee');
  expect(layouts.length).toBe(proposal.length);
  expect(count(layouts)).toBe(40);
  expect(fields(layouts, lines[4] ?? '')).toMatchObject({ annee: '2024', client: 'C00104' });
  expect(fields(layouts, lines[4] ?? '')).not.toHaveProperty('date');
});

test('a field can be renamed and taken out; a layout without fields goes', () => {
  const [first = ''] = lines;
  const layouts = mark(mark([], first, '2024-03-10', 'date'), first, 'C00100', 'client');
  const renamed = renameField(layouts, 1, 'client', 'compte');
  expect(fields(renamed, first)).toMatchObject({ compte: 'C00100' });
  const without = renameField(renamed, 1, 'date', null);
  expect(fields(without, first)).toMatchObject({ compte: 'C00100' });
  expect(fields(without, first)).not.toHaveProperty('date');
  expect(renameField(without, 1, 'compte', null)).toEqual([]);
});

test('a mark whose end nothing tells is refused', () => {
  const line = 'un deux trois quatre cinq six sept huit';
  expect(
    markField([], [line], line, { from: 0, to: 'un deux trois quatre cinq'.length, name: 'x' }),
  ).toBeNull();
});
