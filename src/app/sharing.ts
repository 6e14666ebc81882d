import type { Analysis } from '../analyses/analysis.js';
import { AppError } from '../core/errors.js';
import type { Warehouse } from '../core/warehouse.js';
import type { Source } from '../data/source.js';
import type { Engine } from '../engine/engine.js';
import type { ReportCell } from '../export/report.js';
import { writeReport } from '../export/html.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import type { CellRun } from '../notebook/cell-state.js';
import type { Cell } from '../notebook/document.js';
import { prerenderCell } from '../viewer/prerender.js';
import { readableTable, type ReadableTable } from './labels.js';
import { holdsPeople } from './personal-values.js';

/** A cell with a result, as sharing needs it. */
export interface SharedCell {
  readonly cell: Cell;
  readonly title: string;
  readonly analysis: Analysis;
  readonly run: CellRun;
  /** What its numbers are limited to, in words. */
  readonly limits: readonly string[];
}

/** What a cell brings to the page. */
export interface Shareable {
  readonly shared: SharedCell;
  readonly tables: readonly ReadableTable[];
  /** True when the result shows individual people: neither its tables nor its picture leave. */
  readonly isPersonal: boolean;
}

/** Looks at every cell's tables for individual people before anything leaves. */
export async function shareables(
  engine: Engine,
  sources: readonly Source[],
  cells: readonly SharedCell[],
  i18n: I18n,
): Promise<Shareable[]> {
  const looked: Shareable[] = [];
  for (const shared of cells) {
    const { analysis, run } = shared;
    const tables = analysis.tables(run.result, run.params);
    const isPersonal = await holdsPeople(engine, sources, tables, run.result);
    const readable = tables.map((table) => readableTable(i18n, analysis.texts, table));
    looked.push({ shared, tables: isPersonal ? [] : readable, isPersonal });
  }
  return looked;
}

/** The notebook as one HTML file that opens offline, in the reader's language. */
export async function sharePage(
  title: string,
  cells: readonly Shareable[],
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
    cells: cells.map((cell) => reportCell(cell, warehouse, i18n)),
    stylesheet,
    script,
  });
}

function reportCell({ shared, tables, isPersonal }: Shareable, warehouse: Warehouse, i18n: I18n): ReportCell {
  const { cell, title, analysis, run, limits } = shared;
  // A query's result may be long: its picture shows the first rows, and the viewer has nothing to add to it.
  const isCarried = !isPersonal && cell.kind !== 'sql';
  return {
    id: cell.id,
    kind: cell.kind,
    name: cell.name,
    step: cell.step,
    title: cell.kind === 'text' && cell.title === null ? '' : title,
    limits,
    params: isCarried ? run.params : null,
    result: isCarried ? run.result : null,
    tables,
    sql: run.sql,
    markup: isPersonal
      ? ''
      : prerenderCell(analysis, run.result, run.params, i18n.locale, warehouse.currency),
  };
}

/** The viewer's script and style, built beside the app. */
async function viewerFile(name: string): Promise<string> {
  const response = await fetch(new URL(`viewer/${name}`, document.baseURI));
  if (!response.ok) throw new AppError('export/failed', { detail: `${name}: ${response.status}` });
  return response.text();
}
