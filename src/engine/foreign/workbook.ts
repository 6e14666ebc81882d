import * as xlsx from '@e965/xlsx';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { AppError } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { cellText } from './cell-text.js';
import { csvField } from './csv-field.js';
import { unread, WorkbookParts, type Parts } from './workbook-parts.js';
import type { ForeignFile, Sheet, SheetText } from './reader.js';

declare module '@e965/xlsx' {
  /** A workbook from parts that are inflated already; exported by SheetJS, missing in its types. */
  export function parse_zip(zip: { readonly files: Parts }, options: ParsingOptions): WorkBook;
}

/** Largest sheet of Excel, and columns beyond which no table is read. */
const most = { rows: 1_048_576, columns: 1000 } as const;

const options: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  nodim: true,
};

/** A workbook whose sheets are read one by one. */
interface Book {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  grid(index: number): Promise<Grid>;
}

/** Rows of cells; both have holes. */
type Grid = readonly (readonly CellObject[] | undefined)[];

/** A row as comma-separated text and how many fields that are. */
interface Line {
  readonly text: string;
  readonly fields: number;
}

/**
 * The sheet of that name, or the first visible one that holds a table: XLSX, XLSM, XLSB, XLS or ODS. Formulas count by
 * the value that was stored with them.
 */
export async function readSheet(
  file: ForeignFile,
  wanted: string | null,
  signal?: AbortSignal,
): Promise<SheetText> {
  const book = await openBook(file, signal);
  let fallback: SheetText | null = null;
  for (const [index, { name, isHidden }] of book.sheets.entries()) {
    if (wanted === null ? isHidden : name !== wanted) continue;
    const { text, cells, isTable } = toText(file.name, await book.grid(index), book.is1904);
    const sheet = { sheets: book.sheets, name, text, cells };
    if (wanted !== null || isTable) return sheet;
    if (cells > 0) fallback ??= sheet;
  }
  if (!fallback) throw new AppError('file/not-a-table', { file: file.name, kind: 'workbook' });
  return fallback;
}

async function openBook(file: ForeignFile, signal?: AbortSignal): Promise<Book> {
  const head = new Uint8Array(await file.blob.slice(0, 2).arrayBuffer());
  const isZipped = head[0] === 0x50 && head[1] === 0x4b;
  const parts = isZipped ? await WorkbookParts.open(file, signal) : null;
  if (parts && !('META-INF/manifest.xml' in parts.common)) return zippedBook(file.name, parts);
  const content = parts ? null : new Uint8Array(await file.blob.arrayBuffer());
  return wholeBook(file.name, () =>
    parts ? xlsx.parse_zip({ files: parts.common }, options) : xlsx.read(content, options),
  );
}

/** XLSX and XLSB: the list of sheets first, then the sheets that are asked for. */
function zippedBook(file: string, parts: WorkbookParts): Book {
  const strings = Object.keys(parts.common).find((path) => /sharedStrings\.\w+$/i.test(path)) ?? '';
  const outline = unread(parts.common);
  delete outline[strings];
  const listed = parse(file, () => xlsx.parse_zip({ files: outline }, { ...options, sheets: [] }));
  const relations = (listed.Workbook?.Sheets ?? []).map(relationOf);
  const positions = listed.SheetNames.flatMap((_, index) => (parts.isGrid(relations[index]) ? [index] : []));
  const sheets = sheetsOf(listed);
  return {
    sheets: positions.map((position) => sheets[position]!),
    is1904: isFrom1904(listed),
    grid: async (index) => {
      const position = positions[index]!;
      const files = await parts.withSheet(relations[position]);
      const book = parse(file, () => xlsx.parse_zip({ files }, { ...options, sheets: [position] }));
      return gridOf(file, book, listed.SheetNames[position] ?? '');
    },
  };
}

/** XLS and ODS: all sheets at once. */
function wholeBook(file: string, read: () => WorkBook): Book {
  const book = parse(file, read);
  const sheets = sheetsOf(book);
  return {
    sheets,
    is1904: isFrom1904(book),
    grid: async (index) => gridOf(file, book, sheets[index]?.name ?? ''),
  };
}

function sheetsOf({ SheetNames, Workbook }: WorkBook): Sheet[] {
  return SheetNames.map((name, index) => ({ name, isHidden: (Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0 }));
}

function isFrom1904({ Workbook }: WorkBook): boolean {
  return Workbook?.WBProps?.date1904 === true;
}

/** The relation that leads to the sheet's part; XLSB calls it otherwise. */
function relationOf(sheet: object): string | undefined {
  const { id, strRelID } = sheet as { readonly id?: unknown; readonly strRelID?: unknown };
  const relation = id ?? strRelID;
  return typeof relation === 'string' ? relation : undefined;
}

function gridOf(file: string, book: WorkBook, name: string): Grid {
  // A sheet that SheetJS could not read is absent.
  const sheet = Object.hasOwn(book.Sheets, name) ? (book.Sheets[name] as WorkSheet) : null;
  if (!sheet) throw new AppError('file/damaged', { file, detail: name });
  return sheet['!data'] ?? [];
}

function parse(file: string, read: () => WorkBook): WorkBook {
  try {
    return read();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const isLocked = /password|encrypt/i.test(detail);
    throw new AppError(isLocked ? 'file/protected' : 'file/damaged', { file, detail }, { cause });
  }
}

/** The grid as text of one record per row, all of the same width. It is a table when two rows have two cells or more. */
function toText(file: string, grid: Grid, is1904: boolean): { text: Blob; cells: number; isTable: boolean } {
  if (grid.length > most.rows) throw new AppError('file/damaged', { file, detail: `${grid.length} rows` });
  const lines: (Line | null)[] = [];
  let [cells, width, last, tableRows] = [0, 0, 0, 0];
  for (let row = 0; row < grid.length; row += 1) {
    const line = lineOf(file, grid[row] ?? [], is1904);
    lines.push(line);
    if (!line) continue;
    cells += line.filled;
    width = Math.max(width, line.fields);
    last = row + 1;
    if (line.filled > 1) tableRows += 1;
  }
  const sink = new BlobSink();
  for (const line of lines.slice(0, last))
    sink.text(line ? `${line.text}${','.repeat(width - line.fields)}\n` : '\n');
  return { text: sink.blob(), cells, isTable: tableRows > 1 };
}

function lineOf(
  file: string,
  row: readonly CellObject[],
  is1904: boolean,
): (Line & { readonly filled: number }) | null {
  if (row.length > most.columns) throw new AppError('file/too-many-columns', { file, columns: row.length });
  const fields: string[] = [];
  let [filled, end] = [0, 0];
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column];
    const text = cell ? cellText(cell, is1904) : '';
    fields.push(csvField(text));
    if (text === '') continue;
    filled += 1;
    end = column + 1;
  }
  return filled === 0 ? null : { text: fields.slice(0, end).join(','), fields: end, filled };
}
