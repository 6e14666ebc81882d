import type { JoinReport } from '../../src/core/join-report.js';

interface Given extends Partial<Pick<JoinReport, 'repeatedKeys' | 'unusedRows' | 'hint'>> {
  readonly rows: number;
  readonly matchedRows: number;
  readonly blankRows?: number;
  /** Keys and rows of each side that the other does not have. */
  readonly manyOrphans?: readonly [keys: number, rows: number];
  readonly oneOrphans?: readonly [keys: number, rows: number];
}

/** Order lines looked up among orders, with these numbers. */
export function joinReport({ rows, matchedRows, blankRows = 0, ...given }: Given): JoinReport {
  const { manyOrphans: [manyKeys, manyRows] = [0, 0], oneOrphans: [oneKeys, oneRows] = [0, 0] } = given;
  return {
    key: 'order_id',
    many: {
      kind: 'lines',
      files: ['a.csv', 'b.csv'],
      tables: ['lignes', 'lignes_2'],
      column: 'no_cde',
      columnType: 'text',
      rows,
      blankRows,
      orphanKeys: manyKeys,
      orphanRows: manyRows,
    },
    one: {
      kind: 'orders',
      files: ['commandes.csv'],
      tables: ['commandes'],
      column: 'no',
      columnType: 'text',
      rows: 3,
      blankRows: 0,
      orphanKeys: oneKeys,
      orphanRows: oneRows,
    },
    matchedRows,
    matchedShare: rows === blankRows ? null : matchedRows / (rows - blankRows),
    repeatedKeys: given.repeatedKeys ?? 0,
    unusedRows: given.unusedRows ?? 0,
    hint: given.hint ?? null,
  };
}
