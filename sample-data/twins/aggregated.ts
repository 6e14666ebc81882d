import { utf8 } from './encode.js';
import { comma, dayFirst } from './forms.js';
import { makeLines, type Line } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, type Twin } from './twin.js';

/** One row per customer, as a loyalty program or an ERP adds it up: enough for recency, frequency and value. */
export function aggregatedTwin(): Twin {
  const name = 'agrege.csv';
  const sheet = new Sheet(';');
  const customers = byCustomer(makeLines(name, 160, 700).filter(({ isReturn }) => !isReturn));
  let cents = 0;
  let orders = 0;
  const days: string[] = [];
  sheet.row(['Code client', 'Nom', 'Région', 'Nb commandes', 'CA total', 'Dernière commande']);
  for (const lines of customers) {
    const [first] = lines;
    const last = lines
      .map(({ day }) => day)
      .sort()
      .at(-1);
    if (!first || !last) continue;
    const spent = lines.reduce((total, { amountCents }) => total + amountCents, 0);
    const count = new Set(lines.map(({ order }) => order)).size;
    cents += spent;
    orders += count;
    days.push(last);
    sheet.row([
      first.customer,
      first.customerName,
      first.region,
      String(count),
      `${comma(spent, ' ')} €`,
      dayFirst(last),
    ]);
  }
  days.sort();
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      planted: 'no orders, only sums per customer; thousands by blanks, € behind',
      encoding: 'utf-8',
      delimiter: ';',
      rows: rowCounts(customers.length),
      rejects: [],
      repairs: {
        'decimal-comma': customers.length,
        'thousands-mark': customers.length,
        'currency-sign': customers.length,
      },
      warehouse_repairs: {},
      ambiguous_dates: [],
      totals: { 'CA total': cents / 100, 'Nb commandes': orders },
      sales: null,
      extra: { customers: customers.length, first_last_order: days[0], last_last_order: days.at(-1) },
    },
  };
}

function byCustomer(lines: readonly Line[]): Line[][] {
  const customers = new Map<string, Line[]>();
  for (const line of lines) customers.set(line.customer, [...(customers.get(line.customer) ?? []), line]);
  return [...customers.values()];
}
