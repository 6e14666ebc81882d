import type { DataEngine } from '../engine/engine.js';
import { importFacts } from './warehouse/facts.js';
import { loadFile } from './load.js';
import { asText } from './open.js';
import { planSales } from './warehouse/sales-plan.js';
import { createSchema, dropSchema } from './typed-table.js';
import { buildWarehouse } from './warehouse/warehouse.js';

/**
 * Imports a few made-up lines and forgets them. The browser compiles each part of the engine when it is first used: done
 * while the first screen is being read, a person's own first file does not wait for it.
 */
export async function warmUp(engine: DataEngine): Promise<void> {
  const schema = 'warming_up';
  await createSchema(engine, schema);
  try {
    const lines = Array.from({ length: 400 }, (_, index) => {
      const day = `2024-0${1 + (index % 9)}-1${index % 10}`;
      return `F${index >> 1},${day},C${index % 90},P${index % 7},Category ${index % 4},${1 + (index % 3)},${index % 50}.90`;
    });
    const header = 'order_id,order_date,customer_id,product_id,category,quantity,amount';
    const blob = new Blob([[header, ...lines].join('\n')]);
    const source = await loadFile(engine, { schema, table: 'lines' }, asText({ name: 'lines.csv', blob }));
    const plan = await planSales(engine, schema, [source]);
    await importFacts(engine, schema, [source], plan);
    await buildWarehouse(engine, schema, [source], plan);
  } finally {
    await dropSchema(engine, schema);
  }
}
