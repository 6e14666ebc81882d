import type { Entry } from './entry.js';

const nasty = '"; drop table canary; --';

/** Column names of every kind, and files without. */
export const headers: readonly Entry[] = [
  {
    name: 'two columns of the same name',
    content: 'nom;montant;montant\nA;1;2\n',
    columns: ['nom text', 'montant integer', 'montant_2 integer'],
    rows: [['A', 1, 2]],
    repairs: { 'header-made-unique': 1 },
  },
  {
    name: 'names that differ only in case',
    content: 'nom;Nom;NOM;n\nA;B;C;1\n',
    columns: ['nom text', 'Nom_2 text', 'NOM_3 text', 'n integer'],
    rows: [['A', 'B', 'C', 1]],
    repairs: { 'header-made-unique': 2 },
  },
  {
    name: 'a name that the numbering of others would take',
    content: 'v;v_2;v\nA;B;C\n',
    columns: ['v text', 'v_2 text', 'v_3 text'],
    rows: [['A', 'B', 'C']],
    repairs: { 'header-made-unique': 1 },
  },
  {
    name: 'a column with values and no name',
    content: 'nom;;n\nA;x;1\nB;y;2\n',
    columns: ['nom text', 'column_2 text', 'n integer'],
    rows: [
      ['A', 'x', 1],
      ['B', 'y', 2],
    ],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'a name of blanks is no name',
    content: 'nom;  ;n\nA;x;1\nB;y;2\n',
    columns: ['nom text', 'column_2 text', 'n integer'],
    rows: [
      ['A', 'x', 1],
      ['B', 'y', 2],
    ],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'a made-up name that another column has',
    content: 'nom;;column_2\nA;x;1\n',
    columns: ['nom text', 'column_2 text', 'column_2_2 integer'],
    rows: [['A', 'x', 1]],
    repairs: { 'header-made-up': 1, 'header-made-unique': 1 },
  },
  {
    name: 'blanks and no-break spaces around and inside names',
    content: ' nom ;\u00a0prix\u00a0HT;n  b\nA;5;1\n',
    columns: ['nom text', 'prix HT integer', 'n b integer'],
    rows: [['A', 5, 1]],
  },
  {
    name: 'quotes in names',
    content: '"le ""nom""";"écran 15"""\nA;1\n',
    columns: ['le "nom" text', 'écran 15" integer'],
    rows: [['A', 1]],
  },
  {
    name: 'SQL in names and values',
    content: `"${nasty.replaceAll('"', '""')}",' or 1=1 --\n"${nasty.replaceAll('"', '""')}",'); drop table canary; --\n`,
    columns: [`${nasty} text`, `' or 1=1 -- text`],
    rows: [[nasty, `'); drop table canary; --`]],
  },
  {
    name: 'words of SQL as names',
    content: 'select;order;group;table;rowid\nA;B;C;D;1\n',
    columns: ['select text', 'order text', 'group text', 'table text', 'rowid integer'],
    rows: [['A', 'B', 'C', 'D', 1]],
  },
  {
    name: 'HTML in names and values',
    content: '<img src=x onerror=alert(1)>;n\n<script>alert(1)</script>;1\n',
    columns: ['<img src=x onerror=alert(1)> text', 'n integer'],
    rows: [['<script>alert(1)</script>', 1]],
  },
  {
    name: 'formulas in names and values',
    content: '=1+1;@nom;+n\n"=HYPERLINK(""http://x.example"",""a"")";@SUM(A1);-1+2\n',
    columns: ['=1+1 text', '@nom text', '+n text'],
    rows: [['=HYPERLINK("http://x.example","a")', '@SUM(A1)', '-1+2']],
  },
  {
    name: 'names that every object of JavaScript has',
    content: '__proto__;constructor;toString;hasOwnProperty\nA;B;C;1\n',
    columns: ['__proto__ text', 'constructor text', 'toString text', 'hasOwnProperty integer'],
    rows: [['A', 'B', 'C', 1]],
  },
  {
    name: 'names that the loading uses itself',
    content: 'c0;v0;v1;"row number"\nA;B;1;2\n',
    columns: ['c0 text', 'v0 text', 'v1 integer', 'row number integer'],
    rows: [['A', 'B', 1, 2]],
  },
  {
    name: 'a name of 10,000 letters',
    content: `${'n'.repeat(10_000)};v\nA;1\n`,
    columns: [`${'n'.repeat(10_000)} text`, 'v integer'],
    rows: [['A', 1]],
  },
  {
    name: 'years as names, beside a name',
    content: 'région;2021;2022;2023\nNord;10;20;30\nSud;11;21;31\n',
    columns: ['région text', '2021 integer', '2022 integer', '2023 integer'],
    rows: [
      ['Nord', 10, 20, 30],
      ['Sud', 11, 21, 31],
    ],
  },
  {
    name: 'months as names',
    content: 'magasin;01/2024;02/2024;03/2024\nLille;10;20;30\nNice;11;21;31\n',
    columns: ['magasin text', '01/2024 integer', '02/2024 integer', '03/2024 integer'],
    rows: [
      ['Lille', 10, 20, 30],
      ['Nice', 11, 21, 31],
    ],
  },
  {
    name: 'days as names above whole numbers',
    content: 'magasin;01/03/2024;02/03/2024\nLille;10;20\nNice;11;21\n',
    columns: ['magasin text', '01/03/2024 integer', '02/03/2024 integer'],
    rows: [
      ['Lille', 10, 20],
      ['Nice', 11, 21],
    ],
  },
  {
    name: 'no header: dates and amounts in the first line',
    content: '1;2024-01-31;12,5\n2;2024-02-01;3,0\n',
    columns: ['column_1 integer', 'column_2 date', 'column_3 number'],
    rows: [
      [1, '2024-01-31', 12.5],
      [2, '2024-02-01', 3],
    ],
    repairs: { 'header-made-up': 3, 'decimal-comma': 2 },
  },
  {
    name: 'no header: names, days and amounts in the first line',
    content: 'Dupont;31/01/2024;12,50\nMartin;15/02/2024;3,00\nDurand;16/02/2024;4,75\n',
    columns: ['column_1 text', 'column_2 date', 'column_3 number'],
    rows: [
      ['Dupont', '2024-01-31', 12.5],
      ['Martin', '2024-02-15', 3],
      ['Durand', '2024-02-16', 4.75],
    ],
    repairs: { 'header-made-up': 3, 'decimal-comma': 3 },
  },
  {
    name: 'row names without a header, as R writes them',
    content: 'nom,n\n1,Paul,10\n2,Anne,20\n',
    columns: ['column_1 integer', 'nom text', 'n integer'],
    rows: [
      [1, 'Paul', 10],
      [2, 'Anne', 20],
    ],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'row names below an empty name, as pandas writes them',
    content: ',nom,n\n0,Paul,10\n1,Anne,20\n',
    columns: ['column_1 integer', 'nom text', 'n integer'],
    rows: [
      [0, 'Paul', 10],
      [1, 'Anne', 20],
    ],
    repairs: { 'header-made-up': 1 },
  },
  {
    name: 'the header once more in the middle',
    content: 'client;montant\nA;1\nB;2\nclient;montant\nC;3\n',
    columns: ['client text', 'montant integer'],
    rows: [
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ],
    repairs: { 'repeated-headers-left-out': 1 },
    removed: [4],
  },
  {
    name: 'the header once more on every page, with an empty line above it',
    content:
      'client;jour;montant\nA;31/01/2024;1\n\nclient;jour;montant\nB;15/02/2024;2\n\nclient;jour;montant\nC;16/02/2024;3\n',
    columns: ['client text', 'jour date', 'montant integer'],
    rows: [
      ['A', '2024-01-31', 1],
      ['B', '2024-02-15', 2],
      ['C', '2024-02-16', 3],
    ],
    repairs: { 'repeated-headers-left-out': 2, 'empty-lines-left-out': 2 },
    removed: [4, 7],
  },
  {
    name: 'the header once more in other quotes and capitals',
    content: 'Client;Montant\nA;1\n"CLIENT" ;"MONTANT"\nB;2\n',
    columns: ['Client text', 'Montant integer'],
    rows: [
      ['A', 1],
      ['B', 2],
    ],
    repairs: { 'repeated-headers-left-out': 1 },
    removed: [3],
  },
  {
    name: 'the header twice in a row',
    content: 'client;ville\nclient;ville\nA;Lyon\nB;Nice\n',
    columns: ['client text', 'ville text'],
    rows: [
      ['A', 'Lyon'],
      ['B', 'Nice'],
    ],
    repairs: { 'repeated-headers-left-out': 1 },
    removed: [2],
  },
  {
    name: 'a line that shares one word with the header is data',
    content: 'client;ville\nclient;Lyon\nB;ville\nC;Nice\n',
    columns: ['client text', 'ville text'],
    rows: [
      ['client', 'Lyon'],
      ['B', 'ville'],
      ['C', 'Nice'],
    ],
  },
];
