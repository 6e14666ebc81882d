import { inPage, utf16, utf8 } from '../corpus/bytes.js';
import type { Outside } from './outside.js';

/** The text as somebody sees it who reads its UTF-8 as Windows-1252. */
const twice = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text), { stream: true });
/** The same of a program that reads Latin-1. */
const latin = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

const euro = 'nom;prix\nBœuf à l’ancienne;12,50 €\nŒuf mollet;3,00 €\n';
const people = 'nom;ville;n\nZoé;Orléans;1\nHélène;Nîmes;2\nPaul;Besançon;3\n';
const rows = [
  ['Zoé', 'Orléans', 1],
  ['Hélène', 'Nîmes', 2],
  ['Paul', 'Besançon', 3],
] as const;
const columns = ['nom text', 'ville text', 'n integer'];

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Encodings that went wrong before the file came here, and names of every script. */
export const alphabets: readonly Outside[] = [
  {
    name: 'UTF-8 that was read as Windows-1252 and saved again',
    content: twice(people),
    text: people,
    columns,
    rows,
    repairs: { 'misread-letters-mended': 3 },
  },
  {
    name: 'the same with a euro sign and quotes of printers',
    content: twice(euro),
    text: euro,
    columns: ['nom text', 'prix number'],
    rows: [
      ['Bœuf à l’ancienne', 12.5],
      ['Œuf mollet', 3],
    ],
    repairs: { 'misread-letters-mended': 2, 'decimal-comma': 2, 'currency-sign': 2 },
    currency: 'EUR',
  },
  {
    name: 'UTF-8 that was read as Latin-1, in one line only',
    content: `nom;ville\nZoé;Orléans\n${latin('Hélène;Nîmes')}\n`,
    text: 'nom;ville\nZoé;Orléans\nHélène;Nîmes\n',
    columns: ['nom text', 'ville text'],
    rows: [
      ['Zoé', 'Orléans'],
      ['Hélène', 'Nîmes'],
    ],
    repairs: { 'misread-letters-mended': 1 },
  },
  {
    name: 'misread names beside right letters of another program in the same lines',
    content: 'client;prix\nZoÃ© LefÃ¨vre;12,50 €\nPaul Noël;3,00 €\n',
    text: 'client;prix\nZoé Lefèvre;12,50 €\nPaul Noël;3,00 €\n',
    columns: ['client text', 'prix number'],
    rows: [
      ['Zoé Lefèvre', 12.5],
      ['Paul Noël', 3],
    ],
    repairs: { 'misread-letters-mended': 1, 'decimal-comma': 2, 'currency-sign': 2 },
    currency: 'EUR',
  },
  {
    name: 'a name that only looks misread stays',
    content: 'nom;ville\nSÃO PAULO;BRASIL\nIRMÃ;PORTO\n',
    columns: ['nom text', 'ville text'],
    rows: [
      ['SÃO PAULO', 'BRASIL'],
      ['IRMÃ', 'PORTO'],
    ],
  },
  {
    name: 'a mark of UTF-8 before Windows-1252',
    content: joined(Uint8Array.of(0xef, 0xbb, 0xbf), inPage('windows-1252', people)),
    text: people,
    encoding: 'windows-1252',
    columns,
    rows,
    repairs: { decoded: 1 },
  },
  {
    name: 'lines in UTF-8 behind lines in Windows-1252, as joined files have them',
    content: joined(
      inPage('windows-1252', 'nom;ville;n\nZoé;Orléans;1\nHélène;Nîmes;2\n'),
      utf8('Zoé;Orléans;3\nFrançois;Besançon;4\nAnaïs;Sète;5\n'),
    ),
    text: 'nom;ville;n\nZoé;Orléans;1\nHélène;Nîmes;2\nZoé;Orléans;3\nFrançois;Besançon;4\nAnaïs;Sète;5\n',
    encoding: 'windows-1252',
    columns,
    rows: [
      ['Zoé', 'Orléans', 1],
      ['Hélène', 'Nîmes', 2],
      ['Zoé', 'Orléans', 3],
      ['François', 'Besançon', 4],
      ['Anaïs', 'Sète', 5],
    ],
    repairs: { decoded: 1 },
  },
  {
    name: 'UTF-16 cut in the middle of a letter',
    content: utf16(people, 'le', true).slice(0, -3),
    text: `${people.slice(0, -2)}\ufffd`,
    encoding: 'utf-16le',
    columns: ['nom text', 'ville text', 'n text'],
    rows: [
      ['Zoé', 'Orléans', '1'],
      ['Hélène', 'Nîmes', '2'],
      ['Paul', 'Besançon', '\ufffd'],
    ],
    repairs: { decoded: 1, 'broken-bytes-replaced': 1 },
  },
  {
    name: 'UTF-16 with the line sep=;',
    content: utf16(`sep=;\r\n${people}`, 'le', true),
    text: `sep=;\r\n${people}`,
    encoding: 'utf-16le',
    columns,
    rows,
    repairs: { decoded: 1, 'separator-line-skipped': 1 },
  },
  {
    name: 'UTF-16 without its mark, mostly in Chinese',
    content: utf16('姓名,城市,金额\n王小明,北京,12\n李小红,上海,34\n张伟,广州,56\n', 'le', false),
    refused: 'file/not-a-table',
  },
  {
    name: 'names in Arabic, Hebrew, Chinese, Greek and Vietnamese',
    content: 'الاسم;עיר;金额\nمحمد;חיפה;12\nΜαρία;ירושלים;34\nNguyễn Văn Đức;תל אביב;56\n',
    columns: ['الاسم text', 'עיר text', '金额 integer'],
    rows: [
      ['محمد', 'חיפה', 12],
      ['Μαρία', 'ירושלים', 34],
      ['Nguyễn Văn Đức', 'תל אביב', 56],
    ],
  },
  {
    name: 'ISO-8859-15 told by the euro sign alone',
    content: inPage('iso-8859-15', 'client;montant\nZoé;12,50 €\nPaul;3,00 €\n'),
    text: 'client;montant\nZoé;12,50 €\nPaul;3,00 €\n',
    encoding: 'iso-8859-15',
    columns: ['client text', 'montant number'],
    rows: [
      ['Zoé', 12.5],
      ['Paul', 3],
    ],
    repairs: { decoded: 1, 'decimal-comma': 2, 'currency-sign': 2 },
    currency: 'EUR',
  },
  {
    name: 'Windows-1252 with nothing but euro signs beyond ASCII',
    content: inPage('windows-1252', 'client;montant\nMartin;12,50 €\nPaul;3,00 €\n'),
    text: 'client;montant\nMartin;12,50 €\nPaul;3,00 €\n',
    encoding: 'windows-1252',
    columns: ['client text', 'montant number'],
    rows: [
      ['Martin', 12.5],
      ['Paul', 3],
    ],
    repairs: { decoded: 1, 'decimal-comma': 2, 'currency-sign': 2 },
    currency: 'EUR',
  },
  {
    name: 'DOS 850 in capitals, as old accounting programs write',
    content: inPage('ibm850', 'CLIENT;VILLE\nLÉON MARÉCHAL;ORLÉANS\nDESIRÉ;SÈTE\n'.replace('È', 'É')),
    text: 'CLIENT;VILLE\nLÉON MARÉCHAL;ORLÉANS\nDESIRÉ;SÉTE\n',
    encoding: 'ibm850',
    columns: ['CLIENT text', 'VILLE text'],
    rows: [
      ['LÉON MARÉCHAL', 'ORLÉANS'],
      ['DESIRÉ', 'SÉTE'],
    ],
    repairs: { decoded: 1 },
  },
  {
    name: 'broken bytes in two of many lines, with good accents around',
    content: utf8(
      'nom;n\nZoé;1\nHélène;2\nAndr¿;3\nÉmilie;4\nJérôme;5\nCéline;6\nB¿;7\nChloé;8\nNoël;9\n',
      0xff,
    ),
    text: 'nom;n\nZoé;1\nHélène;2\nAndr\ufffd;3\nÉmilie;4\nJérôme;5\nCéline;6\nB\ufffd;7\nChloé;8\nNoël;9\n',
    columns: ['nom text', 'n integer'],
    rows: [
      ['Zoé', 1],
      ['Hélène', 2],
      ['Andr\ufffd', 3],
      ['Émilie', 4],
      ['Jérôme', 5],
      ['Céline', 6],
      ['B\ufffd', 7],
      ['Chloé', 8],
      ['Noël', 9],
    ],
    repairs: { 'broken-bytes-replaced': 2 },
  },
];
