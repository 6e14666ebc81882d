import { BlobSink } from '../../engine/foreign/blob-sink.js';
import { highLetters } from './code-pages.js';
import { slices } from './encoding.js';

/** A text in which misread letters were put right, and in how many lines. */
export interface MendedText {
  readonly text: Blob;
  readonly lines: number;
}

/** Letters that two or three bytes of UTF-8 become when they are read as Windows-1252: é is Ã©, € is â‚¬. */
const suspicious = /[ÃÂÅâ][^\x00-\x7f]/;
/** What such letters were before: everything else was meant as it stands. */
const western = /^[\x00-\x7f\u00a0-\u00ffŒœŸ€‘’“”–—…\u202f]*$/;
const bytesOfLetters = new Map(highLetters('windows-1252').map((letter, index) => [letter, 128 + index]));
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The line as it was before its UTF-8 was read as Windows-1252; null where it was not. */
function meant(line: string): string | null {
  if (!suspicious.test(line)) return null;
  const bytes: number[] = [];
  for (const letter of line) {
    const code = letter.charCodeAt(0);
    // Other programs took the bytes for Latin-1, whose letters have their numbers.
    const byte = code < 128 ? code : (bytesOfLetters.get(letter) ?? (code < 256 ? code : undefined));
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    const text = strict.decode(Uint8Array.from(bytes));
    return western.test(text) ? text : null;
  } catch {
    return null;
  }
}

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
  if (!suspicious.test(first) || !first.split('\n').some((line) => meant(line) !== null)) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const sink = new BlobSink();
  let rest = '';
  let lines = 0;
  const take = (line: string): string => {
    const mended = meant(line);
    if (mended !== null) lines += 1;
    return mended ?? line;
  };
  try {
    for await (const bytes of slices(text, file, signal)) {
      const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      sink.text(parts.map((line) => `${take(line)}\n`).join(''));
    }
    sink.text(take(rest + decoder.decode()));
  } catch (cause) {
    // Bytes that are no UTF-8 are dealt with elsewhere.
    if (cause instanceof TypeError) return null;
    throw cause;
  }
  return { text: sink.blob(), lines };
}
