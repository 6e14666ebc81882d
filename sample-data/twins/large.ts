import { isoDay, LAST_DAY } from '../calendar.js';
import { products } from '../catalogue.js';
import { Random } from '../random.js';
import { windows1252 } from './encode.js';
import { comma, dayFirst } from './forms.js';

/** Rows of the file that is generated, and never kept. */
export const LARGE_ROWS = 2_000_000;

/** What the rows written so far amount to. */
export interface LargeTruth {
  rows: number;
  rejects: number;
  amountCents: number;
  readonly customers: Set<number>;
  firstDay: number;
  lastDay: number;
}

const header = 'N° commande;Date;Code client;Libellé;Quantité;Montant TTC\r\n';
const rowsPerBlock = 5_000;

/**
 * A till's export of any length, block by block, in Windows-1252 with decimal commas and thousands by no-break spaces.
 * One amount in 100,000 is a word. The truth grows with the blocks that were taken.
 */
export function largeTwin(rows: number): { blocks(): Generator<Uint8Array>; readonly truth: LargeTruth } {
  const truth: LargeTruth = {
    rows: 0,
    rejects: 0,
    amountCents: 0,
    customers: new Set(),
    firstDay: LAST_DAY,
    lastDay: 0,
  };
  return { blocks: () => blocks(rows, truth), truth };
}

function* blocks(rows: number, truth: LargeTruth): Generator<Uint8Array> {
  const random = new Random('large', 'rows');
  const names = products.map(({ name }) => name);
  yield windows1252(header);
  for (let from = 0; from < rows; from += rowsPerBlock) {
    let block = '';
    for (let row = from; row < Math.min(rows, from + rowsPerBlock); row += 1) {
      const product = random.between(0, products.length - 1);
      const quantity = random.between(1, 12);
      const customer = random.between(1, 80_000);
      const day = Math.floor((row / rows) * (LAST_DAY + 1));
      const cents = quantity * (products[product]?.priceCents ?? 0);
      const isWord = row % 100_000 === 54_321;
      truth.rows += 1;
      truth.rejects += Number(isWord);
      truth.amountCents += isWord ? 0 : cents;
      truth.customers.add(customer);
      truth.firstDay = Math.min(truth.firstDay, day);
      truth.lastDay = Math.max(truth.lastDay, day);
      const amount = isWord ? 'offert' : `${comma(cents, '\u00a0')} €`;
      block += `${1_000_000 + row};${dayFirst(isoDay(day))};C${customer};${names[product] ?? ''};${quantity};${amount}\r\n`;
    }
    yield windows1252(block);
  }
}
