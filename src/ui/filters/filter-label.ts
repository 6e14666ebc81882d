import { valuesOf, type Filter } from '../../core/filters.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { filterTexts } from './filter-texts.js';
import { plainWords, type FilterWords } from './words.js';

/** Values that a label names; of longer lists it says how many there are. */
const mostNamed = 4;

/** A filter in words. */
export function filterLabel(i18n: I18n, filter: Filter, words: FilterWords = plainWords(i18n)): string {
  const isNotNull = filter.op === 'is_null' && filter.value === false;
  const field = words.field(filter.field);
  const op = i18n.t(filterTexts, isNotNull ? 'op.is_not_null' : `op.${filter.op}`);
  if (filter.op === 'is_null') return `${field} ${op}`;
  const named = valuesOf(filter).map((value) => words.value(filter.field, value));
  if (filter.op !== 'between') return `${field} ${op} ${shortened(i18n, named)}`;
  const [from = null, to = null] = valuesOf(filter);
  const [first = '', last = ''] = named;
  // A range that is open on one side is a bound.
  if (from === null) return `${field} ${i18n.t(filterTexts, 'op.lte')} ${last}`;
  if (to === null) return `${field} ${i18n.t(filterTexts, 'op.gte')} ${first}`;
  return `${field} ${op} ${i18n.t(filterTexts, 'and', { first, last })}`;
}

function shortened(i18n: I18n, names: readonly string[]): string {
  if (names.length <= mostNamed + 1) return names.join(' ; ');
  const others = i18n.t(filterTexts, 'others', { count: names.length - mostNamed });
  return [...names.slice(0, mostNamed), others].join(' ; ');
}
