import { roleSynonyms } from './role-synonyms.js';

type RoleName = keyof typeof roleSynonyms;

/** A role that a header may mean, and how surely (1: an exact synonym). */
export interface HeaderMatch {
  readonly role: RoleName;
  readonly score: number;
}

/** The comparable form of a header: `N° facture` → `no_facture`, `Prix unitaire (€)` → `prix_unitaire`, `InvoiceNo` → `invoice_no`. */
export function headerKey(header: string): string {
  const last = header.split('/').findLast((part) => part.trim() !== '') ?? header;
  return last
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/n[°º]|#/gi, ' no ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

const exact = new Map<string, HeaderMatch[]>();
const joined = new Map<string, HeaderMatch[]>();
const bySynonym: { role: RoleName; words: ReadonlySet<string> }[] = [];
for (const [name, text] of Object.entries(roleSynonyms)) {
  const role = name as RoleName;
  text
    .split(/\s+/)
    .filter(Boolean)
    .forEach((synonym, rank) => {
      // Earlier synonyms are more telling: they win when two columns claim one role.
      add(exact, synonym, { role, score: 1 - Math.min(rank, 60) / 10_000 });
      add(joined, synonym.replaceAll('_', ''), { role, score: 0.96 });
      bySynonym.push({ role, words: new Set(synonym.split('_')) });
    });
}

function add(map: Map<string, HeaderMatch[]>, key: string, match: HeaderMatch): void {
  const found = map.get(key);
  if (found) found.push(match);
  else map.set(key, [match]);
}

const stopWords = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'the',
  'of',
  'en',
  'eur',
  'euro',
  'euros',
  'utc',
  'inc',
  'tax',
]);

/** The roles that a header may mean, best first. */
export function matchHeader(header: string): HeaderMatch[] {
  const key = headerKey(header);
  if (key === '') return [];
  const words = key.split('_').filter((word) => !stopWords.has(word));
  const candidates = [
    ...(exact.get(key) ?? []),
    ...(exact.get(words.join('_')) ?? []).map(({ role, score }) => ({ role, score: score * 0.97 })),
    ...(joined.get(words.join('')) ?? []),
    ...byGrammar(words),
    ...(words.length > 1 ? byOverlap(words) : []),
  ];
  const best = new Map<RoleName, number>();
  for (const { role, score } of candidates) best.set(role, Math.max(score, best.get(role) ?? 0));
  return [...best].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);
}

/** Share of words in common with a synonym: from .5 at 60 % to .9. */
function byOverlap(words: readonly string[]): HeaderMatch[] {
  return bySynonym.flatMap(({ role, words: other }) => {
    const common = words.filter((word) => other.has(word)).length;
    const share = common / (words.length + other.size - common);
    return share < 0.6 ? [] : [{ role, score: 0.5 + (share - 0.6) }];
  });
}

const abbreviations: Readonly<Record<string, string>> = {
  cli: 'client',
  clt: 'client',
  clients: 'client',
  tiers: 'client',
  adh: 'client',
  adherent: 'client',
  abonne: 'client',
  acheteur: 'client',
  customer: 'client',
  buyer: 'client',
  cust: 'client',
  member: 'client',
  user: 'client',
  account: 'client',
  donor: 'client',
  donateur: 'client',
  fact: 'order',
  fac: 'order',
  fc: 'order',
  facture: 'order',
  cde: 'order',
  cmd: 'order',
  bc: 'order',
  commande: 'order',
  vente: 'order',
  invoice: 'order',
  order: 'order',
  ticket: 'order',
  piece: 'order',
  transaction: 'order',
  sale: 'order',
  sales: 'order',
  purchase: 'order',
  achat: 'order',
  art: 'product',
  prd: 'product',
  prod: 'product',
  article: 'product',
  produit: 'product',
  product: 'product',
  sku: 'product',
  item: 'product',
  stock: 'product',
  cd: 'id',
  cod: 'id',
  code: 'id',
  no: 'id',
  num: 'id',
  numero: 'id',
  number: 'id',
  ref: 'id',
  reference: 'id',
  identifiant: 'id',
  key: 'id',
  matricule: 'id',
  lib: 'name',
  libelle: 'name',
  des: 'name',
  desig: 'name',
  designation: 'name',
  nom: 'name',
  intitule: 'name',
  description: 'name',
  title: 'name',
  dt: 'date',
  dte: 'date',
  ts: 'date',
  datetime: 'date',
  timestamp: 'date',
  day: 'date',
  jour: 'date',
  at: 'date',
  time: 'date',
  mt: 'amount',
  mnt: 'amount',
  montant: 'amount',
  total: 'amount',
  ca: 'amount',
  revenue: 'amount',
  valeur: 'amount',
  value: 'amount',
  qt: 'quantity',
  qte: 'quantity',
  quantite: 'quantity',
  qty: 'quantity',
  nb: 'quantity',
  items: 'quantity',
  units: 'quantity',
  prix: 'price',
  pu: 'price',
  tarif: 'price',
  fam: 'family',
  sfam: 'family',
  famille: 'family',
  categorie: 'family',
  category: 'family',
  dept: 'region',
  dpt: 'region',
  dep: 'region',
  departement: 'region',
  ville: 'city',
  pays: 'country',
  cp: 'postcode',
  pv: 'channel',
  canal: 'channel',
  rem: 'discount',
  remise: 'discount',
  cout: 'cost',
  type: 'type',
  creation: 'creation',
};

/** What an entity's attribute means; an attribute alone says less. */
const grammar: Readonly<Record<string, RoleName>> = {
  'client id': 'customer_id',
  'client name': 'customer_name',
  'client city': 'city',
  'client country': 'country',
  'client type': 'customer_type',
  'client region': 'region',
  'client postcode': 'postcode',
  'client creation': 'signup_date',
  'client family': 'customer_type',
  'order id': 'order_id',
  'order date': 'order_date',
  'order amount': 'amount',
  'order quantity': 'quantity',
  'order channel': 'channel',
  'product id': 'product_id',
  'product name': 'product_name',
  'product price': 'unit_price',
  'product family': 'category',
  'product type': 'category',
  'product quantity': 'quantity',
  'product cost': 'unit_cost',
  'product discount': 'discount',
  'order discount': 'discount',
};
const alone: Readonly<Record<string, RoleName>> = {
  amount: 'amount',
  quantity: 'quantity',
  price: 'unit_price',
  date: 'order_date',
  family: 'category',
  region: 'region',
  city: 'city',
  country: 'country',
  postcode: 'postcode',
  channel: 'channel',
  discount: 'discount',
};

/** Entity and attribute read from the header's words and abbreviations, such as `CD_ART` or `LIB_CLI`. */
function byGrammar(words: readonly string[]): HeaderMatch[] {
  const meanings = words.map((word) => abbreviations[word] ?? word);
  const entity = meanings.find((word) => word === 'client' || word === 'order' || word === 'product');
  const known = meanings
    .filter((word) => word !== entity)
    .sort((a, b) => Number(b === 'date') - Number(a === 'date'));
  const pairs = known.flatMap((attribute) => {
    const role = entity ? grammar[`${entity} ${attribute}`] : alone[attribute];
    const score = (entity ? 0.9 : 0.75) - 0.1 * Math.max(0, words.length - (entity ? 2 : 1));
    return role && score > 0.4 ? [{ role, score }] : [];
  });
  return pairs;
}

const codeWords =
  /(^|_)(id|ids|code|cod|cd|no|num|numero|ref|reference|matricule|zip|cp|postcode|postal|siret|siren|ean|gtin|upc|sku|tel|telephone|phone|mobile|iban|uuid|key)(_|$)/;

/** True when a header says that its values identify something, so that no digit of them may be lost. */
export function isCodeHeader(header: string): boolean {
  return codeWords.test(headerKey(header));
}
