import { highLetters } from './code-pages.js';
import { mendLines, type MendedText } from './mended-text.js';
import { isWestern } from './western.js';

/** Letters that two or three bytes of UTF-8 become when they are read as Windows-1252: é is Ã©, € is â‚¬. */
const suspicious = /[ÃÂÅâ]\P{ASCII}/u;
const bytesOfLetters = new Map(highLetters('windows-1252').map((letter, index) => [letter, 128 + index]));
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Puts right the lines of a text that was read in the wrong code page and saved again before it came here; null when the
 * first bytes have none. A line with any letter that cannot come from that is left as it is.
 */
export async function mendMisread(
  text: Blob,
  head: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<MendedText | null> {
  const first = new TextDecoder().decode(head);
  if (!suspicious.test(first) || !first.split('\n').some((line) => meant(line) !== line)) return null;
  return mendLines(text, file, meant, signal);
}

/** The line as it was before its UTF-8 was read as something else. */
function meant(line: string): string {
  if (!suspicious.test(line)) return line;
  const bytes: number[] = [];
  for (const letter of line) {
    const code = letter.charCodeAt(0);
    // Other programs took the bytes for Latin-1, whose letters have their numbers.
    const byte = code < 128 ? code : (bytesOfLetters.get(letter) ?? (code < 256 ? code : undefined));
    if (byte === undefined) return line;
    bytes.push(byte);
  }
  try {
    const text = strict.decode(Uint8Array.from(bytes));
    return isWestern(text) ? text : line;
  } catch {
    return line;
  }
}
