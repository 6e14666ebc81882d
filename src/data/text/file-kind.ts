/** What a file is by its first bytes. The refused ones are those that are often dropped and hold no table. */
export type FileKind =
  | 'text'
  | 'json'
  | 'zip'
  | 'gzip'
  | 'compound'
  | 'parquet'
  | 'tar'
  | 'archive'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'document';

/** Bytes from the start of a file that the kind is told by. */
export const kindBytes = 1024;

/** First bytes, one letter per byte. */
const signatures: readonly (readonly [kind: FileKind, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['gzip', '\x1f\x8b'],
  ['compound', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['parquet', 'PAR1'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', 'BZh9'],
  ['archive', '\xfd7zXZ\x00'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['pdf', '%PDF'],
  ['document', '{\\rtf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'RIFF'],
];

/** A locked Parquet file begins and ends so; `PARENT` is how a table may begin. */
const lockedParquet = 'PARE';

/** Tells what a file is from its first and its last bytes; its name plays no part. Anything unknown is taken for text. */
export function kindOf(head: Uint8Array, end: Uint8Array): FileKind {
  const start = latin(head.subarray(0, kindBytes));
  const found = signatures.find(([, bytes]) => start.startsWith(bytes));
  if (found) return found[0];
  if (start.startsWith(lockedParquet) && latin(end).endsWith(lockedParquet)) return 'parquet';
  if (start.slice(257, 262) === 'ustar') return 'tar';
  const text = plain(start);
  const html = /^\s*(?:<!--[^>]*-->\s*)*<(!doctype html|html|head|meta|table|body|div|style)\b/i;
  if (html.test(text)) return 'html';
  if (/^<\?xml/i.test(text)) return 'xml';
  // A list of objects or of lists, or an object. A table may begin with a bracket, but not with these.
  const json = /^\s*(?:\[\s*(?:null\s*,\s*)*(?:\{|\]|\[\s*(?:"|-?[\d.]+\s*,))|\{\s*(?:"|\}))/;
  return json.test(text) ? 'json' : 'text';
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Without marks, and without the zero bytes of UTF-16. */
function plain(start: string): string {
  return start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}
