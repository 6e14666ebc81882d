import { defuse, plainDigits } from '../../core/spreadsheet.js';
import type { Value } from '../../core/tables.js';
import type { Locale } from '../../i18n/locale.js';
import type { GridColumn, Row } from './row-source.js';

const forms = {
  fr: { decimal: ',', yes: 'VRAI', no: 'FAUX' },
  en: { decimal: '.', yes: 'TRUE', no: 'FALSE' },
} as const;

/**
 * Rows as the text that a spreadsheet pastes into cells: numbers in full with the reader's decimal sign, ungrouped;
 * dates ISO, which every Excel takes for dates; words instead of keys; an absent value is empty.
 */
export function toTsv(
  columns: readonly GridColumn[],
  rows: readonly Row[],
  locale: Locale,
  hasHead: boolean,
): string {
  const lines = rows.map((row) => columns.map((column, index) => cell(row[index] ?? null, column, locale)));
  const head = hasHead ? [columns.map(({ label }) => text(label))] : [];
  return [...head, ...lines].map((line) => line.join('\t')).join('\r\n');
}

function cell(value: Value, column: GridColumn, locale: Locale): string {
  const { decimal, yes, no } = forms[locale];
  if (value === null) return '';
  if (typeof value === 'number') return plainDigits(value).replace('.', decimal);
  if (typeof value === 'boolean') return value ? yes : no;
  if (column.type === 'timestamp') return value.replace('T', ' ');
  return text(column.words?.get(value) ?? value);
}

function text(value: string): string {
  const safe = defuse(value);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
