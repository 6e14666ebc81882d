import { utf8 } from './encode.js';
import { comma, dayFirst } from './forms.js';
import { makeLines } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Sold, type Twin } from './twin.js';

const header = ['Facture', 'Date facture', 'Code client', 'Magasin', 'Montant HT'];
const rowsPerPage = 40;

/** A printed list that was saved as a file: titles, empty lines, the header again on every page, sums at the end. */
export function preambleTwin(): Twin {
  const name = 'preamble_total.csv';
  const sheet = new Sheet(';');
  const sold: Sold[] = [];
  const lines = makeLines(name, 40, 100);
  const days = lines.map(({ day }) => dayFirst(day));
  let pages = 0;
  let blank = 0;
  sheet.raw('Maison Corvelle - journal des ventes;;;;');
  sheet.raw(`Période : du ${days[0]} au ${days.at(-1)};;;;`);
  sheet.raw(';;;;');
  sheet.raw('Édité le 02/01/2024 à 08:15');
  sheet.raw('');
  sheet.row(header);
  for (const [index, line] of lines.entries()) {
    if (index > 0 && index % rowsPerPage === 0) {
      sheet.raw('');
      sheet.row(header);
      blank += 1;
      pages += 1;
    }
    sheet.row([line.order, dayFirst(line.day), line.customer, line.channel, comma(line.amountCents)]);
    sold.push(line);
  }
  const sales = salesTruth(sold);
  sheet.raw(';;;;');
  sheet.row(['TOTAL GÉNÉRAL', '', '', '', comma(Math.round(sales.revenue * 100))]);
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      planted:
        'three titles and empty lines above the header, the header again on every page, a line of sums at the end',
      encoding: 'utf-8',
      delimiter: ';',
      rows: rowCounts(sold.length, { 'repeated-headers-left-out': pages, 'total-lines-left-out': 1 }),
      rejects: [],
      repairs: {
        'title-lines-skipped': 3,
        'empty-lines-left-out': blank + 1,
        'repeated-headers-left-out': pages,
        'total-lines-left-out': 1,
        'decimal-comma': sold.length,
      },
      warehouse_repairs: { 'returns-marked': sold.filter(({ isReturn }) => isReturn).length },
      ambiguous_dates: [],
      totals: { 'Montant HT': sales.revenue },
      sales,
    },
  };
}
