import { beforeAll, expect, test } from 'vitest';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { cellKinds } from '../../src/analyses/registry.js';
import { Runner } from '../../src/notebook/runner.svelte.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';
import { cell, notebookOf, sqlCell } from './fixtures.js';

/** Every analysis with its components is compiled for this. */
const patience = 180_000;

let engine: NodeEngine;
let warehouse: Warehouse;

beforeAll(async () => {
  engine = await NodeEngine.start();
  const rows = Array.from({ length: 60 }, (_, index): SalesRow => ({
    order_id: `o${index}`,
    customer_id: `c${index % 20}`,
    order_date: `2024-0${1 + (index % 6)}-15`,
    amount: 10 + index,
    product: `p${index % 4}`,
    category: `k${index % 2}`,
    channel: 'web',
  }));
  warehouse = await makeWarehouse(engine, rows, { currency: 'EUR' });
  return () => engine.close();
}, patience);

test(
  'every registered kind runs with its defaults, its result is plain JSON, and SQL reads the cells’ own tables',
  async () => {
    const runner = new Runner({ engine });
    const cells = cellKinds.filter((kind) => kind !== 'sql').map((kind) => cell(kind, { kind }));
    const reader = sqlCell(
      'per_segment',
      'select segment, count(*) as customers from rfm group by segment order by 1',
    );
    const placed = sqlCell(
      'per_cluster',
      'select cluster, count(*) as customers from clusters group by cluster',
    );
    runner.sync(notebookOf([...cells, reader, placed]), warehouse);
    for (const { id } of [...cells, reader, placed]) {
      const state = await runner.settled(id);
      expect(state, id).toMatchObject({ status: 'ready' });
      if (state.status === 'ready')
        expect(JSON.parse(JSON.stringify(state.run.result)), id).toEqual(state.run.result);
    }
    const [counted] = await engine.query(sql`select sum(customers) as customers from per_segment`);
    expect(counted).toEqual({ customers: 20 });
    const inClusters = sql`select sum(customers) as customers from per_cluster`;
    expect(await engine.query(inClusters)).toEqual([{ customers: 20 }]);
  },
  patience,
);
