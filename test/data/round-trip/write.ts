import fc from 'fast-check';
import type { ColumnType, Value } from '../../../src/core/tables.js';
import { inPage, utf16, utf8 } from '../corpus/bytes.js';
import type { Typed } from './table.js';

/** One way in which programs write a table as text. */
export interface Style {
  readonly delimiter: string;
  readonly quotes: 'needed' | 'all';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly date: 'iso' | 'd/m/Y' | 'd-m-Y' | 'd.m.Y' | 'Y/m/d' | 'm/d/Y';
  readonly newline: '\n' | '\r\n' | '\r';
  readonly endsWithNewline: boolean;
}

/** All ways together. Thousands have a mark that their decimal mark and their encoding allow. */
export const styles: fc.Arbitrary<Style> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|', '~'),
    quotes: fc.constantFrom('needed', 'all'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
    decimal: fc.constantFrom('.', ','),
    thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", 'other'),
    date: fc.constantFrom('iso', 'd/m/Y', 'd-m-Y', 'd.m.Y', 'Y/m/d', 'm/d/Y'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    endsWithNewline: fc.boolean(),
  } as const)
  .map((style) => ({ ...style, thousands: thousandsOf(style) }));

function thousandsOf({
  thousands,
  decimal,
  encoding,
}: Pick<Style, 'thousands' | 'decimal' | 'encoding'>): string {
  if (thousands === 'other') return decimal === '.' ? ',' : '.';
  return thousands === '\u202f' && encoding === 'windows-1252' ? '\u00a0' : thousands;
}

/** The bytes of a table in one of these ways. */
export function write({ columns, rows }: Typed, style: Style): Uint8Array<ArrayBuffer> {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((value, index) => written(value, columns[index]?.type ?? 'text', style))),
  ].map((fields) => fields.map((field) => quoted(field, style)).join(style.delimiter));
  const text = lines.join(style.newline) + (style.endsWithNewline ? style.newline : '');
  switch (style.encoding) {
    case 'utf-8':
      return utf8(text);
    case 'utf-8-bom':
      return utf8(`\ufeff${text}`);
    case 'utf-16le':
      return utf16(text, 'le', true);
    case 'utf-16be':
      return utf16(text, 'be', true);
    case 'windows-1252':
      return inPage('windows-1252', text);
  }
}

/** The value as it comes back: hundredths become numbers, words become truth values. */
export function typedValue(value: Value, type: ColumnType): Value {
  if (value === null) return null;
  if (type === 'number') return Number(value) / 100;
  return type === 'boolean' ? value === 'true' : value;
}

function written(value: Value, type: ColumnType, style: Style): string {
  if (value === null) return '';
  if (type === 'number') return decimal(Number(value), style);
  if (type === 'date') return day(String(value), style);
  if (type === 'timestamp') {
    const [date = '', clock = ''] = String(value).split('T');
    return `${day(date, style)} ${clock}`;
  }
  return String(value);
}

function decimal(hundredths: number, style: Style): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, style.thousands);
  return `${hundredths < 0 ? '-' : ''}${whole}${style.decimal}${digits.slice(-2)}`;
}

function day(iso: string, { date }: Style): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (date === 'iso') return iso;
  const mark = date[1] ?? '';
  const parts = { Y: year, m: month, d: day };
  return date
    .split(mark)
    .map((part) => parts[part as keyof typeof parts])
    .join(mark);
}

function quoted(field: string, { quotes, delimiter }: Style): string {
  const isNeeded = quotes === 'all' || field.includes(delimiter) || /["\r\n]/.test(field);
  return isNeeded ? `"${field.replaceAll('"', '""')}"` : field;
}
