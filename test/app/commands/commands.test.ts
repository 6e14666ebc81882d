import { expect, test } from 'vitest';
import { commandsOf, type CommandWorld } from '../../../src/app/commands/commands.js';
import { commandTexts } from '../../../src/app/commands/command-texts.js';
import { I18n } from '../../../src/i18n/i18n.svelte.js';
import { cell, notebookOf } from '../../notebook/fixtures.js';

/** A notebook that is being edited, as far as commands look at it. */
function world(locale: 'fr' | 'en'): CommandWorld {
  const notebook = notebookOf([cell('a'), cell('b'), cell('c')]);
  const workspace = {
    screen: { name: 'notebook' },
    isDataOpen: false,
    views: { current: 'edit' },
    writer: { isReader: false },
    open: {
      document: notebook,
      warehouse: { fields: [], rows: {} },
      analysisOf: () => undefined,
      titleOf: ({ name }: { name: string }) => name,
    },
  } as unknown as CommandWorld['workspace'];
  return {
    workspace,
    i18n: new I18n(locale),
    pick: () => undefined,
    paste: () => undefined,
    openPalette: () => undefined,
    openKeys: () => undefined,
    clipboard: { cell: cell('copied') },
  };
}

test.each(['fr', 'en'] as const)(
  'no two commands have the same key in the same place, and each has words (%s)',
  (locale) => {
    const commands = commandsOf(world(locale), 'b');
    const keys = commands.flatMap((command) => command.keys.map((key) => `${command.place} ${key}`));
    expect(keys.length).toBeGreaterThan(20);
    expect(keys).toEqual([...new Set(keys)]);
    // A key of the page would be heard on a cell as well.
    const ofPage = new Set(
      commands.filter(({ place }) => place === 'page').flatMap((command) => command.keys),
    );
    expect(
      commands.filter(({ place, keys: own }) => place === 'cell' && own.some((key) => ofPage.has(key))),
    ).toEqual([]);
    expect(commands.filter(({ label, words }) => label === '' || words === '')).toEqual([]);
    expect(commands.some(({ id }) => id === 'cell.paste')).toBe(true);
  },
);

test('what a command would do to a cell is not offered without one', () => {
  const ids = commandsOf(world('en'), null).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('cell.'))).toEqual(['cell.next']);
  expect(Object.keys(commandTexts.fr)).toContain('cell.delete');
});
