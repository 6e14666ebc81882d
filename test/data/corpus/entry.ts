import type { ErrorCode } from '../../../src/core/errors.js';
import type { ColumnType, Value } from '../../../src/core/tables.js';
import type { Encoding, ReadingChoices, Reject, RepairCode } from '../../../src/data/source.js';

/** A small file with one defect, and what an analyst calls right. */
export type Entry = LoadedEntry | RefusedEntry;

interface EntryFile {
  /** A sentence of behaviour. */
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** The text that was encoded, where `content` is bytes in no common encoding. */
  readonly text?: string;
  readonly file?: string;
}

/** A file that ends in a message. */
export interface RefusedEntry extends EntryFile {
  readonly refused: ErrorCode;
}

/** `[line, column, value, reason]` */
export type ExpectedReject = readonly [number, string | null, string, Reject['reason']];

/** A file that becomes a table. */
export interface LoadedEntry extends EntryFile {
  readonly choices?: ReadingChoices;
  /** `name type` for each column. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly rejects?: readonly ExpectedReject[];
  /** Count of each repair, summed over columns; none but these. */
  readonly repairs?: Readonly<Partial<Record<RepairCode, number>>>;
  /** Lines of the file that a repair took out. */
  readonly removed?: readonly number[];
  readonly ambiguous?: readonly string[];
  /** `utf-8` where nothing else is said. */
  readonly encoding?: Encoding;
  /** Compared where they are said. */
  readonly delimiter?: string;
  readonly currency?: string | null;
}

/** What is particular to a column of values: the rest is as in `LoadedEntry`. */
type ColumnExtra = Partial<Omit<LoadedEntry, 'name' | 'content' | 'columns' | 'rows' | 'rejects'>> & {
  readonly header?: string;
  readonly separator?: string;
  /** `[line, value, reason]` */
  readonly rejects?: readonly (readonly [number, string, Reject['reason']])[];
};

/** A file of two columns, the second of which holds these texts, and what they become. */
export function column(
  name: string,
  texts: readonly string[],
  type: ColumnType,
  values: readonly Value[],
  extra: ColumnExtra = {},
): LoadedEntry {
  const { header = 'v', separator = ';', rejects = [], ...rest } = extra;
  const quoted = (text: string): string =>
    text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [`x${separator}${header}`, ...texts.map((text) => `a${separator}${quoted(text)}`)];
  return {
    name,
    content: `${lines.join('\n')}\n`,
    columns: ['x text', `${header} ${type}`],
    rows: values.map((value) => ['a', value]),
    rejects: rejects.map(([line, value, reason]) => [line, header, value, reason]),
    ...rest,
  };
}

/** A column of texts that must stay as they are. */
export function kept(name: string, texts: readonly string[], extra: ColumnExtra = {}): LoadedEntry {
  return column(name, texts, 'text', texts, extra);
}
