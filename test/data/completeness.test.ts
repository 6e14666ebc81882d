import { beforeAll, beforeEach, expect, test } from 'vitest';
import { completenessOf, gradeOf, usableShare } from '../../src/data/profile/completeness.js';
import type { Completeness, FieldCompleteness } from '../../src/data/profile/completeness.js';
import type { FieldName } from '../../src/data/profile/completeness-fields.js';
import { formatCheck } from '../../src/data/profile/format-checks.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { createSchema, dropSchema } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { sql } from '../../src/engine/sql.js';
import type { Source } from '../../src/data/source.js';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(async () => {
  await bench.engine.useSchema('main');
  await dropSchema(bench.engine, bench.schema);
  await createSchema(bench.engine, bench.schema);
  await bench.engine.useSchema(bench.schema);
});

async function completeness(files: Record<string, string>): Promise<Completeness> {
  const sources: Source[] = [];
  for (const [name, text] of Object.entries(files)) sources.push(await bench.load(text, { name }));
  const plan = await planSales(bench.engine, bench.schema, sources);
  const warehouse = await buildWarehouse(bench.engine, bench.schema, sources, plan);
  return completenessOf(bench.engine, sources, warehouse);
}

function fieldOf({ kinds }: Completeness, name: FieldName): FieldCompleteness {
  const found = kinds.flatMap(({ fields }) => fields).find((field) => field.name === name);
  if (!found) throw new Error(name);
  return found;
}
const gradeOfKind = ({ kinds }: Completeness, kind: string): unknown =>
  kinds.find((one) => one.kind === kind)?.grade;

const shop = {
  'clients.csv': [
    'customer_id,nom,email,telephone,code_postal,pays,siret,canal_acquisition',
    'C1,Anne,anne@exemple.fr,06 12 34 56 78,75001,France,732 829 320 00074,Salon',
    'C2,Bob,bob@exemple,+33 6 12 34 56 78,1000,Belgique,732 829 320 00075,',
    'C3,Cid,,612345678,7500,France,356 000 000 49837,Web',
    'C4,Dora,dora@exemple.org,,,,,Web',
  ].join('\n'),
  'commandes.csv': [
    'order_id,customer_id,date_commande,canal,mode_paiement',
    'F1,C1,2024-01-05,Web,CB',
    'F2,C1,2024-02-10,Web,',
    'F3,C2,2024-03-01,,CB',
    'F4,,2024-03-02,Web,CB',
  ].join('\n'),
  'lignes.csv': [
    'order_id,product_id,categorie,quantite,prix_unitaire,montant',
    'F1,P1,Table,2,5.00,10.00',
    'F2,P2,,1,15.00,15.00',
    'F3,P2,,2,15.00,30.00',
    'F4,P1,Table,1,5.00,5.00',
  ].join('\n'),
};

test('each field says where it stands, for how many customers it is filled, and how many values have its form', async () => {
  const found = await completeness(shop);
  expect(fieldOf(found, 'email').filling).toEqual({
    table: 'clients',
    column: 'email',
    total: 4,
    filled: 3,
    format: { checked: 3, valid: 2 },
  });
  // the ten-digit number and the one with its country code, not the one that lost its zero
  expect(fieldOf(found, 'phone').filling).toMatchObject({ filled: 3, format: { checked: 3, valid: 2 } });
  // the Belgian postcode is not checked, 7500 is wrong
  expect(fieldOf(found, 'postcode').filling).toMatchObject({ filled: 3, format: { checked: 2, valid: 1 } });
  // Luhn: 73282932000074 yes, …75 no; La Poste by its sum, 45
  expect(fieldOf(found, 'siret').filling).toMatchObject({ filled: 3, format: { checked: 3, valid: 2 } });
  expect(fieldOf(found, 'acquisition_source').filling).toMatchObject({ filled: 3, format: null });
});

test('grades follow the share of usable values, and missing fields count as empty', async () => {
  const found = await completeness(shop);
  // (3 − 1) / 4 = 50 %
  expect(fieldOf(found, 'email').grade).toBe('D');
  expect(fieldOf(found, 'customer_name').grade).toBe('A');
  expect(fieldOf(found, 'city')).toMatchObject({ filling: null, grade: 'E' });
  // name 100, address 0, postcode 50, city 0, phone 50, e-mail 50, SIRET 50: 300 / 7 = 42.9 %
  expect(found.kinds[0]).toMatchObject({ kind: 'identification', grade: 'D' });
  expect(found.kinds[0]?.share).toBeCloseTo(3 / 7, 12);
  // what only companies have is not asked of everybody
  expect(fieldOf(found, 'headcount')).toMatchObject({ filling: null, grade: null });
  expect(gradeOfKind(found, 'qualification')).toBe('C');
  expect([1, 0.95, 0.9499, 0.8, 0.6, 0.3, 0.2999, 0].map(gradeOf)).toEqual([
    ...['A', 'A', 'B', 'B', 'C', 'D', 'E', 'E'],
  ]);
  expect(usableShare({ table: 't', column: 'c', total: 0, filled: 0, format: null })).toBe(0);
});

test('the history is counted over orders and lines, behaviour is worked out from them', async () => {
  const found = await completeness(shop);
  expect(fieldOf(found, 'order_customer').filling).toMatchObject({ table: 'orders', total: 4, filled: 3 });
  expect(fieldOf(found, 'order_date').filling).toMatchObject({ total: 4, filled: 4 });
  expect(fieldOf(found, 'payment_method').filling).toMatchObject({ total: 4, filled: 3 });
  expect(fieldOf(found, 'quantity').filling).toMatchObject({ table: 'sales', total: 4, filled: 4 });
  expect(fieldOf(found, 'contacts')).toMatchObject({ filling: null, grade: 'E' });
  const computed = (name: FieldName): unknown[] => {
    const { isComputed, filling } = fieldOf(found, name);
    return [isComputed, filling?.filled, filling?.total];
  };
  // of four customers C1 has two orders, C2 one; C1 alone bought in a category, and through a channel
  expect(computed('frequency')).toEqual([true, 1, 4]);
  expect(computed('basket')).toEqual([true, 2, 4]);
  expect(computed('mix')).toEqual([true, 1, 4]);
  expect(computed('place')).toEqual([true, 1, 4]);
  expect(Object.keys(found.sql)).toEqual(['customers: clients', 'orders', 'sales', 'behaviour']);
});

test('contacts count the known customers who had one', async () => {
  const found = await completeness({
    ...shop,
    'contacts.csv': [
      'ticket_id,customer_id,ouvert_le,motif_reclamation',
      'T1,C1,2024-01-06,retard',
      'T2,C1,2024-01-09,casse',
      'T3,C4,2024-01-10,retard',
      'T4,C99,2024-01-11,casse',
    ].join('\n'),
  });
  expect(fieldOf(found, 'contacts').filling).toMatchObject({ table: 'contacts', total: 4, filled: 2 });
});

test('contacts that know only an address are contacts with its customer', async () => {
  const found = await completeness({
    ...shop,
    'contacts.csv': ['ticket_id,email,ouvert_le,motif', 'T1,anne@exemple.fr,2024-01-06,retard'].join('\n'),
  });
  expect(fieldOf(found, 'contacts').filling).toMatchObject({ total: 4, filled: 1 });
});

test('an address in another file is looked for there, and counted once per customer of all files', async () => {
  const found = await completeness({
    'clients.csv': ['customer_id,nom', 'C1,Anne', 'C2,Bob', 'C3,Cid'].join('\n'),
    'commandes.csv': [
      'order_id,customer_id,date_commande,montant,email',
      'F1,C1,2024-01-05,10,anne@exemple.fr',
      'F2,C1,2024-02-10,10,anne@exemple.fr',
      'F3,C1,2024-02-11,10,',
      'F4,C9,2024-02-12,10,faux',
    ].join('\n'),
  });
  // C1 and C9 of C1, C2, C3 and C9
  expect(fieldOf(found, 'email').filling).toEqual({
    table: 'commandes',
    column: 'email',
    total: 4,
    filled: 2,
    format: { checked: 2, valid: 1 },
  });
  expect(fieldOf(found, 'customer_name').filling).toMatchObject({ table: 'clients', total: 4, filled: 3 });
});

test('names and numbers are not counted as two customers', async () => {
  const found = await completeness({
    'clients.csv': ['customer_id,nom,email', 'C1,Anne,anne@exemple.fr', 'C2,Bob,'].join('\n'),
    'ventes.csv': ['order_id,nom_client,date,montant,ville', 'F1,Anne,2024-01-05,10,Lyon'].join('\n'),
  });
  expect(fieldOf(found, 'email').filling).toMatchObject({ table: 'clients', total: 2, filled: 1 });
  expect(fieldOf(found, 'city').filling).toMatchObject({ table: 'ventes', total: 1, filled: 1 });
});

test('a value that one file lacks and another has is there', async () => {
  const found = await completeness({
    'clients.csv': ['customer_id,nom,email', 'C1,Anne,', 'C2,Bob,bob@exemple.fr'].join('\n'),
    'commandes.csv': [
      'order_id,customer_id,date_commande,montant,email',
      'F1,C1,2024-01-05,10,anne@exemple.fr',
    ].join('\n'),
  });
  expect(fieldOf(found, 'email').filling).toMatchObject({ table: 'clients', total: 2, filled: 2 });
});

test('in one flat file a customer has what one of his lines has', async () => {
  const found = await completeness({
    'ventes.csv': [
      'client,email,date,montant',
      'a,,2024-01-02,10',
      'a,a@exemple.fr,2024-01-03,10',
      'b,faux,2024-01-04,10',
      'b,,2024-01-05,10',
    ].join('\n'),
  });
  expect(fieldOf(found, 'email').filling).toEqual({
    table: 'ventes',
    column: 'email',
    total: 2,
    filled: 2,
    format: { checked: 2, valid: 1 },
  });
});

test('customers without any sale have no history and no behaviour', async () => {
  const found = await completeness({ 'clients.csv': 'customer_id,nom,ville\nC1,Anne,Lyon\nC2,Bob,\n' });
  expect(fieldOf(found, 'city').filling).toMatchObject({ total: 2, filled: 1 });
  expect(fieldOf(found, 'frequency').filling).toBeNull();
  expect(gradeOfKind(found, 'behaviour')).toBe('E');
});

test.each([
  ['email', 'a.b+c@exemple.co.fr', true],
  ['email', 'a@b', false],
  ['email', 'a@b.fr, c@d.fr', false],
  ['phone', '01.23.45.67.89', true],
  ['phone', '+33 (0)1 23 45 67 89', true],
  ['phone', '0033 1 23 45 67 89', true],
  ['phone', '06\u00a012\u202f34 56 78', true],
  ['phone', '+32 2 123 45 67', true],
  ['phone', '00 00 00 00 00', false],
  ['phone', '0612', false],
  ['postcode', '01000', true],
  ['postcode', '1000', false],
  ['siret', '73282932000074', true],
  ['siret', '73282932000047', false],
  ['siret', '7328293200007', false],
  // of La Poste: 3 + 5 + 6 + 1 = 15 is divisible by 5, Luhn's sum 6 + 5 + 3 + 1 is not by 10
  ['siret', '35600000000001', true],
  ['siret', '35600000000002', false],
  ['siret', 'ABCDEFGHIJKLMN', false],
] as const)('%s %s: %s', async (name, value, isValid) => {
  const check = formatCheck(name, sql`${value}`);
  expect(check && (await bench.engine.query(sql`select ${check} as "valid"`))).toEqual([{ valid: isValid }]);
});
