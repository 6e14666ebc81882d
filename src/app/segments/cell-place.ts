import type { Cell, Notebook } from '../../notebook/document.js';
import { cellsBehind, scopeOf } from '../../notebook/population.js';
import { tablesOf } from '../../notebook/references.js';
import { isSame } from '../../notebook/sql-names.js';

interface Neighbour {
  readonly id: string;
  readonly name: string;
}

/** Where a cell stands among the others, and what limits it. */
export interface CellPlace {
  /** Its own population; null is everybody. */
  readonly source: string | null;
  /** The notebook's filter applies to it. */
  readonly isFiltered: boolean;
  /** The notebook's segment is made from it, which therefore does not apply to it. */
  readonly isBehindFilter: boolean;
  /** Cells that it names, and cells that name it; the notebook's filter is no matter here. */
  readonly reads: readonly Neighbour[];
  readonly feeds: readonly Neighbour[];
}

/** The place of a cell in its notebook. */
export function cellPlace(cell: Cell, { cells, filter }: Notebook): CellPlace {
  const { filters, members } = scopeOf(cell, { cells, filter });
  const isRead = (by: Cell, other: Cell): boolean =>
    tablesOf(by).some((name) => isSame(name, other.name)) && by.id !== other.id;
  return {
    source: cell.source,
    isFiltered: filters.length > 0 || (filter.segment !== null && members.includes(filter.segment)),
    isBehindFilter: filter.segment !== null && cellsBehind(filter.segment, cells).has(cell.id),
    reads: cells.filter((other) => isRead(cell, other)),
    feeds: cells.filter((other) => isRead(other, cell)),
  };
}
