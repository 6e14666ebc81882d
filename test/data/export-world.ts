import { Random } from '../../sample-data/random.js';

/** What a row of an export is about. */
export type ExportGrain = 'line' | 'order' | 'client' | 'ticket';

/** How a program writes dates and decimals. */
export interface Writing {
  readonly date: (date: Date) => string;
  readonly decimal: '.' | ',';
  readonly euro?: boolean;
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const parts = (date: Date): [string, string, string] => iso(date).split('-') as [string, string, string];

export const french: Writing = { date: (each) => parts(each).reverse().join('/'), decimal: ',' };
export const german: Writing = { date: (each) => parts(each).reverse().join('.'), decimal: ',' };
export const dutch: Writing = { date: (each) => parts(each).reverse().join('-'), decimal: ',' };
export const english: Writing = { date: iso, decimal: '.' };

const random = new Random('exports', 'world');
const cents = (value: number): number => Math.round(value * 100) / 100;
const words = (text: string): string[] => text.split('|');

const firsts = words(
  'Aurélie|Mehdi|Solène|Baptiste|Inès|Karim|Élodie|Yann|Fatima|Gaëlle|Arthur|Noémie|Loïc|Wendy',
);
const lasts = words(
  'Guillou|Benali|Carpentier|Delmas|Fontaine|Haddad|Jacquet|Kowalski|Lemoine|Nguyen|Prigent|Rivière|Tessier|Weber',
);
const trades = words('Menuiserie|Boulangerie|Pharmacie|Optique|Garage|Fleuriste|Librairie|Traiteur');
const towns = [
  ['Quimper', '29000', 'Finistère', '48.00', '-4.10'],
  ['Strasbourg', '67000', 'Bas-Rhin', '48.57', '7.75'],
  ['Montpellier', '34000', 'Hérault', '43.61', '3.88'],
  ['Dijon', '21000', "Côte-d'Or", '47.32', '5.04'],
  ['Bourg-en-Bresse', '01000', 'Ain', '46.21', '5.23'],
  ['Tours', '37000', 'Indre-et-Loire', '47.39', '0.69'],
] as const;

function luhn(base: string): string {
  const sum = [...base].reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return base + String((10 - (sum % 10)) % 10);
}

const clients = Array.from({ length: 75 }, (_, n) => {
  const [first, last, town] = [random.pick(firsts), random.pick(lasts), random.pick(towns)];
  const siren = luhn(String(40_000_000 + n * 1_234_567).slice(0, 8));
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return {
    first,
    last,
    company: `${random.pick(trades)} ${last}`,
    email: `${plain(first)[0]}.${plain(last)}${n}@mail.example`,
    mobile: `07${pad(random.between(0, 99_999_999), 8)}`,
    landline: `02 98 ${pad(random.between(10, 99))} ${pad(random.between(10, 99))} ${pad(n)}`,
    street: `${random.between(1, 120)} ${random.pick(['rue', 'avenue', 'allée'])} des ${random.pick(['Lilas', 'Tilleuls', 'Écoles'])}`,
    town,
    siren,
    siret: luhn(siren + '0001'),
    vat: `FR${pad((12 + 3 * (Number(siren) % 97)) % 97)}${siren}`,
    born: new Date(Date.UTC(random.between(1950, 2004), random.between(0, 11), random.between(1, 28))),
    joined: new Date(Date.UTC(2019, 0, 1) + random.between(0, 1700) * 86_400_000),
    staff: random.pick([1, 3, 8, 15, 40]),
    spent: cents(50 + random.next() * 9000),
    mister: random.chance(0.5),
    consents: random.chance(0.7),
  };
});

const goods = Array.from({ length: 38 }, (_, n) => ({
  ref: `${random.pick(['THE', 'CAF', 'INF', 'ACC'])}${pad(100 + n * 7, 4)}`,
  name: `${random.pick(['Thé vert', 'Café moulu', 'Infusion', 'Théière', 'Tasse'])} ${random.pick(['Sencha', 'Moka', 'Verveine', 'fonte', 'grès'])} ${random.pick(['100 g', '250 g', '1 kg', '0,5 L'])} n${n}`,
  family: random.pick(['Thés', 'Cafés', 'Infusions', 'Accessoires']),
  price: cents(2.5 + random.next() * 45),
}));

const orders = Array.from({ length: 180 }, (_, n) => {
  const lines = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => {
    const [good, quantity, rate] = [
      random.pick(goods),
      random.pick([1, 1, 2, 3, 5, 10]),
      random.pick([0, 0, 0, 5, 10]),
    ];
    const net = cents(good.price * quantity * (1 - rate / 100));
    return { good, quantity, rate, net, tax: cents(net * 0.2) };
  });
  const net = cents(lines.reduce((sum, each) => sum + each.net, 0));
  return {
    n,
    lines,
    net,
    tax: cents(net * 0.2),
    client: clients[random.between(0, 74)]!,
    wait: random.between(2, 40),
  };
});

/** A row: an order's line, an order, a customer or a ticket, with what belongs to it. */
export interface ExportRow {
  readonly number: number;
  readonly order: (typeof orders)[number];
  readonly line: (typeof orders)[number]['lines'][number];
  readonly client: (typeof clients)[number];
}

export function exportRows(grain: ExportGrain): ExportRow[] {
  const lines = orders.flatMap((order) =>
    (grain === 'line' ? order.lines : order.lines.slice(0, 1)).map((line) => ({ order, line })),
  );
  const rows = grain === 'client' ? lines.slice(0, clients.length) : lines;
  return rows.map(({ order, line }, number) => ({
    number,
    order,
    line,
    client: grain === 'client' ? clients[number]! : order.client,
  }));
}

const start = Date.UTC(2024, 1, 5);
const after = (days: number): Date => new Date(start + days * 86_400_000);
const hour = (n: number): string => `${pad(8 + (n % 11))}:${pad((n * 17) % 60)}`;
const cycle = (text: string, at: number): string => words(text)[at % words(text).length]!;

/** A value for a column: what kind it is of, and as which words where the kind is `of` (words in turn, parted by `|`). */
export function exportValue(kind: string, row: ExportRow, { date, decimal, euro }: Writing): string {
  const { number: n, order, line, client } = row;
  const number = (value: number): string => value.toFixed(2).replace('.', decimal);
  const money = (value: number): string => number(value) + (euro ? ' €' : '');
  const day = Math.floor(order.n * 1.9);
  if (kind.startsWith('of ')) return cycle(kind.slice(3), n * 7 + (n % 5));
  const written: Record<string, () => string> = {
    'client code': () => `CLI${pad(clients.indexOf(client) + 1, 5)}`,
    'client number': () => String(411_000 + clients.indexOf(client) * 3),
    'client name': () => `${client.first} ${client.last}`,
    'client first': () => client.first,
    'client last': () => client.last,
    'client company': () => client.company,
    'client email': () => client.email,
    'client mobile': () => client.mobile,
    'client landline': () => client.landline,
    'client intl': () => `33${client.mobile.slice(1)}`,
    'client street': () => client.street,
    'client city': () => client.town[0],
    'client postcode': () => client.town[1],
    'client department': () => client.town[2],
    'client latitude': () => (Number(client.town[3]) + (n % 9) / 100).toFixed(4),
    'client longitude': () => (Number(client.town[4]) + (n % 7) / 100).toFixed(4),
    'client siren': () => client.siren,
    'client siret': () => client.siret,
    'client vat': () => client.vat,
    'client born': () => date(client.born),
    'client joined': () => date(client.joined),
    'client joined stamp': () => `${iso(client.joined)} ${hour(n)}:00`,
    'client staff': () => String(client.staff),
    'client spent': () => money(client.spent),
    'client title': () => (client.mister ? 'M.' : 'Mme'),
    'client consent': () => (client.consents ? 'Oui' : 'Non'),
    'good ref': () => line.good.ref,
    'good name': () => line.good.name,
    'good family': () => line.good.family,
    'good cost': () => money(cents(line.good.price * 0.45)),
    'order number': () => `FA${2400 + Math.floor(order.n / 60)}-${pad(order.n + 1, 4)}`,
    'order count': () => String(30_500 + order.n),
    'order hex': () => (0x1a2b3c + order.n * 7919).toString(16).toUpperCase(),
    'order date': () => date(after(day)),
    'order stamp': () => `${date(after(day))} ${hour(order.n)}`,
    'order due': () => date(after(day + 30)),
    'order later': () => date(after(day + order.wait)),
    'order later stamp': () => `${date(after(day + order.wait))} ${hour(order.n + 3)}`,
    'order month': () =>
      cycle(
        'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
        Math.floor(day / 30),
      ),
    'order year': () => iso(after(day)).slice(0, 4),
    'order time': () => hour(order.n),
    'order net': () => money(order.net),
    'order tax': () => money(order.tax),
    'order gross': () => money(cents(order.net + order.tax)),
    'order due amount': () => money(n % 6 === 0 ? cents(order.net + order.tax) : 0),
    'order shipping': () => money([0, 5.9, 7.5][n % 3]!),
    'order fee': () => money(cents((order.net + order.tax) * 0.0175)),
    'order items': () => String(order.lines.reduce((sum, each) => sum + each.quantity, 0)),
    'order signed': () => money(n % 3 === 0 ? -cents(20 + ((n * 37) % 400)) : order.net),
    'order balance': () => money(cents(3000 + ((n * 911) % 5000) / 7)),
    'order refund': () => money(n % 19 === 0 ? order.net : 0),
    'line quantity': () => String(line.quantity),
    'line price': () => money(line.good.price),
    'line rate': () => String(line.rate),
    'line net': () => money(line.net),
    'line tax': () => money(line.tax),
    'line gross': () => money(cents(line.net + line.tax)),
    'line profit': () => money(cents(line.net - line.quantity * line.good.price * 0.45)),
    'line before': () => money(cents(line.good.price * line.quantity)),
    'line cut': () => money(cents(line.good.price * line.quantity - line.net)),
    'vat rate': () => number(20),
    'row number': () => String(n + 1),
    'ticket number': () => String(88_000 + n),
    'ticket text': () =>
      `${cycle('Bonjour, ma commande n’est toujours pas arrivée.|La tasse est arrivée cassée, que faire ?|Merci pour votre accueil, tout est parfait.|Je voudrais une facture au nom de ma société.', n * 3 + (n % 4))} (${n})`,
    'ticket hours': () => String(1 + ((n * 13) % 90)),
    'score ten': () => String([9, 10, 8, 7, 10, 6, 3, 9, 0, 5][(n * 7) % 10]),
    'score five': () => String([5, 4, 4, 3, 5, 2, 1][(n * 3) % 7]),
    token: () => `${(n * 7_919_777 + 123_456_789).toString(36)}${(n * 104_729 + 55_555).toString(36)}`,
    ip: () => `82.${n % 250}.${(n * 7) % 250}.${(n * 13) % 250}`,
    card: () => pad((n * 7919) % 10_000, 4),
    empty: () => '',
  };
  const write = written[kind];
  if (!write) throw new Error(`no values of kind ${kind}`);
  return write();
}
