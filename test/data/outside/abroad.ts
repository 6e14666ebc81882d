import { inPage } from '../corpus/bytes.js';
import type { Outside } from './outside.js';

const german =
  'Kundennr;Name;Ort;Umsatz;Datum\r\n1001;Müller GmbH;Köln;1.234,50;31.12.2024\r\n1002;Weiß & Söhne;München;99,00;01.02.2024\r\n';

/** Files from other countries. */
export const abroad: readonly Outside[] = [
  {
    name: 'Germany: points for thousands, days with points',
    content: inPage('windows-1252', german),
    text: german,
    encoding: 'windows-1252',
    columns: ['Kundennr text', 'Name text', 'Ort text', 'Umsatz number', 'Datum date'],
    rows: [
      ['1001', 'Müller GmbH', 'Köln', 1234.5, '2024-12-31'],
      ['1002', 'Weiß & Söhne', 'München', 99, '2024-02-01'],
    ],
    repairs: { decoded: 1, 'decimal-comma': 2, 'thousands-mark': 2 },
    roles: { Kundennr: 'customer_id' },
  },
  {
    name: 'Germany: written months',
    content:
      'Datum;Betrag\n31. Dezember 2024;10,00 €\n5. März 2024;20,00 €\n1. Mai 2024;30,00 €\n12. Okt. 2024;1,00 €\n',
    columns: ['Datum date', 'Betrag number'],
    rows: [
      ['2024-12-31', 10],
      ['2024-03-05', 20],
      ['2024-05-01', 30],
      ['2024-10-12', 1],
    ],
    repairs: { 'decimal-comma': 4, 'currency-sign': 4 },
    currency: 'EUR',
  },
  {
    name: 'Switzerland: apostrophes and francs in the header',
    content: "Datum;Kunde;Betrag CHF\n31.12.2024;Zürich AG;1'234.50\n01.02.2024;Genève SA;99.00\n",
    columns: ['Datum date', 'Kunde text', 'Betrag CHF number'],
    rows: [
      ['2024-12-31', 'Zürich AG', 1234.5],
      ['2024-02-01', 'Genève SA', 99],
    ],
    repairs: { 'thousands-mark': 2 },
    currency: 'CHF',
  },
  {
    name: 'Switzerland: round francs written with a dash',
    content: "Article;Prix\nMontre;CHF 1'250.–\nSac;CHF 89.90\nCarte;CHF 5.-\n",
    columns: ['Article text', 'Prix number'],
    rows: [
      ['Montre', 1250],
      ['Sac', 89.9],
      ['Carte', 5],
    ],
    repairs: { 'thousands-mark': 3, 'currency-sign': 3 },
    currency: 'CHF',
  },
  {
    name: 'Spain: months in Spanish',
    content:
      'Fecha;Cliente;Importe\n15-ene-2024;García;1.234,50\n3-dic-2024;Peña;12,00\n31-ago-2024;Núñez;7,25\n',
    columns: ['Fecha date', 'Cliente text', 'Importe number'],
    rows: [
      ['2024-01-15', 'García', 1234.5],
      ['2024-12-03', 'Peña', 12],
      ['2024-08-31', 'Núñez', 7.25],
    ],
    repairs: { 'decimal-comma': 3, 'thousands-mark': 3 },
  },
  {
    name: 'Brazil: reais',
    content: 'Data;Cliente;Valor\n31/12/2024;João;R$ 1.234,50\n01/02/2024;Conceição;R$ 12,00\n',
    columns: ['Data date', 'Cliente text', 'Valor number'],
    rows: [
      ['2024-12-31', 'João', 1234.5],
      ['2024-02-01', 'Conceição', 12],
    ],
    repairs: { 'decimal-comma': 2, 'thousands-mark': 2, 'currency-sign': 2 },
    currency: 'BRL',
  },
  {
    name: 'Poland and Sweden: złoty and a code',
    content: 'Klient;Kwota;Pris\nŁukasz;1 234,50 zł;1 250,00 SEK\nŻaneta;12,00 zł;75,50 SEK\n',
    columns: ['Klient text', 'Kwota number', 'Pris number'],
    rows: [
      ['Łukasz', 1234.5, 1250],
      ['Żaneta', 12, 75.5],
    ],
    repairs: { 'decimal-comma': 4, 'thousands-mark': 4, 'currency-sign': 4 },
    currency: 'PLN',
  },
  {
    name: 'codes of currencies that are less frequent',
    content: 'Client;Montant\nA;12,50 MAD\nB;1 000,00 MAD\nC;3,00 MAD\n',
    columns: ['Client text', 'Montant number'],
    rows: [
      ['A', 12.5],
      ['B', 1000],
      ['C', 3],
    ],
    repairs: { 'decimal-comma': 3, 'thousands-mark': 3, 'currency-sign': 3 },
    currency: 'MAD',
  },
  {
    name: 'United States: month first and dollars in parentheses',
    content:
      'Order Date,Order ID,Customer,Sales\n12/31/2024,CA-1001,Ann Chong,"$1,234.50"\n1/5/2024,CA-1002,Bob Lee,($12.50)\n',
    columns: ['Order Date date', 'Order ID text', 'Customer text', 'Sales number'],
    rows: [
      ['2024-12-31', 'CA-1001', 'Ann Chong', 1234.5],
      ['2024-01-05', 'CA-1002', 'Bob Lee', -12.5],
    ],
    repairs: { 'thousands-mark': 2, 'currency-sign': 2, 'negative-form': 1 },
    roles: { 'Order Date': 'order_date', 'Order ID': 'order_id' },
    currency: 'USD',
  },
];
