import { expect, test } from 'vitest';
import type { OverviewResult } from '../../src/analyses/overview/run.js';
import View from '../../src/analyses/overview/View.svelte';
import { locales } from '../../src/i18n/locale.js';
import { firstSvg, renderView } from '../support/render.js';

const revenues = [820, 640, 910, 700, 980, 1130, 1020, 760, 1240, 1410, 1890, 2350, 610];
const result: OverviewResult = {
  kpis: {
    ...{ customers: 1204, orders: 5310, lines: 14200, revenue: 14460000, first_date: '2010-12-01' },
    ...{ last_date: '2011-12-09', average_basket: 2723.16, orders_per_customer: 4.2, repeat_rate: 0.61 },
    identified_share: 0.8234,
  },
  months: revenues.map((revenue, index) => ({
    month: `${index === 0 ? 2010 : 2011}-${String(index === 0 ? 12 : index).padStart(2, '0')}-01`,
    revenue: revenue * 1000,
    orders: 400,
    customers: 300,
  })),
  isLastMonthIncomplete: true,
  undatedLines: 0,
  missing: [],
};
const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(locales)('the months are drawn as before (%s)', async (locale) => {
  const svg = firstSvg(renderView(View, { result, params: {} }, locale, 'GBP'));
  await expect(svg).toMatchFileSnapshot(`../golden/overview.${locale}.svg`);
});

test('the headline and the tiles read in both languages', () => {
  const fr = words(renderView(View, { result, params: {} }, 'fr', 'EUR'));
  expect(fr).toContain(
    '1 204 clients ont passé 5 310 commandes entre le 01/12/2010 et le 09/12/2011, pour 14,5 M € de chiffre d’affaires.',
  );
  expect(fr).toContain('Clients revenus 61,0 %');
  expect(fr).toContain('déc. 2011 : mois incomplet, données jusqu’au 09/12/2011');
  const en = words(renderView(View, { result, params: {} }, 'en', 'EUR'));
  expect(en).toContain('1,204 customers placed 5,310 orders between 01/12/2010 and 09/12/2011');
  expect(en).toContain('Customers who came back 61.0%');
});

test('a missing customer column is named and its tiles show a dash', () => {
  const kpis = {
    ...result.kpis,
    customers: null,
    orders_per_customer: null,
    repeat_rate: null,
    identified_share: null,
  };
  const markup = renderView(
    View,
    { result: { ...result, kpis, missing: ['customer_id'] as const }, params: {} },
    'fr',
  );
  expect(words(markup)).toContain('Aucune colonne n’indique le client');
  expect(words(markup)).toContain('Clients –');
  expect(words(markup)).toContain('5 310 commandes entre le 01/12/2010');
});

test('lines without a date are counted in a sentence', () => {
  const markup = renderView(View, { result: { ...result, undatedLines: 1 }, params: {} }, 'en');
  expect(words(markup)).toContain('1 line without a date is counted in the totals, but in no month.');
});

test('without a dated sale there is a sentence and no chart', () => {
  const kpis = { ...result.kpis, first_date: null, last_date: null };
  const markup = renderView(View, { result: { ...result, kpis, months: [] }, params: {} }, 'fr');
  expect(words(markup)).toContain('Ces données ne contiennent aucune vente datée.');
  expect(markup).not.toContain('<svg');
});
