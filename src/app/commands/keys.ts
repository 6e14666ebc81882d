type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * A pressed key as commands name it, by the character that it writes and not by its place on the keyboard: AZERTY and
 * QWERTY have their letters elsewhere. Characters that need Shift on one of the two carry none.
 */
export function keyName({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed, isMac: boolean): string {
  const isMod = isMac ? metaKey : ctrlKey;
  const isOther = isMac ? ctrlKey : metaKey;
  const isLetter = /^\p{L}$/u.test(key);
  const isNamed = key.length > 1;
  const parts = [
    ...(isMod ? ['mod'] : []),
    ...(isOther ? ['other'] : []),
    ...(altKey ? ['alt'] : []),
    ...(shiftKey && (isLetter || isNamed) ? ['shift'] : []),
    key === ' ' ? 'space' : key.toLowerCase(),
  ];
  return parts.join('+');
}

/** Keys pressed one after the other within this time, in milliseconds, belong together. */
const together = 800;

/** Puts keys together to sequences such as `d d`. */
export class KeySequence {
  #last: { readonly name: string; readonly at: number } | null = null;

  /** What a key can mean: by itself, and behind the one before it. A key that is held down begins and ends no sequence. */
  add(name: string, at: number, isHeld = false): readonly string[] {
    if (isHeld) {
      this.#last = null;
      return [name];
    }
    const last = this.#last;
    this.#last = { name, at };
    return last && at - last.at <= together ? [`${last.name} ${name}`, name] : [name];
  }
  /** A command has been found: its keys begin nothing else. */
  clear(): void {
    this.#last = null;
  }
}

/** The caps of a key, such as `Ctrl`, `K`; `names` are the words of a language for those that have no sign. */
export function keyCaps(keys: string, isMac: boolean, names: (key: string) => string | undefined): string[] {
  return keys
    .split(' ')
    .flatMap((press) => press.split('+'))
    .map((key) => {
      if (isMac && Object.hasOwn(macSigns, key)) return macSigns[key] ?? key;
      if (Object.hasOwn(signs, key)) return signs[key] ?? key;
      return names(key) ?? (key.length === 1 ? key.toUpperCase() : key);
    });
}

const macSigns: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const signs: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  alt: 'Alt',
};

/** True on Apple's systems, where ⌘ stands for Ctrl. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
