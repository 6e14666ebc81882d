import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { Archive } from '../../src/engine/foreign/archive.js';

/** A workbook of sheets, written by SheetJS; names in `hidden` are hidden. */
export function workbookOf(
  sheets: Readonly<Record<string, WorkSheet>>,
  { hidden = [], date1904 = false }: { hidden?: readonly string[]; date1904?: boolean } = {},
): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  };
  return book;
}

/** Its bytes; XLSX unless another format is asked for. */
export function workbookBlob(
  book: WorkBook,
  bookType: 'xlsx' | 'xls' | 'biff5' | 'ods' | 'xlsb' = 'xlsx',
): Blob {
  return new Blob([write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer]);
}

/** A sheet of plain values, row by row. */
export function sheetOf(rows: readonly (readonly unknown[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows as unknown[][]);
}

/** The workbook with one of its parts written otherwise; a part that is not there is added. */
export async function changedPart(book: Blob, part: string, change: (text: string) => string): Promise<Blob> {
  const archive = await Archive.open({ name: 'book', blob: book });
  const files: Record<string, string> = {};
  for (const path of archive.paths) files[path] = await (await archive.blob(path)).text();
  const before = files[part] ?? '';
  files[part] = change(before);
  if (files[part] === before) throw new Error(`${part} stays as it was`);
  return zipOf(files);
}

/** A ZIP archive of texts and bytes. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { password?: string } = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
  for (const [path, content] of Object.entries(files))
    await writer.add(
      path,
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
    );
  return writer.close();
}

/** The bytes packed by gzip. */
export async function gzipOf(content: string | Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

/** All bytes of a blob. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
