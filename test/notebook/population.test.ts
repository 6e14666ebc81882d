import { beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import type { Cell, NotebookFilter } from '../../src/notebook/document.js';
import { Runner } from '../../src/notebook/runner.svelte.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';
import { cell, notebookOf, sqlCell } from './fixtures.js';

let engine: NodeEngine;
let warehouse: Warehouse;
beforeAll(async () => {
  engine = await NodeEngine.start();
  const rows = Array.from({ length: 60 }, (_, index): SalesRow => ({
    order_id: `o${index}`,
    customer_id: `c${index % 20}`,
    order_date: `2024-0${1 + (index % 6)}-15`,
    amount: 10 + index,
    channel: index % 3 === 0 ? 'shop' : 'web',
  }));
  warehouse = await makeWarehouse(engine, rows);
  return () => engine.close();
});

const big = cell('big', {
  kind: 'segment',
  params: { terms: [{ table: 'customers', filters: [{ field: 'amount', op: 'gte', value: 130 }] }] },
});
const count = sqlCell(
  'count',
  'select count(*) as orders, count(distinct customer_id) as customers from orders',
);

/** What the SQL cell counts under a filter, and the SQL that it shows. */
async function counted(cells: readonly Cell[], filter: Partial<NotebookFilter> = {}) {
  const runner = new Runner({ engine });
  runner.sync({ ...notebookOf(cells), filter: { filters: [], segment: null, ...filter } }, warehouse);
  for (const { id } of cells) expect(await runner.settled(id), id).toMatchObject({ status: 'ready' });
  const state = runner.state('count');
  if (state.status !== 'ready') throw new Error(state.status);
  const { table } = state.run.result as { table: { rows: unknown[][] } };
  runner.cancelAll();
  return { row: table.rows[0], sql: state.run.sql['table'] ?? '' };
}

test('everybody, one population, the notebook’s filter and its segment; the SQL that is shown says it', async () => {
  // Amounts of customer k are 3k + 90: those of at least 130 are c14 to c19.
  expect((await counted([count])).row).toEqual([60, 20]);
  const one = await counted([big, { ...count, source: 'big' }]);
  expect(one.row).toEqual([18, 6]);
  expect(one.sql).toContain('select customer_id from "big"');
  const filtered = await counted([count], { filters: [{ field: 'channel', op: 'in', value: ['shop'] }] });
  expect(filtered.row).toEqual([20, 20]);
  expect(filtered.sql).toContain(`"channel" in ('shop')`);
  expect((await counted([big, count], { segment: 'big' })).row).toEqual([18, 6]);
  const both = { segment: 'big', filters: [{ field: 'channel', op: 'eq' as const, value: 'shop' }] };
  // Under the filter nobody's amount comes to 130.
  expect((await counted([big, count], both)).row).toEqual([0, 0]);
});

test('a run says which population is missing', async () => {
  const runner = new Runner({ engine });
  runner.sync(notebookOf([{ ...count, source: 'gone' }]), warehouse);
  expect(await runner.settled('count')).toMatchObject({
    status: 'failed',
    error: { code: 'cell/no-population', data: { name: 'gone' } },
  });
});

test('an earlier date of the filter is the day from which recencies count', async () => {
  const runner = new Runner({ engine });
  const rfm = cell('rfm');
  const filter = {
    segment: null,
    filters: [{ field: 'order_date', op: 'lte' as const, value: '2024-03-31' }],
  };
  runner.sync({ ...notebookOf([rfm]), filter }, warehouse);
  const state = await runner.settled('rfm');
  expect(state).toMatchObject({ status: 'ready', run: { result: { asOf: '2024-03-31', customers: 20 } } });
});
