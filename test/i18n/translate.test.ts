import { expect, test } from 'vitest';
import { detectLocale } from '../../src/i18n/locale.js';
import { defineTexts, translate } from '../../src/i18n/translate.js';

const texts = defineTexts({
  fr: {
    plain: "L'export d'aujourd'hui",
    hello: "L'équipe de {name}",
    customers: '{n, plural, one {# client} other {# clients}}',
    nested: "{n, plural, one {l'article} other {d'articles}}",
  },
  en: {
    plain: 'Today’s export',
    hello: "{name}'s team",
    customers: '{n, plural, one {# customer} other {# customers}}',
    nested: '{n, plural, one {the item} other {items}}',
  },
});

test('apostrophes are kept as they are written, with and without values', () => {
  expect(translate(texts, 'fr', 'plain')).toBe("L'export d'aujourd'hui");
  expect(translate(texts, 'fr', 'hello', { name: 'Léa' })).toBe("L'équipe de Léa");
  expect(translate(texts, 'en', 'hello', { name: 'Ann' })).toBe("Ann's team");
  expect(translate(texts, 'fr', 'nested', { n: 1 })).toBe("l'article");
  expect(translate(texts, 'fr', 'nested', { n: 2 })).toBe("d'articles");
});

test('zero is singular in French and plural in English', () => {
  expect(translate(texts, 'fr', 'customers', { n: 0 })).toBe('0 client');
  expect(translate(texts, 'fr', 'customers', { n: 1 })).toBe('1 client');
  expect(translate(texts, 'fr', 'customers', { n: 4338 })).toBe('4\u202f338 clients');
  expect(translate(texts, 'en', 'customers', { n: 0 })).toBe('0 customers');
  expect(translate(texts, 'en', 'customers', { n: 1 })).toBe('1 customer');
  expect(translate(texts, 'en', 'customers', { n: 4338 })).toBe('4,338 customers');
});

test('values are text: markup, braces and quotes come out unchanged', () => {
  const name = '<b>{x}</b> \'\' "q" {n, plural, other {#}}';
  expect(translate(texts, 'fr', 'hello', { name })).toBe(`L'équipe de ${name}`);
});

test('the page language is asked for, else the browser’s, else English', () => {
  expect(detectLocale('?lang=en', ['fr-FR'])).toBe('en');
  expect(detectLocale('?lang=fr', ['en-GB'])).toBe('fr');
  expect(detectLocale('?lang=de', ['fr-CA'])).toBe('fr');
  expect(detectLocale('', ['FR'])).toBe('fr');
  expect(detectLocale('', ['de-DE', 'fr'])).toBe('en');
  expect(detectLocale('', [])).toBe('en');
});
