import * as xlsx from '@e965/xlsx';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { AppError } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { cellText, isFilled, type CellReading } from './cell-text.js';
import { csvField } from './csv-field.js';
import { tableName } from './ods-tables.js';
import { unread, WorkbookParts, type Parts } from './workbook-parts.js';
import type { ForeignFile, Sheet, SheetText } from './reader.js';

declare module '@e965/xlsx' {
  /** A workbook from parts that are inflated already; exported by SheetJS, missing in its types. */
  export function parse_zip(zip: { readonly files: Parts }, options: ParsingOptions): WorkBook;
}

/** Largest sheet of Excel, columns beyond which no table is read, and letters that a sheet of repeated texts may come to. */
const most = { rows: 1_048_576, columns: 1000, letters: 1024 ** 3 } as const;

const mostFormats = 1000;

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
  readonly reading: CellReading;
  grid(index: number): Promise<Grid>;
}

/** The cells of a sheet, and what of it a text cannot show. */
interface Grid {
  /** Rows and cells both have holes. */
  readonly rows: readonly (readonly CellObject[] | undefined)[];
  readonly hiddenRows: number;
  /** Cells that are merged with those below them. */
  readonly mergedCells: number;
}

/** Where the cells of a row end that hold something, and how many those are. */
interface Extent {
  readonly end: number;
  readonly filled: number;
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
    const grid = await book.grid(index);
    const { isTable, ...read } = toText(file.name, grid.rows, book.reading);
    const { hiddenRows, mergedCells } = grid;
    const sheet = { sheets: book.sheets, name, ...read, hiddenRows, mergedCells };
    if (wanted !== null || isTable) return sheet;
    if (read.cells > 0) fallback ??= sheet;
  }
  if (!fallback) throw new AppError('file/not-a-table', { file: file.name, kind: 'workbook' });
  return fallback;
}

async function openBook(file: ForeignFile, signal?: AbortSignal): Promise<Book> {
  const head = new Uint8Array(await file.blob.slice(0, 2).arrayBuffer());
  const isZipped = head[0] === 0x50 && head[1] === 0x4b;
  const parts = isZipped ? await WorkbookParts.open(file, signal) : null;
  if (parts && !('META-INF/manifest.xml' in parts.common)) return zippedBook(file.name, parts);
  if (parts) return documentBook(file.name, parts);
  const content = new Uint8Array(await file.blob.arrayBuffer());
  const book = parse(file.name, () => xlsx.read(content, options));
  return wholeBook(file.name, book, sheetsOf(book), true);
}

/** ODS: tables whose names are as they are written. */
function documentBook(file: string, parts: WorkbookParts): Book {
  const book = parse(file, () => xlsx.parse_zip({ files: parts.common }, options));
  const sheets = book.SheetNames.map((name) => ({
    name: tableName(name),
    isHidden: parts.hiddenTables.has(name),
  }));
  return wholeBook(file, book, sheets, false);
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
    reading: { is1904: isFrom1904(listed), isWestern: false },
    grid: async (index) => {
      const position = positions[index]!;
      const files = await parts.withSheet(relations[position]);
      const book = parse(file, () => xlsx.parse_zip({ files }, { ...options, sheets: [position] }));
      const hiddenRows = Object.values(files).reduce((sum, part) => sum + part.hiddenRows, 0);
      return gridOf(file, book, listed.SheetNames[position] ?? '', hiddenRows);
    },
  };
}

/** XLS and ODS: all sheets at once. */
function wholeBook(file: string, book: WorkBook, sheets: readonly Sheet[], isBinary: boolean): Book {
  return {
    sheets,
    reading: { is1904: isFrom1904(book), isWestern: isBinary },
    grid: async (index) => gridOf(file, book, book.SheetNames[index] ?? ''),
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

function gridOf(file: string, book: WorkBook, name: string, hiddenRows = 0): Grid {
  // A sheet that SheetJS could not read is absent.
  const sheet = Object.hasOwn(book.Sheets, name) ? (book.Sheets[name] as WorkSheet) : null;
  if (!sheet) throw new AppError('file/damaged', { file, detail: name });
  const rows = sheet['!data'] ?? [];
  const merged = (sheet['!merges'] ?? []).filter(({ s: { r, c }, e }) => {
    const cell = e.r > r ? rows[r]?.[c] : undefined;
    return cell !== undefined && isFilled(cell);
  });
  return { rows, hiddenRows, mergedCells: merged.length };
}

function parse(file: string, read: () => WorkBook): WorkBook {
  try {
    return read();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    // The same container holds documents and mails.
    if (/Cannot find Workbook/.test(detail))
      throw new AppError('file/not-a-table', { file, kind: 'document' }, { cause });
    const isLocked = /password|encrypt/i.test(detail);
    throw new AppError(isLocked ? 'file/protected' : 'file/damaged', { file, detail }, { cause });
  }
}

/** The grid as text of one record per row, all of the same width. It is a table when two rows have two cells or more. */
function toText(
  file: string,
  rows: Grid['rows'],
  reading: CellReading,
): Pick<SheetText, 'text' | 'cells' | 'formats' | 'pointColumns'> & { readonly isTable: boolean } {
  if (rows.length > most.rows) throw new AppError('file/damaged', { file, detail: `${rows.length} rows` });
  const { extents, formats, pointColumns } = findExtents(file, rows);
  const width = extents.reduce((widest, { end }) => Math.max(widest, end), 0);
  if (width > most.columns) throw new AppError('file/too-many-columns', { file, columns: width });
  const sink = new BlobSink();
  for (const [row, { end }] of extents.entries()) {
    const cells = rows[row] ?? [];
    const fields = Array.from({ length: end }, (_, column) => {
      const cell = cells[column];
      return cell ? csvField(cellText(cell, reading)) : '';
    });
    sink.text(end > 0 ? `${fields.join(',')}${','.repeat(width - end)}\n` : '\n');
  }
  return {
    text: sink.blob(),
    cells: extents.reduce((sum, { filled }) => sum + filled, 0),
    formats: [...formats],
    pointColumns: [...pointColumns],
    isTable: extents.filter(({ filled }) => filled > 1).length > 1,
  };
}

interface Found {
  /** Of all rows up to the last that holds something. */
  readonly extents: readonly Extent[];
  readonly formats: ReadonlySet<string>;
  readonly pointColumns: ReadonlySet<number>;
}

function findExtents(file: string, rows: Grid['rows']): Found {
  const extents: Extent[] = [];
  const formats = new Set<string>();
  const pointColumns = new Set<number>();
  let [last, letters] = [0, 0];
  for (let row = 0; row < rows.length; row += 1) {
    let [end, filled] = [0, 0];
    rows[row]?.forEach((cell, column) => {
      if (!isFilled(cell)) return;
      filled += 1;
      end = column + 1;
      if (typeof cell.v === 'string') letters += cell.v.length;
      if (typeof cell.v !== 'number') return;
      if (!Number.isInteger(cell.v)) pointColumns.add(column);
      if (typeof cell.z === 'string' && formats.size < mostFormats) formats.add(cell.z);
    });
    // A text that a million cells share stands in the file once.
    if (letters > most.letters) throw new AppError('file/inflates-too-much', { file });
    extents.push({ end, filled });
    if (filled > 0) last = row + 1;
  }
  return { extents: extents.slice(0, last), formats, pointColumns };
}
