import type { Value } from '../../core/tables.js';
import { fieldLabel } from '../../i18n/field-label.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Dimension, Layout, ValueColumn } from './layout.js';
import { texts } from './texts.js';

/** A field of the rows or columns, with its period when it is a date. */
export function dimensionLabel(i18n: I18n, dimension: Dimension): string {
  const label = fieldLabel(i18n, dimension.name);
  return dimension.grain === null ? label : `${label} (${i18n.t(texts, `grain.${dimension.grain}`)})`;
}

/** A member of a field: a period in words, and a name for lines without a value. */
export function memberLabel(i18n: I18n, dimension: Dimension, value: Value): string {
  if (value === null) return i18n.t(texts, dimension.type === 'date' ? 'noDate' : 'none');
  if (dimension.grain === null || typeof value !== 'string') return i18n.value(value, dimension);
  switch (dimension.grain) {
    case 'year':
      return value.slice(0, 4);
    case 'quarter': {
      const number = Math.ceil(Number(value.slice(5, 7)) / 3);
      return i18n.t(texts, 'quarter', { number: String(number), year: value.slice(0, 4) });
    }
    case 'month':
      return i18n.date(value, 'month');
    case 'week':
      return i18n.t(texts, 'week', { date: i18n.date(value) });
    case 'day':
      return i18n.date(value);
  }
}

/** A value in words: what is computed of which field, and of what it is shown as a share. */
export function valueLabel(i18n: I18n, value: ValueColumn): string {
  const label = value.isNamed ? value.column.name : computedLabel(i18n, value);
  return value.showAs === null ? label : `${label}, ${i18n.t(texts, `show.${value.showAs}`)}`;
}

/** What is computed: a formula as it is written, an aggregate of a field in words. */
function computedLabel(i18n: I18n, { formula, field, agg, per, column }: ValueColumn): string {
  // Results stored by earlier versions know no formula.
  if (formula) return formula;
  if (field === null) return column.name;
  const names = { field: fieldLabel(i18n, field), per: fieldLabel(i18n, per ?? field) };
  return i18n.t(texts, `agg.${agg}`, names);
}

/** What the table shows, in one line: its values by its fields. */
export function captionOf(i18n: I18n, layout: Layout): string {
  const values = inWords(
    i18n,
    layout.values.map((value) => valueLabel(i18n, value)),
  );
  const fields = [...layout.rows, ...layout.columns].map((dimension) => dimensionLabel(i18n, dimension));
  return fields.length === 0 ? values : i18n.t(texts, 'caption', { values, fields: inWords(i18n, fields) });
}

function inWords(i18n: I18n, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : i18n.t(texts, 'and', { first: words.slice(0, -1).join(', '), last });
}
