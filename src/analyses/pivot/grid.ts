import type { Value } from '../../core/tables.js';
import type { Result } from './run.js';

/** A row or column of the screen: the members it stands for; fewer than there are fields means a total. */
export interface Line {
  readonly key: string;
  readonly path: readonly Value[];
}

/** A cell of the column headers: the member at this level, or a total of the member above it (`undefined`: of all). */
export interface HeaderCell {
  readonly key: string;
  readonly isTotal: boolean;
  readonly level: number;
  readonly value: Value | undefined;
  readonly columns: number;
  readonly levels: number;
}

/** The cells as a table of two axes. */
export interface Grid {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly headers: readonly (readonly HeaderCell[])[];
  /** Values where two lines meet; undefined where there is no line of data. */
  at(row: Line, column: Line): readonly Value[] | undefined;
  /** Largest value among the cells that are no totals, for each value column; null when there is no positive number. */
  readonly largest: readonly (number | null)[];
}

/** Lays the cells out: members in the order of the result, each total behind its members. */
export function layOut(result: Result): Grid {
  const { rows: rowFields, columns: columnFields, values } = result.layout;
  const first = rowFields.length + columnFields.length + 1;
  const depthAt = first + values.length;
  const rows = new Map<string, Line>();
  const columns = new Map<string, Line>();
  const cells = new Map<string, readonly Value[]>();
  const largest = values.map((): number | null => null);
  for (const cell of result.cells.rows) {
    const row = lineOf(cell.slice(0, Number(cell[depthAt])));
    const from = rowFields.length;
    const column = lineOf(cell.slice(from, from + Number(cell[depthAt + 1])));
    const shown = cell.slice(first, depthAt);
    rows.set(row.key, row);
    columns.set(column.key, column);
    cells.set(`${row.key}\n${column.key}`, shown);
    if (cell[first - 1] !== 'cell') continue;
    shown.forEach((value, index) => {
      if (typeof value === 'number' && value > (largest[index] ?? 0)) largest[index] = value;
    });
  }
  // The overall totals come first and meet every column, so that columns are found in their order.
  const inOrder = totalsLast([...columns.values()]);
  return {
    rows: totalsLast([...rows.values()]),
    columns: inOrder,
    headers: columnFields.map((_, level) => headerRow(inOrder, level, columnFields.length)),
    at: (row, column) => cells.get(`${row.key}\n${column.key}`),
    largest,
  };
}

/** How many of a row's first labels repeat those of the row above; a screen then leaves them out. */
export function repeated(row: Line, above: Line | undefined): number {
  const different = row.path.findIndex((value, index) => value !== above?.path[index]);
  return different < 0 ? row.path.length : different;
}

function lineOf(path: readonly Value[]): Line {
  return { key: JSON.stringify(path), path };
}

/** From each total before its members to each total behind them. */
function totalsLast(lines: readonly Line[]): Line[] {
  const ordered: Line[] = [];
  const waiting: Line[] = [];
  const end = (depth: number): void => {
    while ((waiting.at(-1)?.path.length ?? -1) >= depth) ordered.push(...waiting.splice(-1));
  };
  for (const line of lines) {
    end(line.path.length);
    waiting.push(line);
  }
  end(0);
  return ordered;
}

/** One row of the column headers: neighbours under the same members share a cell, a total reaches down to the values. */
function headerRow(columns: readonly Line[], level: number, levels: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (const { path } of columns) {
    if (path.length < level) continue;
    const isTotal = path.length === level;
    const key = JSON.stringify([isTotal, ...path.slice(0, level + 1)]);
    const before = cells.at(-1);
    if (before?.key === key) cells[cells.length - 1] = { ...before, columns: before.columns + 1 };
    else {
      const value = isTotal ? path[level - 1] : path[level];
      cells.push({ key, isTotal, level, value, columns: 1, levels: isTotal ? levels - level : 1 });
    }
  }
  return cells;
}
