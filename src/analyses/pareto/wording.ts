import type { I18n } from '../../i18n/i18n.svelte.js';
import type { ParetoParams } from './params.js';
import { texts } from './texts.js';

const nouns = [
  ...(['product', 'category', 'channel', 'region', 'city', 'country', 'salesperson', 'campaign'] as const),
  ...([
    'order_id',
    'customer_type',
    'acquisition_source',
    'payment_method',
    'status',
    'loyalty_card',
  ] as const),
] as const;
const feminine = new Set([
  'category',
  'region',
  'city',
  'campaign',
  'order_id',
  'acquisition_source',
  'loyalty_card',
]);
const measures = ['amount', 'quantity', 'cost'] as const;

/** What is ranked, in the reader's words and number: `buyers`, `produits`, `values of “Store”`. */
export function itemsWord(i18n: I18n, params: ParetoParams, count: number): string {
  if (isCustomer(params)) return i18n.t(texts, `items.${params.population}`, { count });
  const noun = nouns.find((known) => known === params.by);
  if (noun) return i18n.t(texts, `items.${noun}`, { count });
  return i18n.t(texts, 'items.other', { count, name: shorten(params.by) });
}

/** The measure as the owner of a share: `of revenue`, `du CA`. */
export function ofMeasure(i18n: I18n, params: ParetoParams): string {
  const measure = measures.find((known) => known === params.measure);
  if (measure) return i18n.t(texts, `of.${measure}`);
  return i18n.t(texts, 'of.other', { name: shorten(params.measure) });
}

/** The measure by itself, for the form. */
export function measureWord(i18n: I18n, measure: string): string {
  const known = measures.find((name) => name === measure);
  return known ? i18n.t(texts, `measure.${known}`) : measure;
}

/** True where French needs the feminine for what is ranked. */
export function isFeminine(params: ParetoParams): boolean {
  return !isCustomer(params) && (feminine.has(params.by) || !nouns.some((known) => known === params.by));
}

/** True when customers are ranked, not the values of a field. */
export function isCustomer(params: ParetoParams): boolean {
  return params.by === 'customer' || params.by === 'customer_id';
}

/** Names from a file may be long; a chart's label has room for about 28 letters. */
function shorten(name: string): string {
  return name.length > 28 ? `${name.slice(0, 27)}…` : name;
}
