import { AppError } from '../../core/errors.js';
import type { HeadRecord } from './head-records.js';

/** Texts that hold data in another form: statements of SQL, cards of an address book, calendars. */
const otherForms = [
  // A line of comment ends where the next begins: looking for the end of one must not start over in each other.
  /^\s*(?:(?:--|#|\/\*)[^\n]*\n\s*)*(?:insert\s+into|create\s+table|drop\s+table|begin\s+transaction)\s/i,
  /^\s*begin:v(?:card|calendar)/i,
];

/** Refuses texts that are something else than a table, whatever their delimiters look like. */
export function refuseOtherForms(head: Uint8Array, file: string): void {
  const start = new TextDecoder().decode(head.subarray(0, 2000));
  if (otherForms.some((form) => form.test(start)))
    throw new AppError('file/not-a-table', { file, kind: 'other' });
}

/** Sentences without a table around them, and columns that only blanks keep apart. */
export function refuseProse(width: number, records: readonly HeadRecord[], file: string): void {
  const lines = records.map(({ fields }) => fields.join(' ').trim()).filter((line) => line !== '');
  const words = lines.map((line) => line.split(/\s+/).length);
  const average = words.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length);
  const agreeing = records.filter(({ fields }) => fields.length === width).length / records.length;
  const isProse = (width === 1 && average > 6) || (agreeing < 0.4 && average > 8);
  if (isProse || (width === 1 && isAligned(lines))) {
    throw new AppError('file/not-a-table', { file, kind: 'text' });
  }
}

/** Every row is one field longer than the names because commas of decimals were not put in quotes: `Bol,12,50`. */
export function refuseCutDecimals(rows: readonly (readonly string[])[], file: string, line: number): void {
  const areNumbered = rows.every((row, index) => Math.abs(Number(row[0]) - index) <= 1);
  const areCut = rows.every((row) => /^-?\d+$/.test(row.at(-2) ?? '') && /^\d\d?$/.test(row.at(-1) ?? ''));
  if (areCut && !areNumbered) throw new AppError('file/inconsistent-lines', { file, line });
}

/** Nearly all lines have a gap of several blanks. */
function isAligned(lines: readonly string[]): boolean {
  return lines.length > 2 && lines.filter((line) => /\S {2,}\S/.test(line)).length > 0.8 * lines.length;
}
