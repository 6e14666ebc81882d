import type { Product } from './model.js';

/** Category, then its eight products: name, list price and unit cost in euros, and how often it is chosen. */
const ranges: Record<string, readonly (readonly [string, number, number, number])[]> = {
  Cuisine: [
    ['Machine à espresso', 149, 92, 4],
    ['Capsules de café (x50)', 19.9, 9.4, 8],
    ['Bouilloire en inox', 44.9, 21.5, 5],
    ['Cocotte en fonte', 119, 63, 3],
    ['Set de couteaux', 69.9, 31, 3],
    ['Poêle en céramique', 39.9, 17.2, 5],
    ['Moulin à poivre', 24.9, 10.1, 4],
    ['Planche à découper', 29.9, 12.6, 4],
  ],
  Décoration: [
    ['Bougie parfumée', 16.9, 5.8, 12],
    ['Vase en grès', 34.9, 14.1, 4],
    ['Miroir rond', 79, 36, 2],
    ['Lampe de table', 59.9, 27.4, 3],
    ['Cadre en chêne', 22.5, 9.2, 5],
    ['Coussin en velours', 27.9, 11.3, 5],
    ['Tapis berbère', 129, 68, 1],
    ['Horloge murale', 45, 19.8, 2],
  ],
  'Linge de maison': [
    ['Parure de lit en lin', 119, 58, 3],
    ['Drap-housse en percale', 39.9, 17.5, 4],
    ['Plaid en laine', 64.9, 30.2, 3],
    ['Serviette de bain', 18.9, 7.1, 7],
    ['Nappe en coton', 36.9, 15.4, 3],
    ['Torchons (lot de 3)', 14.9, 5.2, 6],
    ['Oreiller en plumes', 32.9, 14.8, 4],
    ['Peignoir nid d’abeille', 54.9, 24.6, 2],
  ],
  Jardin: [
    ['Sécateur', 26.9, 11.2, 5],
    ['Jardinière en terre cuite', 21.9, 8.7, 6],
    ['Salon de jardin', 249, 148, 1],
    ['Guirlande solaire', 29.9, 11.9, 5],
    ['Arrosoir en zinc', 34.5, 14.9, 4],
    ['Mangeoire à oiseaux', 19.5, 7.6, 4],
    ['Parasol', 89, 43, 2],
    ['Graines potagères (coffret)', 15.9, 5.5, 5],
  ],
  'Plein air': [
    ['Tente deux places', 139, 78, 2],
    ['Sac de couchage', 69.9, 33.5, 3],
    ['Gourde isotherme', 24.9, 9.7, 7],
    ['Lampe frontale', 29.9, 12.3, 5],
    ['Réchaud à gaz', 39.9, 18.1, 3],
    ['Chaise pliante', 34.9, 15.6, 4],
    ['Sac à dos 30 litres', 74.9, 36.2, 3],
    ['Glacière souple', 42.9, 19.4, 3],
  ],
  Papeterie: [
    ['Carnet relié', 14.5, 4.9, 8],
    ['Stylo plume', 39, 17.3, 3],
    ['Agenda', 22.9, 8.4, 5],
    ['Coffret de cartes', 12.9, 4.1, 6],
    ['Trousse en cuir', 34.9, 15.7, 3],
    ['Papier à lettres', 17.9, 6.3, 4],
    ['Album photo', 29.9, 12.8, 3],
    ['Sous-main', 27.5, 11.6, 2],
  ],
};

/** The 48 products, `P01` to `P48`, by category. */
export const products: readonly Product[] = Object.entries(ranges)
  .flatMap(([category, range]) => range.map((row) => ({ category, row })))
  .map(({ category, row: [name, price, cost, weight] }, index) => ({
    id: `P${String(index + 1).padStart(2, '0')}`,
    name,
    category,
    priceCents: Math.round(price * 100),
    costCents: Math.round(cost * 100),
    weight,
  }));

/** The products of one category. */
export function productsOf(category: string): readonly Product[] {
  return byCategory.get(category) ?? [];
}

const byCategory = new Map(
  Object.keys(ranges).map((category) => [
    category,
    products.filter((product) => product.category === category),
  ]),
);
