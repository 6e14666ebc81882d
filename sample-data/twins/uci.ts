import { Random } from '../random.js';
import { utf8 } from './encode.js';
import { american, point } from './forms.js';
import { makeLines } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Sold, type Twin } from './twin.js';

/**
 * In the form of UCI's Online Retail: customer numbers that went through a float, credit notes with a C and negative
 * quantities, American dates, and no customer on a quarter of the lines.
 */
export function uciTwin(): Twin {
  const name = 'uci_like.csv';
  const random = new Random(name, 'defects');
  const sheet = new Sheet(',', '\n');
  const sold: Sold[] = [];
  const lines = makeLines(name, 40, 150);
  const anonymous = anonymousOrders(lines, random);
  let unitCents = 0;
  let codes = 0;
  sheet.row([
    'InvoiceNo',
    'StockCode',
    'Description',
    'Quantity',
    'InvoiceDate',
    'UnitPrice',
    'CustomerID',
    'Country',
  ]);
  for (const line of lines) {
    const order = `${line.isReturn ? 'C' : ''}${536_000 + Number(line.order.slice(1)) + (line.isReturn ? 5000 : 0)}`;
    const number = 17_000 + Number(line.customer.replace(/\D/g, ''));
    const customer = anonymous.has(line.order) ? null : String(number);
    unitCents += line.unitCents;
    codes += Number(customer !== null);
    sheet.row([
      order,
      line.product.id.replace('P', '850'),
      line.product.name.toUpperCase(),
      String(line.quantity),
      american(line.day, 8 + (Number(order.slice(-2)) % 10), Number(order.slice(-2)) % 60),
      point(line.unitCents),
      customer === null ? '' : `${customer}.0`,
      'France',
    ]);
    sold.push({ ...line, order, customer });
  }
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      planted:
        'ids as floats, C before the numbers of credit notes, American dates, a quarter of the lines without a customer',
      encoding: 'utf-8',
      delimiter: ',',
      rows: rowCounts(sold.length),
      rejects: [],
      repairs: { 'id-without-decimals': codes },
      warehouse_repairs: { 'returns-marked': sold.filter(({ isReturn }) => isReturn).length },
      ambiguous_dates: [],
      totals: { UnitPrice: unitCents / 100 },
      sales: salesTruth(sold),
    },
  };
}

/** Orders without a customer, as many as make a quarter of the lines. */
function anonymousOrders(lines: readonly { order: string }[], random: Random): Set<string> {
  const chosen = new Set<string>();
  let rows = 0;
  for (const order of random.shuffled([...new Set(lines.map((line) => line.order))])) {
    if (rows >= lines.length / 4) break;
    chosen.add(order);
    rows += lines.filter((line) => line.order === order).length;
  }
  return chosen;
}
