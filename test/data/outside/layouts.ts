import type { Outside } from './outside.js';

const many = Array.from({ length: 300 }, (_, index) => index + 1);

/** Blocks of sixteen rows of which Excel leaves out empty columns at the end. */
const blocks = Array.from(
  { length: 40 },
  (_, index) => [`C${index + 10}`, index + 0.5, index < 16 ? 'vu' : null] as const,
);

/** Files that are cut, joined, framed or printed. */
export const layouts: readonly Outside[] = [
  {
    name: 'a line of units below the header',
    content: 'Date;Poids;Montant\n;kg;€\n31/01/2024;1,5;12,50\n15/02/2024;2,25;3,00\n16/02/2024;0,5;4,00\n',
    columns: ['Date date', 'Poids number', 'Montant number'],
    rows: [
      ['2024-01-31', 1.5, 12.5],
      ['2024-02-15', 2.25, 3],
      ['2024-02-16', 0.5, 4],
    ],
    repairs: { 'title-lines-skipped': 1, 'decimal-comma': 6 },
  },
  {
    name: 'a line of groups above the header',
    content:
      ';Ventes;;Retours;\nMagasin;Quantité;Montant;Quantité;Montant\nLille;10;100,50;1;10,00\nNice;5;50,25;0;0,00\n',
    columns: [
      'Magasin text',
      'Ventes Quantité integer',
      'Ventes Montant number',
      'Retours Quantité integer',
      'Retours Montant number',
    ],
    rows: [
      ['Lille', 10, 100.5, 1, 10],
      ['Nice', 5, 50.25, 0, 0],
    ],
    repairs: { 'header-lines-joined': 1, 'decimal-comma': 4 },
  },
  {
    name: 'no header: names, e-mails and telephones',
    content: 'Dupont;jean@exemple.fr;0612345678\nMartin;anne@exemple.fr;0712345678\n',
    columns: ['column_1 text', 'column_2 text', 'column_3 text'],
    rows: [
      ['Dupont', 'jean@exemple.fr', '0612345678'],
      ['Martin', 'anne@exemple.fr', '0712345678'],
    ],
    repairs: { 'header-made-up': 3 },
  },
  {
    name: 'files joined with their marks and headers',
    content: '\ufeffnom;n\nA;1\n\ufeffnom;n\nB;2\n\ufeffnom;n\nC;3\n',
    encoding: 'utf-8-bom',
    columns: ['nom text', 'n integer'],
    rows: [
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ],
    repairs: { 'repeated-headers-left-out': 2 },
    removed: [3, 5],
  },
  {
    name: 'a carriage return in an address without quotes',
    content: 'nom;adresse;n\r\nA;12 rue\rHaute;1\r\nB;3 place;2\r\nC;4 place;3\r\nD;5 place;4\r\n',
    columns: ['nom text', 'adresse text', 'n integer'],
    rows: [
      ['B', '3 place', 2],
      ['C', '4 place', 3],
      ['D', '5 place', 4],
    ],
    rejects: [
      [2, null, 'A;12 rue', 'missing-columns'],
      [3, null, 'Haute;1', 'missing-columns'],
    ],
  },
  {
    name: 'sep=; padded with semicolons and in quotes',
    content: '"sep=;";;\r\nnom;ville;n\r\nDupont;Lyon;1\r\nMartin;Nice;2\r\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['Dupont', 'Lyon', 1],
      ['Martin', 'Nice', 2],
    ],
    repairs: { 'separator-line-skipped': 1 },
  },
  {
    name: 'sep=, and sep=\\t as their letters',
    content: 'SEP=\t\nnom\tville\nDupont;fils\tLyon\nMartin;sœurs\tNice\n',
    columns: ['nom text', 'ville text'],
    rows: [
      ['Dupont;fils', 'Lyon'],
      ['Martin;sœurs', 'Nice'],
    ],
    repairs: { 'separator-line-skipped': 1 },
    delimiter: '\t',
  },
  {
    name: 'pages: a form feed before the header, a number of the page below',
    content:
      'client;jour;montant\nA;31/01/2024;1,50\nPage 1/2\n\fclient;jour;montant\nB;15/02/2024;2,50\nC;16/02/2024;3,00\nD;16/02/2024;3,00\nPage 2/2\n',
    columns: ['client text', 'jour date', 'montant number'],
    rows: [
      ['A', '2024-01-31', 1.5],
      ['B', '2024-02-15', 2.5],
      ['C', '2024-02-16', 3],
      ['D', '2024-02-16', 3],
    ],
    repairs: { 'decimal-comma': 4, 'repeated-headers-left-out': 1 },
    rejects: [
      [3, null, 'Page 1/2', 'missing-columns'],
      [8, null, 'Page 2/2', 'missing-columns'],
    ],
    removed: [4],
  },
  {
    name: 'a form feed alone between pages',
    content: 'client;montant\nA;1\n\f\nB;2\n',
    columns: ['client text', 'montant integer'],
    rows: [
      ['A', 1],
      ['B', 2],
    ],
    repairs: { 'empty-lines-left-out': 1 },
  },
  {
    name: 'sums carried over from page to page',
    content:
      'pièce;client;montant\nF1;A;10,00\nF2;B;20,00\nÀ reporter;;30,00\nReport;;30,00\nF3;C;5,00\nTotal;;35,00\n',
    columns: ['pièce text', 'client text', 'montant number'],
    rows: [
      ['F1', 'A', 10],
      ['F2', 'B', 20],
      ['F3', 'C', 5],
    ],
    repairs: { 'decimal-comma': 3, 'total-lines-left-out': 3 },
    removed: [4, 5, 7],
  },
  {
    name: 'a total without VAT, the VAT and a total with it',
    content:
      'article;quantité;montant\nBol;2;10,00\nLampe;1;15,50\nTotal HT;;25,50\nTVA 20 %;;5,10\nTotal TTC;;30,60\n',
    columns: ['article text', 'quantité integer', 'montant number'],
    rows: [
      ['Bol', 2, 10],
      ['Lampe', 1, 15.5],
    ],
    repairs: { 'decimal-comma': 2, 'total-lines-left-out': 3 },
    removed: [4, 5, 6],
  },
  {
    name: 'subtotals of two depths and several grand totals',
    content: `région;ville;ventes;marge
Nord;Lille;10;1
Nord;Arras;5;2
Sous-total Nord;;15;3
Sud;Nice;7;3
Sud;Pau;3;1
Sous-total Sud;;10;4
TOTAL;;25;7
TOTAL GÉNÉRAL;;25;7
`,
    columns: ['région text', 'ville text', 'ventes integer', 'marge integer'],
    rows: [
      ['Nord', 'Lille', 10, 1],
      ['Nord', 'Arras', 5, 2],
      ['Sud', 'Nice', 7, 3],
      ['Sud', 'Pau', 3, 1],
    ],
    repairs: { 'total-lines-left-out': 4 },
    removed: [4, 7, 8, 9],
  },
  {
    name: 'columns of fixed width are not taken for something else',
    content:
      'CLIENT    VILLE       MONTANT\nDUPONT    LYON          12,50\nMARTIN    NICE           3,00\nBERNARD   LILLE        100,00\n',
    refused: 'file/not-a-table',
  },
  {
    name: 'a table that psql printed',
    content:
      ' id | nom  | montant \n----+------+---------\n  1 | Zoé  |   12.50\n  2 | Paul |    3.00\n  3 | Anne |    4.25\n(3 rows)\n\n',
    columns: ['id text', 'nom text', 'montant number'],
    rows: [
      ['1', ' Zoé  ', 12.5],
      ['2', ' Paul ', 3],
      ['3', ' Anne ', 4.25],
    ],
    rejects: [[6, null, '(3 rows)', 'missing-columns']],
    repairs: { 'empty-lines-left-out': 2 },
    delimiter: '|',
  },
  {
    name: 'a table of Markdown',
    content: '| nom | ville | n |\n|-----|:-----:|--:|\n| A | Lyon | 1 |\n| B | Nice | 2 |\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      [' A ', ' Lyon ', 1],
      [' B ', ' Nice ', 2],
    ],
    repairs: { 'empty-lines-left-out': 1, 'empty-columns-left-out': 2 },
    delimiter: '|',
  },
  {
    name: 'every delimiter twice',
    content: 'nom;;ville;;n\nA;;Lyon;;1\nB;;Nice;;2\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['A', 'Lyon', 1],
      ['B', 'Nice', 2],
    ],
    repairs: { 'empty-columns-left-out': 2 },
  },
  {
    name: 'fields cut by a caret',
    content: 'nom^ville^n\nDupont^Lyon^1\nMartin^Nice^2\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['Dupont', 'Lyon', 1],
      ['Martin', 'Nice', 2],
    ],
    delimiter: '^',
  },
  {
    name: 'every line in quotes once more, as a spreadsheet saves lines in its first column',
    content:
      '"nom,ville,montant"\n"Dupont,Lyon,12.5"\n"Martin,""Saint-Étienne, Loire"",13.0"\n"Petit,Nice,1.5"\n',
    text: 'nom,ville,montant\nDupont,Lyon,12.5\nMartin,"Saint-Étienne, Loire",13.0\nPetit,Nice,1.5\n',
    columns: ['nom text', 'ville text', 'montant number'],
    rows: [
      ['Dupont', 'Lyon', 12.5],
      ['Martin', 'Saint-Étienne, Loire', 13],
      ['Petit', 'Nice', 1.5],
    ],
    repairs: { 'quoted-lines-unwrapped': 4 },
    delimiter: ',',
  },
  {
    name: 'comments between the rows are listed',
    content: '# extrait\nnom;ville;n\nA;Lyon;1\n# page 2\nB;Nice;2\nC;Pau;3\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['A', 'Lyon', 1],
      ['B', 'Nice', 2],
      ['C', 'Pau', 3],
    ],
    rejects: [[4, null, '# page 2', 'missing-columns']],
    repairs: { 'title-lines-skipped': 1 },
  },
  {
    name: 'a header that lacks two names',
    content: 'nom;ville\nA;Lyon;1;x\nB;Nice;2;y\nC;Pau;3;z\n',
    columns: ['nom text', 'ville text', 'column_3 integer', 'column_4 text'],
    rows: [
      ['A', 'Lyon', 1, 'x'],
      ['B', 'Nice', 2, 'y'],
      ['C', 'Pau', 3, 'z'],
    ],
    repairs: { 'header-made-up': 2 },
  },
  {
    name: 'a delimiter too many in the header only',
    content: 'nom;ville;n;\nDupont;Lyon;1\nMartin;Nice;2\n',
    columns: ['nom text', 'ville text', 'n integer'],
    rows: [
      ['Dupont', 'Lyon', 1],
      ['Martin', 'Nice', 2],
    ],
  },
  {
    name: 'Excel leaves out the last columns of blocks of rows where they are empty',
    content: `client;montant;remarque\n${blocks.map(([client, amount, note]) => (note ? `${client};${String(amount).replace('.', ',')};${note}` : `${client};${String(amount).replace('.', ',')}`)).join('\n')}\n`,
    columns: ['client text', 'montant number', 'remarque text'],
    rows: blocks,
    repairs: { 'decimal-comma': 40, 'short-lines-filled': 24 },
  },
  {
    name: 'one row of 300 columns',
    content: `${many.map((n) => `q${n}`).join('\t')}\n${many.map((n) => n * 1.5).join('\t')}\n`,
    columns: many.map((n) => `q${n} ${n % 2 === 0 ? 'integer' : 'number'}`),
    rows: [many.map((n) => n * 1.5)],
    delimiter: '\t',
  },
  {
    name: 'a bare field of three million letters',
    content: `nom;texte\nA;${'e'.repeat(3_000_000)}\nB;court\n`,
    columns: ['nom text', 'texte text'],
    rows: [
      ['A', 'e'.repeat(3_000_000)],
      ['B', 'court'],
    ],
  },
  {
    name: 'a file cut in the middle of a line',
    content: 'client;jour;montant\nA;31/01/2024;1,50\nB;15/02/2024;2,50\nC;16/0',
    columns: ['client text', 'jour date', 'montant number'],
    rows: [
      ['A', '2024-01-31', 1.5],
      ['B', '2024-02-15', 2.5],
    ],
    rejects: [[4, null, 'C;16/0', 'missing-columns']],
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'a quote before a delimiter within quotes cuts the line into too many fields',
    content: 'n;nom;ville\n1;"Jean "Jojo"; dit le Grand";Lyon\n2;"Paul";Nice\n3;"Anne";Pau\n',
    columns: ['n integer', 'nom text', 'ville text'],
    rows: [
      [2, 'Paul', 'Nice'],
      [3, 'Anne', 'Pau'],
    ],
    rejects: [[2, null, '1;"Jean "Jojo"; dit le Grand";Lyon', 'too-many-columns']],
  },
  {
    name: 'an unclosed quote in the header',
    content: 'nom;"ville;n\nA;Lyon;1\nB;Nice;2\nC;"Pau";3\n',
    columns: ['nom text', '"ville text', 'n integer'],
    rows: [
      ['A', 'Lyon', 1],
      ['B', 'Nice', 2],
      ['C', 'Pau', 3],
    ],
  },
  {
    name: 'statements of SQL',
    content:
      "INSERT INTO `ps_orders` VALUES (1,'XKBKNABJK',1,'61.80');\nINSERT INTO `ps_orders` VALUES (2,'OHSATSERP',1,'169.90');\nINSERT INTO `ps_orders` VALUES (3,'UOYEVOLI',2,'14.90');\n",
    refused: 'file/not-a-table',
  },
  {
    name: 'a card of an address book',
    content:
      'BEGIN:VCARD\nVERSION:3.0\nN:Faure;Zoé;;;\nFN:Zoé Faure\nTEL;TYPE=CELL:+33612345678\nEND:VCARD\n',
    refused: 'file/not-a-table',
  },
];
