import { AppError } from '../../../src/core/errors.js';
import type { Value } from '../../../src/core/tables.js';
import type { RepairCode, Source } from '../../../src/data/source.js';
import { ident, list, sql } from '../../../src/engine/sql.js';
import { isMissing, nullWords } from '../../../src/data/values/values.js';
import type { Bench } from '../support.js';
import type { Entry, LoadedEntry } from './entry.js';
import { split } from './split.js';

/** What became of a file, in the words of an entry. `lost` names every value that is nowhere. */
export type Outcome = { readonly refused: string } | (Told & { readonly lost: readonly string[] });

type Told = Required<Omit<LoadedEntry, 'name' | 'content' | 'text' | 'file' | 'choices' | 'removed'>> & {
  readonly removed: number;
};

/** Loads an entry's file and tells what became of it. */
export async function outcomeOf(bench: Bench, entry: Entry): Promise<Outcome> {
  const dropped = await drop(bench, entry);
  return 'refused' in dropped ? dropped : toldOf(bench, entry, dropped);
}

/** Loads an entry's file, unless it is refused. */
export async function drop(bench: Bench, entry: Entry): Promise<Source | { readonly refused: string }> {
  try {
    return await bench.drop(entry.content, {
      ...(entry.file ? { name: entry.file } : {}),
      ...('choices' in entry && entry.choices ? { choices: entry.choices } : {}),
    });
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return { refused: cause.code };
  }
}

/** What became of an entry's file that was loaded. */
export async function toldOf(bench: Bench, entry: Entry, source: Source): Promise<Outcome> {
  const rows = await bench.rows(source);
  const infinite = await infiniteColumns(bench, source);
  const says = (key: keyof LoadedEntry): boolean => key in entry;
  return {
    columns: source.columns.map(({ name, type }) => `${name} ${type}`),
    rows,
    rejects: source.rejects.map(({ line, column, value, reason }) => [line, column, value, reason]),
    repairs: counted(source),
    removed: source.rowsRemoved,
    ambiguous: source.ambiguousDates.map(({ column }) => column),
    encoding: source.encoding,
    delimiter: says('delimiter') ? (source.delimiter ?? '') : '',
    currency: says('currency') ? source.currency : null,
    lost: [...unaccounted(entry, source, rows), ...infinite.map((name) => `${name} has no finite sum`)],
  };
}

/** What an entry says, complete. */
export function expectedOf(entry: Entry): Outcome {
  if ('refused' in entry) return { refused: entry.refused };
  const { columns, rows, rejects = [], repairs = {}, removed = [], ambiguous = [] } = entry;
  const { encoding = 'utf-8', delimiter = '', currency = null } = entry;
  return {
    columns,
    rows,
    rejects,
    repairs,
    removed: removed.length,
    ambiguous,
    encoding,
    delimiter,
    currency,
    lost: [],
  };
}

/** Columns of numbers or dates with a value that is neither: sums and last days would be lost in it. */
async function infiniteColumns(bench: Bench, { table, columns }: Source): Promise<string[]> {
  const measured = columns.filter(({ type }) => ['number', 'date', 'timestamp'].includes(type));
  if (measured.length === 0) return [];
  const tests = measured.map(({ name }) => sql`coalesce(bool_and(isfinite(${ident(name)})), true)`);
  const { rows } = await bench.engine.table(
    sql`select ${list(tests)} from ${ident(bench.schema)}.${ident(table)}`,
  );
  return measured.flatMap(({ name }, index) => (rows[0]?.[index] === true ? [] : [name]));
}

function counted({ repairs }: Source): Partial<Record<RepairCode, number>> {
  const counts: Partial<Record<RepairCode, number>> = {};
  for (const { code, count } of repairs) counts[code] = (counts[code] ?? 0) + count;
  return counts;
}

/** Every value of the file must be in the table, among the rejects, or on a line that a named repair took out. */
function unaccounted(entry: Entry, source: Source, rows: readonly (readonly Value[])[]): string[] {
  const { rowsRead, rowsLoaded, rowsRemoved, rejectCount, rejects } = source;
  const wholeLines = rejects.filter(({ column }) => column === null);
  const problems: string[] = [];
  if (rowsRead !== rowsLoaded + rowsRemoved + wholeLines.length)
    problems.push(
      `${rowsRead} rows read, ${rowsLoaded} + ${rowsRemoved} + ${wholeLines.length} accounted for`,
    );
  if (rows.length !== rowsLoaded) problems.push(`${rowsLoaded} rows loaded, ${rows.length} there`);
  if (rejects.length !== rejectCount) problems.push(`${rejectCount} rejects, ${rejects.length} listed`);
  const out = new Set([
    ...wholeLines.map(({ line }) => line),
    ...('removed' in entry && entry.removed ? entry.removed : []),
  ]);
  const filled = split(textOf(entry, source), source.delimiter ?? ',').filter(({ fields }) =>
    fields.some((field) => field.replace('\u001a', '').trim() !== ''),
  );
  const behind = filled.slice(Math.max(0, filled.length - rowsRead));
  const inside = behind.filter(({ line }) => !out.has(line));
  if (inside.length !== rows.length) problems.push(`${inside.length} rows in the file, ${rows.length} there`);
  const positions = positionsOf(
    source,
    inside.map(({ fields }) => fields),
  );
  inside.forEach(({ line, fields }, index) => {
    const row = rows[index] ?? [];
    positions.forEach((position, place) => {
      const column = source.columns[place];
      const text = fields[position] ?? '';
      const isNull = 'null-words-emptied' in counted(source) && nullWords.includes(text);
      const isEmpty = text.trim() === '' || isNull || (column?.type !== 'text' && isMissing(text));
      const isHeld = row[place] !== null && row[place] !== undefined;
      const isRejected = rejects.some((reject) => reject.line === line && reject.column === column?.name);
      if (!isEmpty && !isHeld && !isRejected) problems.push(`line ${line}, ${column?.name}: ${text}`);
      if (text === '' && isHeld && !('continuation-rows-filled' in counted(source)))
        problems.push(`line ${line}, ${column?.name}: ${row[place]} out of nothing`);
    });
  });
  return problems;
}

/** Position in the file of each column of the table: those that hold nothing may be missing. */
function positionsOf({ columns }: Source, records: readonly (readonly string[])[]): number[] {
  const width = records.reduce((widest, fields) => Math.max(widest, fields.length), 0);
  const all = Array.from({ length: width }, (_, position) => position);
  const holds = (position: number): boolean => records.some((fields) => (fields[position] ?? '') !== '');
  let spare = width - columns.length;
  const positions: number[] = [];
  for (const position of all.reverse()) {
    if (spare > 0 && !holds(position)) spare -= 1;
    else positions.unshift(position);
  }
  return positions.slice(0, columns.length);
}

function textOf({ text, content }: Entry, { encoding }: Source): string {
  if (text !== undefined) return text;
  if (typeof content === 'string') return content;
  return new TextDecoder(encoding.startsWith('utf-8') ? 'utf-8' : encoding).decode(content);
}
