import { defuse, plainDigits } from '../core/spreadsheet.js';
import type { NamedTable, Value } from '../core/tables.js';

/** `french` is what a French spreadsheet opens with a double click; `iso` is what programs read. */
export type CsvForm = 'french' | 'iso';

const forms = {
  french: { start: '\ufeff', separator: ';', decimal: ',', yes: 'VRAI', no: 'FAUX' },
  iso: { start: '', separator: ',', decimal: '.', yes: 'true', no: 'false' },
} as const;

/**
 * A table as CSV text with a header line, ends of line CRLF (RFC 4180). Numbers are written in full, ungrouped and
 * unrounded; dates stay ISO; an absent value is empty and an empty text is `""`.
 */
export function toCsv({ columns, rows }: NamedTable, form: CsvForm): string {
  return forms[form].start + csvRows([columns.map(({ name }) => name), ...rows], form);
}

/** Rows without a header: a table too long for one text is a `toCsv` of none, followed by some of them at a time. */
export function csvRows(rows: readonly (readonly Value[])[], form: CsvForm): string {
  const { separator } = forms[form];
  return rows.map((row) => row.map((value) => csvValue(value, form)).join(separator) + '\r\n').join('');
}

function csvValue(value: Value, form: CsvForm): string {
  const { separator, decimal, yes, no } = forms[form];
  if (value === null) return '';
  if (typeof value === 'number') return plainDigits(value).replace('.', decimal);
  if (typeof value === 'boolean') return value ? yes : no;
  return quote(defuse(value), separator);
}

function quote(text: string, separator: string): string {
  const needsQuotes = text === '' || text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
