import { fateOf, scanRecords, type Table } from './records.js';

/**
 * The records of a text without header as a file that the engine reads exactly: a view on the same bytes where possible.
 * `cuts` are byte ranges that hold no row.
 */
export async function keptBytes(
  table: Table,
  cuts: readonly (readonly [from: number, to: number])[],
  rewrite: boolean,
  signal?: AbortSignal,
): Promise<Blob> {
  if (rewrite) return rewritten(table, signal);
  const { text } = table;
  if (cuts.length === 0) return text;
  const pieces: Blob[] = [];
  let from = 0;
  for (const [start, end] of cuts) {
    if (start > from) pieces.push(text.slice(from, start));
    from = end;
  }
  pieces.push(text.slice(from));
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
