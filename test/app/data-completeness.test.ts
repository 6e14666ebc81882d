import { expect, test } from 'vitest';
import DataCompletenessKind from '../../src/app/data/DataCompletenessKind.svelte';
import type { Completeness, FieldCompleteness } from '../../src/data/profile/completeness.js';
import { fields, type FieldName } from '../../src/data/profile/completeness-fields.js';
import type { Role } from '../../src/data/roles/roles.js';
import type { Source } from '../../src/data/source.js';
import type { Locale } from '../../src/i18n/locale.js';
import { renderView } from '../support/render.js';

function source(file: string, roles: Readonly<Record<string, Role>>): Source {
  return {
    id: file,
    file,
    table: file.replace('.csv', ''),
    format: 'csv',
    member: null,
    bytes: 1,
    encoding: 'utf-8',
    delimiter: ',',
    rowsRead: 4,
    rowsLoaded: 4,
    rowsRemoved: 0,
    rejectCounts: [],
    rejectCount: 0,
    rejects: [],
    repairs: [],
    columns: Object.entries(roles).map(([name, role]) => ({
      name,
      type: 'text',
      format: {},
      samples: [],
      role,
      confidence: 1,
    })),
    currency: null,
    ambiguousDates: [],
    choices: { roles: {} },
  };
}

const clients = source('clients.csv', { id: 'customer_id', mail: 'email' });
const flat = source('ventes.csv', { no: 'order_id', jour: 'order_date', montant: 'amount' });

function fieldOf(name: FieldName, rest: Pick<FieldCompleteness, 'filling' | 'grade'>): FieldCompleteness {
  return { ...fields.find((field) => field.name === name)!, ...rest };
}
function rowsOf(
  kind: Completeness['kinds'][number],
  sources: readonly Source[],
  locale: Locale,
): Record<string, string> {
  const markup = renderView(DataCompletenessKind, { kind, sources }, locale);
  return Object.fromEntries(
    [...markup.matchAll(/<tr[^>]*data-field="(\w+)"[\s\S]*?<\/tr>/g)].map(([row, name]) => [
      name ?? '',
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  );
}

const identification: Completeness['kinds'][number] = {
  kind: 'identification',
  share: 0.25,
  grade: 'E',
  fields: [
    fieldOf('email', {
      filling: {
        table: 'clients',
        column: 'mail',
        total: 1600,
        filled: 1200,
        format: { checked: 1200, valid: 1199 },
      },
      grade: 'C',
    }),
    fieldOf('phone', { filling: null, grade: 'E' }),
    fieldOf('siret', { filling: null, grade: null }),
  ],
};

test('a field tells its column, its fill, its valid values and its grade; a missing one which file would fill it', () => {
  expect(rowsOf(identification, [clients], 'fr')).toEqual({
    email: 'E-mail clients.csv · mail 75,0 % 1 200 sur 1 600 clients 99,9 % 1 199 sur 1 200 note C C',
    phone: 'Téléphone Absent : ajoutez une colonne « Téléphone » à clients.csv. note E E',
    siret: 'SIRET absent (entreprises seulement) –',
  });
  expect(rowsOf(identification, [], 'en')).toMatchObject({
    phone: 'Phone Missing: add a customer file with a column “Phone”. grade E E',
  });
});

test('behaviour is marked as computed, and names the column of the orders that it lacks', () => {
  const behaviour: Completeness['kinds'][number] = {
    kind: 'behaviour',
    share: 0.5,
    grade: 'D',
    fields: [
      fieldOf('frequency', {
        filling: { table: 'orders', column: 'order_date', total: 4, filled: 2, format: null },
        grade: 'D',
      }),
      fieldOf('place', { filling: null, grade: 'E' }),
    ],
  };
  expect(
    rowsOf(behaviour, [clients, { ...flat, columns: [...flat.columns, ...clients.columns] }], 'en'),
  ).toEqual({
    frequency: 'Purchase rhythm computed computed from orders.order_date 50.0% 2 of 4 customers – grade D D',
    place:
      'Place of purchase (channel or region) computed Missing: add a column “Sales / contact channel” to ventes.csv. grade E E',
  });
  // orders that name no customer lack that first
  expect(rowsOf(behaviour, [flat], 'fr')['place']).toContain(
    'Absent : ajoutez une colonne « Identifiant client » à ventes.csv.',
  );
});
