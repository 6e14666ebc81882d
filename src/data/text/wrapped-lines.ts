import { BlobSink } from '../../engine/foreign/blob-sink.js';
import { slices } from './encoding.js';
import type { MendedText } from './mended-text.js';
import { RecordScanner } from './record-scanner.js';

/** A delimiter that no text has, so that every record is one field. */
const none = '\u0000';
const inner = [',', ';', '\t', '|'];

/**
 * Takes off the quotes around whole lines, which a spreadsheet puts there when it saves lines that stood in its first
 * column: `"a,""b, c"",1"` is `a,"b, c",1`. Null when the first bytes are not all such lines.
 */
export async function unwrapLines(
  text: Blob,
  head: Uint8Array,
  file: string,
  signal?: AbortSignal,
): Promise<MendedText | null> {
  if (!isWrapped(head)) return null;
  const sink = new BlobSink();
  let lines = 0;
  const scanner = new RecordScanner(none, 1, (record) => {
    if (isQuoted(record)) lines += 1;
    sink.text(`${record.text(0)}\n`);
  });
  for await (const bytes of slices(text, file, signal)) scanner.push(bytes);
  scanner.finish();
  return { text: sink.blob(), lines };
}

function isWrapped(head: Uint8Array): boolean {
  if (head[0] !== 0x22) return false;
  const lines: string[] = [];
  let isAll = true;
  const scanner = new RecordScanner(none, 1, (record) => {
    if (record.end === record.start) return;
    if (isQuoted(record)) lines.push(record.text(0));
    else isAll = false;
  });
  scanner.push(head);
  if (lines.length < 3) scanner.finish();
  // Without this, a single column of sentences would be taken apart.
  const widths = (delimiter: string): number[] => lines.map((line) => fieldsOf(line, delimiter));
  return (
    isAll &&
    lines.length > 1 &&
    inner.some((delimiter) => {
      const [first = 1, ...others] = widths(delimiter);
      return first > 1 && others.every((width) => width === first);
    })
  );
}

/** A quote at the beginning, its partner at the end, and none in between that is not doubled. */
function isQuoted({ bytes, start, flaw }: RecordScanner): boolean {
  return bytes[start] === 0x22 && flaw === 'none';
}

/** Fields of one line, delimiters in quotes left out. */
function fieldsOf(line: string, delimiter: string): number {
  return line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
}
