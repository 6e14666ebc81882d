import { AppError, type ErrorCode } from '../core/errors.js';
import type { ForeignReader, RecordsText } from '../engine/foreign/reader.js';
import { withTabs } from './text/aligned.js';
import { bytesOf } from './text/encoding.js';
import { kindBytes, kindOf } from './text/file-kind.js';
import {
  asText,
  baseName,
  openFile,
  shownName,
  type DroppedFile,
  type TableFile,
  type Workbook,
} from './open.js';
import { ParquetRows } from './parquet/parquet-rows.js';
import type { Repair } from './source.js';
import { currencyOfFormats } from './values/format-currency.js';

/** Cells of a sheet above which the person is told that a text file would be read faster. */
const manyCells = 1_000_000;

/** Where a part comes from: the file that was dropped, and its path within. */
interface Origin {
  readonly file: string;
  readonly member: string | null;
  /** It came out of something compressed: what is compressed again is refused. */
  readonly isInside: boolean;
  readonly isPasted: boolean;
}

/**
 * The tables in a dropped file, by what its bytes are and not by its name: delimited text as it is, every other format
 * as text or as rows. Of a workbook the first sheet that holds a table; of an archive every file that does.
 */
export async function unpack(
  file: DroppedFile,
  reader: ForeignReader,
  signal?: AbortSignal,
  isPasted = false,
): Promise<readonly TableFile[]> {
  const origin = { file: file.name, member: null, isInside: false, isPasted };
  return unpackPart(file, origin, reader, signal);
}

/** Another sheet of the workbook that a table is from. */
export async function unpackSheet(
  workbook: Workbook,
  sheet: string | null,
  reader: ForeignReader,
  signal?: AbortSignal,
): Promise<TableFile> {
  const { name, blob, member } = workbook;
  const read = await reader.sheet({ name: shownName(name, member), blob }, sheet, signal);
  const others = read.sheets.filter((other) => other.name !== read.name).map((other) => other.name);
  const notices: Repair[] = [];
  if (others.length > 0)
    notices.push({ code: 'other-sheets', detail: others.join(', '), count: others.length });
  if (read.cells > manyCells) notices.push({ code: 'large-sheet', detail: read.name, count: read.cells });
  if (read.hiddenRows > 0) notices.push({ code: 'hidden-rows', detail: '', count: read.hiddenRows });
  if (read.mergedCells > 0) notices.push({ code: 'merged-cells', detail: '', count: read.mergedCells });
  const base = baseName(member ?? name);
  return {
    name,
    blob: read.text,
    format: 'xlsx',
    member: sheetMember(workbook, read.name),
    title: sheet === null ? base : `${base} ${read.name}`,
    layout: { firstLine: 1, hasHeader: false, pointColumns: read.pointColumns },
    currency: currencyOfFormats(read.formats),
    notices,
    workbook: { name, blob, member, sheets: read.sheets, sheet: read.name },
  };
}

/** What a sheet is called as a part of the file that was dropped. */
export function sheetMember({ member }: Workbook, sheet: string): string {
  return member === null ? sheet : `${member} / ${sheet}`;
}

async function unpackPart(
  { name, blob }: DroppedFile,
  origin: Origin,
  reader: ForeignReader,
  signal?: AbortSignal,
): Promise<readonly TableFile[]> {
  const { file, member, isInside } = origin;
  const shown = shownName(file, member);
  const head = await bytesOf(blob.slice(0, kindBytes), shown);
  const kind = kindOf(head, await bytesOf(blob.slice(-4), shown));
  const whole = { name: shown, blob };
  switch (kind) {
    case 'text': {
      const text = origin.isPasted ? await pastedText(blob, shown) : blob;
      return [{ ...asText({ name: file, blob: text }, origin.isPasted), member, title: baseName(name) }];
    }
    case 'json':
      return (await reader.records(whole, signal)).map((records) => fromRecords(records, origin));
    case 'parquet': {
      const rows = await ParquetRows.open(reader, whole, signal);
      return [{ name: file, blob, format: 'parquet', member, title: baseName(name), rows }];
    }
    case 'compound':
      return [await firstSheet(blob, origin, reader, signal)];
    case 'gzip': {
      if (isInside) throw new AppError('file/not-a-table', { file: shown, kind: 'nested' });
      const inner = { name: baseName(name), blob: await reader.gunzip(whole, signal) };
      return unpackPart(inner, { ...origin, isInside: true }, reader, signal);
    }
    case 'zip': {
      const paths = await reader.members(whole, signal);
      const holds = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
      if (
        holds(/^xl\/workbook\.(xml|bin)$/i) ||
        (holds(/^content\.xml$/) && holds(/^META-INF\/manifest\.xml$/))
      )
        return [await firstSheet(blob, origin, reader, signal)];
      if (holds(/^encrypted-package$/)) throw new AppError('file/protected', { file: shown });
      if (holds(/^(word\/document\d*|ppt\/presentation)\.xml$/i))
        throw new AppError('file/not-a-table', { file: shown, kind: 'document' });
      if (isInside) throw new AppError('file/not-a-table', { file: shown, kind: 'nested' });
      return unpackArchive(whole, paths, origin, reader, signal);
    }
    default: {
      const isArchive = kind === 'tar' || kind === 'archive';
      throw new AppError('file/not-a-table', {
        file: shown,
        kind: isArchive ? 'archive' : kind === 'xml' ? 'other' : kind,
      });
    }
  }
}

/** Bytes of a pasted text that is looked at for columns of blanks. */
const mostPasted = 4 * 1024 * 1024;

async function pastedText(blob: Blob, name: string): Promise<Blob> {
  if (blob.size > mostPasted) return blob;
  const tabbed = withTabs(new TextDecoder().decode(await bytesOf(blob, name)));
  return tabbed === null ? blob : new Blob([tabbed]);
}

function firstSheet(
  blob: Blob,
  { file, member }: Origin,
  reader: ForeignReader,
  signal?: AbortSignal,
): Promise<TableFile> {
  const workbook = { name: file, blob, member, sheets: [], sheet: '' };
  return unpackSheet(workbook, null, reader, signal);
}

/** Failures of a member that say that it is no table: the others are read all the same. */
const noTable: readonly ErrorCode[] = ['file/not-a-table', 'file/empty', 'file/header-only'];

/** Every file of the archive that holds a table; the others are named. */
async function unpackArchive(
  archive: DroppedFile,
  paths: readonly string[],
  origin: Origin,
  reader: ForeignReader,
  signal?: AbortSignal,
): Promise<readonly TableFile[]> {
  const tables: TableFile[] = [];
  const leftOut: string[] = [];
  for (const { path, blob } of await reader.unzip(archive, paths.filter(isOfInterest), signal)) {
    const inside = { ...origin, member: path, isInside: true };
    try {
      const found = await unpackPart({ name: path, blob }, inside, reader, signal);
      for (const table of found) if (!table.rows) await openFile(table, { signal });
      tables.push(...found);
    } catch (cause) {
      if (!(cause instanceof AppError) || !noTable.includes(cause.code)) throw cause;
      leftOut.push(path);
    }
  }
  const [first, ...rest] = tables;
  if (!first) throw new AppError('file/not-a-table', { file: archive.name, kind: 'archive' });
  if (leftOut.length === 0) return tables;
  const notice = {
    code: 'other-files-not-read',
    detail: leftOut.join(', '),
    count: leftOut.length,
  } as const;
  return [{ ...first, notices: [notice, ...(first.notices ?? [])] }, ...rest];
}

/** Systems leave files of their own in archives. */
function isOfInterest(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return (
    !parts.some((part) => part === '__MACOSX' || /^\.[^.]/.test(part)) &&
    !/^(thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? '')
  );
}

function fromRecords(
  { path, text, broken, decodedCount, replacedCount, pointColumns }: RecordsText,
  origin: Origin,
): TableFile {
  const { file, member } = origin;
  const base = baseName(member ?? file);
  const notices: Repair[] = [];
  if (decodedCount > 0) notices.push({ code: 'decoded', detail: 'windows-1252', count: decodedCount });
  if (replacedCount > 0)
    notices.push({ code: 'broken-bytes-replaced', detail: '\ufffd', count: replacedCount });
  return {
    name: file,
    blob: text,
    format: 'json',
    member: path === null ? member : member === null ? path : `${member} / ${path}`,
    title: path ?? base,
    layout: { firstLine: 0, hasHeader: true, pointColumns },
    notices,
    unread: broken,
  };
}
