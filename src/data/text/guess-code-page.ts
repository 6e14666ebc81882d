import { codePages, highLetters, type CodePage } from './code-pages.js';

/** Bytes above ASCII that are enough to judge by. */
const enoughBytes = 20_000;

/**
 * Which code page a Western text is written in: the one under which its bytes above ASCII look most like French and
 * other Western letters where letters stand, and like signs where signs stand. Windows-1252 when nothing decides.
 */
export class CodePageGuess {
  /** Times that a byte above ASCII stood between two bytes, by the three of them. */
  readonly #seen = new Map<number, number>();
  #count = 0;
  #before = 0x20;
  #byte = 0x20;

  /** True when more bytes would not change the answer. */
  get isSure(): boolean {
    return this.#count >= enoughBytes;
  }

  /** Looks at the next bytes. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.isSure; at += 1) this.#take(bytes[at]!);
  }

  /** The answer, once nothing more is to be added. */
  best(): CodePage {
    this.#take(0x20);
    let best: CodePage = 'windows-1252';
    let most = -Infinity;
    for (const page of codePages) {
      const score = this.#score(highLetters(page));
      if (score > most) [best, most] = [page, score];
    }
    return best;
  }

  #take(after: number): void {
    if (this.#byte >= 0x80) {
      const key = (this.#before << 16) | (this.#byte << 8) | after;
      this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
      this.#count += 1;
    }
    this.#before = this.#byte;
    this.#byte = after;
  }

  #score(high: readonly string[]): number {
    const letter = (byte: number): string =>
      byte < 0x80 ? String.fromCharCode(byte) : (high[byte - 0x80] ?? '');
    let score = 0;
    for (const [key, count] of this.#seen)
      score += count * likelihood(letter(key >> 16), letter((key >> 8) & 0xff), letter(key & 0xff));
    return score;
  }
}

const frequent = /[éèêàçùôîâ]/;
const western = /[ëïöüûäÿœæñßáíóúãõåøÉÈÊÀÇÙÔÎÂËÏÖÜÛÄŒÆÑÁÍÓÚÅØ]/;

/** How natural a letter is between two others. */
function likelihood(before: string, letter: string, after: string): number {
  const isInWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  // A small letter between capitals is a misread one: LêON.
  if (/\p{Ll}/u.test(letter) && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) return -3;
  if (frequent.test(letter)) return isInWord ? 3 : 1;
  if (western.test(letter)) {
    // A capital behind a small letter, or within a word that goes on small, is a misread sign: CafŽ, MÅller.
    const isCapital = /\p{Lu}/u.test(letter);
    if (isCapital && (/\p{Ll}/u.test(before) || (/\p{L}/u.test(before) && /\p{Ll}/u.test(after)))) return -3;
    return isInWord ? 1.5 : 0;
  }
  if (letter === '€') return /[\d\s\u00a0\u202f;,("]/.test(before) || /[\d\s;,)"]/.test(after) ? 3 : 0;
  if (letter === '’' || letter === '‘') return isInWord ? 2 : 0;
  if (letter === '\u00a0')
    return /[\d;:!?€%«»A-Za-z]/.test(before) || /[\d;:!?€%«»A-Za-z]/.test(after) ? 1 : 0;
  if (letter === '°' || letter === '²' || letter === 'º') return /[\dNnm]/.test(before) ? 1 : 0;
  if (/[«»–—“”…£§·•´`]/.test(letter))
    return isInWord && !/[–—…·]/.test(letter) && /\p{L}/u.test(before + after) ? 0.2 : 0.5;
  // Control codes, lines of boxes and rare signs hardly stand in a table, least of all within a word.
  return isInWord ? -3 : -1;
}
