import { decoderOf, type CodePage, type Decoder } from './code-pages.js';
import { isWestern } from './western.js';

const lineFeed = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Decodes a text line by line: in UTF-8 where a line is that, else in the code page. Joined files have lines of both. */
export function mixedDecoder(page: CodePage): Decoder {
  const inPage = decoderOf(page);
  let rest: Uint8Array = new Uint8Array();
  return (bytes) => {
    const all = bytes ? joined(rest, bytes) : rest;
    const end = bytes ? all.lastIndexOf(lineFeed) + 1 : all.length;
    rest = all.slice(end);
    const lines: string[] = [];
    for (let from = 0; from < end;) {
      const feed = all.indexOf(lineFeed, from);
      const to = feed < 0 ? end : Math.min(feed + 1, end);
      const line = all.subarray(from, to);
      lines.push(asUtf8(line) ?? inPage(line) + inPage());
      from = to;
    }
    return lines.join('');
  };
}

function asUtf8(line: Uint8Array): string | null {
  try {
    const text = strict.decode(line);
    // By chance two letters of a code page make another one.
    return isWestern(text) ? text : null;
  } catch {
    return null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
