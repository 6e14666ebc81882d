/** Letters beyond ASCII for each broken byte, above which a text is damaged UTF-8 rather than something else. */
const wholePerBroken = 4;

/**
 * Whether bytes that are not all UTF-8 are UTF-8 for the most part: a letter was cut in two, or a line came from elsewhere.
 * Hardly any text in a code page has bytes that are letters of UTF-8 by chance.
 */
export class Utf8Share {
  readonly #decoder = new TextDecoder();
  #whole = 0;
  #broken = 0;
  #western = 0;

  /** Looks at the next bytes. */
  add(bytes: Uint8Array): void {
    for (const letter of this.#decoder.decode(bytes, { stream: true })) {
      if (letter === '\ufffd') this.#broken += 1;
      else if (letter > '\u007f') {
        this.#whole += 1;
        if (letter <= '\u00ff' || letter === 'œ' || letter === '€' || letter === '’') this.#western += 1;
      }
    }
  }

  /** There are letters in UTF-8 such as a Western text has, among bytes that are none. */
  get isSome(): boolean {
    return this.#western > 0;
  }

  get isMost(): boolean {
    return this.#whole >= wholePerBroken * Math.max(1, this.#broken);
  }
}

/** How many broken bytes a decoded text has. */
export function brokenIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
