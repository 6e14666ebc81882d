import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnType } from '../../src/core/tables.js';
import { ColumnRelations } from '../../src/data/roles/column-relations.js';
import { guessRoles } from '../../src/data/roles/guess-roles.js';
import { assignRoles } from '../../src/data/roles/role-assignment.js';
import { roles } from '../../src/data/roles/roles.js';
import { ValueKinds, type ValueKind } from '../../src/data/roles/value-kinds.js';
import { ValueProfile, type ColumnProfile } from '../../src/data/roles/value-profile.js';
import { fingerprintOf, vendorOf } from '../../src/data/roles/vendor-fingerprints.js';
import { vendorExports } from '../../src/data/roles/vendor-headers.js';
import { Random } from '../../sample-data/random.js';

const column = (name: string, type: ColumnType, values: readonly string[]): ColumnProfile => ({
  name,
  type,
  values,
});
const repeat = (values: readonly string[], count = 30): string[] =>
  Array.from({ length: count }, (_, row) => values[row % values.length]!);
const guess = (...columns: ColumnProfile[]): Record<string, string | null> =>
  Object.fromEntries(guessRoles(columns).map(({ role }, index) => [columns[index]!.name, role]));

describe('kinds of values', () => {
  test.each<[ValueKind, string, string]>([
    ['email', 'a.b@c.fr', 'a.b at c.fr'],
    ['phone', '06 12 34 56 78', '12345'],
    ['phone', '+33 6 12 34 56 78', '2024-01-02'],
    ['siret', '732 829 320 00074', '732 829 320 00075'],
    ['ean', '4006381333931', '4006381333932'],
    ['ean', '96385074', '96385075'],
    ['postcode', '13100', '131'],
    ['postcode', 'SW1A 1AA', 'Paris'],
    ['departmentCode', '2A', '96'],
    ['region', 'Provence-Alpes-Côte d’Azur', 'Atlantide'],
    ['region', 'hauts de france', 'ailleurs'],
    ['region', 'NPDC', 'Nordland'],
    ['region', 'Région Sud', 'Sudland'],
    ['country', 'Royaume-Uni', 'Lyon'],
    ['status', 'Remboursée', 'rouge'],
    ['payment', 'Carte bancaire', 'bleu'],
    ['person', 'DUPONT Jean-Pierre', 'Bol en bois'],
    ['company', 'SARL Martin', 'Martin'],
    ['currency', 'chf', 'xyz'],
    ['testGroup', 'Contrôle', 'peut-être'],
  ])('%s: %s is one and %s is none', (kind, one, none) => {
    const kinds = (value: string): number =>
      new ValueKinds(new ValueProfile(column('x', 'text', [value]))).share(kind);
    expect([kinds(one), kinds(none)]).toEqual([1, 0]);
  });

  test('numbers are read under the mark that the column shows, dates with the day first unless that is impossible', () => {
    const numbers = (type: ColumnType, ...values: string[]): number[] => [
      ...(new ValueProfile(column('x', type, values)).numbers ?? []),
    ];
    expect(numbers('number', '1.234,50 €', '12,5')).toEqual([1234.5, 12.5]);
    expect(numbers('number', '1,234.50', '12')).toEqual([1234.5, 12]);
    expect(numbers('integer', '1,234', '-12')).toEqual([1234, -12]);
    expect(new ValueProfile(column('x', 'text', ['a', '1'])).numbers).toBeNull();
    const days = (...values: string[]): number[] => [
      ...(new ValueProfile(column('x', 'date', values)).days ?? []),
    ];
    expect(days('02/01/1970', '1970-01-03')).toEqual([1, 2]);
    expect(days('01/02/1970', '01/31/1970')).toEqual([1, 30]);
    expect(days('19700111')).toEqual([10]);
  });
});

describe('what columns say about each other', () => {
  const relationsOf = (...columns: (readonly string[])[]): ColumnRelations =>
    new ColumnRelations(columns.map((values) => new ValueProfile(column('x', 'number', values))));

  test('a dependency is the share of returning values that bring the same other value', () => {
    const from = [...Array.from({ length: 10 }, () => 'a'), 'b', 'b'];
    const to = [...Array.from({ length: 9 }, () => '1'), '2', '3', '3'];
    // Ten rows come back: nine of `a`, of which one brings another value, and one of `b`.
    expect(relationsOf(from, to).dependency(0, 1)).toBeCloseTo(9 / 10, 10);
    expect(relationsOf(['a', 'b'], ['1', '2']).dependency(0, 1)).toBeNull();
  });

  test('a product is found with the discount that explains it, whatever the order of the columns', () => {
    const quantity = repeat(['2', '3', '4', '5'], 40);
    const price = repeat(['10.00', '7.50', '3.20'], 40);
    const discount = repeat(['0', '0', '0.1', '0', '0.05'], 40);
    const amount = quantity.map((each, row) =>
      (Number(each) * Number(price[row]) * (1 - Number(discount[row]))).toFixed(2),
    );
    expect(relationsOf(amount, price, discount, quantity).products).toEqual([
      { quantity: 3, price: 1, amount: 0, discount: 2 },
    ]);
  });

  test('a total is told from its tax and from what is before tax; a margin is no tax', () => {
    const net = Array.from({ length: 40 }, (_, row) => (20 + row * 3.5).toFixed(2));
    const tax = net.map((value) => (Number(value) * 0.2).toFixed(2));
    const total = net.map((value, row) => (Number(value) + Number(tax[row])).toFixed(2));
    expect(relationsOf(tax, total, net).sums).toEqual([{ total: 1, net: 2, tax: 0 }]);
    const margin = net.map((value, row) => (Number(value) * (0.05 + ((row * 7) % 40) / 100)).toFixed(2));
    const both = net.map((value, row) => (Number(value) + Number(margin[row])).toFixed(2));
    expect(relationsOf(margin, both, net).sums).toEqual([]);
  });
});

describe('one role for one column', () => {
  test('the scores together are highest: nothing better is found by trying all', () => {
    const random = new Random('roles', 'assignment');
    const best = (scores: readonly Float64Array[], at: number, used: ReadonlySet<number>): number =>
      at === scores.length
        ? 0
        : Math.max(
            best(scores, at + 1, used),
            ...[...scores[at]!].map((score, role) =>
              used.has(role) || score === 0 ? 0 : score ** 5 + best(scores, at + 1, new Set([...used, role])),
            ),
          );
    for (let trial = 0; trial < 60; trial += 1) {
      const scores = Array.from({ length: random.between(1, 6) }, () =>
        Float64Array.from({ length: 5 }, () => (random.chance(0.4) ? 0 : random.next())),
      );
      const assigned = assignRoles(scores, 5);
      const given = [...assigned].filter((role) => role >= 0);
      expect(new Set(given).size).toBe(given.length);
      const total = scores.reduce(
        (sum, row, at) => sum + (assigned[at]! < 0 ? 0 : row[assigned[at]!]! ** 5),
        0,
      );
      expect(total).toBeCloseTo(best(scores, 0, new Set()), 10);
    }
  });

  test('two weak claims do not push aside a strong one', () => {
    const scores = [Float64Array.of(0.95, 0.6), Float64Array.of(0.9, 0)];
    expect([...assignRoles(scores, 2)]).toEqual([0, -1]);
  });

  test('200 columns are assigned with no more looks at scores than the method needs', () => {
    const random = new Random('roles', 'speed');
    let looks = 0;
    const scores = Array.from({ length: 200 }, () => {
      const row = Float64Array.from({ length: roles.length }, () => (random.chance(0.8) ? 0 : random.next()));
      return new Proxy(row, {
        get: (target, key) => {
          looks += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
    });
    assignRoles(scores, roles.length);
    // For each role at most as many rounds as there are roles, in each of them every column once; then the result.
    expect(looks).toBeLessThanOrEqual(roles.length ** 2 * scores.length + scores.length);
    expect(looks).toBeGreaterThan(roles.length * scores.length);
  });
});

describe('wrong guesses kept away', () => {
  const clients = repeat(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'], 60);
  const dates = Array.from({ length: 60 }, (_, row) => `2024-0${1 + (row % 6)}-${10 + ((row * 7) % 19)}`);
  const amounts = Array.from({ length: 60 }, (_, row) => (10 + row * 1.37).toFixed(2));

  test('a department is no postcode', () => {
    const found = guess(column('CP', 'text', repeat(['75', '69', '2A', '13'])));
    expect(found['CP']).not.toBe('postcode');
  });

  test('an address without any address in it is none', () => {
    expect(guess(column('mail', 'text', repeat(['Colissimo', 'Retrait'])))['mail']).toBeNull();
  });

  test('`client` is a name or a number as its values are', () => {
    const rest = [column('date', 'date', dates), column('montant', 'number', amounts)];
    expect(guess(column('client', 'text', clients), ...rest)['client']).toBe('customer_id');
    const names = repeat(['Marie Martin', 'Paul Roux', 'SARL Petit', 'Anna Simon'], 60);
    expect(guess(column('client', 'text', names), ...rest)['client']).toBe('customer_name');
  });

  const inTurn = (values: string): string[] => repeat(values.split('|'), 60);
  const sirens = clients.map((_, row) => String(612_345_678 + (row % 40) * 1111));
  const neighbours: Record<string, ColumnProfile[]> = {
    'in an order list': [
      column(
        'N° facture',
        'text',
        clients.map((_, row) => `F${1000 + row}`),
      ),
      column('Date', 'date', dates),
    ],
    'in a customer list': [
      column(
        'Nom',
        'text',
        clients.map((_, row) => `Marie Martin ${row}`),
      ),
    ],
    alone: [],
  };
  describe.each(Object.entries(neighbours))('%s', (_, rest) => {
    test.each<[string, string[]]>([
      ['Langue', inTurn('FR|DE|IT|ES')],
      ['language', inTurn('fr|en')],
      ['Sprache', inTurn('DE|FR')],
      ['Langue du client', inTurn('Français|Anglais')],
      ['SIREN', sirens],
      ['N° SIREN', sirens],
      ['SIRET', sirens.map((siren) => `${siren}00017`)],
      ['N° TVA', sirens.map((siren) => `FR12${siren}`)],
      ['VAT number', sirens.map((siren) => `FR12${siren}`)],
      ['Mois', inTurn('janvier|février|mars|avril')],
      ['Month', inTurn('Jan|Feb|Mar|Apr|May')],
      ['Mois', inTurn('1|2|3|11|12')],
      ['Année', inTurn('2022|2023|2024')],
      ['Millésime', inTurn('2018|2019|2020|2021')],
      ['Civilité', inTurn('M.|Mme')],
      ['Titre', inTurn('M.|Mme|Mlle')],
      ['Title', inTurn('Mr|Mrs|Ms')],
      ['Latitude', amounts],
      ['long', amounts],
      ['Fuseau horaire', inTurn('Europe/Paris|Europe/London|Europe/Berlin')],
    ])('%s means nothing that is asked for', (header, values) => {
      const type = values.every((value) => /^\d{1,4}$/.test(value))
        ? 'integer'
        : /^\d+\.\d+$/.test(values[0]!)
          ? 'number'
          : 'text';
      expect(guess(column(header, type, values), ...rest)[header]).toBeNull();
    });

    test('a postcode stays one without the zero that it has lost', () => {
      const values = inTurn('75011|69003|1000|59000');
      expect(guess(column('Code postal', 'text', values), ...rest)['Code postal']).toBe('postcode');
    });
  });

  test('the groups of anything are no test, those of a test are', () => {
    expect(guess(column('Groupe', 'text', inTurn('Assistance|Facturation')))['Groupe']).not.toBe(
      'test_group',
    );
    expect(guess(column('Variant', 'text', inTurn('Small|Medium|Large')))['Variant']).toBeNull();
    expect(guess(column('Groupe', 'text', inTurn('test|témoin')))['Groupe']).toBe('test_group');
    expect(guess(column('variant', 'text', inTurn('A|B')))['variant']).toBe('test_group');
  });

  test('how somebody was reached is no source of customers that is beyond doubt', () => {
    const source = column('Source', 'text', inTurn('E-mail|Téléphone|Portail'));
    expect(guessRoles([source])[0]!.confidence).toBeLessThan(0.9);
    const tickets = [
      column(
        'N° ticket',
        'text',
        clients.map((_, row) => `T${row}`),
      ),
      column('Motif', 'text', inTurn('Retard|Casse')),
    ];
    expect(guess(source, ...tickets)['Source']).toBe('channel');
  });

  test('the label of a row is a product for sure only beside something else about products', () => {
    const label = column(
      'Libellé',
      'text',
      inTurn('VIR GUILLOU|PRLV EDF|CB BOULANGERIE|REMISE CHEQUES|VIR BENALI'),
    );
    const rest = [column('Date opération', 'date', dates), column('Montant', 'number', amounts)];
    const [asked] = guessRoles([label, ...rest]);
    expect(asked!.confidence).toBeLessThan(0.7);
    const codes = column('Code article', 'text', inTurn('A1|A2|A3|A4|A5'));
    expect(guessRoles([label, ...rest, codes])[0]).toMatchObject({ role: 'product_name' });
    expect(guess(...rest)).toEqual({ 'Date opération': 'order_date', Montant: 'amount' });
  });

  test('of an amount before and one with tax, the first is the revenue, for the person to confirm', () => {
    const tax = amounts.map((value) => (Number(value) * 0.2).toFixed(2));
    const total = amounts.map((value, row) => (Number(value) + Number(tax[row])).toFixed(2));
    const found = guessRoles([
      column('Montant TTC', 'number', total),
      column('Montant TVA', 'number', tax),
      column('Montant HT', 'number', amounts),
    ]);
    expect(found.map(({ role }) => role)).toEqual([null, 'tax', 'amount']);
    expect(found[2]!.confidence).toBeLessThan(0.7);
  });

  test('a bare reference and a day of entry in a list of different people are those of the customers', () => {
    const people = Array.from({ length: 60 }, (_, row) => `p${row}@mail.example`);
    expect(
      guess(
        column(
          'Référence',
          'text',
          people.map((_, row) => `R${row}`),
        ),
        column('Email', 'text', people),
        column('Créé le', 'date', dates),
        column('CA réalisé', 'number', amounts),
      ),
    ).toEqual({
      Référence: 'customer_id',
      Email: 'email',
      'Créé le': 'signup_date',
      'CA réalisé': 'total_spent',
    });
  });

  test('a list of complaints has complaints’ numbers and dates', () => {
    expect(
      guess(
        column(
          'Identifiant du ticket',
          'text',
          clients.map((_, row) => `T${row}`),
        ),
        column('Heure de création', 'date', dates),
        column('Délai de résolution (h)', 'integer', inTurn('3|26|48|5|70')),
      ),
    ).toEqual({
      'Identifiant du ticket': 'ticket_id',
      'Heure de création': 'opened_at',
      'Délai de résolution (h)': 'resolution_time',
    });
  });

  test('a sale that is completed was not complained about', () => {
    expect(
      guess(
        column('Completed Time', 'date', dates),
        column('Total', 'number', amounts),
        column('Qty', 'integer', inTurn('1|2|3')),
      ),
    ).toEqual({ 'Completed Time': 'order_date', Total: 'amount', Qty: 'quantity' });
  });

  test('two addresses in all rows are those of the staff', () => {
    const user = column('Utilisateur', 'text', inTurn('caisse1@mail.example|caisse2@mail.example'));
    expect(guess(user, column('date', 'date', dates))['Utilisateur']).not.toBe('email');
  });

  test('a state of the order is no region', () => {
    expect(guess(column('state', 'text', repeat(['draft', 'sale', 'done', 'cancelled'])))['state']).toBe(
      'status',
    );
    expect(guess(column('state', 'text', repeat(['Texas', 'Ohio', 'Florida', 'California'])))['state']).toBe(
      'region',
    );
  });

  test('among total, subtotal and tax the total is the amount', () => {
    const tax = amounts.map((value) => (Number(value) * 0.2).toFixed(2));
    const total = amounts.map((value, row) => (Number(value) + Number(tax[row])).toFixed(2));
    expect(
      guess(
        column('subtotal', 'number', amounts),
        column('tax', 'number', tax),
        column('total', 'number', total),
        column('created_at', 'date', dates),
        column('paid_at', 'date', dates),
        column('shipped_at', 'date', dates),
      ),
    ).toEqual({
      subtotal: null,
      tax: 'tax',
      total: 'amount',
      created_at: 'order_date',
      paid_at: null,
      shipped_at: null,
    });
  });

  test('what is close is for the person to confirm', () => {
    const close = guessRoles([
      column('montant HT', 'number', amounts),
      column('montant TTC', 'number', amounts),
    ]);
    expect(close.map(({ role }) => role)).toEqual(['amount', null]);
    expect(close[0]!.confidence).toBeLessThan(0.7);
  });

  test('a column whose header says nothing is never sure, save by an address', () => {
    // Two lines an order, seven customers in turn.
    const ordered = (values: readonly string[]): string[] => values.map((_, row) => values[row >> 1]!);
    const found = guessRoles([
      column('x1', 'text', ordered(clients)),
      column('x2', 'text', ordered(clients.map((_, row) => `F${1000 + row}`))),
      column('x3', 'date', ordered(dates)),
      column('x4', 'number', amounts),
      column(
        'x5',
        'text',
        ordered(clients).map((client) => `${client}@example.org`),
      ),
    ]);
    expect(found.map(({ role }) => role)).toEqual([
      'customer_id',
      'order_id',
      'order_date',
      'amount',
      'email',
    ]);
    expect(found.slice(0, 4).filter(({ confidence }) => confidence >= 0.7)).toEqual([]);
    expect(found[4]!.confidence).toBe(0.85);
  });

  test('a company’s number is a customer only where nothing better is', () => {
    const sirets = repeat(['73282932000074', '55208131766522', '44306184100047'], 60);
    const rest = [column('date', 'date', dates), column('montant', 'number', amounts)];
    expect(guess(column('x', 'text', sirets), ...rest)['x']).toBe('customer_id');
    expect(guess(column('x', 'text', sirets), column('client', 'text', clients), ...rest)).toMatchObject({
      x: null,
      client: 'customer_id',
    });
  });

  test('what is known to mean nothing gets no role from its values', () => {
    expect(
      guess(
        column('date de livraison', 'date', dates),
        column('date échéance', 'date', dates),
        column('prénom', 'text', repeat(['Marie', 'Paul', 'Anna'])),
        column('adresse', 'text', repeat(['1 rue de la Paix', '2 rue Martin'])),
      ),
    ).toEqual({ 'date de livraison': null, 'date échéance': null, prénom: null, adresse: null });
  });
});

describe('recognised exports', () => {
  test('three headers of an export are not enough', () => {
    expect(vendorOf(['Lineitem name', 'Lineitem price', 'Lineitem sku'])).toBeNull();
    expect(vendorOf(['Lineitem name', 'Lineitem price', 'Lineitem sku', 'Paid at'])).toBe('shopify');
    expect(vendorOf(['date', 'client', 'montant'])).toBeNull();
  });

  test('the first header that the file has gives the role', () => {
    const marks = ['Name', 'Lineitem name', 'Lineitem price', 'Financial Status', 'Paid at'];
    expect(fingerprintOf(marks)?.roles).toEqual([
      'order_id',
      'product_name',
      'unit_price',
      'status',
      'order_date',
    ]);
    expect(fingerprintOf([...marks, 'Created at'])?.roles.slice(-2)).toEqual([null, 'order_date']);
  });

  test('a column of one’s own in a recognised export is guessed, and a chosen role stands', () => {
    const names = ['Name', 'Lineitem name', 'Lineitem price', 'Financial Status', 'Paid at', 'Canal'];
    const columns = names.map((name) => column(name, 'text', []));
    const found = (chosen = {}): (string | null)[] => guessRoles(columns, chosen).map(({ role }) => role);
    expect(found()).toEqual(['order_id', 'product_name', null, 'status', null, 'channel']);
    expect(found({ Name: 'customer_name', Canal: 'status' })).toEqual([
      'customer_name',
      'product_name',
      null,
      null,
      null,
      'status',
    ]);
  });

  test('every export is recognised by its own marks and not taken for another vendor’s', () => {
    for (const { vendor, marks } of vendorExports) expect(vendorOf(marks.split('|'))).toBe(vendor);
  });
});

test('whatever the headers and values are, each role is given once, to a column that can have it', () => {
  const headers = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      '',
      'date',
      'client',
      'Total',
      'N° facture',
      'qté',
      'id',
      'Name',
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const values = fc.oneof(
    fc.constantFrom(
      '',
      'NA',
      '12/01/2024',
      '2024-02-30',
      '1 234,50 €',
      '-0',
      'a@b.fr',
      '0612345678',
      'Infinity',
      '1e400',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const types = fc.constantFrom<ColumnType>('text', 'integer', 'number', 'date', 'timestamp', 'boolean');
  const tables = fc.integer({ min: 0, max: 40 }).chain((rows) =>
    fc.uniqueArray(
      fc.record({
        name: headers,
        type: types,
        values: fc.array(values, { minLength: rows, maxLength: rows }),
      }),
      { selector: ({ name }) => name, maxLength: 8 },
    ),
  );
  fc.assert(
    fc.property(tables, (columns) => {
      const guesses = guessRoles(columns);
      const given = guesses.flatMap(({ role }) => (role ? [role] : []));
      expect(guesses).toHaveLength(columns.length);
      expect(new Set(given).size).toBe(given.length);
      for (const { role, confidence } of guesses) {
        expect(confidence > 0).toBe(role !== null);
        expect(confidence).toBeLessThan(1);
      }
    }),
    { numRuns: 300, seed: 3 },
  );
});
