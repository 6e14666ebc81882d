import type { Entry } from './entry.js';

const towns = ['nom text', 'ville text', 'n integer'];
const people = [
  ['Dupont', 'Lyon', 1],
  ['Martin', 'Nice', 2],
] as const;

function lines(newline: string, end = newline): string {
  return ['nom;ville;n', 'Dupont;Lyon;1', 'Martin;Nice;2'].join(newline) + end;
}

function wide(columns: number): string {
  const header = Array.from({ length: columns }, (_, index) => `m${index + 1}`);
  return `${header.join(';')}\n${header.map((_, index) => index).join(';')}\n`;
}

/** Delimiters, line ends, empty lines and columns, lines that are too short or too long. */
export const layout: readonly Entry[] = [
  ...[',', ';', '\t', '|', '~'].map((delimiter) => ({
    name: `fields cut by ${JSON.stringify(delimiter)}`,
    content: lines('\n').replaceAll(';', delimiter),
    columns: towns,
    rows: people,
    delimiter,
  })),
  {
    name: 'sep=; as Excel writes it',
    content: `sep=;\r\n${lines('\r\n')}`,
    columns: towns,
    rows: people,
    repairs: { 'separator-line-skipped': 1 },
    delimiter: ';',
  },
  {
    name: 'sep= names a delimiter that is rarer than another one',
    content: 'sep=|\nnom|note\nA;B|x;y;z\nC;D|u;v;w\n',
    columns: ['nom text', 'note text'],
    rows: [
      ['A;B', 'x;y;z'],
      ['C;D', 'u;v;w'],
    ],
    repairs: { 'separator-line-skipped': 1 },
    delimiter: '|',
  },
  {
    name: 'sep= behind a byte-order mark',
    content: `\ufeffsep=;\r\n${lines('\r\n')}`,
    columns: towns,
    rows: people,
    repairs: { 'separator-line-skipped': 1 },
    encoding: 'utf-8-bom',
  },
  {
    name: 'as many decimal commas as semicolons in every line',
    content: 'nom;prix;poids\nA;1,5;2,5\nB;3,25;4,75\nC;5,0;6,5\n',
    columns: ['nom text', 'prix number', 'poids number'],
    rows: [
      ['A', 1.5, 2.5],
      ['B', 3.25, 4.75],
      ['C', 5, 6.5],
    ],
    repairs: { 'decimal-comma': 6 },
    delimiter: ';',
  },
  {
    name: 'commas in addresses of a file of semicolons',
    content: 'nom;adresse\nA;12, rue Haute, Lyon\nB;3, place du Marché, Nice\n',
    columns: ['nom text', 'adresse text'],
    rows: [
      ['A', '12, rue Haute, Lyon'],
      ['B', '3, place du Marché, Nice'],
    ],
    delimiter: ';',
  },
  {
    name: 'one column of words',
    content: 'ville\nLyon\nNice\nBrest\n',
    columns: ['ville text'],
    rows: [['Lyon'], ['Nice'], ['Brest']],
  },
  {
    name: 'one column of whole numbers',
    content: 'montant\n12\n13\n',
    columns: ['montant integer'],
    rows: [[12], [13]],
  },
  {
    name: 'one column of decimal commas is not two columns',
    content: 'prix\n12,50\n3,00\n7,25\n',
    columns: ['prix number'],
    rows: [[12.5], [3], [7.25]],
    repairs: { 'decimal-comma': 3 },
  },
  {
    name: 'one row',
    content: 'nom;ville;n\nDupont;Lyon;1\n',
    columns: towns,
    rows: [['Dupont', 'Lyon', 1]],
  },
  { name: 'Windows line ends', content: lines('\r\n'), columns: towns, rows: people },
  { name: 'line ends of old Macs', content: lines('\r'), columns: towns, rows: people },
  {
    name: 'line ends of all three kinds in one file',
    content: 'nom;ville;n\r\nDupont;Lyon;1\nMartin;Nice;2\rDurand;Brest;3\r\n',
    columns: towns,
    rows: [...people, ['Durand', 'Brest', 3]],
  },
  { name: 'no line end behind the last line', content: lines('\n', ''), columns: towns, rows: people },
  {
    name: 'no Windows line end behind the last line',
    content: lines('\r\n', ''),
    columns: towns,
    rows: people,
  },
  {
    name: 'two carriage returns in every line end, as a double conversion leaves them',
    content: lines('\r\r\n'),
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 3 },
  },
  {
    name: 'empty lines at the end',
    content: `${lines('\n')}\n\n\n`,
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 3 },
  },
  {
    name: 'empty lines at the beginning',
    content: `\n\n${lines('\n')}`,
    columns: towns,
    rows: people,
  },
  {
    name: 'an empty line behind the header',
    content: 'nom;ville;n\n\nDupont;Lyon;1\nMartin;Nice;2\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 1 },
  },
  {
    name: 'an empty line behind every line',
    content: lines('\n\n'),
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 3 },
  },
  {
    name: 'lines of delimiters only, as Excel writes cleared rows',
    content: `${lines('\n')};;\n;;\n`,
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 2 },
  },
  {
    name: 'lines of blanks only',
    content: 'nom;ville;n\nDupont;Lyon;1\n   \n\t\nMartin;Nice;2\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 2 },
  },
  {
    name: 'lines of blanks between delimiters hold nothing',
    content: 'nom;ville;n\nDupont;Lyon;1\n ; ; \nMartin;Nice;2\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-lines-left-out': 1 },
  },
  {
    name: 'a delimiter too many at the end of every line, header included',
    content: 'nom;ville;n;\nDupont;Lyon;1;\nMartin;Nice;2;\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-columns-left-out': 1 },
  },
  {
    name: 'a delimiter too many at the end of every line but the header',
    content: 'nom;ville;n\nDupont;Lyon;1;\nMartin;Nice;2;\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-columns-left-out': 1 },
  },
  {
    name: 'three empty columns at the end',
    content: 'nom;ville;n;;;\nDupont;Lyon;1;;;\nMartin;Nice;2;;;\n',
    columns: towns,
    rows: people,
    repairs: { 'empty-columns-left-out': 3 },
  },
  {
    name: 'empty fields too many at the end of one line',
    content: 'nom;ville;n\nDupont;Lyon;1;;;\nMartin;Nice;2\n',
    columns: towns,
    rows: people,
  },
  {
    name: 'a line that is too short',
    content: 'nom;ville;n\nDupont;Lyon;1\nBernard;Lille\nMartin;Nice;2\n',
    columns: towns,
    rows: people,
    rejects: [[3, null, 'Bernard;Lille', 'missing-columns']],
  },
  {
    name: 'a line that is too long',
    content: 'nom;ville;n\nDupont;Lyon;1\nBernard;Lille;3;4\nMartin;Nice;2\n',
    columns: towns,
    rows: people,
    rejects: [[3, null, 'Bernard;Lille;3;4', 'too-many-columns']],
  },
  {
    name: 'most lines cut differently from the header',
    content: 'nom;ville;n\nDupont;Lyon\nMartin;Nice;2;3\nBernard;Lille;3;4;5\nDurand;Brest;4\nRoux\n',
    refused: 'file/inconsistent-lines',
  },
  {
    name: '1,000 columns',
    content: wide(1000),
    columns: Array.from({ length: 1000 }, (_, index) => `m${index + 1} integer`),
    rows: [Array.from({ length: 1000 }, (_, index) => index)],
  },
  { name: '1,001 columns', content: wide(1001), refused: 'file/too-many-columns' },
  {
    name: 'a field of 200,000 letters',
    content: `nom;texte\nA;${'é'.repeat(200_000)}\nB;court\n`,
    columns: ['nom text', 'texte text'],
    rows: [
      ['A', 'é'.repeat(200_000)],
      ['B', 'court'],
    ],
  },
  {
    name: 'an empty column that has a name stays',
    content: 'nom;remarque;n\nDupont;;1\nMartin;;2\n',
    columns: ['nom text', 'remarque text', 'n integer'],
    rows: [
      ['Dupont', null, 1],
      ['Martin', null, 2],
    ],
  },
];
