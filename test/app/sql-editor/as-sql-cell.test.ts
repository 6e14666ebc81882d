import { beforeAll, expect, test } from 'vitest';
import { cellKinds, loadAnalysis } from '../../../src/analyses/registry.js';
import type { Warehouse } from '../../../src/core/warehouse.js';
import type { ResultTable } from '../../../src/core/tables.js';
import { ident, sql } from '../../../src/engine/sql.js';
import { NodeEngine } from '../../../src/engine/node-engine.js';
import { parseSelect } from '../../../src/engine/user-sql.js';
import { I18n } from '../../../src/i18n/i18n.svelte.js';
import { OpenNotebook } from '../../../src/app/open-notebook.svelte.js';
import { cell, notebookOf } from '../../notebook/fixtures.js';
import { makeWarehouse, type SalesRow } from '../../support/warehouse.js';

let engine: NodeEngine;
let warehouse: Warehouse;
beforeAll(async () => {
  [engine] = await Promise.all([NodeEngine.start(), ...cellKinds.map(loadAnalysis)]);
  const rows = Array.from({ length: 60 }, (_, index): SalesRow => ({
    order_id: `o${index}`,
    customer_id: `c${index % 20}`,
    order_date: `2024-0${1 + (index % 6)}-15`,
    amount: 10 + index,
    channel: index % 3 === 0 ? 'web' : 'shop',
    product: `p${index % 4}`,
    category: 'k',
  }));
  warehouse = await makeWarehouse(engine, rows, { currency: 'EUR' });
  return () => engine.close();
}, 180_000);

const kinds = ['overview', 'pareto', 'rfm', 'segment', 'cohorts', 'pivot'] as const;

/** A notebook limited to the web, with one cell of each kind, of which RFM has a population of its own. */
function openNotebook(): OpenNotebook {
  const i18n = new I18n('fr');
  const open = new OpenNotebook({ engine, i18n, onchange: () => undefined, onresult: () => undefined });
  const cells = kinds.map((kind) => cell(kind, { kind, ...(kind === 'rfm' ? { source: 'segment' } : {}) }));
  const filter = { filters: [{ field: 'channel', op: 'eq' as const, value: 'web' }], segment: null };
  open.show({ ...notebookOf(cells), filter });
  open.useData(warehouse);
  return open;
}

test.each(kinds)(
  'a %s cell as SQL stands behind it, is named after it and gives the same rows',
  async (kind) => {
    const open = openNotebook();
    const { state } = await open.settled(kind);
    if (state.status !== 'ready') throw new Error(JSON.stringify(state));
    for (const [name, statement] of Object.entries(state.run.sql)) {
      const made = open.addAsSql(kind, name);
      if (!made) throw new Error(name);
      const place = open.document.cells.findIndex(({ id }) => id === kind);
      expect(open.document.cells[place + 1]).toBe(made);
      const isMain = name === (state.run.sql['table'] ? 'table' : Object.keys(state.run.sql)[0]);
      expect([made.kind, made.name, made.source]).toEqual([
        'sql',
        `${kind}_${isMain ? 'sql' : name}`,
        kind === 'rfm' ? 'segment' : null,
      ]);
      const run = (await open.settled(made.id)).state;
      if (run.status !== 'ready') throw new Error(`${name}: ${JSON.stringify(run)}`);
      const { table } = run.run.result as { table: ResultTable };
      expect(table.rows, name).toEqual((await engine.table(parseSelect(statement))).rows);
      // Nothing is left out of these data.
      if (name !== 'left_out') expect(table.rows.length, name).toBeGreaterThan(0);
      open.undo();
      expect(open.document.cells).toHaveLength(kinds.length);
    }
  },
);

test('without a statement named, the table that other cells read is taken, or the first', async () => {
  const open = openNotebook();
  await open.settled('rfm');
  const made = open.addAsSql('rfm');
  expect([made?.name, made?.title]).toEqual(['rfm_sql', 'Segments RFM (SQL)']);
  await open.settled(made?.id ?? '');
  const rows = (name: string): Promise<unknown[]> => engine.query(sql`select * from ${ident(name)}`);
  expect(await rows('rfm_sql')).toEqual(await rows('rfm'));
  expect(open.addAsSql('overview')?.params['sql']).toContain('repeat_rate');
});

test('a text, an input and a SQL cell have no such form', () => {
  const open = openNotebook();
  for (const kind of ['text', 'input', 'sql'] as const) {
    const other = open.addCell(kind, { step: 'identify' });
    expect(open.addAsSql(other.id)).toBeNull();
  }
  expect(open.addAsSql('nowhere')).toBeNull();
});
