import type { Analysis } from '../analyses/analysis.js';
import type { NamedTable } from '../core/tables.js';
import { AppError } from '../core/errors.js';
import type { Warehouse } from '../core/warehouse.js';
import type { Source } from '../data/source.js';
import type { ReportCell, ReportTable } from '../export/report.js';
import { writeReport } from '../export/html.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import type { CellRun } from '../notebook/cell-state.js';
import type { Cell, Notebook } from '../notebook/document.js';
import { prerenderCell } from '../viewer/prerender.js';
import { columnLabels } from './labels.js';
import { personalColumns } from './personal-columns.js';

/** A cell with a result, as sharing needs it. */
export interface SharedCell {
  readonly cell: Cell;
  readonly title: string;
  readonly analysis: Analysis;
  readonly run: CellRun;
}

/** The tables of a cell that may leave: none with one row per person. */
export function sharedTables({ analysis, run }: SharedCell, sources: readonly Source[]): NamedTable[] {
  const personal = personalColumns(sources);
  return analysis
    .tables(run.result, run.params)
    .filter((table) => !table.columns.some((column) => personal.has(column.name.toLowerCase())));
}

/** The notebook as one HTML file that opens offline, in the reader's language. */
export async function sharePage(
  notebook: Notebook,
  title: string,
  cells: readonly SharedCell[],
  warehouse: Warehouse,
  i18n: I18n,
): Promise<string> {
  const [stylesheet, script] = await Promise.all([viewerFile('viewer.css'), viewerFile('viewer.js')]);
  return writeReport({
    title,
    locale: i18n.locale,
    currency: warehouse.currency,
    asOf: warehouse.asOf,
    created: new Date().toISOString().slice(0, 10),
    cells: cells.map((shared) => reportCell(shared, notebook.sources, warehouse, i18n)),
    stylesheet,
    script,
  });
}

function reportCell(shared: SharedCell, sources: readonly Source[], warehouse: Warehouse, i18n: I18n): ReportCell {
  const { cell, title, analysis, run } = shared;
  const tables: ReportTable[] = sharedTables(shared, sources).map((table) => ({
    ...table,
    labels: columnLabels(i18n, analysis.texts, table),
  }));
  // A cell whose tables may not leave is drawn from them: its picture stays at home too.
  const isPersonal = tables.length < analysis.tables(run.result, run.params).length;
  return {
    id: cell.id,
    kind: cell.kind,
    name: cell.name,
    step: cell.step,
    title: cell.kind === 'text' ? '' : title,
    params: isPersonal ? null : run.params,
    result: isPersonal ? null : run.result,
    tables,
    sql: run.sql,
    markup: isPersonal ? '' : prerenderCell(analysis, run.result, run.params, i18n.locale, warehouse.currency),
  };
}

/** The viewer's script and style, built beside the app. */
async function viewerFile(name: string): Promise<string> {
  const response = await fetch(new URL(`viewer/${name}`, document.baseURI));
  if (!response.ok) throw new AppError('export/failed', { detail: `${name}: ${response.status}` });
  return response.text();
}
