import type { CommandText, GroupName } from './command-texts.js';

/** Where a key is heard: anywhere on the page, or while a cell itself has the focus. */
export type KeyPlace = 'page' | 'cell';

/** Something that a person can do, with its words and keys. The palette, the keys and the sheet of keys read the same list. */
export interface Command {
  readonly id: string;
  readonly group: GroupName;
  /** In the reader's language. */
  readonly label: string;
  /** Other words under which it is looked for, in both languages. */
  readonly words: string;
  /** Keys such as `mod+k`, `shift+enter`, `d d`; `mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly place: KeyPlace;
  readonly run: () => unknown;
}

/** A command that has words of its own in `command-texts.ts`. */
export interface NamedCommand extends Pick<Command, 'run'> {
  readonly id: CommandText;
  readonly group: GroupName;
  readonly keys?: readonly string[];
  readonly place?: KeyPlace;
  /** False leaves it out for now. */
  readonly isThere?: boolean;
}
