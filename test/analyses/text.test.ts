import * as v from 'valibot';
import { expect, test } from 'vitest';
import analysis from '../../src/analyses/text/index.js';
import { emptyWarehouse } from '../../src/core/warehouse.js';
import { renderView } from '../support/render.js';

const view = (given: object, locale: 'fr' | 'en' = 'en'): string =>
  renderView(analysis.View, { result: {}, params: v.parse(analysis.params, given) }, locale);

test('what the person wrote is shown as Markdown, with headings below those of the page', () => {
  const markup = view({ markdown: '# Plan\n\nCall **ten** customers' });
  expect(markup).toMatch(/<h3[^>]*>Plan<\/h3>/);
  expect(markup).toMatch(/<strong[^>]*>ten<\/strong>/);
});

test('a template follows the language of the reader until the text is written', () => {
  expect(view({ template: 'welcome' }, 'fr')).toContain('Votre carnet');
  expect(view({ template: 'welcome' }, 'en')).toContain('Your notebook');
  expect(view({ template: 'welcome', markdown: 'Mine' }, 'fr')).not.toContain('Votre carnet');
});

test('an empty cell says so', () => {
  expect(view({})).toContain('Empty text cell.');
  expect(view({ markdown: '  ' }, 'fr')).toContain('Cellule de texte vide.');
});

test('hostile text stays text', () => {
  expect(view({ markdown: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
});

test('editing begins with the text of the template', () => {
  if (!analysis.Controls) throw new Error('no controls');
  const params = v.parse(analysis.params, { template: 'welcome' });
  const props = { params, warehouse: emptyWarehouse, onparams: () => undefined };
  expect(renderView(analysis.Controls, props, 'fr')).toMatch(/<textarea[^>]*># Votre carnet/);
});

test('it has no tables, and a text longer than 100,000 characters is refused', () => {
  expect(analysis.tables({}, v.parse(analysis.params, {}))).toEqual([]);
  expect(v.is(analysis.params, { markdown: 'x'.repeat(100_001) })).toBe(false);
});
