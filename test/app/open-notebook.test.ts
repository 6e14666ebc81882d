import { beforeAll, expect, test } from 'vitest';
import { withChoices } from '../../src/data/warehouse/warehouse-choices.js';
import type { NamedTable } from '../../src/core/tables.js';
import { cellKinds, loadAnalysis } from '../../src/analyses/registry.js';
import { OpenNotebook } from '../../src/app/open-notebook.svelte.js';
import { I18n } from '../../src/i18n/i18n.svelte.js';
import { cell, notebookOf } from '../notebook/fixtures.js';
import { csv, WarehouseBench } from '../data/warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  // A notebook loads the code of every kind of cell.
  [bench] = await Promise.all([WarehouseBench.start(), ...cellKinds.map(loadAnalysis)]);
});

async function recencies(open: OpenNotebook): Promise<unknown> {
  const { state } = await open.settled('rfm');
  if (state.status !== 'ready') throw new Error(JSON.stringify(state));
  const segments = (await open.settled('rfm')).tables.find((table: NamedTable) => table.name === 'segments');
  const [days, customers] = ['recency_days', 'customers'].map((name) =>
    segments?.columns.findIndex((column) => column.name === name),
  );
  return segments?.rows.filter((row) => row[customers ?? 0] !== 0).map((row) => row[days ?? 0]);
}

test('a declared as-of date runs the cells again, and undo takes it back', async () => {
  const { warehouse, sources } = await bench.build({
    'v.csv': csv('order_id,customer_id,order_date,amount', 'F1,A,2024-01-01,1', 'F2,A,2024-01-31,1'),
  });
  const i18n = new I18n('fr');
  const open = new OpenNotebook({
    engine: bench.bench.engine,
    i18n,
    onchange: () => undefined,
    onresult: () => undefined,
  });
  open.show(notebookOf([cell('rfm')], sources));
  open.useData(warehouse);
  expect(open.warehouse).toEqual(withChoices(warehouse, open.document.warehouse));
  expect(await recencies(open)).toEqual([0]);
  open.declare({ asOf: '2024-02-10', currency: 'CHF' });
  expect(open.warehouse).toMatchObject({ asOf: '2024-02-10', currency: 'CHF' });
  expect(i18n.currency).toBe('CHF');
  expect(await recencies(open)).toEqual([10]);
  open.declare({ asOf: '2024-01-11', currency: 'CHF' });
  // The order of 31 January lies behind that day.
  expect(await recencies(open)).toEqual([10]);
  open.undo();
  open.undo();
  expect(open.document.warehouse.asOf).toBeNull();
  expect(open.found.asOf).toBe('2024-01-31');
  expect(await recencies(open)).toEqual([0]);
  expect(i18n.currency).toBeNull();
});
