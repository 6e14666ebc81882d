/** Letters of French texts that Windows-1252 keeps outside of Latin-1. */
const windows: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  Œ: 0x8c,
  '’': 0x92,
  '–': 0x96,
  œ: 0x9c,
};

/** The text in Windows-1252; a letter that is not in it is a mistake of the twin. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const byte = windows[letter] ?? letter.charCodeAt(0);
    if (byte > 255) throw new RangeError(`${letter} is not in Windows-1252`);
    return byte;
  });
}

/** The text in UTF-16, low byte first, behind its mark. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 * index + 2, text.charCodeAt(index), true);
  return bytes;
}

/** The text in UTF-8, without a mark. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
