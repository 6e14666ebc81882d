/** A place in the grid; row -1 is the head. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeBetween(a: Place, b: Place): CellRange {
  return {
    top: Math.max(0, Math.min(a.row, b.row)),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function isInside({ top, bottom, left, right }: CellRange, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

/** Where a key leads, as the ARIA grid pattern has it; null when the key does not move. */
export function moved(place: Place, key: string, isFar: boolean, size: Size): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, -1), size.rows - 1),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  });
  const { row, column } = place;
  switch (key) {
    case 'ArrowUp':
      return isFar ? to(0, column) : to(row - 1, column);
    case 'ArrowDown':
      return isFar ? to(size.rows - 1, column) : to(row + 1, column);
    case 'ArrowLeft':
      return to(row, isFar ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, isFar ? size.columns - 1 : column + 1);
    case 'PageUp':
      return to(Math.max(row - size.page, Math.min(row, 0)), column);
    case 'PageDown':
      return to(row + size.page, column);
    case 'Home':
      return isFar ? to(Math.min(0, size.rows - 1), 0) : to(row, 0);
    case 'End':
      return isFar ? to(size.rows - 1, size.columns - 1) : to(row, size.columns - 1);
    default:
      return null;
  }
}
