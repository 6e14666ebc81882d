/** Bytes above 127 of the code pages, for the letters that the corpus uses. */
const pages = {
  'windows-1252': { '€': 0x80, '’': 0x92, œ: 0x9c, Œ: 0x8c, '…': 0x85, '\u00a0': 0xa0 },
  'iso-8859-15': { '€': 0xa4, œ: 0xbd, Œ: 0xbc, Ÿ: 0xbe, '\u00a0': 0xa0 },
  macintosh: {
    é: 0x8e,
    è: 0x8f,
    ê: 0x90,
    à: 0x88,
    ç: 0x8d,
    ô: 0x99,
    û: 0x9e,
    '€': 0xdb,
    '\u00a0': 0xca,
    '’': 0xd5,
  },
  ibm850: { é: 0x82, è: 0x8a, ê: 0x88, à: 0x85, ç: 0x87, ô: 0x93, û: 0x96, É: 0x90, '\u00a0': 0xff },
} as const;

/** The text in a code page of one byte per letter; a letter that is not listed above must be Latin-1 there too. */
export function inPage(page: keyof typeof pages, text: string): Uint8Array<ArrayBuffer> {
  const special: Readonly<Record<string, number>> = pages[page];
  const isLatin = page === 'windows-1252' || page === 'iso-8859-15';
  return Uint8Array.from(text, (letter) => {
    const byte = special[letter] ?? letter.charCodeAt(0);
    if (byte > 255 || (byte > 127 && !isLatin && !(letter in special)))
      throw new RangeError(`${letter} is not in ${page}`);
    return byte;
  });
}

/** The text in UTF-16, with or without its mark. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array<ArrayBuffer> {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), order === 'le');
  return bytes;
}

/** The text in UTF-8, with these bytes in place of each `¿`. */
export function utf8(text: string, ...stray: readonly number[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    text.split('¿').flatMap((part, index) => [...(index > 0 ? stray : []), ...encoder.encode(part)]),
  );
}
