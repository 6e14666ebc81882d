import type { Outside } from './outside.js';

/** What online services write: shops, statistics of visits, advertisements, newsletters. */
export const marketing: readonly Outside[] = [
  {
    name: 'a table of a shop exported from phpMyAdmin, NULL without quotes',
    content: `"id_order","reference","id_customer","total_paid","date_add","note"
"1","XKBKNABJK","1","61.800000","2024-01-31 10:12:13",NULL
"2","OHSATSERP","1","169.900000","2024-02-01 08:00:00","cadeau"
"3","UOYEVOLI","2","14.900000","2024-02-02 00:00:00",NULL
`,
    columns: [
      'id_order text',
      'reference text',
      'id_customer text',
      'total_paid number',
      'date_add timestamp',
      'note text',
    ],
    rows: [
      ['1', 'XKBKNABJK', '1', 61.8, '2024-01-31T10:12:13', null],
      ['2', 'OHSATSERP', '1', 169.9, '2024-02-01T08:00:00', 'cadeau'],
      ['3', 'UOYEVOLI', '2', 14.9, '2024-02-02T00:00:00', null],
    ],
    repairs: { 'null-words-emptied': 2 },
    roles: { id_order: 'order_id', id_customer: 'customer_id', date_add: 'order_date' },
    sales: { revenue: 246.6, orders: 3, customers: 2, firstDate: '2024-01-31', lastDate: '2024-02-02' },
  },
  {
    name: 'a dump of MySQL with \\N for NULL, tabs, no header',
    content: `1\tZoé\t2024-01-31\t12.50\t\\N
2\tPaul\t2024-02-15\t\\N\tvip
3\tAnne\t\\N\t7.00\t\\N
`,
    columns: ['column_1 integer', 'column_2 text', 'column_3 date', 'column_4 number', 'column_5 text'],
    rows: [
      [1, 'Zoé', '2024-01-31', 12.5, null],
      [2, 'Paul', '2024-02-15', null, 'vip'],
      [3, 'Anne', null, 7, null],
    ],
    repairs: { 'header-made-up': 5, 'null-words-emptied': 2 },
  },
  {
    name: 'statistics of visits: comments above, sums in the last row, a second table below',
    content: `# ----------------------------------------
# Toutes les données du site Web
# Acquisition
# 20240301-20240331
# ----------------------------------------

Source,Pages vues,Sessions,Taux de rebond
google,"1 234","2 345","45,12 %"
(direct),812,954,"51,00 %"
facebook,12,14,"78,57 %"
,"2 058","3 313","49,80 %"

Indice des jours,Utilisateurs
01/03/2024,40
02/03/2024,41
`,
    columns: ['Source text', 'Pages vues integer', 'Sessions integer', 'Taux de rebond number'],
    rows: [
      ['google', 1234, 2345, 0.4512],
      ['(direct)', 812, 954, 0.51],
      ['facebook', 12, 14, 0.7857],
    ],
    repairs: {
      'title-lines-skipped': 5,
      'thousands-mark': 6,
      'decimal-comma': 3,
      'total-lines-left-out': 1,
      'empty-lines-left-out': 1,
    },
    removed: [11],
    rejects: [
      [13, null, 'Indice des jours,Utilisateurs', 'missing-columns'],
      [14, null, '01/03/2024,40', 'missing-columns'],
      [15, null, '02/03/2024,41', 'missing-columns'],
    ],
  },
  {
    name: 'advertisements with the currency in a header',
    content: `"Début des rapports","Fin des rapports","Nom de la campagne","Statut","Résultats","Montant dépensé (EUR)","Impressions","CTR (tous)"
"2024-03-01","2024-03-31","Printemps – Lyon","active","12","123.45","10234","1.234567"
"2024-03-01","2024-03-31","Soldes, dernière démarque","inactive","","0","0",""
`,
    columns: [
      'Début des rapports date',
      'Fin des rapports date',
      'Nom de la campagne text',
      'Statut text',
      'Résultats integer',
      'Montant dépensé (EUR) number',
      'Impressions integer',
      'CTR (tous) number',
    ],
    rows: [
      ['2024-03-01', '2024-03-31', 'Printemps – Lyon', 'active', 12, 123.45, 10234, 1.234567],
      ['2024-03-01', '2024-03-31', 'Soldes, dernière démarque', 'inactive', null, 0, 0, null],
    ],
    currency: 'EUR',
  },
  {
    name: 'subscribers of a newsletter with tags in doubled quotes',
    content: `"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,LATITUDE,LONGITUDE,GMTOFF,LEID,EUID,NOTES,TAGS
zoe@exemple.fr,Zoé,Faure,5,"2023-05-04 12:00:01",90.12.34.56,48.8534000,-2.3488000,1,123456789,a1b2c3d4e5,,"""vip"",""fr"""
paul@exemple.fr,Paul,"O'Neil",2,"2023-06-14 08:30:00",,,,,123456790,f6e7d8c9b0,"appelé le 12, rappeler",
`,
    columns: [
      'Email Address text',
      'First Name text',
      'Last Name text',
      'MEMBER_RATING integer',
      'OPTIN_TIME timestamp',
      'OPTIN_IP text',
      'LATITUDE number',
      'LONGITUDE number',
      'GMTOFF integer',
      'LEID integer',
      'EUID text',
      'NOTES text',
      'TAGS text',
    ],
    rows: [
      [
        'zoe@exemple.fr',
        'Zoé',
        'Faure',
        5,
        '2023-05-04T12:00:01',
        '90.12.34.56',
        48.8534,
        -2.3488,
        1,
        123456789,
        'a1b2c3d4e5',
        null,
        '"vip","fr"',
      ],
      [
        'paul@exemple.fr',
        'Paul',
        "O'Neil",
        2,
        '2023-06-14T08:30:00',
        null,
        null,
        null,
        null,
        123456790,
        'f6e7d8c9b0',
        'appelé le 12, rappeler',
        null,
      ],
    ],
    roles: { 'Email Address': 'email' },
  },
  {
    name: 'payments with fees, days and clocks in columns of their own',
    content: `"Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Avant commission","Commission","Net","Numéro de transaction"
"31/12/2024","23:59:59","Europe/Berlin","Zoé Faure","Paiement Express Checkout","Terminé","EUR","1.234,56","-35,20","1.199,36","9AB12345CD678901E"
"30/12/2024","08:05:00","Europe/Berlin","","Virement","Terminé","EUR","-500,00","0,00","-500,00","1XY98765ZW432109K"
`,
    columns: [
      'Date date',
      'Heure text',
      'Fuseau horaire text',
      'Nom text',
      'Type text',
      'État text',
      'Devise text',
      'Avant commission number',
      'Commission number',
      'Net number',
      'Numéro de transaction text',
    ],
    rows: [
      [
        '2024-12-31',
        '23:59:59',
        'Europe/Berlin',
        'Zoé Faure',
        'Paiement Express Checkout',
        'Terminé',
        'EUR',
        1234.56,
        -35.2,
        1199.36,
        '9AB12345CD678901E',
      ],
      [
        '2024-12-30',
        '08:05:00',
        'Europe/Berlin',
        null,
        'Virement',
        'Terminé',
        'EUR',
        -500,
        0,
        -500,
        '1XY98765ZW432109K',
      ],
    ],
    repairs: { 'decimal-comma': 6, 'thousands-mark': 4 },
    currency: 'EUR',
  },
  {
    name: 'sales of a market place with lines of explanation and clocks of the United States',
    content: `"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"
"All amounts in USD, unless specified"
"Definitions:"
"Sales tax collected: Includes sales tax collected from buyers for product sales"
"date/time","settlement id","type","order id","sku","quantity","product sales","total"
"Jan 31, 2024 11:59:59 PM PST","12345678901","Order","111-1234567-1234567","SKU-1","1","1,024.99","899.99"
"Feb 1, 2024 12:05:00 AM PST","12345678901","Refund","111-1234567-1234567","SKU-1","1","-24.99","-20.00"
`,
    columns: [
      'date/time timestamp',
      'settlement id text',
      'type text',
      'order id text',
      'sku text',
      'quantity integer',
      'product sales number',
      'total number',
    ],
    rows: [
      ['2024-01-31T23:59:59', '12345678901', 'Order', '111-1234567-1234567', 'SKU-1', 1, 1024.99, 899.99],
      ['2024-02-01T00:05:00', '12345678901', 'Refund', '111-1234567-1234567', 'SKU-1', 1, -24.99, -20],
    ],
    repairs: { 'title-lines-skipped': 4, 'thousands-mark': 2 },
    roles: { 'order id': 'order_id', sku: 'product_id' },
  },
];
