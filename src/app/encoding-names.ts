import type { Encoding } from '../data/source.js';

/** The names of encodings as people meet them in Excel's and editors' menus. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 (BOM)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15',
  macintosh: 'Mac OS Roman',
  ibm850: 'MS-DOS (850)',
};
