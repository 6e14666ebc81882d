import { AppError } from '../core/errors.js';
import { findDialect } from './dialect.js';
import { bytesOf, decode, transcode, type Decoded } from './encoding.js';
import type { Table } from './records.js';
import { survey, type Survey } from './survey.js';

/** A file that a person dropped or pasted. */
export interface DroppedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A file whose encoding and layout are known. */
export interface Opened extends Pick<Decoded, 'encoding'> {
  readonly table: Table;
  readonly found: Survey;
}

const headBytes = 256 * 1024;

/** Decodes the file and surveys it; anew as Windows text when its bytes turn out not to be UTF-8. */
export async function openFile(
  { name: file, blob }: DroppedFile,
  signal?: AbortSignal,
  onprogress?: (share: number) => void,
): Promise<Opened> {
  if (blob.size === 0) throw new AppError('file/empty', { file });
  const decoded = await decode(blob, file, signal);
  const opened =
    (await openText(decoded, file, signal, onprogress)) ??
    (await openText(await transcode(blob, 'windows-1252', file, signal), file, signal, onprogress));
  if (!opened) throw new AppError('file/not-a-table', { file, kind: 'binary' });
  const { rows, rejectCount, rejects } = opened.found;
  const { dataLine } = opened.table.dialect;
  if (rows === 0 && rejectCount === 0) throw new AppError('file/header-only', { file, line: dataLine - 1 });
  if (rejectCount > rows)
    throw new AppError('file/inconsistent-lines', { file, line: rejects[0]?.line ?? dataLine });
  return opened;
}

/** Null when the bytes are not UTF-8. */
async function openText(
  { text, encoding }: Decoded,
  file: string,
  signal?: AbortSignal,
  onprogress?: (share: number) => void,
): Promise<Opened | null> {
  const head = await bytesOf(text.slice(0, headBytes), file);
  const isWhole = text.size <= headBytes;
  if (isWhole && head.every((byte) => byte <= 0x20)) throw new AppError('file/empty', { file });
  if (!isUtf8(head, isWhole)) return null;
  const table = { file, text, dialect: findDialect(head, isWhole, file) };
  const found = await survey(table, signal, onprogress);
  return found && { table, found, encoding };
}

function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}
