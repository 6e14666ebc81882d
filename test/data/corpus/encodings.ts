import { inPage, utf16, utf8 } from './bytes.js';
import type { Entry, LoadedEntry } from './entry.js';

const text = 'libellé;prix\nœuf brouillé;2,50\nCœur d’été à 3 €;3,00\n';
const dos = 'libellé;prix\nCrème brûlée;2,50\nPaté à la tête;3,00\n';
const read: Pick<LoadedEntry, 'columns' | 'rows'> = {
  columns: ['libellé text', 'prix number'],
  rows: [
    ['œuf brouillé', 2.5],
    ['Cœur d’été à 3 €', 3],
  ],
};
const decoded = { decoded: 1, 'decimal-comma': 2 };

/** Encodings, marks, and bytes that no text should hold. */
export const encodings: readonly Entry[] = [
  { name: 'UTF-8', content: text, ...read, repairs: { 'decimal-comma': 2 } },
  {
    name: 'UTF-8 with its mark',
    content: `\ufeff${text}`,
    ...read,
    encoding: 'utf-8-bom',
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'UTF-8 with two marks, as joined files have them',
    content: `\ufeff\ufeff${text}`,
    text,
    ...read,
    encoding: 'utf-8-bom',
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'a mark before a quoted header',
    content: '\ufeff"nom";"n"\n"A";"1"\n',
    columns: ['nom text', 'n integer'],
    rows: [['A', 1]],
    encoding: 'utf-8-bom',
  },
  {
    name: 'UTF-16 LE with its mark',
    content: utf16(text, 'le', true),
    ...read,
    encoding: 'utf-16le',
    repairs: decoded,
  },
  {
    name: 'UTF-16 LE without',
    content: utf16(text, 'le', false),
    ...read,
    encoding: 'utf-16le',
    repairs: decoded,
  },
  {
    name: 'UTF-16 BE with its mark',
    content: utf16(text, 'be', true),
    ...read,
    encoding: 'utf-16be',
    repairs: decoded,
  },
  {
    name: 'UTF-16 BE without',
    content: utf16(text, 'be', false),
    ...read,
    encoding: 'utf-16be',
    repairs: decoded,
  },
  {
    name: 'UTF-16 with tabs, as Excel saves "Unicode text"',
    content: utf16('nom\tville\r\nZoé\tOrléans\r\n', 'le', true),
    columns: ['nom text', 'ville text'],
    rows: [['Zoé', 'Orléans']],
    encoding: 'utf-16le',
    delimiter: '\t',
    repairs: { decoded: 1 },
  },
  {
    name: 'Windows-1252',
    content: inPage('windows-1252', text),
    text,
    ...read,
    encoding: 'windows-1252',
    repairs: decoded,
  },
  {
    name: 'ISO-8859-15, told by its euro sign and its œ',
    content: inPage('iso-8859-15', text.replace('’', "'")),
    text,
    columns: read.columns,
    rows: [
      ['œuf brouillé', 2.5],
      ["Cœur d'été à 3 €", 3],
    ],
    encoding: 'iso-8859-15',
    repairs: decoded,
  },
  {
    name: 'the code page of DOS',
    content: inPage('ibm850', dos),
    text: dos,
    columns: read.columns,
    rows: [
      ['Crème brûlée', 2.5],
      ['Paté à la tête', 3],
    ],
    encoding: 'ibm850',
    repairs: decoded,
  },
  {
    name: 'the code page of old Macs',
    content: inPage('macintosh', dos),
    text: dos,
    columns: read.columns,
    rows: [
      ['Crème brûlée', 2.5],
      ['Paté à la tête', 3],
    ],
    encoding: 'macintosh',
    repairs: decoded,
  },
  {
    name: 'one broken byte does not turn all accents of a UTF-8 file into noise',
    content: utf8('nom;ville\nZoé;Orléans\nAnaïs;Besan¿on\nThéo;Nîmes\nHélène;Sète\n', 0xe7),
    columns: ['nom text', 'ville text'],
    rows: [
      ['Zoé', 'Orléans'],
      ['Anaïs', 'Besan\ufffdon'],
      ['Théo', 'Nîmes'],
      ['Hélène', 'Sète'],
    ],
    repairs: { 'broken-bytes-replaced': 1 },
  },
  {
    name: 'a UTF-8 file that was cut in the middle of a letter',
    content: utf8('nom;ville\nZoé;Orléans\nAnaïs;Besançon\nThéo;Nîmes\nHélène;S¿', 0xc3),
    columns: ['nom text', 'ville text'],
    rows: [
      ['Zoé', 'Orléans'],
      ['Anaïs', 'Besançon'],
      ['Théo', 'Nîmes'],
      ['Hélène', 'S\ufffd'],
    ],
    repairs: { 'broken-bytes-replaced': 1 },
  },
  {
    name: 'emoji, and letters of other alphabets',
    content: 'nom;note\n👩‍🍳 Zoé;🎉🎉\nŁukasz;日本語\nΜαρία;🇫🇷\n',
    columns: ['nom text', 'note text'],
    rows: [
      ['👩‍🍳 Zoé', '🎉🎉'],
      ['Łukasz', '日本語'],
      ['Μαρία', '🇫🇷'],
    ],
  },
  {
    name: 'accents as separate letters stay as they are',
    content: 'nom;ville\nZoe\u0301;Orle\u0301ans\nPaul;Nice\n',
    columns: ['nom text', 'ville text'],
    rows: [
      ['Zoe\u0301', 'Orle\u0301ans'],
      ['Paul', 'Nice'],
    ],
  },
  {
    name: 'control characters inside fields',
    content: 'nom;note\nA;un\u0001deux\u000btrois\nB;\u001bquatre\u007f\n',
    columns: ['nom text', 'note text'],
    rows: [
      ['A', 'un\u0001deux\u000btrois'],
      ['B', '\u001bquatre\u007f'],
    ],
  },
  {
    name: 'line separators of Unicode are no line ends',
    content: 'nom;note\nA;un\u2028deux\u2029trois\u0085quatre\nB;cinq\n',
    columns: ['nom text', 'note text'],
    rows: [
      ['A', 'un\u2028deux\u2029trois\u0085quatre'],
      ['B', 'cinq'],
    ],
  },
  {
    name: 'NUL bytes among the first ones',
    content: 'nom;n\nA\u0000\u0000;1\nB;2\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a NUL byte far behind the first ones is kept in its value',
    content: `nom;n\n${'Dupont;1\n'.repeat(9000)}B\u0000C;2\n`,
    columns: ['nom text', 'n integer'],
    rows: [...Array.from({ length: 9000 }, () => ['Dupont', 1]), ['B\u0000C', 2]],
  },
  {
    name: 'the mark of the end of file that DOS wrote',
    content: 'nom;n\nA;1\nB;2\n\u001a',
    columns: ['nom text', 'n integer'],
    rows: [
      ['A', 1],
      ['B', 2],
    ],
    repairs: { 'empty-lines-left-out': 1 },
  },
];
