import type { Column, Value } from '../core/tables.js';
import type { Locale } from './locale.js';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** What stands where there is no value. */
export const missing = '–';

/** A plain number with at most `digits` decimals (2 unless told). */
export function formatNumber(locale: Locale, value: number, digits = 2): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** Money to the cent, with the currency's sign when the currency is known. */
export function formatMoney(locale: Locale, value: number, currency: string | null): string {
  const style = currency ? { style: 'currency' as const, currency } : {};
  return numberFormat(locale, { ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** Money without cents for axes and headlines (`8,9 M €`). */
export function formatMoneyShort(locale: Locale, value: number, currency: string | null): string {
  const style = currency ? { style: 'currency' as const, currency } : {};
  return numberFormat(locale, {
    ...style,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(value);
}

/** A share 0–1 as a percentage with `digits` decimals (1 unless told). */
export function formatShare(locale: Locale, share: number, digits = 1): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

/** An ISO date in words (`1 décembre 2010`) or short (`01/12/2010`). */
export function formatDate(locale: Locale, iso: string, style: 'long' | 'short' | 'month' = 'short'): string {
  const options: Record<typeof style, Intl.DateTimeFormatOptions> = {
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: '2-digit', month: '2-digit', year: 'numeric' },
    month: { month: 'short', year: 'numeric' },
  };
  const key = `${locale} date ${style}`;
  let format = cache.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) {
    format = new Intl.DateTimeFormat(tags[locale], { ...options[style], timeZone: 'UTC' });
    cache.set(key, format);
  }
  const text = format.format(new Date(iso.length > 10 ? `${iso}Z` : iso));
  // French writes the first of a month as an ordinal, which Intl does not.
  return locale === 'fr' && style === 'long' ? text.replace(/^1 /, '1er ') : text;
}

/** The time of day (`12:04`) in the reader's own time zone. */
export function formatTime(locale: Locale, moment: number): string {
  return new Intl.DateTimeFormat(tags[locale], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  );
}

/** A value of a result table as its column asks to be read. */
export function formatValue(locale: Locale, value: Value, column: Column, currency: string | null): string {
  if (value === null) return missing;
  if (typeof value === 'boolean')
    return { fr: ['non', 'oui'], en: ['no', 'yes'] }[locale][Number(value)] ?? '';
  if (typeof value === 'string') {
    return column.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(locale, value) : value;
  }
  if (column.unit === 'money') return formatMoney(locale, value, currency);
  if (column.unit === 'share') return formatShare(locale, value);
  return formatNumber(locale, value, column.type === 'integer' ? 0 : 2);
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = cache.get(key) as Intl.NumberFormat | undefined;
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], options);
    cache.set(key, format);
  }
  return format;
}
