import { inPage } from '../corpus/bytes.js';
import type { Outside } from './outside.js';

const statement = `Téléchargement du 31/03/2024;\r
;\r
Compte de Dépôt carte n° 12345678901;\r
Solde au 31/03/2024 1 234,56 \u00a0€\r
;\r
Liste des opérations du compte entre le 01/03/2024 et le 31/03/2024;\r
;\r
Date;Libellé;Débit euros;Crédit euros;\r
29/03/2024;"PAIEMENT PAR CARTE\r
X1234 CARREFOUR LYON 28/03\r
";45,60;;\r
28/03/2024;"VIREMENT EN VOTRE FAVEUR\r
SARL DUPONT\r
";;1\u00a0200,00;\r
`;

const fec = `JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\r
VE|Ventes|000001|20240131|411000|Clients|C00012|Dupont S.A.|FA-001|20240131|Facture FA-001|1234,50|0,00|A|20240215|20240229|1300,00|USD\r
VE|Ventes|000001|20240131|706000|Prestations|||FA-001|20240131|Facture FA-001|0,00|1028,75|||20240229||\r
VE|Ventes|000001|20240131|445710|TVA collectée|||FA-001|20240131|Facture FA-001|0,00|205,75|||20240229||\r
`;

/** Bank statements, accounting programs, tills. */
export const accounting: readonly Outside[] = [
  {
    name: 'a bank statement with six lines of titles and labels over several lines',
    content: inPage('windows-1252', statement),
    text: statement,
    encoding: 'windows-1252',
    columns: ['Date date', 'Libellé text', 'Débit euros number', 'Crédit euros number'],
    rows: [
      ['2024-03-29', 'PAIEMENT PAR CARTE\r\nX1234 CARREFOUR LYON 28/03\r\n', 45.6, null],
      ['2024-03-28', 'VIREMENT EN VOTRE FAVEUR\r\nSARL DUPONT\r\n', null, 1200],
    ],
    repairs: {
      decoded: 1,
      'title-lines-skipped': 4,
      'decimal-comma': 2,
      'thousands-mark': 1,
      'empty-columns-left-out': 1,
    },
    currency: 'EUR',
    delimiter: ';',
  },
  {
    name: 'a bank statement under lines of a name and a value',
    content: `Numéro Compte   ;0123456A020
Type         ;CCP
Compte tenu en  ;euros
Date            ;31/03/2024
Solde (EUROS)   ;1234,56

Date;Libellé;Montant(EUROS)
30/03/2024;"ACHAT CB BOULANGERIE";-12,50
29/03/2024;"VIREMENT DE M MARTIN";250,00
28/03/2024;"PRELEVEMENT EDF";-89,90
`,
    columns: ['Date date', 'Libellé text', 'Montant(EUROS) number'],
    rows: [
      ['2024-03-30', 'ACHAT CB BOULANGERIE', -12.5],
      ['2024-03-29', 'VIREMENT DE M MARTIN', 250],
      ['2024-03-28', 'PRELEVEMENT EDF', -89.9],
    ],
    repairs: { 'title-lines-skipped': 5, 'decimal-comma': 3 },
    sums: { 'Montant(EUROS)': 147.6 },
    currency: 'EUR',
  },
  {
    name: 'a bank statement with an opening and a closing balance as rows',
    content: `Date opération;Date valeur;Libellé;Montant;Solde
;;SOLDE INITIAL;;1 000,00
02/03/2024;03/03/2024;CB CARREFOUR;-50,25;949,75
15/03/2024;15/03/2024;VIR SALAIRE;+2 000,00;2 949,75
`,
    columns: ['Date opération date', 'Date valeur date', 'Libellé text', 'Montant number', 'Solde number'],
    rows: [
      [null, null, 'SOLDE INITIAL', null, 1000],
      ['2024-03-02', '2024-03-03', 'CB CARREFOUR', -50.25, 949.75],
      ['2024-03-15', '2024-03-15', 'VIR SALAIRE', 2000, 2949.75],
    ],
    repairs: { 'decimal-comma': 5, 'thousands-mark': 5 },
  },
  {
    name: 'the entries that French tax law asks for (FEC)',
    content: inPage('iso-8859-15', fec),
    text: fec,
    // Without a euro sign or an œ both code pages say the same.
    encoding: 'windows-1252',
    columns: [
      'JournalCode text',
      'JournalLib text',
      'EcritureNum text',
      'EcritureDate date',
      'CompteNum text',
      'CompteLib text',
      'CompAuxNum text',
      'CompAuxLib text',
      'PieceRef text',
      'PieceDate date',
      'EcritureLib text',
      'Debit number',
      'Credit number',
      'EcritureLet text',
      'DateLet date',
      'ValidDate date',
      'Montantdevise number',
      'Idevise text',
    ],
    rows: [
      [
        'VE',
        'Ventes',
        '000001',
        '2024-01-31',
        '411000',
        'Clients',
        'C00012',
        'Dupont S.A.',
        'FA-001',
        '2024-01-31',
        'Facture FA-001',
        1234.5,
        0,
        'A',
        '2024-02-15',
        '2024-02-29',
        1300,
        'USD',
      ],
      [
        'VE',
        'Ventes',
        '000001',
        '2024-01-31',
        '706000',
        'Prestations',
        null,
        null,
        'FA-001',
        '2024-01-31',
        'Facture FA-001',
        0,
        1028.75,
        null,
        null,
        '2024-02-29',
        null,
        null,
      ],
      [
        'VE',
        'Ventes',
        '000001',
        '2024-01-31',
        '445710',
        'TVA collectée',
        null,
        null,
        'FA-001',
        '2024-01-31',
        'Facture FA-001',
        0,
        205.75,
        null,
        null,
        '2024-02-29',
        null,
        null,
      ],
    ],
    repairs: { decoded: 1, 'decimal-comma': 7 },
    sums: { Debit: 1234.5, Credit: 1234.5 },
    delimiter: '|',
  },
  {
    name: 'accounting lines without a header and with days of six digits',
    content: `VT;010124;411DUPONT;FA0001;Facture Dupont;120,00;D
VT;010124;706000;FA0001;Facture Dupont;100,00;C
VT;010124;445710;FA0001;Facture Dupont;20,00;C
`,
    columns: [
      'column_1 text',
      'column_2 text',
      'column_3 text',
      'column_4 text',
      'column_5 text',
      'column_6 number',
      'column_7 text',
    ],
    rows: [
      ['VT', '010124', '411DUPONT', 'FA0001', 'Facture Dupont', 120, 'D'],
      ['VT', '010124', '706000', 'FA0001', 'Facture Dupont', 100, 'C'],
      ['VT', '010124', '445710', 'FA0001', 'Facture Dupont', 20, 'C'],
    ],
    repairs: { 'header-made-up': 7, 'decimal-comma': 3 },
  },
  {
    name: 'a ledger with the word Total in its fourth column',
    content: `Date;Journal;Compte;Libellé;Débit;Crédit
31/01/2024;VE;411000;Facture 12;1\u00a0234,50;
31/01/2024;VE;706000;Facture 12;;1\u00a0028,75
31/01/2024;VE;445710;Facture 12;;205,75
;;;Total;1\u00a0234,50;1\u00a0234,50
`,
    columns: ['Date date', 'Journal text', 'Compte integer', 'Libellé text', 'Débit number', 'Crédit number'],
    rows: [
      ['2024-01-31', 'VE', 411000, 'Facture 12', 1234.5, null],
      ['2024-01-31', 'VE', 706000, 'Facture 12', null, 1028.75],
      ['2024-01-31', 'VE', 445710, 'Facture 12', null, 205.75],
    ],
    repairs: { 'decimal-comma': 3, 'thousands-mark': 3, 'total-lines-left-out': 1 },
    removed: [5],
  },
  {
    name: 'the Z report of a till, with groups and their totals',
    content: `RAPPORT Z n° 0123
Caisse 1 - 31/03/2024 19:45

Désignation;Qté;CA TTC
Café;45;67,50
Croissant;30;36,00
Sous-total Bar;75;103,50

Menu midi;20;298,00
Sous-total Restauration;20;298,00

TOTAL TTC;95;401,50
`,
    columns: ['Désignation text', 'Qté integer', 'CA TTC number'],
    rows: [
      ['Café', 45, 67.5],
      ['Croissant', 30, 36],
      ['Menu midi', 20, 298],
    ],
    repairs: {
      'title-lines-skipped': 2,
      'decimal-comma': 3,
      'total-lines-left-out': 3,
      'empty-lines-left-out': 2,
    },
    removed: [7, 10, 12],
    sums: { 'CA TTC': 401.5 },
  },
  {
    name: 'a list of invoices with credit notes and a total without VAT behind dashes',
    content: `N° facture;Date;Code client;Client;Total HT;TVA;Total TTC
FA24-0001;05/01/2024;CLI001;Boulangerie Martin;100,00;20,00;120,00
FA24-0002;15/01/2024;CLI002;SARL Petit;250,50;50,10;300,60
AV24-0001;31/01/2024;CLI001;Boulangerie Martin;-10,00;-2,00;-12,00
---------;----------;------;------------------;--------;------;------
Total;;;;340,50;68,10;408,60
`,
    columns: [
      'N° facture text',
      'Date date',
      'Code client text',
      'Client text',
      'Total HT number',
      'TVA number',
      'Total TTC number',
    ],
    rows: [
      ['FA24-0001', '2024-01-05', 'CLI001', 'Boulangerie Martin', 100, 20, 120],
      ['FA24-0002', '2024-01-15', 'CLI002', 'SARL Petit', 250.5, 50.1, 300.6],
      ['AV24-0001', '2024-01-31', 'CLI001', 'Boulangerie Martin', -10, -2, -12],
    ],
    repairs: { 'decimal-comma': 9, 'empty-lines-left-out': 1, 'total-lines-left-out': 1 },
    removed: [6],
    roles: { 'N° facture': 'order_id', Date: 'order_date', 'Code client': 'customer_id' },
    sums: { 'Total HT': 340.5, 'Total TTC': 408.6 },
  },
];
