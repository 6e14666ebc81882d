import type { Encoding } from '../source.js';

/** Code pages of Western Europe: one byte per letter, the first 128 as in ASCII. */
export const codePages = ['windows-1252', 'iso-8859-15', 'macintosh', 'ibm850'] as const;
export type CodePage = (typeof codePages)[number];

/** Bytes 0x80 to 0xFF of MS-DOS code page 850, which no browser decodes. */
const letters850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Turns bytes into text, slice by slice; without bytes it says what is left. */
export type Decoder = (bytes?: Uint8Array) => string;

export function isCodePage(encoding: Encoding): encoding is CodePage {
  return codePages.some((page) => page === encoding);
}

/** A decoder for an encoding; `isStrict`: it throws a TypeError on bytes that have no meaning, which code pages never have. */
export function decoderOf(encoding: Encoding, isStrict = false): Decoder {
  if (encoding === 'ibm850') return decode850;
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  const decoder = new TextDecoder(label, { fatal: isStrict });
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

/** The letters of bytes 0x80 to 0xFF. */
export function highLetters(page: CodePage): string[] {
  return [...decoderOf(page)(Uint8Array.from({ length: 128 }, (_, index) => 128 + index))];
}

const codes850 = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 128 ? byte : letters850.charCodeAt(byte - 128),
);
/** Letters made at a time: a call takes only so many arguments. */
const step = 8192;

function decode850(bytes: Uint8Array = new Uint8Array()): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += step)
    parts.push(
      String.fromCharCode(...Array.from(bytes.subarray(from, from + step), (byte) => codes850[byte]!)),
    );
  return parts.join('');
}
