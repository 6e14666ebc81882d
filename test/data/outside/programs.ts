import type { Outside } from './outside.js';

/** Exports of programs for customers, surveys and advertising, with what they put around their tables. */
export const programs: readonly Outside[] = [
  {
    name: 'a report of Salesforce with notes below it',
    content: `"Nom du compte","Date de création","Montant","Étape"
"Corvelle SARL","31/01/2024","1234,50","Gagnée"
"Petit & Fils","15/02/2024","99,00","Perdue"
"Martin","16/02/2024","0,50","Gagnée"


"Opportunités 2024"
"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."
"Confidential Information - Do Not Distribute"
`,
    columns: ['Nom du compte text', 'Date de création date', 'Montant number', 'Étape text'],
    rows: [
      ['Corvelle SARL', '2024-01-31', 1234.5, 'Gagnée'],
      ['Petit & Fils', '2024-02-15', 99, 'Perdue'],
      ['Martin', '2024-02-16', 0.5, 'Gagnée'],
    ],
    repairs: { 'decimal-comma': 3, 'empty-lines-left-out': 2 },
    rejects: [
      [7, null, '"Opportunités 2024"', 'missing-columns'],
      [8, null, '"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."', 'missing-columns'],
      [9, null, '"Confidential Information - Do Not Distribute"', 'missing-columns'],
    ],
  },
  {
    name: 'a report of Google Ads with dashes for nothing and totals below',
    content: `Rapport sur les campagnes
1 mars 2024 - 31 mars 2024
Campagne,Budget,Clics,Coût,Taux de conv.
Marque,"12,50",1234,"345,67","3,25 %"
Générique, --,12,"1 002,00"," --"
Total : Compte, --,1246,"1 347,67","3,10 %"
`,
    columns: ['Campagne text', 'Budget number', 'Clics integer', 'Coût number', 'Taux de conv. number'],
    rows: [
      ['Marque', 12.5, 1234, 345.67, 0.0325],
      ['Générique', null, 12, 1002, null],
    ],
    repairs: {
      'title-lines-skipped': 2,
      'decimal-comma': 4,
      'thousands-mark': 2,
      'total-lines-left-out': 1,
    },
    removed: [6],
    sums: { Coût: 1347.67 },
  },
  {
    name: 'answers to a form of Google: UTC behind AM and PM, choices with semicolons',
    content: `"Horodateur","Votre e-mail","Recommanderiez-vous notre magasin ?
(0 à 10)","Rayons visités"
"2024/03/01 10:15:23 AM UTC+1","zoe@exemple.fr","9","Cuisine;Salon"
"2024/03/31 1:05:00 PM UTC+2","paul@exemple.fr","10","Salon"
`,
    columns: [
      'Horodateur timestamp',
      'Votre e-mail text',
      'Recommanderiez-vous notre magasin ? (0 à 10) integer',
      'Rayons visités text',
    ],
    rows: [
      ['2024-03-01T10:15:23', 'zoe@exemple.fr', 9, 'Cuisine;Salon'],
      ['2024-03-31T13:05:00', 'paul@exemple.fr', 10, 'Salon'],
    ],
    roles: { 'Votre e-mail': 'email', 'Recommanderiez-vous notre magasin ? (0 à 10)': 'nps' },
  },
  {
    name: 'answers to SurveyMonkey: a second line of names',
    content: `RespondentID,CollectorID,Date Created,Quel rayon ?,,Note
,,,Cuisine,Salon,Response
11500001,4001,03/31/2024 10:15:23 AM,Cuisine,,9
11500002,4001,03/31/2024 11:00:00 AM,,Salon,7
11500003,4001,04/01/2024 09:30:00 AM,Cuisine,Salon,10
`,
    columns: [
      'RespondentID text',
      'CollectorID text',
      'Date Created timestamp',
      'Quel rayon ? Cuisine text',
      'Quel rayon ? Salon text',
      'Note Response integer',
    ],
    rows: [
      ['11500001', '4001', '2024-03-31T10:15:23', 'Cuisine', null, 9],
      ['11500002', '4001', '2024-03-31T11:00:00', null, 'Salon', 7],
      ['11500003', '4001', '2024-04-01T09:30:00', 'Cuisine', 'Salon', 10],
    ],
    repairs: { 'header-lines-joined': 1 },
  },
  {
    name: 'customers of Shopify with apostrophes before digits',
    content: `Customer ID,First Name,Last Name,Email,Default Address Zip,Phone,Total Spent,Total Orders
'5011234567890,Zoé,Faure,zoe@exemple.fr,'01000,'+33612345678,123.40,2
'5011234567891,Paul,Petit,paul@exemple.fr,'75011,,0.00,0
`,
    columns: [
      'Customer ID text',
      'First Name text',
      'Last Name text',
      'Email text',
      'Default Address Zip text',
      'Phone text',
      'Total Spent number',
      'Total Orders integer',
    ],
    rows: [
      ['5011234567890', 'Zoé', 'Faure', 'zoe@exemple.fr', '01000', '+33612345678', 123.4, 2],
      ['5011234567891', 'Paul', 'Petit', 'paul@exemple.fr', '75011', null, 0, 0],
    ],
    repairs: { 'text-marks-removed': 5 },
    roles: { 'Customer ID': 'customer_id', Email: 'email' },
  },
  {
    name: 'a ledger in groups: the account above its lines, its total below',
    content: `Grand livre auxiliaire
Période du 01/01/24 au 31/12/24

Date;Journal;N° pièce;Libellé;Débit;Crédit
411DUPONT - Dupont SA;;;;;
05/01/24;VE;FA001;Facture;120,00;
31/01/24;BQ;VIR12;Virement;;120,00
Total 411DUPONT;;;;120,00;120,00
411PETIT - Petit et fils;;;;;
15/02/24;VE;FA002;Facture;60,50;
Total 411PETIT;;;;60,50;0,00
`,
    columns: ['Date date', 'Journal text', 'N° pièce text', 'Libellé text', 'Débit number', 'Crédit number'],
    rows: [
      [null, null, null, null, null, null],
      ['2024-01-05', 'VE', 'FA001', 'Facture', 120, null],
      ['2024-01-31', 'BQ', 'VIR12', 'Virement', null, 120],
      [null, null, null, null, null, null],
      ['2024-02-15', 'VE', 'FA002', 'Facture', 60.5, null],
    ],
    rejects: [
      [5, 'Date', '411DUPONT - Dupont SA', 'not-a-date'],
      [9, 'Date', '411PETIT - Petit et fils', 'not-a-date'],
    ],
    repairs: {
      'title-lines-skipped': 2,
      'decimal-comma': 3,
      'two-digit-years': 3,
      'total-lines-left-out': 2,
    },
    removed: [8, 11],
  },
  {
    name: 'amounts in several currencies are read and said',
    content: 'client;montant\nA;12,50 €\nB;15,00 $\nC;10,00 €\nD;8,00 £\n',
    columns: ['client text', 'montant number'],
    rows: [
      ['A', 12.5],
      ['B', 15],
      ['C', 10],
      ['D', 8],
    ],
    repairs: { 'decimal-comma': 4, 'currency-sign': 4, 'several-currencies': 2 },
    currency: 'EUR',
  },
  {
    name: 'sales across: months as names, a total at the right and one below',
    content:
      'Magasin;janv-24;févr-24;Total\nLille;10,50;20,00;30,50\nNice;5,00;6,00;11,00\nTotal;15,50;26,00;41,50\n',
    columns: ['Magasin text', 'janv-24 number', 'févr-24 number', 'Total number'],
    rows: [
      ['Lille', 10.5, 20, 30.5],
      ['Nice', 5, 6, 11],
    ],
    repairs: { 'decimal-comma': 6, 'total-lines-left-out': 1 },
    removed: [4],
  },
  {
    name: 'a dump with escaped quotes and backslashes, as MySQL writes outfiles',
    content:
      '"id","nom","chemin"\n"1","dit \\"Jojo\\", le grand","C:\\\\photos"\n"2","L\'Été","C:\\\\docs"\n"3","fin \\"","x"\n',
    text: '"id","nom","chemin"\n"1","dit ""Jojo"", le grand","C:\\photos"\n"2","L\'Été","C:\\docs"\n"3","fin ""","x"\n',
    columns: ['id text', 'nom text', 'chemin text'],
    rows: [
      ['1', 'dit "Jojo", le grand', 'C:\\photos'],
      ['2', "L'Été", 'C:\\docs'],
      ['3', 'fin "', 'x'],
    ],
    repairs: { 'backslashes-read': 3 },
  },
  {
    name: 'brackets around names, as SQL Server has them',
    content: '[id];[nom];[total]\n1;Zoé;12.50\n2;Paul;3.00\n',
    columns: ['[id] text', '[nom] text', '[total] number'],
    rows: [
      ['1', 'Zoé', 12.5],
      ['2', 'Paul', 3],
    ],
  },
  {
    name: 'a header behind a hash',
    content: '#order_id,customer,total\nF1,Zoé,12.50\nF2,Paul,3.00\n',
    columns: ['#order_id text', 'customer text', 'total number'],
    rows: [
      ['F1', 'Zoé', 12.5],
      ['F2', 'Paul', 3],
    ],
    roles: { '#order_id': 'order_id' },
  },
];
