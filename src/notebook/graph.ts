import { AppError } from '../core/errors.js';
import type { Cell, Notebook } from './document.js';
import { scopeOf } from './population.js';
import { tablesOf } from './references.js';
import { isSame } from './sql-names.js';

/** How the cells of a notebook depend on each other. Cells are named by id. */
export interface Graph {
  /** Every cell behind the cells it reads, otherwise in the notebook's order; cells in a circle stand last. */
  readonly order: readonly string[];
  /** Ids of the cells whose table a cell reads. */
  readonly reads: ReadonlyMap<string, readonly string[]>;
  /** What cannot run because it reads itself, directly or through others. */
  readonly cycles: ReadonlyMap<string, AppError>;
}

/** Finds which cells read which; a name that is no cell's is not the graph's affair. */
export function buildGraph(notebook: Pick<Notebook, 'cells' | 'filter'>): Graph {
  const { cells } = notebook;
  const reads = new Map(cells.map((cell) => [cell.id, cellsRead(cell, notebook)]));
  const order: string[] = [];
  const placed = new Set<string>();
  let waiting = cells.map((cell) => cell.id);
  for (let before = -1; waiting.length !== before;) {
    before = waiting.length;
    for (const id of waiting) {
      if (!(reads.get(id) ?? []).every((read) => placed.has(read))) continue;
      placed.add(id);
      order.push(id);
    }
    waiting = waiting.filter((id) => !placed.has(id));
  }
  // What is left is in a circle or reads from one.
  return { order: [...order, ...waiting], reads, cycles: cyclesAmong(waiting, cells, reads) };
}

function cellsRead(cell: Cell, notebook: Pick<Notebook, 'cells' | 'filter'>): string[] {
  const tables = [...tablesOf(cell), ...scopeOf(cell, notebook).members];
  return notebook.cells
    .filter((other) => tables.some((table) => isSame(table, other.name)))
    .map((other) => other.id);
}

function cyclesAmong(
  ids: readonly string[],
  cells: readonly Cell[],
  reads: ReadonlyMap<string, readonly string[]>,
): Map<string, AppError> {
  const nameOf = (id: string): string => cells.find((cell) => cell.id === id)?.name ?? id;
  const cycles = new Map<string, AppError>();
  for (const id of ids) {
    const path = pathBack(id, reads);
    if (!path) continue;
    const names = path.map(nameOf);
    const through = names.slice(1, -1).join(', ');
    cycles.set(
      id,
      new AppError('cell/cycle', { names: names.join(' → '), ...(through ? { name: through } : {}) }),
    );
  }
  return cycles;
}

/** The shortest way from a cell back to itself, both ends included; null when there is none. */
function pathBack(id: string, reads: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  let paths = [[id]];
  while (paths.length > 0) {
    const longer: string[][] = [];
    for (const path of paths) {
      for (const next of reads.get(path.at(-1) ?? '') ?? []) {
        if (next === id) return [...path, id];
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...path, next]);
      }
    }
    paths = longer;
  }
  return null;
}
