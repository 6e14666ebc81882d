import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flatCsv } from '../../sample-data/csv.js';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED, sampleFiles } from '../../sample-data/files.js';
import { makeShop } from '../../sample-data/shop.js';
import { makeTruth } from '../../sample-data/truth.js';

const files = sampleFiles(SAMPLE_SEED, SAMPLE_CUSTOMERS);
const columns: Record<string, string> = {
  'clients.csv':
    'customer_id,nom,email,type,region,date_inscription,canal_acquisition,parrain,age,carte_fidelite',
  'produits.csv': 'product_id,produit,categorie,prix_catalogue,cout_unitaire',
  'commandes.csv': 'order_id,customer_id,date_commande,canal,region',
  'lignes.csv': 'order_id,product_id,quantite,prix_unitaire,remise,montant',
};

function committed(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../sample-data', name), 'utf8');
}

function rows(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function column(name: string, header: string): string[] {
  const index = columns[name]?.split(',').indexOf(header) ?? -1;
  return rows(files[name] ?? '').map((row) => row[index] ?? '');
}

test.each(['clients.csv', 'produits.csv', 'commandes.csv', 'lignes.csv', 'truth.json'])(
  'generating %s again gives the committed bytes',
  (name) => {
    expect(files[name] === committed(name)).toBe(true);
  },
);

test.each(Object.keys(columns))(
  'every row of %s has as many fields as its header, and needs no quotes',
  (name) => {
    const text = files[name] ?? '';
    const header = columns[name] ?? '';
    expect(text.startsWith(`${header}\n`)).toBe(true);
    expect(new Set(rows(text).map((row) => row.length))).toEqual(new Set([header.split(',').length]));
    expect(text).not.toMatch(/["\r]/);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
  },
);

test('every reference leads to a row, and ids are unique', () => {
  const customers = new Set(column('clients.csv', 'customer_id'));
  const orders = new Set(column('commandes.csv', 'order_id'));
  const products = new Set(column('produits.csv', 'product_id'));
  expect(customers.size).toBe(1800);
  expect(products.size).toBe(48);
  expect(orders.size).toBe(rows(files['commandes.csv'] ?? '').length);
  expect(column('commandes.csv', 'customer_id').filter((id) => !customers.has(id))).toEqual([]);
  expect(column('clients.csv', 'parrain').filter((id) => id !== '' && !customers.has(id))).toEqual([]);
  expect(column('lignes.csv', 'product_id').filter((id) => !products.has(id))).toEqual([]);
  expect(new Set(column('lignes.csv', 'order_id'))).toEqual(orders);
});

test('an amount is quantity × unit price less the discount, to the cent, and negative on credit notes only', () => {
  const wrong = rows(files['lignes.csv'] ?? '').filter(([order, , quantity, price, discount, amount]) => {
    const exact = Number(quantity) * Number(price) * (1 - Number(discount));
    const isCreditNote = order?.startsWith('A') ?? false;
    return Math.abs(exact - Number(amount)) > 0.005_001 || Number(amount) < 0 !== isCreditNote;
  });
  expect(wrong).toEqual([]);
});

test('nobody orders before signing up, and e-mail addresses belong to no one', () => {
  const signup = new Map(rows(files['clients.csv'] ?? '').map((row) => [row[0], row[5] ?? '']));
  const early = rows(files['commandes.csv'] ?? '').filter(
    (row) => (row[2] ?? '') < (signup.get(row[1]) ?? ''),
  );
  expect(early).toEqual([]);
  const emails = column('clients.csv', 'email');
  expect(emails.filter((email) => !/^[a-z0-9.]+@[a-z]+\.example$/.test(email))).toEqual([]);
  expect(new Set(emails).size).toBe(1800);
});

test('the joined file has one row per order line and the same revenue', () => {
  const shop = makeShop('joined', 200);
  const joined = rows([...flatCsv(shop)].join(''));
  const { overview } = makeTruth(shop);
  expect(joined.length).toBe(overview.lines);
  expect(joined.reduce((total, row) => total + Number(row[8]), 0)).toBeCloseTo(overview.revenue, 4);
  expect(new Set(joined.map((row) => row.length))).toEqual(new Set([9]));
});
