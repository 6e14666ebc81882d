import type { TableFile } from '../data/open.js';
import type { Source } from '../data/source.js';
import { sheetMember, unpackSheet } from '../data/unpack.js';
import type { ForeignReader } from '../engine/foreign/reader.js';

/** The sheets of a workbook from which lost tables were read, in place of the first sheet; any other part as it is. */
export async function sheetsBefore(
  part: TableFile,
  lost: readonly Source[],
  reader: ForeignReader,
  signal: AbortSignal,
): Promise<readonly TableFile[]> {
  const { workbook } = part;
  if (!workbook) return [part];
  const members = lost.flatMap(({ file, member }) => (file === part.name ? [member] : []));
  const sheets: TableFile[] = [];
  for (const { name } of workbook.sheets) {
    if (!members.includes(sheetMember(workbook, name))) continue;
    const isRead = name === workbook.sheet;
    sheets.push(isRead ? part : await unpackSheet(workbook, name, reader, signal));
  }
  return sheets.length > 0 ? sheets : [part];
}
