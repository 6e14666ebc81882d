import { column, kept } from '../corpus/entry.js';
import type { Outside } from './outside.js';

/** Small slips of programs and people: blanks, lost names, numbers that went through a float. */
export const slips: readonly Outside[] = [
  {
    name: 'a list of addresses without a name above',
    content: 'zoe@exemple.fr\npaul@exemple.fr\nanne@exemple.fr\n',
    columns: ['column_1 text'],
    rows: [['zoe@exemple.fr'], ['paul@exemple.fr'], ['anne@exemple.fr']],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'nothing but whole numbers, the first line too',
    content: '1;2;3\n4;5;6\n7;8;9\n',
    columns: ['column_1 integer', 'column_2 integer', 'column_3 integer'],
    rows: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    repairs: { 'header-made-up': 3 },
  },
  {
    name: 'blanks behind a delimiter too many',
    content: 'nom;n\nA;1; \nB;2;\t\nC;3;\n',
    columns: ['nom text', 'n integer'],
    rows: [
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ],
    repairs: { 'empty-columns-left-out': 1 },
  },
  {
    name: 'decimal commas without quotes in a file of commas',
    content: 'nom,prix\nBol,12,50\nLampe,45,00\nVase,7,25\n',
    refused: 'file/inconsistent-lines',
  },
  {
    name: 'the last name is missing, and the first column repeats itself',
    content: 'nom;ville\nDupont;Lyon;12\nDupont;Nice;13\nMartin;Pau;14\n',
    columns: ['nom text', 'ville text', 'column_3 integer'],
    rows: [
      ['Dupont', 'Lyon', 12],
      ['Dupont', 'Nice', 13],
      ['Martin', 'Pau', 14],
    ],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'telephones, postcodes and numbers of customers that went through a float',
    content: 'Téléphone;Code postal;N° client\n33612345678.0;75001.0;17850.0\n33712345678.0;1000.0;13047.0\n',
    columns: ['Téléphone text', 'Code postal text', 'N° client text'],
    rows: [
      ['33612345678', '75001', '17850'],
      ['33712345678', '1000', '13047'],
    ],
    repairs: { 'id-without-decimals': 6 },
    roles: { 'N° client': 'customer_id', 'Code postal': 'postcode' },
  },
  {
    name: 'truth values with gaps and NULL',
    content: 'nom;actif\nA;VRAI\nB;\nC;NULL\nD;FAUX\n',
    columns: ['nom text', 'actif boolean'],
    rows: [
      ['A', true],
      ['B', null],
      ['C', null],
      ['D', false],
    ],
  },
  {
    name: 'a mark, sep= and quotes at once',
    content: '\ufeff"sep=,"\r\n"nom","n"\r\n"A","1"\r\n"B","2"\r\n',
    encoding: 'utf-8-bom',
    columns: ['nom text', 'n integer'],
    rows: [
      ['A', 1],
      ['B', 2],
    ],
    repairs: { 'separator-line-skipped': 1 },
  },
  {
    name: 'a mark of the end below the rows',
    content: 'nom;ville;n\nA;Lyon;1\nB;Nice;2\nC;Pau;3\nFIN DE FICHIER\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['A', 'Lyon', 1],
      ['B', 'Nice', 2],
      ['C', 'Pau', 3],
    ],
    rejects: [[5, null, 'FIN DE FICHIER', 'missing-columns']],
  },
  {
    name: 'objects of JSON in a column',
    content: 'id,données\n1,"{""a"":1,""b"":[1,2]}"\n2,"{}"\n',
    columns: ['id text', 'données text'],
    rows: [
      ['1', '{"a":1,"b":[1,2]}'],
      ['2', '{}'],
    ],
  },
  {
    name: 'entities of HTML whose semicolons cut a line',
    content: 'produit;prix\nBol;3,00\nT&eacute;l&eacute; &amp; Co;12,50\nVase;7,25\n',
    columns: ['produit text', 'prix number'],
    rows: [
      ['Bol', 3],
      ['Vase', 7.25],
    ],
    repairs: { 'decimal-comma': 2 },
    rejects: [[3, null, 'T&eacute;l&eacute; &amp; Co;12,50', 'too-many-columns']],
  },
  {
    name: 'a whole line of quotes that lacks its partner in the last line',
    content: 'nom;ville\n"A";"Lyon"\n"B";"Nice"\n"C";"Pau',
    columns: ['nom text', 'ville text'],
    rows: [
      ['A', 'Lyon'],
      ['B', 'Nice'],
    ],
    rejects: [[4, null, '"C";"Pau', 'unclosed-quote']],
  },
  {
    name: 'customers called Null, None and Na',
    content: 'id;nom;ville\n1;Null;Lyon\n2;None;Nice\n3;Na;Pau\n4;Nan;Brest\n',
    columns: ['id text', 'nom text', 'ville text'],
    rows: [
      ['1', 'Null', 'Lyon'],
      ['2', 'None', 'Nice'],
      ['3', 'Na', 'Pau'],
      ['4', 'Nan', 'Brest'],
    ],
  },
  {
    name: 'keys that are missing are no customers',
    content:
      'Order ID;Customer ID;Order Date;Amount\nF1;C1;2024-01-31;10\nF2;NULL;2024-02-01;20\nF3;NULL;2024-02-02;30\nF4;C2;2024-02-03;40\n',
    columns: ['Order ID text', 'Customer ID text', 'Order Date date', 'Amount integer'],
    rows: [
      ['F1', 'C1', '2024-01-31', 10],
      ['F2', null, '2024-02-01', 20],
      ['F3', null, '2024-02-02', 30],
      ['F4', 'C2', '2024-02-03', 40],
    ],
    repairs: { 'null-words-emptied': 2 },
    sales: { revenue: 100, orders: 4, customers: 2, firstDate: '2024-01-31', lastDate: '2024-02-03' },
  },
  column(
    'days and clocks in fourteen digits',
    ['20241231235959', '20250102080000'],
    'timestamp',
    ['2024-12-31T23:59:59', '2025-01-02T08:00:00'],
    { header: 'date_creation' },
  ),
  column('years below the word date', ['2023', '2024'], 'integer', [2023, 2024], { header: 'Date' }),
  kept('months below the word date', ['2024-01', '2024-02'], { header: 'Date' }),
  column('a price of Germany without cents', ['12,-', '5,-', '7,50'], 'number', [12, 5, 7.5], {
    repairs: { 'decimal-comma': 3 },
  }),
  column('a minus and a dash for the cents', ['-12,–', '12,–', '3,50'], 'number', [-12, 12, 3.5], {
    repairs: { 'decimal-comma': 3 },
  }),
  kept('feet, tries and other words behind numbers', ['12 ft', '3 try', '5 lei', '7 c'], {}),
  column(
    'grams with a point and euros with a comma',
    ['1.234', '0.5', '12.25'],
    'number',
    [1.234, 0.5, 12.25],
  ),
  column(
    'a footnote behind an amount is listed',
    ['12,50', '13,00*', '14,00', '15,25'],
    'number',
    [12.5, null, 14, 15.25],
    {
      header: 'montant',
      rejects: [[3, '13,00*', 'not-a-number']],
      repairs: { 'decimal-comma': 3 },
    },
  ),
  {
    name: 'hashes one after the other, which are no comments of SQL',
    content: `${'# '.repeat(500)}nom;total\nBol;3,00\nVase;7,25\n`,
    columns: [`${'# '.repeat(500)}nom text`, 'total number'],
    rows: [
      ['Bol', 3],
      ['Vase', 7.25],
    ],
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'a comment of SQL above statements',
    content: '-- export\n# shop\nINSERT INTO sales VALUES (1, 2);\nINSERT INTO sales VALUES (3, 4);\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a tax with thousands of blanks behind it, which is no line of totals',
    content: `nom;total\nBol;3,00\nTVA${' '.repeat(5000)}x;7,25\n`,
    columns: ['nom text', 'total number'],
    rows: [
      ['Bol', 3],
      [`TVA${' '.repeat(5000)}x`, 7.25],
    ],
    repairs: { 'decimal-comma': 2 },
  },
];
