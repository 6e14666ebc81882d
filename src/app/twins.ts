import type { Source } from '../data/source.js';

/** A table of the open notebook that a new file continues or takes the place of. */
export interface Twin {
  readonly file: string;
  readonly table: string;
  /** The name of the new table when it stands beside the old one. */
  readonly own: string;
}

/** The open notebook's tables that an import stands beside, and the names taken there; nothing where its data are absent. */
export interface Beside {
  readonly sources: readonly Source[];
  readonly names: readonly string[];
}
export const besideNothing: Beside = { sources: [], names: [] };

/** Of these tables the one that has the very columns of a source. */
export function twinAmong(sources: readonly Source[], source: Source): Source | undefined {
  return sources.find((other) => columnNames(other) === columnNames(source));
}

/** The columns in one text, to be compared. */
export function columnNames({ columns }: Source): string {
  return columns.map(({ name }) => name).join('\n');
}
