import type { Warehouse } from '../core/warehouse.js';
import { loadAnalysis, type CellKind } from '../analyses/registry.js';
import type { Source } from '../data/source.js';
import { newNotebook, type Notebook } from '../notebook/document.js';
import { makeCell } from '../notebook/edits.js';
import { missingFor, type Step } from '../analyses/analysis.js';

interface TemplateCell {
  readonly kind: CellKind;
  readonly step: Step;
  readonly params?: Record<string, unknown>;
}

/** The notebook that a person reads a minute after dropping a file: one or two cells for each of the five steps. */
export async function templateNotebook(sources: readonly Source[], warehouse: Warehouse): Promise<Notebook> {
  const cells: TemplateCell[] = [
    { kind: 'text', step: 'identify', params: { template: 'welcome' } },
    { kind: 'overview', step: 'identify' },
    { kind: 'pareto', step: 'segment' },
    { kind: 'rfm', step: 'segment' },
    { kind: 'pivot', step: 'adapt', params: pivotParams(warehouse) },
    { kind: 'text', step: 'exchange', params: { template: 'exchange' } },
    { kind: 'cohorts', step: 'evaluate' },
  ];
  let notebook: Notebook = { ...newNotebook(), sources };
  for (const cell of cells) {
    const analysis = await loadAnalysis(cell.kind);
    if (missingFor(analysis, warehouse).length > 0) continue;
    notebook = { ...notebook, cells: [...notebook.cells, makeCell(notebook, cell)] };
  }
  return notebook;
}

/** A first cross-tab that says something: revenue and customers by the two most telling dimensions there are. */
function pivotParams(warehouse: Warehouse): Record<string, unknown> {
  const has = (name: string): boolean => warehouse.fields.some((field) => field.name === name);
  const rows = ['category', 'country', 'region', 'channel', 'product'].filter(has).slice(0, 1);
  const hasDates = has('order_date');
  const columns = hasDates ? ['order_date'] : ['channel', 'region'].filter(has).slice(0, 1);
  const values = [
    { field: 'amount', agg: 'sum' },
    ...(has('customer_id') ? [{ field: 'customer_id', agg: 'distinct' }] : []),
  ];
  return { rows, columns, values, ...(hasDates ? { grains: { order_date: 'year' } } : {}), limit: 20 };
}
