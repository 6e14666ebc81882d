/** One side of a join: the table of a file, or of the warehouse, and its key column. */
export interface JoinEnd {
  readonly table: string;
  readonly column: string;
}

/**
 * How well the rows of one table find their partner in another. `from` is the side of many rows (order lines), `to` the
 * side where each key should stand once (orders).
 */
export interface JoinReport {
  readonly from: JoinEnd;
  readonly to: JoinEnd;
  /** Rows of `from`, with and without a key. */
  readonly rows: number;
  /** Rows of `from` whose key stands in `to`. */
  readonly matched: number;
  /** Distinct keys of `from` that `to` does not have. */
  readonly orphansFrom: number;
  /** Distinct keys of `to` that no row of `from` has. */
  readonly orphansTo: number;
  /** Distinct keys that stand several times in `to`: a plain join would multiply the rows of `from`. */
  readonly repeatedKeys: number;
}

/** The side of a join whose rows without a partner are asked for. */
export type JoinSide = 'from' | 'to';

/** Share of the rows that find their partner, 0–1; 1 for a table without rows, where nothing is missing. */
export function matchShare({ rows, matched }: JoinReport): number {
  return rows === 0 ? 1 : matched / rows;
}
