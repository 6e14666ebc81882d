import { wholeWarehouse, type Scope } from '../data/warehouse/scope.js';
import type { Cell, Notebook } from './document.js';
import { isSame } from './sql-names.js';
import { tablesOf } from './references.js';

/** Kinds of cells that read no data of their own. */
const withoutData: ReadonlySet<string> = new Set(['text', 'input']);

/**
 * On which lines and customers a cell is computed: the notebook's filter, its segment, and the cell's own population. The
 * cells from which the notebook's segment is made cannot be limited to it: they are computed on everybody.
 */
export function scopeOf(cell: Cell, notebook: Pick<Notebook, 'cells' | 'filter'>): Scope {
  if (withoutData.has(cell.kind)) return wholeWarehouse;
  const { filters, segment } = notebook.filter;
  const isLimited = segment !== null && !cellsBehind(segment, notebook.cells).has(cell.id);
  const members = [...(isLimited ? [segment] : []), ...(cell.source === null ? [] : [cell.source])];
  return { filters, members: members.filter((name, index) => members.indexOf(name) === index) };
}

/** Ids of the cell of that name and of all cells that it reads, directly or through others. */
export function cellsBehind(name: string, cells: readonly Cell[]): ReadonlySet<string> {
  const behind = new Set<string>();
  const add = (table: string): void => {
    const cell = cells.find((candidate) => isSame(candidate.name, table));
    if (!cell || behind.has(cell.id)) return;
    behind.add(cell.id);
    tablesOf(cell).forEach(add);
  };
  add(name);
  return behind;
}
