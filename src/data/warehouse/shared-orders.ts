import type { Engine } from '../../engine/engine.js';
import { ident, join, sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import { customerColumn } from './parts.js';
import { relation } from './relation.js';
import type { LinePart } from './sales-plan.js';

/** Order numbers that stand in several files, as two shops have them that number from 1. */
export interface SharedOrders {
  /** Numbers that have another customer and another date in another file. */
  readonly count: number;
  /** Those orders are told apart by their files; otherwise each number is one order. */
  readonly areApart: boolean;
}

/** No number stands for two orders. */
export const noSharedOrders: SharedOrders = { count: 0, areApart: false };

/**
 * Looks for order numbers that mean another order in another file: both the customer and the day differ. They are told
 * apart when most of the numbers that files share are such, and when nothing else is counted by order number: an order
 * whose lines are spread over files has one customer and one day.
 */
export async function findSharedOrders(
  engine: Engine,
  schema: string,
  parts: readonly LinePart[],
  hasOrderFiles: boolean,
  signal?: AbortSignal,
): Promise<SharedOrders> {
  const files = parts.flatMap(({ sources }) => sources);
  if (files.length < 2) return noSharedOrders;
  const selects = parts.flatMap((part, index) => {
    const { order_id: order, order_date: date } = part.columns;
    const customer = customerColumn(part);
    if (!order || !date || !customer) return [];
    return [
      sql`select ${keyText(part, order)} as "number", ${`${index} `} || " file" as "file",
        cast(${ident(date)} as date) as "day", cast(${ident(customer)} as varchar) as "customer"
      from ${relation(schema, part)}`,
    ];
  });
  if (selects.length === 0) return noSharedOrders;
  const [found] = await engine.query<{ shared: number; others: number }>(
    sql`with per_file as (
      select "number", "file", min("day") as "day", min("customer") as "customer"
      from (${join(selects, '\nunion all\n')})
      where "number" is not null
      group by 1, 2
    ),
    per_number as (
      select count(distinct "day") > 1 and count(distinct "customer") > 1 as "is_other"
      from per_file
      group by "number"
      having count(*) > 1
    )
    select count(*) as "shared", count(*) filter (where "is_other") as "others" from per_number`,
    signal,
  );
  const { shared = 0, others = 0 } = found ?? {};
  const isCountedByNumber =
    hasOrderFiles ||
    parts.some(({ reading: { orderRows, refunds } }) => orderRows.totals !== 'none' || refunds !== null);
  return { count: others, areApart: others > 0 && 2 * others > shared && !isCountedByNumber };
}
