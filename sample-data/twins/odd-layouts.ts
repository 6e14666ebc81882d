import { Random } from '../random.js';
import { utf16, utf8 } from './encode.js';
import { comma, dayFirst, point } from './forms.js';
import { makeLines } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Twin, type TwinTruth } from './twin.js';

/** Names that stand twice, differ in case only, or are missing. */
export function headersTwin(): Twin {
  const name = 'entetes_dupliques.csv';
  const sheet = new Sheet(',', '\n');
  const lines = makeLines(name, 40, 80);
  sheet.row(['Facture', 'Date', 'Client', 'client', 'Montant', 'Montant', '', '']);
  for (const line of lines) {
    sheet.row([
      line.order,
      line.day,
      line.customer,
      line.customerName,
      point(line.amountCents),
      point(line.unitCents),
      line.channel,
      '',
    ]);
  }
  const { revenue } = salesTruth(lines);
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      ...plain(lines.length),
      planted:
        'two columns of one name, two that differ in case, one without a name, one without name and values',
      delimiter: ',',
      repairs: { 'header-made-unique': 2, 'header-made-up': 1, 'empty-columns-left-out': 1 },
      warehouse_repairs: { 'returns-marked': lines.filter(({ isReturn }) => isReturn).length },
      totals: {
        Montant: revenue,
        Montant_2: lines.reduce((total, { unitCents }) => total + unitCents, 0) / 100,
      },
      sales: salesTruth(lines),
      extra: { columns: ['Facture', 'Date', 'Client', 'client_2', 'Montant', 'Montant_2', 'column_7'] },
    },
  };
}

/** What Excel calls "Unicode text": UTF-16 with its mark, and tabs. */
export function utf16Twin(): Twin {
  const name = 'utf16_bom.csv';
  const sheet = new Sheet('\t');
  const lines = makeLines(name, 30, 60);
  sheet.row(['Commande', 'Date', 'Client', 'Région', 'Montant']);
  for (const line of lines)
    sheet.row([line.order, dayFirst(line.day), line.customerName, line.region, comma(line.amountCents)]);
  const sold = lines.map((line) => ({ ...line, customer: line.customerName }));
  return {
    name,
    bytes: utf16(sheet.text),
    truth: {
      ...plain(lines.length),
      planted: 'UTF-16 with a byte-order mark, tabs',
      encoding: 'utf-16le',
      delimiter: '\t',
      repairs: { decoded: 1, 'decimal-comma': lines.length },
      warehouse_repairs: { 'returns-marked': lines.filter(({ isReturn }) => isReturn).length },
      totals: { Montant: salesTruth(lines).revenue },
      sales: salesTruth(sold),
    },
  };
}

const remarks = [
  'Livrer après 18 h ; sonner deux fois',
  'A dit : "rappelez-moi"\r\nÀ rappeler lundi',
  'Première ligne\nDeuxième ligne\n\nQuatrième ligne',
  '"',
  'Écran 15" rayé; échange demandé',
  '',
  'RAS',
];

/** Remarks of people: delimiters, quotes and line ends inside of quotes. */
export function quotesTwin(): Twin {
  const name = 'guillemets_multilignes.csv';
  const random = new Random(name, 'remarks');
  const sheet = new Sheet(';', '\n');
  const lines = makeLines(name, 30, 80);
  let filled = 0;
  sheet.row(['Commande', 'Date', 'Client', 'Remarque', 'Montant']);
  for (const line of lines) {
    const remark = random.pick(remarks);
    filled += Number(remark !== '');
    sheet.row([line.order, dayFirst(line.day), line.customer, remark, comma(line.amountCents)]);
  }
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      ...plain(lines.length),
      planted: 'line ends, delimiters and quotes inside of quoted remarks',
      repairs: { 'decimal-comma': lines.length },
      warehouse_repairs: { 'returns-marked': lines.filter(({ isReturn }) => isReturn).length },
      totals: { Montant: salesTruth(lines).revenue },
      sales: salesTruth(lines),
      extra: { remarks: filled, longest_remark: Math.max(...remarks.map(({ length }) => length)) },
    },
  };
}

/** A column that has a name and no value, and lines that end in a delimiter. */
export function emptyColumnTwin(): Twin {
  const name = 'une_colonne_vide.csv';
  const sheet = new Sheet(';', '\n');
  const lines = makeLines(name, 30, 60);
  sheet.row(['Commande', 'Date', 'Code promo', 'Client', 'Montant', '']);
  for (const line of lines)
    sheet.row([line.order, dayFirst(line.day), '', line.customer, comma(line.amountCents), '']);
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      ...plain(lines.length),
      planted: 'a named column without any value, an unnamed one at the end',
      repairs: { 'empty-columns-left-out': 1, 'decimal-comma': lines.length },
      warehouse_repairs: { 'returns-marked': lines.filter(({ isReturn }) => isReturn).length },
      totals: { Montant: salesTruth(lines).revenue },
      sales: salesTruth(lines),
      extra: { columns: ['Commande', 'Date', 'Code promo', 'Client', 'Montant'] },
    },
  };
}

/** What most twins have in common. */
function plain(
  rows: number,
): Pick<TwinTruth, 'encoding' | 'delimiter' | 'rows' | 'rejects' | 'ambiguous_dates'> {
  return { encoding: 'utf-8', delimiter: ';', rows: rowCounts(rows), rejects: [], ambiguous_dates: [] };
}
