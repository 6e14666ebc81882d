import { Random } from '../../sample-data/random.js';

/** How dates and decimals are written. */
export type Form = 'fr' | 'iso' | 'us' | 'de';
/** What a row is. */
export type Grain = 'line' | 'order' | 'client' | 'product' | 'ticket';

interface Client {
  [kind: string]: string;
}

const random = new Random('roles', 'world');
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const cents = (value: number): number => Math.round(value * 100) / 100;
const day = (offset: number): Date => new Date(Date.UTC(2023, 0, 2) + offset * 86_400_000);

const firstNames =
  'Marie Jean Sophie Pierre Julie Nicolas Camille Thomas Léa Hugo Claire Paul Anna Lucas'.split(' ');
const lastNames =
  'Martin Bernard Dubois Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent'.split(
    ' ',
  );
const places = [
  ['Lyon', '69003', 'Rhône', 'Auvergne-Rhône-Alpes', '69'],
  ['Paris', '75011', 'Paris', 'Île-de-France', '75'],
  ['Lille', '59000', 'Nord', 'Hauts-de-France', '59'],
  ['Nantes', '44000', 'Loire-Atlantique', 'Pays de la Loire', '44'],
  ['Bordeaux', '33000', 'Gironde', 'Nouvelle-Aquitaine', '33'],
  ['Rennes', '35000', 'Ille-et-Vilaine', 'Bretagne', '35'],
  ['Ajaccio', '20000', 'Corse-du-Sud', 'Corse', '2A'],
  ['Aix-en-Provence', '13100', 'Bouches-du-Rhône', "Provence-Alpes-Côte d'Azur", '13'],
] as const;
const things =
  'Bol Assiette Lampe Tapis Coussin Vase Plateau Miroir Table Chaise Panier Cadre Bougie Carafe'.split(' ');
const manners = 'bleu,rouge,en bois,en verre,grand modèle,petit modèle,naturel,doré'.split(',');
const families = ['Art de la table', 'Décoration', 'Luminaires', 'Textile', 'Mobilier'];
const reasons = ['Retard', 'Produit cassé', 'Erreur de facturation', 'Colis incomplet'];
const remarks = [
  'Le colis est arrivé avec deux semaines de retard et personne ne répond au téléphone.',
  'Très bon accueil en magasin, je reviendrai certainement pour les fêtes de fin d’année.',
  'La couleur ne correspond pas du tout à la photo du site, je demande un échange.',
];

const clients: Client[] = Array.from({ length: 90 }, (_, index) => {
  const place = random.pick(places);
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  return {
    code: `C${pad(index + 1, 4)}`,
    num: String(10_000 + index * 37),
    uuid: `cus_${(index * 7919 + 1_000_003).toString(36)}x`,
    name: `${first} ${last}`,
    upper: `${last.toUpperCase()} ${first}`,
    firm: `${random.pick(['SARL', 'SAS', 'Ets', 'Cabinet'])} ${last} ${index}`,
    first,
    last,
    email: `${first}.${last}${index}@example.org`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    phone: `06 ${pad(random.between(10, 99), 2)} ${pad(random.between(10, 99), 2)} ${pad(random.between(10, 99), 2)} ${pad(index, 2)}`,
    intl: `+33 6 ${random.between(10, 99)} ${random.between(10, 99)} ${random.between(10, 99)} ${pad(index, 2)}`,
    city: place[0],
    cp: place[1],
    dept: place[2],
    region: place[3],
    deptCode: place[4],
    country: random.chance(0.8) ? 'France' : random.pick(['Belgique', 'Suisse']),
    iso: random.chance(0.8) ? 'FR' : random.pick(['BE', 'CH']),
    type: random.pick(['Particulier', 'Professionnel']),
    tier: random.pick(['Gold', 'Silver', 'Bronze']),
    source: random.pick(['Google', 'Parrainage', 'Salon', 'Facebook']),
    optin: random.pick(['oui', 'non']),
    address: `${random.between(1, 90)} rue ${random.pick(lastNames)}`,
    orders: String(random.between(1, 40)),
    sexe: random.pick(['F', 'M']),
    card: random.pick(['oui', 'non']),
  };
});
const birthdays = clients.map(
  () => new Date(Date.UTC(random.between(1945, 2003), random.between(0, 11), random.between(1, 28))),
);
const signups = clients.map(() => day(-random.between(1, 900)));
const spent = clients.map(() => cents(20 + random.next() * 4000));
const lastDays = clients.map(() => day(random.between(300, 800)));

const products = Array.from({ length: 45 }, (_, index) => {
  const base = `37001234${pad(index * 7 + 3, 4)}`;
  const sum = [...base]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return {
    code: `ART-${pad(index * 3 + 1, 4)}`,
    plain: String(2000 + index * 11),
    ean: `${base}${(10 - (sum % 10)) % 10}`,
    name: `${things[index % things.length]} ${manners[index % manners.length]} ${index}`,
    family: families[index % families.length]!,
    price: cents(3 + random.next() * 90),
    rate: random.pick([0.2, 0.2, 0.055]),
  };
});

const orders = Array.from({ length: 260 }, (_, index) => {
  const date = day(Math.floor(index * 2.6));
  const lines = Array.from({ length: random.pick([1, 1, 2, 3, 4]) }, () => {
    const product = random.pick(products);
    const quantity = random.pick([1, 1, 1, 2, 2, 3, 4, 6, 12]);
    const discount = random.pick([0, 0, 0, 0.05, 0.1]);
    const net = cents(quantity * product.price * (1 - discount));
    return { product, quantity, discount, net, tax: cents(net * product.rate) };
  });
  const net = cents(lines.reduce((sum, line) => sum + line.net, 0));
  const tax = cents(lines.reduce((sum, line) => sum + line.tax, 0));
  return {
    index,
    date,
    hour: `${pad(random.between(8, 19), 2)}:${pad(random.between(0, 59), 2)}:${pad(random.between(0, 59), 2)}`,
    client: random.between(0, clients.length - 1),
    lines,
    net,
    tax,
    shipping: random.pick([0, 0, 4.9, 6.9]),
    wait: random.between(1, 9),
    text: {
      no: `F${pad(index + 1, 6)}`,
      hash: `#${1001 + index}`,
      num: String(536_000 + index),
      channel: random.pick(['Site web', 'Boutique', 'Téléphone']),
      store: random.pick(['Lyon Part-Dieu', 'Lille Centre', 'Nantes Erdre']),
      status: random.pick(['Payée', 'Payée', 'Expédiée', 'Annulée', 'Remboursée']),
      statusEn: random.pick(['paid', 'paid', 'refunded', 'pending']),
      payment: random.pick(['CB', 'Chèque', 'Virement', 'Espèces']),
      seller: random.pick(['Claire Petit', 'Paul Roux', 'Julie Simon']),
      coupon: random.chance(0.2) ? random.pick(['NOEL10', 'BIENVENUE']) : '',
      currency: 'EUR',
      note: random.chance(0.1) ? random.pick(remarks) : '',
      group: random.pick(['test', 'contrôle']),
      ship: random.pick(['Colissimo', 'Retrait', 'Chronopost']),
      ref: `TR${(index * 104_729 + 77).toString(36).toUpperCase()}`,
    } as Client,
  };
});

/** A row of the world: which order, line, customer and product it is about. */
export interface Row {
  readonly order: (typeof orders)[number];
  readonly line: number;
  readonly client: number;
  readonly product: (typeof products)[number];
  readonly number: number;
}

/** All rows of a grain. */
export function rowsOf(grain: Grain): Row[] {
  const row = (order: (typeof orders)[number], line: number, number: number): Row => ({
    order,
    line,
    client: order.client,
    product: order.lines[line]?.product ?? products[0]!,
    number,
  });
  if (grain === 'line')
    return orders
      .flatMap((order) => order.lines.map((_, line) => ({ order, line })))
      .map(({ order, line }, n) => row(order, line, n));
  if (grain === 'client') return clients.map((_, client) => ({ ...row(orders[client]!, 0, client), client }));
  if (grain === 'product') return products.map((product, n) => ({ ...row(orders[n]!, 0, n), product }));
  return orders.map((order, n) => row(order, 0, n));
}

function writeDate(date: Date, form: Form): string {
  const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
  if (form === 'iso') return `${year}-${month}-${dayOfMonth}`;
  if (form === 'us') return `${Number(month)}/${Number(dayOfMonth)}/${year}`;
  return form === 'de' ? `${dayOfMonth}.${month}.${year}` : `${dayOfMonth}/${month}/${year}`;
}

function writeNumber(value: number, form: Form): string {
  const text = value.toFixed(2);
  return form === 'fr' || form === 'de' ? text.replace('.', ',') : text;
}

/** A value of a kind in a row, as the fixture's program writes it. */
export function valueOf(kind: string, row: Row, form: Form): string {
  const { order, product, client } = row;
  const line = order.lines[row.line]!;
  const [of = '', what = ''] = kind.split('.');
  const money = (value: number): string => writeNumber(value, form);
  if (of === 'client') {
    if (what === 'birth') return writeDate(birthdays[client]!, form);
    if (what === 'age') return String(2024 - birthdays[client]!.getUTCFullYear());
    if (what === 'signup') return writeDate(signups[client]!, form);
    if (what === 'spent') return money(spent[client]!);
    if (what === 'lastOrder') return writeDate(lastDays[client]!, form);
    return clients[client]![what]!;
  }
  if (of === 'product') {
    if (what === 'price') return money(product.price);
    if (what === 'cost') return money(cents(product.price * 0.55));
    return String(product[what as 'code' | 'name']);
  }
  const written: Record<string, () => string> = {
    'order.date': () => writeDate(order.date, form),
    'order.stamp': () => `${writeDate(order.date, form)} ${order.hour}`,
    'order.compact': () => writeDate(order.date, 'iso').replaceAll('-', ''),
    'order.time': () => order.hour.slice(0, 5),
    'order.later': () => writeDate(new Date(order.date.getTime() + order.wait * 86_400_000), form),
    'order.month': () => writeDate(order.date, 'iso').slice(0, 7),
    'order.net': () => money(order.net),
    'order.tax': () => money(order.tax),
    'order.gross': () => money(cents(order.net + order.tax)),
    'order.total': () => money(cents(order.net + order.tax + order.shipping)),
    'order.euro': () => `€${(order.net + order.tax).toFixed(2)}`,
    'order.shipping': () => money(order.shipping),
    'order.items': () => String(order.lines.reduce((sum, each) => sum + each.quantity, 0)),
    'order.discount': () => money(row.number % 5 === 0 ? 5 : 0),
    'order.refund': () => money(row.number % 17 === 0 ? 12.5 : 0),
    'order.fee': () => money(cents(0.25 + order.net * 0.014)),
    'order.margin': () => money(cents(order.net * (0.2 + (row.number % 13) / 50))),
    'order.id': () => String(row.number + 1),
    'order.state': () => String([2, 4, 5, 6][row.number % 4]),
    'order.products': () => order.lines.map((each) => `${each.quantity}× ${each.product.name}`).join(', '),
    'line.quantity': () => String(line.quantity),
    'line.price': () => money(product.price),
    'line.discount': () => writeNumber(line.discount, form),
    'line.percent': () => String(Math.round(line.discount * 100)),
    'line.net': () => money(line.net),
    'line.gross': () => money(cents(line.net + line.tax)),
    'line.tax': () => money(line.tax),
    'line.rate': () => (product.rate * 100).toFixed(1).replace('.', form === 'iso' ? '.' : ','),
    'line.cost': () => money(cents(product.price * 0.55)),
    'line.margin': () => money(cents(line.net * (0.2 + (row.number % 13) / 50))),
    'line.no': () => String(row.line + 1),
    'row.no': () => String(row.number + 1),
    'ticket.id': () => `T-${pad(row.number + 1, 5)}`,
    'ticket.reason': () => reasons[row.number % reasons.length]!,
    'ticket.text': () => `${remarks[row.number % remarks.length]!} (${row.number})`,
    'ticket.days': () => String(order.wait),
    'score.csat': () => String([5, 4, 4, 3, 5, 2, 1][row.number % 7]),
    'score.nps': () => String([10, 9, 8, 9, 7, 6, 3, 0][row.number % 8]),
    empty: () => '',
    'flag.bool': () => (row.number % 4 === 0 ? 'true' : 'false'),
    'flag.zero': () => String(row.number % 2),
  };
  const write = written[kind];
  if (write) return write();
  const text = order.text[what];
  if (of !== 'order' || text === undefined) throw new Error(`no values of kind ${kind}`);
  return text;
}
