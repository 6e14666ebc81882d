import { expect, test } from 'vitest';
import * as v from 'valibot';
import Controls from '../../src/analyses/pareto/Controls.svelte';
import { fromForm, paretoFields, toForm } from '../../src/analyses/pareto/controls.js';
import { paramsSchema } from '../../src/analyses/pareto/params.js';
import { emptyWarehouse, type Warehouse } from '../../src/core/warehouse.js';
import { renderView } from '../support/render.js';

const defaults = v.parse(paramsSchema, {});
const warehouse: Warehouse = {
  ...emptyWarehouse,
  fields: [
    { name: 'customer_id', type: 'text', canonical: 'customer_id' },
    { name: 'order_date', type: 'date', canonical: 'order_date' },
    { name: 'amount', type: 'number', canonical: 'amount' },
    { name: 'unit_price', type: 'number', canonical: 'unit_price' },
    { name: 'product', type: 'text', canonical: 'product' },
    { name: 'channel', type: 'text', canonical: 'channel' },
    { name: 'a.b', type: 'text' },
    { name: 'points', type: 'integer' },
  ],
};
const options = (name: string, params = defaults): unknown =>
  paretoFields(params, warehouse).flatMap((field) =>
    field.name === name && field.kind === 'choice' ? field.options : [],
  );

test('the form offers what the data holds: groups of text, measures of numbers', () => {
  expect(options('by')).toEqual(['customer', 'product', 'channel', 'a.b']);
  expect(options('measure')).toEqual(['amount', 'points']);
});

test('a setting that the data no longer has stays visible, and the population is asked for customers only', () => {
  const params = { ...defaults, by: 'shop' };
  expect(options('by', params)).toContain('shop');
  expect(paretoFields(params, warehouse).map((field) => field.name)).not.toContain('population');
  expect(paretoFields(defaults, warehouse).map((field) => field.name)).toContain('population');
});

test('shares are typed as percentages and kept as shares', () => {
  expect(toForm({ ...defaults, topShare: 0.29 })).toMatchObject({
    topShare: 29,
    targetShare: 80,
    by: 'customer',
  });
  expect(fromForm({ topShare: 29 })).toEqual({ topShare: 0.29 });
  expect(fromForm({ by: 'channel' })).toEqual({ by: 'channel' });
});

test('every choice is in the reader’s language, except the names of the file', () => {
  const markup = renderView(Controls, { params: defaults, warehouse, onparams: () => undefined }, 'fr');
  const shown = [...markup.matchAll(/<option[^>]*>([^<]*)</g)].map((match) => match[1]?.replace(/\s/g, ' '));
  expect(shown).toEqual([
    ...[
      'clients',
      'produits',
      'canaux',
      'valeurs de « a.b »',
      'CA',
      'points',
      'acheteurs',
      'tous les inscrits',
    ],
  ]);
});
