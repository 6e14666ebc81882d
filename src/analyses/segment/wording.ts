import type { I18n } from '../../i18n/i18n.svelte.js';
import { filterLabel } from '../../ui/filters/filter-label.js';
import { plainWords, resultWords, type FilterWords } from '../../ui/filters/words.js';
import type { Term } from './params.js';

/** A term in words: the table, and what its rows must meet. */
export function termLabel(i18n: I18n, { table, filters }: Term): string {
  const conditions = filters.map((filter) => filterLabel(i18n, filter, wordsOf(i18n, table)));
  const colon = i18n.locale === 'fr' ? '\u00a0: ' : ': ';
  return conditions.length === 0 ? table : `${table}${colon}${conditions.join(', ')}`;
}

/** The words of a table: those of the data, or those of a result. */
export function wordsOf(i18n: I18n, table: string): FilterWords {
  return table === 'sales' ? plainWords(i18n) : resultWords(i18n);
}
