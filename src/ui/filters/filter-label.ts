import { valuesOf, type Filter } from '../../core/filters.js';
import type { Value } from '../../core/tables.js';
import { fieldLabel } from '../../i18n/field-label.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { filterTexts } from './filter-texts.js';

/** A filter in words. */
export function filterLabel(i18n: I18n, filter: Filter): string {
  const isNotNull = filter.op === 'is_null' && filter.value === false;
  const op = i18n.t(filterTexts, isNotNull ? 'op.is_not_null' : `op.${filter.op}`);
  const field = fieldLabel(i18n, filter.field);
  if (filter.op === 'is_null') return `${field} ${op}`;
  const values = valuesOf(filter).map((value) => wordOf(i18n, value));
  return `${field} ${op} ${filter.op === 'between' ? i18n.t(filterTexts, 'and', { first: values[0] ?? '', last: values[1] ?? '' }) : values.join(' ; ')}`;
}

function wordOf(i18n: I18n, value: Value): string {
  if (value === null) return i18n.t(filterTexts, 'none');
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return i18n.date(value);
  return i18n.value(value, { name: '', type: typeof value === 'number' ? 'number' : 'text' });
}
