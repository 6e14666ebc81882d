import { beforeAll, expect, test } from 'vitest';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

const rows = 80_000;
/** A file of 1.7 MB, of which the sample does not see row 4,000: it stands between two of the places looked at. */
function withLateValue(usual: string, late: string): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `order-${row + 100_000};${row === 4000 ? late : usual}\n`,
  );
  return `commande;montant\n${lines.join('')}`;
}

test.each([
  ['dollars among euros', '12,50 €', '$7,50', ['EUR', 'USD'], { code: 'several-currencies', count: 1 }],
  ['a code among signs', '12,50 €', '7,50 CHF', ['EUR', 'CHF'], { code: 'several-currencies', count: 1 }],
  [
    'pounds behind a no-break space',
    '12,50\u00a0€',
    '7,50\u00a0£',
    ['EUR', 'GBP'],
    { code: 'several-currencies', count: 1 },
  ],
  ['a minus that is no hyphen', '12,50 €', '(7,50 €)', undefined, { code: 'negative-form', count: 1 }],
])('%s, once in 80,000 rows, are told', async (_, usual, late, currencies, repair) => {
  const source = await bench.load(withLateValue(usual, late), { name: 'late.csv' });
  expect(source.rowsLoaded).toBe(rows);
  expect(source.columns[1]).toMatchObject({ type: 'number', format: currencies ? { currencies } : {} });
  expect(source.repairs).toContainEqual({ ...repair, detail: 'montant' });
});
