import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.js';

/** Texts in both languages; a key that one of them lacks does not compile. Messages are ICU (`{n, plural, …}`). */
export type Texts<Key extends string = string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export type MessageValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Declares texts and checks that both languages have the same keys:
 * `const texts = defineTexts({ fr: { title: '…' }, en: { title: '…' } })`.
 */
export function defineTexts<Key extends string>(texts: {
  fr: Readonly<Record<Key, string>>;
  en: Readonly<Record<NoInfer<Key>, string>>;
}): Texts<Key> {
  return texts;
}

/** The text of a key, with its values put in. */
export function translate<Key extends string>(
  texts: Texts<Key>,
  locale: Locale,
  key: Key,
  values?: MessageValues,
): string {
  const message = texts[locale][key];
  if (!values && !message.includes('{') && !message.includes("'")) return message;
  const cacheKey = `${locale}\n${message}`;
  let format = cache.get(cacheKey);
  if (!format) {
    // `''` is ICU's apostrophe, but French is full of plain ones: they are taken as they stand.
    format = new IntlMessageFormat(message.replace(/'/g, "''"), locale === 'fr' ? 'fr-FR' : 'en-GB');
    cache.set(cacheKey, format);
  }
  return String(format.format(values as Record<string, string | number>));
}

const cache = new Map<string, IntlMessageFormat>();
