import type { Entry } from './entry.js';

const sold = ['client text', 'jour date', 'montant number'];
const head = 'client;jour;montant\nA;31/01/2024;12,50\nB;15/02/2024;3,00\nC;16/02/2024;5,50\n';
const rows = [
  ['A', '2024-01-31', 12.5],
  ['B', '2024-02-15', 3],
  ['C', '2024-02-16', 5.5],
] as const;
const comma = { 'decimal-comma': 3 } as const;

/** A sound file with lines above it. */
function titled(name: string, above: string, titles: number): Entry {
  return {
    name,
    content: above + head,
    columns: sold,
    rows,
    repairs: { ...comma, 'title-lines-skipped': titles },
  };
}

/** A sound file with lines below it that add it up. */
function totalled(name: string, below: string, removed: readonly number[] = [5]): Entry {
  return {
    name,
    content: head + below,
    columns: sold,
    rows,
    repairs: { ...comma, 'total-lines-left-out': removed.length },
    removed,
  };
}

/** Titles, comments, totals and other lines that are no rows. */
export const extraLines: readonly Entry[] = [
  titled('a title', 'Export des ventes\n', 1),
  titled('a title and an empty line', 'Export des ventes\n\n', 1),
  titled('titles padded with delimiters', 'Export des ventes;;\nJanvier 2024;;\n;;\n', 2),
  titled('titles of a name and a value', 'Société;Maison Corvelle;\nPériode;janvier à mars 2024;\n\n', 2),
  titled('comment lines', '# exporté le 31/01/2024\n# par la caisse\n', 2),
  titled('a title in quotes that holds delimiters', '"Ventes; toutes boutiques; 2024"\n', 1),
  titled('a date of printing above the header', 'Édité le 31/03/2024 à 08:15;;\n', 1),
  totalled('a TOTAL line', 'TOTAL;;21,00\n'),
  totalled('a total in other words', 'Total général;;21,00\n'),
  totalled('a total in small letters with a colon', 'total :;;21,00\n'),
  totalled('a sum', 'Somme;;21,00\n'),
  totalled('a total in English', 'Grand Total;;21.00\n'.replace('.', ',')),
  totalled('the word TOTAL beside the amount', ';TOTAL;21,00\n'),
  totalled('a total without any word, equal to the sum of its column', ';;21,00\n'),
  totalled('a total with thousands mark and currency', 'TOTAL;;21,00 €\n'),
  {
    name: 'a TOTAL line behind an empty line',
    content: `${head}\nTOTAL;;21,00\n`,
    columns: sold,
    rows,
    repairs: { ...comma, 'total-lines-left-out': 1, 'empty-lines-left-out': 1 },
    removed: [6],
  },
  {
    name: 'subtotals between groups and a total below',
    content:
      'région;magasin;ventes\nNord;Lille;10\nNord;Arras;5\nSous-total Nord;;15\nSud;Nice;7\nSous-total Sud;;7\nTotal général;;22\n',
    columns: ['région text', 'magasin text', 'ventes integer'],
    rows: [
      ['Nord', 'Lille', 10],
      ['Nord', 'Arras', 5],
      ['Sud', 'Nice', 7],
    ],
    repairs: { 'total-lines-left-out': 3 },
    removed: [4, 6, 7],
  },
  {
    name: 'a total above the rows',
    content: 'région;magasin;ventes\nTotal;;22\nNord;Lille;10\nNord;Arras;5\nSud;Nice;7\n',
    columns: ['région text', 'magasin text', 'ventes integer'],
    rows: [
      ['Nord', 'Lille', 10],
      ['Nord', 'Arras', 5],
      ['Sud', 'Nice', 7],
    ],
    repairs: { 'total-lines-left-out': 1 },
    removed: [2],
  },
  {
    name: 'a total of two columns',
    content: 'article;quantité;montant\nBol;2;10,00\nLampe;1;15,50\nTOTAL;3;25,50\n',
    columns: ['article text', 'quantité integer', 'montant number'],
    rows: [
      ['Bol', 2, 10],
      ['Lampe', 1, 15.5],
    ],
    repairs: { 'decimal-comma': 2, 'total-lines-left-out': 1 },
    removed: [4],
  },
  {
    name: 'a customer whose name begins with Total is no total',
    content: 'client;ville;montant\nTotal Énergies;Paris;10\nTOTAL;Pau;20\nDupont;Lyon;5\n',
    columns: ['client text', 'ville text', 'montant integer'],
    rows: [
      ['Total Énergies', 'Paris', 10],
      ['TOTAL', 'Pau', 20],
      ['Dupont', 'Lyon', 5],
    ],
  },
  {
    name: 'a last line without a customer that is not the sum is data',
    content: `${head};17/02/2024;4,00\n`,
    columns: sold,
    rows: [...rows, [null, '2024-02-17', 4]],
    repairs: { 'decimal-comma': 4 },
  },
  {
    name: 'a column named Total is no total line',
    content: 'commande;Sous-total;Total\nF1;10;12\nF2;20;24\n',
    columns: ['commande text', 'Sous-total integer', 'Total integer'],
    rows: [
      ['F1', 10, 12],
      ['F2', 20, 24],
    ],
  },
  {
    name: 'a note below the rows is listed, not read as a row',
    content: `${head}Source : caisse du magasin\n`,
    columns: sold,
    rows,
    rejects: [[5, null, 'Source : caisse du magasin', 'missing-columns']],
    repairs: comma,
  },
  {
    name: 'a line of dashes below the header, as SQL consoles print it',
    content:
      'client;jour;montant\n------;----;-------\nA;31/01/2024;12,50\nB;15/02/2024;3,00\nC;16/02/2024;5,50\n',
    columns: sold,
    rows,
    rejects: [],
    repairs: { ...comma, 'empty-lines-left-out': 1 },
  },
];
