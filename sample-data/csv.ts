import { isoDay } from './calendar.js';
import type { regions } from './design.js';
import type { Shop } from './model.js';

const BLOCK_LENGTH = 65_536;

/** One row per customer. */
export function clientsCsv(shop: Shop): Iterable<string> {
  return blocks(clients(shop));
}

/** One row per product. */
export function produitsCsv(shop: Shop): Iterable<string> {
  return blocks(produits(shop));
}

/** One row per order or credit note. */
export function commandesCsv(shop: Shop): Iterable<string> {
  return blocks(commandes(shop));
}

/** One row per order line. */
export function lignesCsv(shop: Shop): Iterable<string> {
  return blocks(lignes(shop));
}

/** One row per order line, joined to its order, customer and product, as a till exports it: a single file for measurements. */
export function flatCsv(shop: Shop): Iterable<string> {
  return blocks(flat(shop));
}

function* clients(shop: Shop): Generator<string> {
  yield 'customer_id,nom,email,type,region,date_inscription,canal_acquisition,parrain,age,carte_fidelite\n';
  for (const customer of shop.customers) {
    const { id, name, email, region, source } = customer;
    const type = customer.isPro ? 'Pro' : 'Particulier';
    const card = customer.hasCard ? 'oui' : 'non';
    const signup = isoDay(customer.signupDay);
    yield `${id},${name},${email},${type},${region},${signup},${source},${customer.sponsorId ?? ''},${customer.age ?? ''},${card}\n`;
  }
}

function* produits(shop: Shop): Generator<string> {
  yield 'product_id,produit,categorie,prix_catalogue,cout_unitaire\n';
  for (const { id, name, category, priceCents, costCents } of shop.products) {
    yield `${id},${name},${category},${decimal(priceCents)},${decimal(costCents)}\n`;
  }
}

function* commandes(shop: Shop): Generator<string> {
  yield 'order_id,customer_id,date_commande,canal,region\n';
  for (const { id, customer, day, channel } of shop.orders) {
    yield `${id},${customer.id},${isoDay(day)},${channel},${customer.region}\n`;
  }
}

function* lignes(shop: Shop): Generator<string> {
  yield 'order_id,product_id,quantite,prix_unitaire,remise,montant\n';
  for (const { id, lines } of shop.orders) {
    for (const { product, quantity, unitPriceCents, discountPercent, amountCents } of lines) {
      yield `${id},${product.id},${quantity},${decimal(unitPriceCents)},${decimal(discountPercent)},${decimal(amountCents)}\n`;
    }
  }
}

function* flat(shop: Shop): Generator<string> {
  yield 'order_id,order_date,customer_id,product_id,category,channel,region,quantity,amount\n';
  for (const { id, customer, day, channel, lines } of shop.orders) {
    const order = `${id},${isoDay(day)},${customer.id}`;
    for (const { product, quantity, amountCents } of lines) {
      const item = `${product.id},${product.category},${channel},${regionCodes[customer.region]}`;
      yield `${order},${item},${quantity},${decimal(amountCents)}\n`;
    }
  }
}

/** The regions as systems name them: ISO 3166-2, without the country. */
const regionCodes: Record<(typeof regions)[number]['name'], string> = {
  'Hauts-de-France': 'HDF',
  'Île-de-France': 'IDF',
  'Auvergne-Rhône-Alpes': 'ARA',
  'Grand Est': 'GES',
  Normandie: 'NOR',
  'Nouvelle-Aquitaine': 'NAQ',
  Occitanie: 'OCC',
  "Provence-Alpes-Côte d'Azur": 'PAC',
  'Pays de la Loire': 'PDL',
  Bretagne: 'BRE',
  'Bourgogne-Franche-Comté': 'BFC',
  'Centre-Val de Loire': 'CVL',
  Corse: '20R',
};

/** Hundredths with a decimal point and two digits: -1234 gives `-12.34`. */
function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Joins rows to pieces of about 64 kB: a million small writes would take longer than making the data. */
function* blocks(rows: Iterable<string>): Generator<string> {
  let block = '';
  for (const row of rows) {
    block += row;
    if (block.length < BLOCK_LENGTH) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
