import type { ImportFacts } from '../../data/source.js';
import { formatMoney } from '../../i18n/format.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { reviewTexts } from './review-texts.js';

/** The live sentence that checks the guess: what one row is, how many customers, from when to when, how much. */
export function importSentence(i18n: I18n, facts: ImportFacts, currency: string | null): string {
  const t = i18n.reader(reviewTexts);
  const counted = (key: 'rows' | 'customers' | 'orders' | 'anonymous', n: number): string =>
    t(key, { n, count: i18n.number(n, 0) });
  const parts: string[] = [t(`grain.${facts.grain}`), counted('rows', facts.rows)];
  if (facts.customers !== null) parts.push(counted('customers', facts.customers));
  if (facts.orders !== null) parts.push(counted('orders', facts.orders));
  if (facts.firstDate !== null && facts.lastDate !== null) {
    parts.push(
      t('dates', { first: i18n.date(facts.firstDate, 'long'), last: i18n.date(facts.lastDate, 'long') }),
    );
  }
  if (facts.revenue !== null)
    parts.push(t('revenue', { amount: formatMoney(i18n.locale, facts.revenue, currency) }));
  if (facts.anonymousRows) parts.push(counted('anonymous', facts.anonymousRows));
  return `${parts.join(i18n.locale === 'fr' ? '\u00a0; ' : '; ')}.`;
}
