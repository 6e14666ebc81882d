import type { ColumnType } from '../core/tables.js';
import type { Role } from './roles/roles.js';

/** Bytes before decoding: UTF-8 (with or without mark), UTF-16, or a code page of Western Europe: of Windows, of Unix, of old Macs, of DOS. */
export const encodings = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
] as const;
export type Encoding = (typeof encodings)[number];

/** What a file was before its table was read: a text, cells from the clipboard, a workbook… */
export const sourceFormats = ['csv', 'pasted', 'xlsx', 'json', 'parquet', 'log'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** How the text of a column is read. One decision per column, taken from all rows. */
export interface ColumnFormat {
  /** Decimal mark and thousands mark of a number column. */
  readonly decimal?: '.' | ',';
  readonly thousands?: string;
  /** ISO 4217 codes beside its numbers, the most frequent one first, where there are several. */
  readonly currencies?: readonly string[];
  /** strptime pattern of a date column, such as `%d/%m/%Y %H:%M`; `iso` for the direct cast. */
  readonly date?: string;
}

/** One column of a loaded file: its own name, its type, and what it means. */
export interface SourceColumn {
  /** The file's header, made unique within the file; it is the column's name in the table too. */
  readonly name: string;
  readonly type: ColumnType;
  readonly format: ColumnFormat;
  /** Three values as the file has them. */
  readonly samples: readonly string[];
  /** What the column means, null when nothing fits; 0–1 how sure the guess is, 1 when the person chose it. */
  readonly role: Role | null;
  readonly confidence: number;
}

/** A value that could not be read as its column's type, or a line that does not fit the table. */
export interface Reject {
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** Null when the whole line was left out. */
  readonly column: string | null;
  readonly value: string;
  readonly reason:
    'not-a-number' | 'not-a-date' | 'too-many-columns' | 'missing-columns' | 'unclosed-quote' | 'line';
}

/** Everything that reading a file puts right. */
export const repairCodes = [
  'decoded',
  'broken-bytes-replaced',
  'misread-letters-mended',
  'quoted-lines-unwrapped',
  'backslashes-read',
  'other-sheets',
  'other-files-not-read',
  'large-sheet',
  'hidden-rows',
  'merged-cells',
  'title-lines-skipped',
  'separator-line-skipped',
  'header-lines-joined',
  'header-made-unique',
  'header-made-up',
  'empty-columns-left-out',
  'empty-lines-left-out',
  'short-lines-filled',
  'repeated-headers-left-out',
  'total-lines-left-out',
  'decimal-comma',
  'thousands-mark',
  'currency-sign',
  'several-currencies',
  'negative-form',
  'id-without-decimals',
  'null-words-emptied',
  'text-marks-removed',
  'excel-dates',
  'two-digit-years',
  'mixed-dates',
  'continuation-rows-filled',
  'header-totals-counted-once',
  'returns-marked',
  'regions-merged',
] as const;
export type RepairCode = (typeof repairCodes)[number];

/** Something that was put right while reading, counted: an encoding, a skipped preamble, a currency sign. */
export interface Repair {
  readonly code: RepairCode;
  readonly detail: string;
  readonly count: number;
}

/** A date column without any day above 12. */
export interface AmbiguousDates {
  readonly column: string;
  /** Values that could be read both ways. */
  readonly values: number;
  /** The first of them, as written. */
  readonly example: string;
  /** How they are read until somebody decides. */
  readonly proposal: 'day-first' | 'month-first';
}

/** A file that is loaded: what it is, how it was read, and the table that holds it. Plain JSON: notebooks keep it. */
export interface Source {
  readonly id: string;
  /** The file's name as the person knows it. */
  readonly file: string;
  /** Name of the table with the file's own columns and names, typed, rows in the file's order. */
  readonly table: string;
  readonly format: SourceFormat;
  /** The sheet of a workbook or the file of an archive that the table is from; null where the file is the table. */
  readonly member: string | null;
  readonly bytes: number;
  readonly encoding: Encoding;
  /** Null where fields are not delimited. */
  readonly delimiter: string | null;
  /** Rows behind the header; always `rowsLoaded` + `rowsRemoved` + lines that are rejects. */
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  /** Rows left out by a repair that is named in `repairs`. */
  readonly rowsRemoved: number;
  /** Values and lines that could not be read, in all; `rejects` holds the first 1,000. */
  readonly rejectCount: number;
  readonly rejects: readonly Reject[];
  /** How many of them each column has; null stands for whole lines. */
  readonly rejectCounts: readonly { readonly column: string | null; readonly count: number }[];
  readonly repairs: readonly Repair[];
  readonly columns: readonly SourceColumn[];
  /** ISO 4217 code when a sign or code was found in the values or the header. */
  readonly currency: string | null;
  /** Date columns in which day and month cannot be told apart and nobody has said which is which: the review asks. */
  readonly ambiguousDates: readonly AmbiguousDates[];
  /** What the person decided about the reading; it holds when the file is read again. */
  readonly choices: ReadingChoices;
}

export type RoleChoice = Readonly<Record<string, Role | null>>;

/** How the values of a column are to be read, where the person knows better than the guess. */
export const readings = [
  'text',
  'number-point',
  'number-comma',
  'day-first',
  'month-first',
  'excel-date',
] as const;
export type ReadAs = (typeof readings)[number];

/** Decisions of the person about a file, against or in place of what was proposed. By column name. */
export interface ReadingChoices {
  readonly roles: RoleChoice;
  readonly readAs?: Readonly<Record<string, ReadAs>>;
  readonly encoding?: Encoding;
  /** Repairs that were undone. */
  readonly undone?: readonly RepairCode[];
}

/** What the review's sentence says about one or several files together. Null where no role gives it. */
export interface ImportFacts {
  /** What one row of the file with the amounts is. */
  readonly grain: 'order_line' | 'order' | 'customer' | 'product' | 'other';
  readonly rows: number;
  readonly customers: number | null;
  readonly orders: number | null;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly revenue: number | null;
  /** Lines without a customer. */
  readonly anonymousRows: number | null;
}
