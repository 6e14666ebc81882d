import type { CustomerTable } from '../../analyses/analysis.js';
import type { Field, Warehouse } from '../../core/warehouse.js';
import { ident, sql } from '../../engine/sql.js';
import type { Engine } from '../../engine/engine.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { choicesOf } from './choices.js';
import { completeParams } from '../cell-params.js';
import type { OpenNotebook } from '../open-notebook.svelte.js';
import { segmentTexts } from './segment-texts.js';

/** Every table of customers that a segment can be made of: the data's own, and those of cells that are up to date. */
export async function customerTables(
  engine: Engine,
  open: OpenNotebook,
  i18n: I18n,
  exceptCell: string,
): Promise<CustomerTable[]> {
  const { warehouse } = open;
  const own = (['customers', 'sales'] as const).filter((name) => warehouse.rows[name] !== undefined);
  const tables = own.map((name) => ({ name: name as string, title: i18n.t(segmentTexts, name) }));
  for (const cell of open.document.cells) {
    const analysis = open.analysisOf(cell.kind);
    if (cell.id === exceptCell || open.stateOf(cell).status !== 'ready' || !analysis?.hasCustomers) continue;
    if (analysis.hasCustomers(completeParams(analysis, cell.params)))
      tables.push({ name: cell.name, title: `${open.titleOf(cell)} (${cell.name})` });
  }
  const found = await Promise.all(
    tables.map(async ({ name, title }) => {
      const fields = await fieldsOf(engine, name, warehouse);
      return { name, title, fields, choices: (field: string) => choicesOf(engine, name, field) };
    }),
  );
  // A SQL cell may have no such column, or its table may be gone by now.
  return found.filter(({ fields }) => fields.some(({ name }) => name === 'customer_id'));
}

async function fieldsOf(engine: Engine, name: string, warehouse: Warehouse): Promise<readonly Field[]> {
  if (name === 'sales') return warehouse.fields;
  const table = await engine.table(sql`select * from ${ident(name)} limit 0`).catch(() => null);
  return table?.columns.map((column) => ({ name: column.name, type: column.type })) ?? [];
}
