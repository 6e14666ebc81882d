import type { ColumnType } from './tables.js';

/** One side of a join: files of one shape, and the column that is the key. */
export interface JoinSide {
  /** What the rows are: `lines`, `orders`, `customers`… */
  readonly kind: string;
  /** The files' names, as the person knows them. */
  readonly files: readonly string[];
  readonly tables: readonly string[];
  readonly column: string;
  readonly columnType: ColumnType;
  readonly rows: number;
  /** Rows whose key is empty. */
  readonly blankRows: number;
  /** Keys of this side that the other does not have, and the rows that have them. */
  readonly orphanKeys: number;
  readonly orphanRows: number;
}

/** Which side of a join: `many` has the rows that look something up (order lines), `one` what they find (orders). */
export type JoinEnd = 'many' | 'one';

/** Keys written in two ways: how many rows would match if that were looked over. */
export interface JoinHint {
  /** `00123` and `123`, `C-12` and `12`, or upper and lower case. */
  readonly rule: 'leading-zeros' | 'prefix' | 'case';
  readonly matchedRows: number;
}

/** How well the rows of some files find their partner in others. */
export interface JoinReport {
  readonly key: string;
  readonly many: JoinSide;
  readonly one: JoinSide;
  readonly matchedRows: number;
  /** Matched rows of `many` among those with a key, 0–1; null when none has one. */
  readonly matchedShare: number | null;
  /** Keys that stand more than once in `one`, and the rows behind their first, which are not used: no row is multiplied. */
  readonly repeatedKeys: number;
  readonly unusedRows: number;
  readonly hint: JoinHint | null;
}
