import { utf8 } from './encode.js';
import { comma, dayFirst, excelDay } from './forms.js';
import { makeLines, type Line } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Twin } from './twin.js';

const header = ['Commande', 'Date commande', 'Client', 'Montant'];

/** Days as Excel keeps them: numbers. Three lines have none. */
export function excelTwin(): Twin {
  const name = 'excel_serials.csv';
  const lines = makeLines(name, 40, 100);
  const isDated = (index: number): boolean => ![11, 12, 47].includes(index);
  const { text, sold } = written(lines, (day, index) => (isDated(index) ? String(excelDay(day)) : ''));
  const days = sold
    .filter((_, index) => isDated(index))
    .map(({ day }) => day)
    .sort();
  return {
    name,
    bytes: utf8(text),
    truth: {
      ...common(lines),
      planted: 'days as numbers of Excel, three of them missing',
      repairs: { 'excel-dates': days.length, 'decimal-comma': lines.length },
      sales: { ...salesTruth(sold), first_date: days[0] ?? null, last_date: days.at(-1) ?? null },
    },
  };
}

/** Days first, and none above 12: nothing in the file says which number is the month. */
export function ambiguousTwin(): Twin {
  const name = 'dates_ambigues.csv';
  const lines = makeLines(name, 60, 260).filter(({ day }) => Number(day.slice(8)) <= 12);
  const { text, sold } = written(lines, dayFirst);
  const swapped = sold.map((line) => ({ ...line, day: monthFirst(line.day) }));
  return {
    name,
    bytes: utf8(text),
    truth: {
      ...common(lines),
      planted: 'day first, but no day above 12: the other order reads every value too',
      repairs: { 'decimal-comma': lines.length },
      ambiguous_dates: ['Date commande'],
      sales: salesTruth(sold),
      extra: { sales_with_month_first: salesTruth(swapped) },
    },
  };
}

function written(
  lines: readonly Line[],
  date: (day: string, index: number) => string,
): { text: string; sold: readonly Line[] } {
  const sheet = new Sheet(';');
  sheet.row(header);
  lines.forEach((line, index) => {
    sheet.row([line.order, date(line.day, index), line.customer, comma(line.amountCents)]);
  });
  return { text: sheet.text, sold: lines };
}

function common(lines: readonly Line[]) {
  return {
    encoding: 'utf-8',
    delimiter: ';',
    rows: rowCounts(lines.length),
    rejects: [],
    warehouse_repairs: { 'returns-marked': lines.filter(({ isReturn }) => isReturn).length },
    ambiguous_dates: [],
    totals: { Montant: salesTruth(lines).revenue },
  };
}

function monthFirst(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${year}-${day}-${month}`;
}
