import type { Value } from '../../core/tables.js';
import { fieldLabel } from '../../i18n/field-label.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { columnName } from '../../i18n/column-names.js';
import { tableTexts } from '../../i18n/table-texts.js';
import { filterTexts } from './filter-texts.js';

/** A value that a field has, with the number of rows or customers that have it. */
export interface FilterChoice {
  readonly value: Value;
  readonly count: number;
}

/** How the fields and values of a table are called, where they are not called as they are stored. */
export interface FilterWords {
  field(name: string): string;
  value(field: string, value: Value): string;
}

/** The words of `sales`: its fields in the reader's language, values as they stand in the files. */
export function plainWords(i18n: I18n): FilterWords {
  return {
    field: (name) => fieldLabel(i18n, name),
    value: (_, value) => {
      if (value === null) return i18n.t(filterTexts, 'none');
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return i18n.date(value);
      const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
      return i18n.value(value, { name: '', type });
    },
  };
}

/** The words of a result: its columns, and the keys that stand in them, in the reader's language. */
export function resultWords(i18n: I18n): FilterWords {
  const plain = plainWords(i18n);
  const known = (key: string): string | undefined =>
    new Map<string, string>(Object.entries(tableTexts[i18n.locale])).get(key);
  return {
    field: (name) => known(`column.${name}`) ?? columnName(i18n.locale, name),
    value: (field, value) => known(`${field}.${String(value)}`) ?? plain.value(field, value),
  };
}
