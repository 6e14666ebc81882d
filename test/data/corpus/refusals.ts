import type { RefusedEntry } from './entry.js';

/** Random-looking bytes without a zero. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  let state = 20_240_303;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 1 + ((state >>> 16) % 255);
  });
}

/** Files that are no table, whatever they are called. */
export const refusals: readonly RefusedEntry[] = [
  { name: 'nothing', content: '', refused: 'file/empty' },
  { name: 'blanks and line ends only', content: ' \n\t\r\n \n', refused: 'file/empty' },
  { name: 'a byte-order mark only', content: '\ufeff', refused: 'file/empty' },
  { name: 'delimiters only', content: ';;;\n;;;\n;;;\n', refused: 'file/empty' },
  { name: 'a header alone', content: 'nom;ville;montant\n', refused: 'file/header-only' },
  { name: 'a header without a line end', content: 'nom;ville;montant', refused: 'file/header-only' },
  { name: 'a header and empty lines', content: 'nom;ville;montant\n\n;;\n\n', refused: 'file/header-only' },
  {
    name: 'a PDF',
    content: '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a PNG',
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82),
    refused: 'file/not-a-table',
  },
  {
    name: 'a JPEG',
    content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1),
    refused: 'file/not-a-table',
  },
  {
    name: 'a web page',
    content: '<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table></body></html>\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a web page behind a mark and empty lines',
    content:
      '\ufeff\n\n  <html lang="fr">\n<body>\n<table>\n<tr><td>a</td></tr>\n</table>\n</body>\n</html>\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a bare HTML table, as old programs export "Excel"',
    content: '<table border="1">\n<tr><td>nom</td><td>n</td></tr>\n<tr><td>A</td><td>1</td></tr>\n</table>\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'XML',
    content: '<?xml version="1.0" encoding="UTF-8"?>\n<ventes><vente n="1"/></ventes>\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a formatted text of a word processor',
    content: '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n\\f0\\fs24 Bonjour \\par\n}\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'sentences',
    content:
      'Bonjour à toutes et à tous, voici le compte rendu de notre réunion.\nElle a duré deux heures et tout le monde a parlé.\nÀ bientôt pour la suite de cette aventure.\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'an e-mail',
    content:
      'From: anne@corvelle.example\nTo: paul@corvelle.example\nSubject: Ventes de mars\n\nBonjour Paul, comme convenu je te renvoie ce fichier dès que possible.\nAnne, qui te souhaite une bonne journée et un bon week-end.\n',
    refused: 'file/not-a-table',
  },
  { name: 'noise', content: noise(20_000), refused: 'file/not-a-table' },
];
