import { expect, test } from 'vitest';
import type { Command } from '../../../src/app/commands/command.js';
import { commandTexts } from '../../../src/app/commands/command-texts.js';
import { findCommands, recentFirst } from '../../../src/app/commands/search.js';

const ids = Object.keys(commandTexts.fr) as (keyof typeof commandTexts.fr)[];
const french: Command[] = ids.map((id) => ({
  id,
  group: 'view',
  label: commandTexts.fr[id],
  words: `${commandTexts.fr[id]} ${commandTexts.en[id]}`,
  keys: [],
  place: 'page',
  run: () => undefined,
}));
const found = (search: string): string[] => findCommands(french, search).map(({ id }) => id);

test('commands are found by words of both languages, without accents and case', () => {
  expect(found('annuler')[0]).toBe('edit.undo');
  expect(found('undo')[0]).toBe('edit.undo');
  expect(found('PRESENTER')[0]).toBe('view.present');
  expect(found('reglages')[0]).toBe('cell.settings');
  expect(found('accueil')).toEqual(['file.home']);
});

test('several words must all be found; letters in their order are found last', () => {
  expect(found('cellule copier')[0]).toBe('cell.copy');
  expect(found('cellule xyz')).toEqual([]);
  expect(found('rtblr')).toContain('edit.redo');
});

test('an empty search shows all, what was used last first', () => {
  expect(found('')).toEqual(ids);
  expect(
    recentFirst(french, ['view.data', 'file.save'])
      .slice(0, 3)
      .map(({ id }) => id),
  ).toEqual(['view.data', 'file.save', ids[0]]);
});
