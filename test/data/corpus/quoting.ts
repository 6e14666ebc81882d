import type { Entry } from './entry.js';
import type { Value } from '../../../src/core/tables.js';

/** Two rows whose second field was written as `field`. */
function quoted(name: string, field: string, value: Value, rest: Partial<Entry> = {}): Entry {
  return {
    name,
    content: `n;texte\n1;${field}\n2;suite\n`,
    columns: ['n integer', 'texte text'],
    rows: [
      [1, value],
      [2, 'suite'],
    ],
    ...rest,
  };
}

/** Quotes: needed, superfluous, doubled, forgotten. */
export const quoting: readonly Entry[] = [
  quoted('quotes around a delimiter', '"Dupont; fils"', 'Dupont; fils'),
  quoted('quotes around a line feed', '"deux\nlignes"', 'deux\nlignes'),
  quoted('quotes around a Windows line end', '"deux\r\nlignes"', 'deux\r\nlignes'),
  quoted('quotes around empty lines', '"haut\n\n\nbas"', 'haut\n\n\nbas'),
  quoted('doubled quotes', '"dit ""oui"""', 'dit "oui"'),
  quoted('nothing but doubled quotes', '""""""', '""'),
  quoted('quotes around nothing', '""', null),
  quoted('a quote in the middle of a bare field', 'écran 15" plat', 'écran 15" plat'),
  quoted('a quote at the end of a bare field', 'écran 15"', 'écran 15"'),
  quoted('a quote that is not doubled within quotes', '"écran 15" plat"', 'écran 15" plat'),
  quoted('blanks behind the closing quote', '"Dupont"  ', 'Dupont'),
  quoted('single quotes are letters', "'Dupont'", "'Dupont'"),
  quoted('an apostrophe is a letter', "l’été d'Anne", "l’été d'Anne"),
  {
    name: 'blanks before the opening quote',
    content: 'n, nom, ville\n1, "Dupont, Jean", Lyon\n2, "Martin, Anne", Nice\n',
    columns: ['n integer', 'nom text', 'ville text'],
    rows: [
      [1, 'Dupont, Jean', ' Lyon'],
      [2, 'Martin, Anne', ' Nice'],
    ],
  },
  {
    name: 'everything in quotes, numbers and dates too',
    content: '"nom";"n";"prix";"jour"\n"A";"1";"12,50";"31/01/2024"\n"B";"2";"3,00";"15/02/2024"\n',
    columns: ['nom text', 'n integer', 'prix number', 'jour date'],
    rows: [
      ['A', 1, 12.5, '2024-01-31'],
      ['B', 2, 3, '2024-02-15'],
    ],
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'decimal commas in quotes in a file of commas',
    content: 'nom,prix\nA,"12,50"\nB,"3,00"\n',
    columns: ['nom text', 'prix number'],
    rows: [
      ['A', 12.5],
      ['B', 3],
    ],
    repairs: { 'decimal-comma': 2 },
    delimiter: ',',
  },
  {
    name: 'more delimiters inside quotes than outside',
    content: 'nom,tags\nA,"x;y;z;w"\nB,"u;v;s;t"\n',
    columns: ['nom text', 'tags text'],
    rows: [
      ['A', 'x;y;z;w'],
      ['B', 'u;v;s;t'],
    ],
    delimiter: ',',
  },
  {
    name: 'a quote that never closes costs its own line',
    content: 'n;texte\n1;un\n2;"deux\n3;trois\n4;"quatre"\n',
    columns: ['n integer', 'texte text'],
    rows: [
      [1, 'un'],
      [3, 'trois'],
      [4, 'quatre'],
    ],
    rejects: [[3, null, '2;"deux', 'unclosed-quote']],
  },
  {
    name: 'a quote that never closes on the last line',
    content: 'n;texte\n1;un\n2;deux\n3;"trois\n',
    columns: ['n integer', 'texte text'],
    rows: [
      [1, 'un'],
      [2, 'deux'],
    ],
    rejects: [[4, null, '3;"trois', 'unclosed-quote']],
  },
  {
    name: 'line numbers count the lines inside quotes',
    content: 'n;montant\n"1\n1";5\n\n"2";x\n3;7\n4;8\n',
    columns: ['n text', 'montant integer'],
    rows: [
      ['1\n1', 5],
      ['2', null],
      ['3', 7],
      ['4', 8],
    ],
    rejects: [[5, 'montant', 'x', 'not-a-number']],
    repairs: { 'empty-lines-left-out': 1 },
  },
  {
    name: 'a line end in a header',
    content: 'n;"prix\nHT"\n1;5\n2;6\n',
    columns: ['n integer', 'prix HT integer'],
    rows: [
      [1, 5],
      [2, 6],
    ],
  },
  {
    name: 'quotes around a field that is a number with blanks',
    content: 'n;prix\n1;" 12 "\n2;" 3"\n',
    columns: ['n integer', 'prix integer'],
    rows: [
      [1, 12],
      [2, 3],
    ],
  },
];
