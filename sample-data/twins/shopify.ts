import { Random } from '../random.js';
import { utf8 } from './encode.js';
import { point, two } from './forms.js';
import { makeLines, type Line } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Sold, type Twin } from './twin.js';

const header = [
  'Name',
  'Email',
  'Financial Status',
  'Paid at',
  'Currency',
  'Subtotal',
  'Shipping',
  'Total',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Shipping Country',
  'Refunded Amount',
];
const shippingCents = 590;

/**
 * In the form of Shopify's export of orders: what belongs to the order stands on its first row only, times carry an
 * offset, and some orders were refunded.
 */
export function shopifyTwin(): Twin {
  const name = 'shopify_like.csv';
  const random = new Random(name, 'defects');
  const sheet = new Sheet(',', '\n');
  const orders = byOrder(makeLines(name, 40, 120).filter(({ isReturn }) => !isReturn));
  const sold: Sold[] = [];
  const totals = { Subtotal: 0, Shipping: 0, Total: 0, 'Lineitem price': 0, 'Refunded Amount': 0 };
  let rows = 0;
  let items = 0;
  let refunded = 0;
  let several = 0;
  sheet.row(header);
  orders.forEach((lines, index) => {
    const [first] = lines;
    if (!first) return;
    const subtotal = lines.reduce((total, { amountCents }) => total + amountCents, 0);
    const isRefunded = random.chance(0.06);
    const offset =
      Number(first.day.slice(5, 7)) > 3 && Number(first.day.slice(5, 7)) < 11 ? '+0200' : '+0100';
    const clock = (minutes: number): string => `${first.day} ${two(10)}:${two(minutes)}:00 ${offset}`;
    refunded += isRefunded ? lines.length : 0;
    several += Number(lines.length > 1);
    // What was refunded counts nothing; the rest of an order's total is on its rows, once.
    sold.push(
      ...lines.map((line, position) => ({
        ...line,
        customer: line.email,
        isReturn: isRefunded,
        amountCents: position === 0 && !isRefunded ? subtotal + shippingCents : 0,
      })),
    );
    totals.Subtotal += subtotal;
    totals.Shipping += shippingCents;
    totals.Total += subtotal + shippingCents;
    totals['Refunded Amount'] += isRefunded ? subtotal + shippingCents : 0;
    lines.forEach((line, position) => {
      const ofOrder = (value: string): string => (position === 0 ? value : '');
      rows += 1;
      items += line.amountCents;
      totals['Lineitem price'] += line.unitCents;
      sheet.row([
        `#${1001 + index}`,
        line.email,
        ofOrder(isRefunded ? 'refunded' : 'paid'),
        ofOrder(clock(31)),
        ofOrder('EUR'),
        ofOrder(point(subtotal)),
        ofOrder(point(shippingCents)),
        ofOrder(point(subtotal + shippingCents)),
        clock(30),
        String(line.quantity),
        line.product.name,
        point(line.unitCents),
        line.product.id,
        ofOrder('FR'),
        ofOrder(point(isRefunded ? subtotal + shippingCents : 0)),
      ]);
    });
  });
  return {
    name,
    bytes: utf8(sheet.text),
    truth: {
      planted:
        'rows of one order of which only the first is filled, # before order numbers, offsets behind times, refunded orders',
      encoding: 'utf-8',
      delimiter: ',',
      rows: rowCounts(rows),
      rejects: [],
      repairs: {},
      warehouse_repairs: {
        'continuation-rows-filled': rows - orders.length,
        'header-totals-counted-once': several,
        'returns-marked': refunded,
      },
      ambiguous_dates: [],
      totals: Object.fromEntries(Object.entries(totals).map(([column, cents]) => [column, cents / 100])),
      sales: salesTruth(sold),
      extra: { orders: orders.length, sum_of_items: items / 100 },
    },
  };
}

function byOrder(lines: readonly Line[]): Line[][] {
  const orders = new Map<string, Line[]>();
  for (const line of lines) orders.set(line.order, [...(orders.get(line.order) ?? []), line]);
  return [...orders.values()];
}
