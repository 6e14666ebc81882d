import { describe, expect, test } from 'vitest';
import { guessRoles } from '../../src/data/roles/guess-roles.js';
import { headerKey, matchHeader } from '../../src/data/roles/header.js';
import { roles, roleTypes } from '../../src/data/roles/roles.js';
import type { ColumnProfile } from '../../src/data/roles/value-profile.js';
import type { ColumnType } from '../../src/core/tables.js';

/** Columns written as `header type values…`, guessed together. */
function guess(columns: Record<string, [ColumnType, ...string[]]>): Record<string, string | null> {
  const profiles: ColumnProfile[] = Object.entries(columns).map(([name, [type, ...values]]) => ({
    name,
    type,
    values,
  }));
  return Object.fromEntries(guessRoles(profiles).map(({ role }, index) => [profiles[index]!.name, role]));
}

test('there are 56 roles, each with a type', () => {
  expect(roles).toHaveLength(56);
  expect(new Set(Object.values(roleTypes))).toEqual(new Set(['key', 'text', 'number', 'date']));
});

test.each([
  ['N° facture', 'no_facture'],
  ['Prix unitaire (€)', 'prix_unitaire'],
  ['InvoiceNo', 'invoice_no'],
  ['CustomerID', 'customer_id'],
  ['Référence article', 'reference_article'],
  ['Lignes de la commande/Article', 'article'],
])('header %s is compared as %s', (header, key) => {
  expect(headerKey(header)).toBe(key);
});

test.each([
  ['CD_ART', 'product_id'],
  ['LIB_ART', 'product_name'],
  ['LIB_CLI', 'customer_name'],
  ['DT_FACT', 'order_date'],
  ['MT_CDE', 'amount'],
  ['QTE_ART', 'quantity'],
  ['order_ts', 'order_date'],
])('abbreviation %s means %s', (header, role) => {
  expect(matchHeader(header)[0]?.role).toBe(role);
});

describe('header sets', () => {
  test('UCI Online Retail, both spellings', () => {
    const values: [ColumnType, ...string[]][] = [
      ['text', '536365'],
      ['text', '85123A'],
      ['text', 'WHITE HEART'],
      ['integer', '6'],
      ['timestamp', '2010-12-01'],
      ['number', '2.55'],
      ['text', '17850'],
      ['text', 'France'],
    ];
    const wanted = [
      'order_id',
      'product_id',
      'product_name',
      'quantity',
      'order_date',
      'unit_price',
      'customer_id',
      'country',
    ];
    for (const headers of [
      'invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country',
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
    ]) {
      const found = guess(
        Object.fromEntries(headers.split(',').map((header, index) => [header, values[index]!])),
      );
      expect(Object.values(found)).toEqual(wanted);
    }
  });

  test('CDNOW: the number of CDs is a quantity, the sample number means nothing', () => {
    expect(
      guess({
        customer_id: ['text', '4', '4', '21'],
        sample_id: ['text', '1', '1', '2'],
        date: ['date', '1997-01-01', '1997-01-18', '1997-01-01'],
        cds: ['integer', '1', '1', '2', '3'],
        amount: ['number', '29.33', '29.73', '14.96'],
      }),
    ).toEqual({
      customer_id: 'customer_id',
      sample_id: null,
      date: 'order_date',
      cds: 'quantity',
      amount: 'amount',
    });
  });

  test('a repeated id beside a date and a price is the customer, and the price what was paid', () => {
    expect(
      guess({
        Id: ['integer', '1', '1', '2'],
        Date: ['date', '2005-01-02', '2005-09-06', '2005-01-02'],
        Price: ['number', '230.3', '84.39', '9.9'],
      }),
    ).toEqual({ Id: 'customer_id', Date: 'order_date', Price: 'amount' });
  });

  test('an R package order list', () => {
    expect(
      guess({
        customer_id: ['text', 'Brion Stark'],
        order_date: ['date', '2004-12-20'],
        revenue: ['integer', '32'],
        first_name: ['text', 'Brion'],
        last_name: ['text', 'Stark'],
        email: ['text', 'brion_stark@rfmail.com'],
      }),
    ).toEqual({
      customer_id: 'customer_id',
      order_date: 'order_date',
      revenue: 'amount',
      first_name: null,
      last_name: 'customer_name',
      email: 'email',
    });
  });

  test('a French customer list: the creation date is when they came', () => {
    expect(
      guess({
        code_client: ['text', 'C1', 'C2'],
        ville: ['text', 'Lyon', 'Évry'],
        date_creation: ['date', '2020-10-16', '2023-03-17'],
        canal_acquisition: ['text', 'Salon', 'Web'],
        cout_acquisition: ['number', '24.43', '9.77'],
      }),
    ).toEqual({
      code_client: 'customer_id',
      ville: 'city',
      date_creation: 'signup_date',
      canal_acquisition: 'acquisition_source',
      cout_acquisition: 'cost_amount',
    });
  });

  test('French invoices with category and margin', () => {
    expect(
      guess({
        no_facture: ['text', 'F1'],
        code_client: ['text', 'C1'],
        date: ['date', '2020-10-16'],
        rayon: ['text', 'Boulangerie'],
        montant_ht: ['number', '242.86'],
        marge: ['number', '127.61'],
      }),
    ).toEqual({
      no_facture: 'order_id',
      code_client: 'customer_id',
      date: 'order_date',
      rayon: 'category',
      montant_ht: 'amount',
      marge: 'margin',
    });
  });

  test('the four files of the sample shop', () => {
    expect(
      guess({
        customer_id: ['text', 'C1'],
        nom: ['text', 'Zoé'],
        type: ['text', 'Pro'],
        region: ['text', 'Nord'],
        date_inscription: ['date', '2019-01-04'],
        canal_acquisition: ['text', 'Web'],
        age: ['integer', '41'],
        carte_fidelite: ['text', 'oui'],
      }),
    ).toEqual({
      customer_id: 'customer_id',
      nom: 'customer_name',
      type: 'customer_type',
      region: 'region',
      date_inscription: 'signup_date',
      canal_acquisition: 'acquisition_source',
      age: 'birth_date',
      carte_fidelite: 'loyalty_card',
    });
    expect(
      guess({
        product_id: ['text', 'P1'],
        produit: ['text', 'Bol'],
        categorie: ['text', 'Table'],
        prix_catalogue: ['number', '9.9'],
        cout_unitaire: ['number', '4'],
      }),
    ).toEqual({
      product_id: 'product_id',
      produit: 'product_name',
      categorie: 'category',
      prix_catalogue: 'unit_price',
      cout_unitaire: 'unit_cost',
    });
    expect(
      guess({
        order_id: ['text', 'F1'],
        customer_id: ['text', 'C1'],
        date_commande: ['date', '2023-01-01'],
        canal: ['text', 'Web'],
        region: ['text', 'Nord'],
      }),
    ).toEqual({
      order_id: 'order_id',
      customer_id: 'customer_id',
      date_commande: 'order_date',
      canal: 'channel',
      region: 'region',
    });
    expect(
      guess({
        order_id: ['text', 'F1'],
        product_id: ['text', 'P1'],
        quantite: ['integer', '2'],
        prix_unitaire: ['number', '9.9'],
        remise: ['number', '0'],
        montant: ['number', '19.8'],
      }),
    ).toEqual({
      order_id: 'order_id',
      product_id: 'product_id',
      quantite: 'quantity',
      prix_unitaire: 'unit_price',
      remise: 'discount',
      montant: 'amount',
    });
  });
});

test('a role is given once, and never to a column of the wrong type', () => {
  const found = guess({
    montant_ht: ['number', '1'],
    montant_ttc: ['number', '1.2'],
    date_commande: ['text', 'hier'],
  });
  expect(found).toEqual({ montant_ht: 'amount', montant_ttc: null, date_commande: null });
});

test('what the person chose stands and is not given to another column', () => {
  const columns: ColumnProfile[] = [
    { name: 'montant', type: 'number', values: ['1'] },
    { name: 'x', type: 'number', values: ['2'] },
    { name: 'client', type: 'text', values: ['A'] },
  ];
  expect(guessRoles(columns, { x: 'amount', client: null })).toEqual([
    { role: null, confidence: 0 },
    { role: 'amount', confidence: 1 },
    { role: null, confidence: 1 },
  ]);
});
