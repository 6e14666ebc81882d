import { beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { paramsSchema, type ParetoParams } from '../../src/analyses/pareto/params.js';
import { runPareto } from '../../src/analyses/pareto/run.js';
import View from '../../src/analyses/pareto/View.svelte';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { locales, type Locale } from '../../src/i18n/locale.js';
import { firstSvg, renderView } from '../support/render.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

/** Fifty customers who spend 10,000 / rank², as a concentrated shop would see. */
const shop = Array.from({ length: 50 }, (_, index): SalesRow => ({
  order_id: `o${index}`,
  customer_id: `c${String(index).padStart(2, '0')}`,
  order_date: '2024-05-01',
  amount: Math.round(1e6 / (index + 1) ** 1.2) / 100,
  channel: index % 3 === 0 ? 'web' : 'boutique',
}));

async function show(
  rows: readonly SalesRow[],
  locale: Locale,
  change: Partial<ParetoParams> = {},
): Promise<string> {
  const warehouse = await makeWarehouse(engine, rows);
  const params = v.parse(paramsSchema, change);
  const context = { dialect: engine.dialect, warehouse };
  const result = await runPareto(engine, params, context, new AbortController().signal);
  return renderView(View, { result, params }, locale, 'EUR');
}

/** Text without tags, with every kind of space as a plain one. */
const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(locales)('the Pareto chart is drawn as before (%s)', async (locale) => {
  await expect(firstSvg(await show(shop, locale))).toMatchFileSnapshot(`../golden/pareto.${locale}.svg`);
});

test('the headline says who makes the revenue, in both languages', async () => {
  const rows = [50, 30, 10, 5, 5].map((amount, index): SalesRow => ({
    ...{ order_id: `${index}`, customer_id: `c${index}`, order_date: '2024-05-01', amount },
  }));
  expect(words(await show(rows, 'fr'))).toContain(
    '40,0 % des acheteurs font 80 % du CA. À eux seuls, les 20 % de tête (1 acheteur) en font 50,0 %.',
  );
  expect(words(await show(rows, 'en'))).toContain(
    '40.0% of buyers make 80% of revenue. The top 20% alone (1 buyer) make 50.0% of it.',
  );
});

test('what is left out is said in a sentence, values by name, customers by number only', async () => {
  const rows = [
    ...shop,
    { order_id: 'r', customer_id: 'gone', order_date: '2024-05-02', amount: 5, channel: 'salon' },
    { order_id: 's', customer_id: 'gone', order_date: '2024-05-03', amount: -9, channel: 'salon' },
    { order_id: 't', customer_id: null, order_date: '2024-05-03', amount: 1 },
  ];
  const customers = words(await show(rows, 'fr'));
  expect(customers).toContain('Hors de la courbe : 1 acheteur sans total positif.');
  expect(customers).toContain('1 ligne sans client n’est pas prise en compte.');
  expect(customers).not.toContain('gone');
  expect(words(await show(rows, 'en', { by: 'channel' }))).toContain(
    'Not in the curve: 1 channel without a positive total (salon).',
  );
});

test('without a positive total there is a sentence and no chart', async () => {
  const markup = await show([], 'fr', { by: 'order_id' });
  expect(words(markup)).toContain('Rien à classer : aucun total positif.');
  expect(markup).not.toContain('<svg');
});

test('a field with markup in its name is shown as it is written', async () => {
  const rows = shop.map((row, index) => ({ ...row, '<b>"; drop': `v${index % 4}` }));
  const markup = await show(rows, 'fr', { by: '<b>"; drop' });
  expect(markup).not.toContain('<b>');
  expect(markup).toContain('valeurs de «');
  expect(markup).toContain('&lt;b>"; drop');
});
