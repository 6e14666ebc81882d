import * as v from 'valibot';
import type { Analysis } from '../../analyses/analysis.js';
import type { Warehouse } from '../../core/warehouse.js';
import { scopedWarehouse } from '../../data/warehouse/scope.js';
import type { Dialect } from '../../engine/dialect.js';
import type { Cell, Notebook } from '../../notebook/document.js';
import { runParams } from '../../notebook/inputs.js';
import { scopeOf } from '../../notebook/population.js';
import type { NewCellOptions } from '../open-notebook.svelte.js';

/** Where a cell and its statements are found. */
export interface SqlSource {
  readonly cell: Cell;
  readonly title: string;
  readonly analysis: Analysis;
  readonly notebook: Notebook;
  readonly warehouse: Warehouse;
  readonly dialect: Dialect;
}

/**
 * A SQL cell that computes what a statement of another cell does: behind it, named after it, on the same population,
 * which is put around the statement again and is no part of it. Null when the cell has no such statement.
 */
export function asSqlCell(source: SqlSource, statement?: string): NewCellOptions | null {
  const { cell, title } = source;
  const statements = statementsOf(source);
  const main = mainStatement(Object.keys(statements));
  const name = statement ?? main;
  const text = name === undefined ? undefined : statements[name];
  if (cell.kind === 'sql' || name === undefined || text === undefined) return null;
  const suffix = name === main ? 'sql' : name;
  return {
    step: cell.step,
    after: cell.id,
    name: `${cell.name}_${suffix}`,
    title: `${title} (${name === main ? 'SQL' : name})`,
    params: { sql: text },
    ...(cell.source === null ? {} : { source: cell.source }),
  };
}

/** The statement of the table that other cells read, or the first where there is none. */
function mainStatement(names: readonly string[]): string | undefined {
  return names.includes('table') ? 'table' : names[0];
}

/** The statements without the population that is put around them when they run. */
function statementsOf({ cell, analysis, notebook, warehouse, dialect }: SqlSource): Record<string, string> {
  const params = v.safeParse(analysis.params, runParams(cell, notebook.cells));
  if (!params.success) return {};
  const context = { dialect, warehouse: scopedWarehouse(scopeOf(cell, notebook), warehouse) };
  const statements = Object.entries(analysis.sql(params.output, context));
  return Object.fromEntries(statements.map(([name, { text }]) => [name, text]));
}
