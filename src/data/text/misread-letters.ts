import { highLetters } from './code-pages.js';
import { mendLines, type MendedText } from './mended-text.js';
import { isWestern } from './western.js';

const bytesOfLetters = new Map(highLetters('windows-1252').map((letter, index) => [letter, 128 + index]));
/** What bytes become that go on a letter of UTF-8; other programs took them for Latin-1, whose letters have their numbers. */
const goingOn = `[${highLetters('windows-1252').slice(0, 64).join('')}\u0080-\u00bf]`;
/** Letters of UTF-8 whose two or three bytes were taken for letters: é is Ã©, € is â‚¬. */
const misread = new RegExp(`[ÂÃÅ]${goingOn}|â${goingOn}{2}`, 'gu');
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Puts right the letters of a text that was read in the wrong code page and saved again before it came here; null when the
 * first bytes have none. Such letters may stand beside right ones, where another program added its own.
 */
export async function mendMisread(
  text: Blob,
  head: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<MendedText | null> {
  const first = new TextDecoder().decode(head);
  return meant(first) === first ? null : mendLines(text, file, meant, signal);
}

/** The text as it was before its UTF-8 was read as something else. */
function meant(text: string): string {
  return text.replace(misread, (letters) => {
    const bytes = Uint8Array.from(letters, (letter) => bytesOfLetters.get(letter) ?? letter.charCodeAt(0));
    try {
      const letter = strict.decode(bytes);
      return isWestern(letter) ? letter : letters;
    } catch {
      return letters;
    }
  });
}
