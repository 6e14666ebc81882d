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

// The leading `'*` makes it reversible: a text that already looks defused gets one more apostrophe.
const formula = /^'*[\s\0]*[=+\-@＝＋－＠\t\r\0]/;

/**
 * Keeps a spreadsheet from running a text as a formula: a text that starts, after spaces, with `= + - @`, their
 * full-width forms, a tab, a carriage return or NUL gets a leading apostrophe. To read the text back, take one
 * apostrophe away from each text that matches the same rule. Numbers are never taken for formulas.
 */
function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

function quote(text: string, separator: string): string {
  const needsQuotes = text === '' || text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Fifteen digits are what a double holds for certain: 29.33 came out of DECIMAL as 29.330000000000002. */
function plainDigits(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}
