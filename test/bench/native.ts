import { DuckDBInstance } from '@duckdb/node-api';

/** The warehouse of one flat file of order lines on native DuckDB, as the app builds it in the browser. */
const warehouse = (path: string): string[] => [
  `create table sales as select order_id, customer_id, cast(order_date as date) as order_date, product_id, product_id as product, category,
     channel, region, cast(quantity as double) as quantity, cast(amount as decimal(18,4)) as amount, (amount < 0 or quantity < 0) as is_return
   from read_csv('${path.replaceAll("'", "''")}', header = true)`,
  `create table orders as select order_id, any_value(customer_id) as customer_id, min(order_date) as order_date,
     sum(amount) as amount, count(*) as lines, sum(quantity) as quantity, bool_and(is_return) as is_return, not bool_and(is_return) and sum(amount) >= 0 as is_concluded,
     any_value(channel) as channel, any_value(region) as region from sales group by order_id`,
  `create table customers as select customer_id, min(order_date) filter (where is_concluded) as first_order,
     max(order_date) filter (where is_concluded) as last_order,
     count(*) filter (where is_concluded) as orders, sum(amount) as amount
   from orders where customer_id is not null group by customer_id`,
];

/** Milliseconds of each cell's statements on native DuckDB with one thread: best of three. */
export async function nativeTimes(
  path: string,
  sql: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<Record<string, number>> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const statement of warehouse(path)) await connection.run(statement);
  const times: Record<string, number> = {};
  for (const [kind, statements] of Object.entries(sql)) {
    let total = 0;
    for (const text of Object.values(statements)) {
      let best = Infinity;
      for (let round = 0; round < 3; round += 1) {
        const started = performance.now();
        await connection.runAndReadAll(`select * from (${text}) limit 10000`);
        best = Math.min(best, performance.now() - started);
      }
      total += best;
    }
    times[kind] = total;
  }
  connection.closeSync();
  instance.closeSync();
  return times;
}
