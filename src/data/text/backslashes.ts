import { mendLines, type MendedText } from './mended-text.js';

/** A quote behind a backslash where text goes on: elsewhere the backslash may be the end of a path. */
const escaped = /[^\\]\\"[^",;\t|~^\r\n]/;

/**
 * Databases may put a backslash before quotes and backslashes instead of doubling the quotes: `\"` becomes `""`, `\\`
 * becomes `\`. Null when the first bytes show none.
 */
export async function readBackslashes(
  text: Blob,
  head: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<MendedText | null> {
  if (!head.includes(0x5c) || !escaped.test(new TextDecoder().decode(head))) return null;
  return mendLines(
    text,
    file,
    (line) => line.replace(/\\(["\\])/g, (_, letter) => (letter === '"' ? '""' : '\\')),
    signal,
  );
}
