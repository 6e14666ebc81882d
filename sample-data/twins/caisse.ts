import { Random } from '../random.js';
import { utf8, windows1252 } from './encode.js';
import { comma, dayFirst, two } from './forms.js';
import { makeLines } from './lines.js';
import { Sheet } from './sheet.js';
import { rowCounts, salesTruth, type Sold, type Twin, type TwinReject } from './twin.js';

const header = ['N° ticket', 'Date', 'Code client', 'Libellé', 'Quantité', 'Prix unitaire', 'Montant TTC'];

/**
 * The till of a shop, twice: in Windows-1252 with no-break spaces, and in UTF-8 with narrow ones, which Windows-1252 does
 * not have. Credit notes stand in parentheses; three amounts are words; one line was torn.
 */
export function caisseTwins(): Twin[] {
  return [
    caisse('caisse_cp1252.csv', windows1252, ['\u00a0', ' ']),
    caisse('caisse_utf8.csv', utf8, ['\u202f', '\u00a0']),
  ];
}

function caisse(
  name: string,
  encode: (text: string) => Uint8Array,
  [thousands, beforeSign]: readonly [string, string],
): Twin {
  const random = new Random(name, 'defects');
  const sheet = new Sheet(';');
  const sold: Sold[] = [];
  const rejects: TwinReject[] = [];
  const words = ['offert', 'voir facture', 'douze'];
  let negatives = 0;
  const euros = (cents: number): string => `${comma(cents, thousands)}${beforeSign}€`;
  sheet.row(header);
  const lines = makeLines(name, 40, 130);
  lines.forEach((line, index) => {
    const customer = random.chance(0.2) ? null : line.customer;
    // A customer is known for the whole ticket.
    const isSameTicket = lines[index - 1]?.order === line.order;
    const known = isSameTicket ? (sold.at(-1)?.customer ?? null) : customer;
    const word = line.ofOrder > 1 && !line.isReturn && index > 20 && !isSameTicket ? words.pop() : undefined;
    const number = ticket(line.order);
    const clock = `${two(9 + (Number(number) % 10))}:${two(Number(number) % 60)}`;
    const isInParentheses = line.amountCents < 0;
    negatives += Number(isInParentheses);
    const amount = isInParentheses ? `(${euros(-line.amountCents)})` : euros(line.amountCents);
    const at = sheet.row([
      number,
      `${dayFirst(line.day)} ${clock}`,
      known ?? '',
      line.product.name,
      String(line.quantity),
      euros(line.unitCents),
      word ?? amount,
    ]);
    if (word) rejects.push({ line: at, column: 'Montant TTC', value: word, reason: 'not-a-number' });
    sold.push({ ...line, customer: known, amountCents: word ? null : line.amountCents });
    if (index === 60) {
      const torn = '100999;12/03/2023 1';
      rejects.push({ line: sheet.raw(torn), column: null, value: torn, reason: 'missing-columns' });
    }
  });
  const amounts = sold.filter(({ amountCents }) => amountCents !== null).length;
  const values = amounts + sold.length;
  const sales = salesTruth(sold);
  return {
    name,
    bytes: encode(sheet.text),
    truth: {
      planted:
        'decimal commas, thousands by no-break spaces, € behind, negatives in parentheses, three words among the amounts, one torn line, anonymous tickets',
      encoding: encode === utf8 ? 'utf-8' : 'windows-1252',
      delimiter: ';',
      rows: rowCounts(sold.length, {}, 1),
      rejects,
      repairs: {
        ...(encode === utf8 ? {} : { decoded: 1 }),
        'decimal-comma': values,
        'thousands-mark': amounts,
        'currency-sign': values,
        'negative-form': negatives,
      },
      warehouse_repairs: { 'returns-marked': sold.filter(({ isReturn }) => isReturn).length },
      ambiguous_dates: [],
      totals: {
        'Prix unitaire': lines.reduce((total, { unitCents }) => total + unitCents, 0) / 100,
        'Montant TTC': sales.revenue,
      },
      sales,
      extra: {
        anonymous_tickets: new Set(sold.filter(({ customer }) => !customer).map(({ order }) => order)).size,
      },
    },
  };
}

/** `F000012` as tills number: 100012; credit notes go on with 900001. */
function ticket(order: string): string {
  return String((order.startsWith('A') ? 900_000 : 100_000) + Number(order.slice(1)));
}
