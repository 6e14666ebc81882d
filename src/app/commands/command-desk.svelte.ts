import { isTyping } from '../present/is-typing.js';
import { currentCell, isOnCell } from './cell-focus.js';
import type { Command } from './command.js';
import { addCommands, commandsOf, type AddPlace, type CommandWorld } from './commands.js';
import { isMac, keyName, KeySequence } from './keys.js';
import { recentFirst } from './search.js';

/** Commands that are remembered as used last. */
const mostRecent = 5;

/** Hears keys, opens the palette and the sheet of keys, and remembers what was used. */
export class CommandDesk {
  readonly isMac = isMac();
  readonly #world: CommandWorld;
  readonly #sequence = new KeySequence();
  #offered = $state.raw<readonly Command[] | null>(null);
  #isKeySheetOpen = $state(false);
  #recent: readonly string[] = [];

  constructor(world: Omit<CommandWorld, 'openPalette' | 'openKeys' | 'clipboard'>) {
    this.#world = {
      ...world,
      clipboard: { cell: null },
      openPalette: (place) => this.openPalette(place),
      openKeys: () => (this.#isKeySheetOpen = true),
    };
  }

  /** What the palette offers; null while it is closed. */
  get offered(): readonly Command[] | null {
    return this.#offered;
  }
  get isKeySheetOpen(): boolean {
    return this.#isKeySheetOpen;
  }
  set isKeySheetOpen(isOpen: boolean) {
    this.#isKeySheetOpen = isOpen;
  }

  /** Everything that can be done just now, what was used last first. With a place: what can be added there. */
  openPalette(place?: AddPlace): void {
    this.#offered = place
      ? addCommands(this.#world, place)
      : recentFirst(
          commandsOf(this.#world).filter(({ id }) => id !== 'view.palette'),
          this.#recent,
        );
  }
  closePalette(): void {
    this.#offered = null;
  }
  /** All commands that have keys, for their sheet. */
  withKeys(): Command[] {
    // Those of cells are the same for every cell: the first stands for all while none has the focus.
    const [first] = this.#world.workspace.open.document.cells;
    return commandsOf(this.#world, currentCell() ?? first?.id ?? null).filter(({ keys }) => keys.length > 0);
  }
  run(command: Command): void {
    this.#recent = [command.id, ...this.#recent.filter((id) => id !== command.id)].slice(0, mostRecent);
    void command.run();
  }

  /** Runs the command of a key, unless somebody writes, or a dialog or menu lies over the page. */
  hear(event: KeyboardEvent): void {
    // The browser's own dialog would save the page without the notebook.
    if (keyName(event, this.isMac) === 'mod+s') event.preventDefault();
    else if (event.defaultPrevented) return;
    if (event.isComposing || this.#offered || this.#isKeySheetOpen) return;
    if (document.querySelector('dialog[open]')) return;
    const names = this.#sequence.add(keyName(event, this.isMac), event.timeStamp, event.repeat);
    const typing = isTyping(event);
    const found = commandsOf(this.#world).find(({ keys, place }) => {
      const key = keys.find((one) => names.includes(one));
      if (key === undefined || (place === 'cell' && !isOnCell())) return false;
      return !typing || isForTyping(key);
    });
    if (!found) return;
    event.preventDefault();
    // A key that is held down walks on; it does nothing else twice.
    if (event.repeat && found.id !== 'cell.next' && found.id !== 'cell.previous') return;
    this.#sequence.clear();
    this.run(found);
  }
}

/** The keys that are heard even while somebody writes. */
function isForTyping(key: string): boolean {
  return key === 'mod+k' || key === 'mod+s' || key === 'escape';
}
