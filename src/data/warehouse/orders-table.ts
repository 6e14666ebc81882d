import type { CanonicalColumn } from '../../core/warehouse.js';
import type { Engine } from '../../engine/engine.js';
import { ident, list, sql, type Sql } from '../../engine/sql.js';
import { isConcluded, type SalesPlan } from './sales-plan.js';
import { columnSql, sqlType } from '../sql-type.js';

/** One row per order, made in rounds over the lines so that few groups are open at a time. */
export async function makeOrders(
  engine: Engine,
  plan: SalesPlan,
  orders: Sql,
  sales: Sql,
  signal?: AbortSignal,
): Promise<void> {
  const dimensions = plan.columns.filter(({ canonical }) => canonical && orderDimensions.includes(canonical));
  const columns: readonly (readonly [column: Sql, value: Sql])[] = [
    [columnSql('order_id', sqlType('text')), sql`order_id`],
    [columnSql('customer_id', sqlType('text')), sql`any_value(customer_id)`],
    [sql`order_date date`, sql`min(order_date)`],
    [sql`amount decimal(18, 4)`, sql`coalesce(sum(amount), 0)`],
    [sql`lines bigint`, sql`count(*)`],
    [sql`quantity double`, sql`sum(quantity)`],
    [sql`is_return boolean`, sql`bool_and(is_return)`],
    [sql`is_concluded boolean`, isConcluded(plan)],
    ...dimensions.map(
      ({ name }) => [columnSql(name, sqlType('text')), sql`any_value(${ident(name)})`] as const,
    ),
  ];
  await engine.run(sql`create table ${orders} (${list(columns.map(([column]) => column))})`, signal);
  const lines = plan.lines
    .flatMap(({ sources }) => sources)
    .reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0);
  const rounds = Math.min(mostRounds, Math.ceil(lines / linesAtOnce));
  for (let round = 0; round < rounds; round += 1) {
    const chosen = rounds > 1 ? sql`where hash(order_id) % ${rounds} = ${round}` : sql``;
    await engine.run(
      sql`insert into ${orders} select ${list(columns.map(([, value]) => value))} from ${sales} ${chosen} group by order_id`,
      signal,
    );
  }
}

/** Dimensions that belong to the whole order rather than to a line or a product. */
export const orderDimensions: readonly CanonicalColumn[] = [
  'channel',
  'region',
  'city',
  'country',
  'salesperson',
  'campaign',
  'payment_method',
  'status',
];
/** Lines whose orders are put together at once: the groups of a million lines would take 100 MB. */
const linesAtOnce = 400_000;
const mostRounds = 8;
