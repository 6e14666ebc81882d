import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyWarehouse, type Warehouse } from '../../src/core/warehouse.js';
import type { DataEngine } from '../../src/engine/engine.js';
import { sql } from '../../src/engine/sql.js';

const folder = join(import.meta.dirname, '../../../shared/reference');

/** False where the reference files are not beside the project; the tests are then skipped, but never in CI. */
export const canCompare = existsSync(folder) || Boolean(process.env['CI']);

/** The text of a reference file. */
export function readReference(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** The 18,532 concluded orders of UCI Online Retail as the tables `orders` and `customers`. */
export async function loadOnlineRetail(engine: DataEngine): Promise<Warehouse> {
  const file = readReference('data/online_retail/online_retail_2010_2011_orders_clean.csv');
  await engine.addFile('orders.csv', new TextEncoder().encode(file));
  await engine.run(sql`create table orders as
    select
      order_id,
      customer_id,
      cast(order_ts as date) as order_date,
      revenue as amount,
      false as is_return,
      true as is_concluded
    from read_csv('in/orders.csv', header = true, delim = ',', quote = '"', columns = {
      'order_id': 'varchar', 'customer_id': 'varchar', 'order_ts': 'timestamp', 'country': 'varchar',
      'items': 'bigint', 'lines': 'bigint', 'revenue': 'decimal(18, 4)'
    })`);
  await engine.run(sql`create table customers as
    select customer_id, min(order_date) as first_order, max(order_date) as last_order, count(*) as orders,
      sum(amount) as amount
    from orders
    group by customer_id`);
  return { ...emptyWarehouse, asOf: '2011-12-09' };
}
