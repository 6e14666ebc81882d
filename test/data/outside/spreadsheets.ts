import { inPage, utf16 } from '../corpus/bytes.js';
import type { Outside } from './outside.js';

const mac =
  'Nom;Prénom;Né le;Dépenses\rFaure;Zoé;31/12/1985;1\u00a0234,50 €\rCôté;Hélène;01/02/1990;12,00 €\r';

/** What spreadsheets write, and what they do to values on the way. */
export const spreadsheets: readonly Outside[] = [
  {
    name: 'Excel: Unicode text with amounts in euros',
    content: utf16(
      'Client\tDate\tMontant\r\nZoé\t31/12/2024\t1\u202f234,50\u00a0€\r\nPaul\t01/02/2024\t-12,50\u00a0€\r\n',
      'le',
      true,
    ),
    encoding: 'utf-16le',
    delimiter: '\t',
    columns: ['Client text', 'Date date', 'Montant number'],
    rows: [
      ['Zoé', '2024-12-31', 1234.5],
      ['Paul', '2024-02-01', -12.5],
    ],
    repairs: { decoded: 1, 'decimal-comma': 2, 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'EUR',
    // Who only brought something back is no customer.
    sales: { revenue: 1222, orders: 1, customers: 1, firstDate: '2024-02-01', lastDate: '2024-12-31' },
  },
  {
    name: 'Excel: CSV for Macintosh',
    content: inPage('macintosh', mac),
    text: mac,
    encoding: 'macintosh',
    columns: ['Nom text', 'Prénom text', 'Né le date', 'Dépenses number'],
    rows: [
      ['Faure', 'Zoé', '1985-12-31', 1234.5],
      ['Côté', 'Hélène', '1990-02-01', 12],
    ],
    repairs: { decoded: 1, 'decimal-comma': 2, 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'EUR',
  },
  {
    name: 'Numbers: the name of the table above its header',
    content: 'Tableau 1\n\nNom;Prix;Quantité\nBol;12,50;3\nLampe;45,00;1\n',
    columns: ['Nom text', 'Prix number', 'Quantité integer'],
    rows: [
      ['Bol', 12.5, 3],
      ['Lampe', 45, 1],
    ],
    repairs: { 'title-lines-skipped': 1, 'decimal-comma': 2 },
  },
  {
    name: 'LibreOffice: quotes around texts only, truth values and clocks',
    content:
      '"Nom","Actif","Heure","Remise"\n"Zoé",VRAI,08:30:00,"12,5 %"\n"Paul",FAUX,17:45:00,"5 %"\n"Anne",VRAI,09:00:00,"0 %"\n',
    columns: ['Nom text', 'Actif boolean', 'Heure text', 'Remise number'],
    rows: [
      ['Zoé', true, '08:30:00', 0.125],
      ['Paul', false, '17:45:00', 0.05],
      ['Anne', true, '09:00:00', 0],
    ],
    repairs: { 'decimal-comma': 3 },
  },
  {
    name: 'prices that a spreadsheet turned into months are listed',
    content: 'Produit;Prix\nBol;15.99\nLampe;12.mai\nCarte;20.50\nVase;mars-24\nPlat;8.75\nTasse;9.10\n',
    columns: ['Produit text', 'Prix number'],
    rows: [
      ['Bol', 15.99],
      ['Lampe', null],
      ['Carte', 20.5],
      ['Vase', null],
      ['Plat', 8.75],
      ['Tasse', 9.1],
    ],
    rejects: [
      [3, 'Prix', '12.mai', 'not-a-number'],
      [5, 'Prix', 'mars-24', 'not-a-number'],
    ],
  },
  {
    name: 'cells too narrow for their value are listed',
    content:
      'Date;Client;Montant\n31/01/2024;A;12,50\n########;B;3,00\n15/02/2024;C;########\n16/02/2024;D;4,00\n',
    columns: ['Date date', 'Client text', 'Montant number'],
    rows: [
      ['2024-01-31', 'A', 12.5],
      [null, 'B', 3],
      ['2024-02-15', 'C', null],
      ['2024-02-16', 'D', 4],
    ],
    rejects: [
      [3, 'Date', '########', 'not-a-date'],
      [4, 'Montant', '########', 'not-a-number'],
    ],
    repairs: { 'decimal-comma': 3 },
  },
  {
    name: 'large amounts in scientific notation with a decimal comma',
    content: 'Région;CA\nNord;1,23E+05\nSud;98765,40\nOuest;1,5E+06\n',
    columns: ['Région text', 'CA number'],
    rows: [
      ['Nord', 123000],
      ['Sud', 98765.4],
      ['Ouest', 1500000],
    ],
    repairs: { 'decimal-comma': 3 },
  },
  {
    name: 'bar codes that went through a spreadsheet stay as they are',
    content: 'EAN;Produit;Prix\n3,01762E+12;Pâte;3,20\n3,22886E+12;Eau;0,80\n',
    columns: ['EAN text', 'Produit text', 'Prix number'],
    rows: [
      ['3,01762E+12', 'Pâte', 3.2],
      ['3,22886E+12', 'Eau', 0.8],
    ],
    repairs: { 'decimal-comma': 2 },
  },
  {
    name: 'months with a year of two digits are no days',
    content: 'Mois;CA\njanv-24;1200\nfévr-24;1350\nmars-24;990\n',
    columns: ['Mois text', 'CA integer'],
    rows: [
      ['janv-24', 1200],
      ['févr-24', 1350],
      ['mars-24', 990],
    ],
  },
  {
    name: 'texts protected by an equals sign lose it',
    content: 'Code postal;Téléphone;Ville\n="01000";="0612345678";Bourg\n="06000";="0712345678";Nice\n',
    columns: ['Code postal text', 'Téléphone text', 'Ville text'],
    rows: [
      ['01000', '0612345678', 'Bourg'],
      ['06000', '0712345678', 'Nice'],
    ],
    repairs: { 'text-marks-removed': 4 },
  },
];
