import type { Value } from '../../core/tables.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { gridTexts } from './grid-texts.js';
import type { Condition, GridColumn } from './row-source.js';

/** A value as a cell shows it; null for no value, which looks different from an empty text. */
export function cellText(i18n: I18n, value: Value, column: GridColumn): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') return i18n.value(value, column);
  if (column.type === 'timestamp') return `${i18n.date(value.slice(0, 10))} ${value.slice(11)}`;
  return column.words?.get(value) ?? i18n.value(value, column);
}

/** The value in full: numbers with all their digits. */
export function fullText(i18n: I18n, value: Value, column: GridColumn): string | null {
  // Fifteen digits are what a double holds for certain.
  if (typeof value === 'number') return i18n.number(Number(value.toPrecision(15)), 15);
  return cellText(i18n, value, column);
}

/** A condition in words, without the column's name. */
export function conditionText(i18n: I18n, condition: Condition, column: GridColumn): string {
  const t = i18n.reader(gridTexts);
  const isDay = column.type === 'date' || column.type === 'timestamp';
  const read = (value: string | number | boolean): string =>
    isDay && typeof value === 'string' ? i18n.date(value) : (fullText(i18n, value, column) ?? '');
  switch (condition.is) {
    case 'containing':
      return `${t('is.containing')} ${quoted(i18n, condition.text)}`;
    case 'between':
      return t('between', { from: read(condition.from), to: read(condition.to) });
    case 'equal':
    case 'below':
    case 'above':
      return isDay
        ? `${t(`day.${condition.is}`)} ${read(condition.value)}`
        : `${signs[condition.is]} ${read(condition.value)}`;
    default:
      return t(`is.${condition.is}`);
  }
}

const signs = { equal: '=', below: '<', above: '>' } as const;

function quoted(i18n: I18n, text: string): string {
  return i18n.locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}
