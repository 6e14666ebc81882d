import type { ParquetReader } from '../parquet.js';

/** A file that is no text. Its name stands in messages only. */
export interface ForeignFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A sheet of a workbook, in the workbook's order. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** A sheet as comma-separated UTF-8 text: record n is row n of the sheet. */
export interface SheetText {
  readonly sheets: readonly Sheet[];
  /** The sheet that was read. */
  readonly name: string;
  readonly text: Blob;
  /** Cells that hold something. */
  readonly cells: number;
  /** Rows that hold something and are not shown; known for XLSX only. They are in the text as all others. */
  readonly hiddenRows: number;
  /** Cells that are merged with those below: only the first row of each has its value. */
  readonly mergedCells: number;
  /** Formats in which its numbers are shown. */
  readonly formats: readonly string[];
  /** Positions of columns that hold numbers with decimals. */
  readonly pointColumns: readonly number[];
}

/** A list of JSON records as comma-separated UTF-8 text with a header: record n stands n records below it. */
export interface RecordsText {
  /** Keys that lead to the list in the file, joined by points; null where the file is the list. */
  readonly path: string | null;
  readonly text: Blob;
  /**
   * Records that cannot be read, as lines of JSON: `[number of the record, text]`. An empty record stands in the place of
   * each. Where every line is a record, its number is that of the line.
   */
  readonly broken: Blob;
  /** Records that are not UTF-8; they were read as Windows-1252. */
  readonly decodedCount: number;
  /** Letters that were half a letter and became U+FFFD. */
  readonly replacedCount: number;
  /** Positions of columns that hold numbers with decimals. */
  readonly pointColumns: readonly number[];
}

/** A file in an archive: its path as the archive spells it. */
export interface ArchiveMember {
  readonly path: string;
  readonly blob: Blob;
}

/** Turns files of other formats into text or Arrow. Nothing that they hold can hang or break the page. */
export interface ForeignReader extends ParquetReader {
  /** The sheet of that name, or the first visible one that holds a table. */
  sheet(file: ForeignFile, name: string | null, signal?: AbortSignal): Promise<SheetText>;
  /** Every list of objects in a JSON file. */
  records(file: ForeignFile, signal?: AbortSignal): Promise<readonly RecordsText[]>;
  /** Paths of the files in an archive, which is refused when it would inflate to too much. */
  members(file: ForeignFile, signal?: AbortSignal): Promise<readonly string[]>;
  /** These files of an archive. */
  unzip(file: ForeignFile, paths: readonly string[], signal?: AbortSignal): Promise<readonly ArchiveMember[]>;
  /** The content of a gzip file. */
  gunzip(file: ForeignFile, signal?: AbortSignal): Promise<Blob>;
}
