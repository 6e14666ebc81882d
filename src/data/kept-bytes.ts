import { fateOf, scanRecords, type Table } from './records.js';
import type { Survey } from './survey.js';

/** The data records as a file without header that the engine reads exactly: a view on the same bytes where possible. */
export async function keptBytes(
  table: Table,
  survey: Survey,
  rewrite: boolean,
  signal?: AbortSignal,
): Promise<Blob> {
  if (rewrite || survey.needsRewriting) return rewritten(table, signal);
  const data = table.text.slice(table.dialect.dataOffset);
  if (survey.cuts.length === 0) return data;
  const pieces: Blob[] = [];
  let from = 0;
  for (const [start, end] of survey.cuts) {
    if (start > from) pieces.push(data.slice(from, start));
    from = end;
  }
  pieces.push(data.slice(from));
  return new Blob(pieces);
}

/** Every record on its own line with one kind of newline, and with quotes doubled where the file forgot to. */
async function rewritten(table: Table, signal?: AbortSignal): Promise<Blob> {
  const { dialect } = table;
  const columns = dialect.names.length;
  const parts: string[] = [];
  let lines: string[] = [];
  await scanRecords(
    table,
    (record) => {
      if (fateOf(record, dialect) !== 'kept') return;
      const fields = Array.from({ length: columns }, (_, index) =>
        quoted(record.text(index), dialect.delimiter),
      );
      lines.push(`${fields.join(dialect.delimiter)}\n`);
    },
    signal,
    () => {
      parts.push(lines.join(''));
      lines = [];
    },
  );
  return new Blob([...parts, lines.join('')]);
}

function quoted(text: string, delimiter: string): string {
  if (!text.includes(delimiter) && !/["\r\n]/.test(text) && text.trim() === text) return text;
  return `"${text.replaceAll('"', '""')}"`;
}
