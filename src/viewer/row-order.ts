import type { Locale } from '../i18n/locale.js';

export type Direction = 'ascending' | 'descending';

/** What a row is sorted by: a number, a text, or null where the cell is empty. */
export type SortKey = number | string | null;

/**
 * The row numbers in sorted order. Rows of equal key keep their order, numbers come before texts, and empty cells come
 * last in both directions.
 */
export function rowOrder(keys: readonly SortKey[], direction: Direction, locale: Locale): number[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (a: SortKey, b: SortKey): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
    return sign * (typeof a === 'number' ? -1 : 1);
  };
  return Array.from(keys.keys()).sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null));
}
