import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import { findOrderRows, type OrderRows } from './order-rows.js';
import { customerColumn, type Part } from './parts.js';
import { relation } from './relation.js';
import { findReturns, type ReturnRules } from './returns.js';

/** How the rows of a line file are read: all that needs a look at the data is settled here. */
export interface LineReading {
  readonly orderRows: OrderRows;
  readonly returns: ReturnRules;
  /** How the discount column is to be taken off when the amount is computed. */
  readonly discount: 'none' | 'amount' | 'share' | 'percent';
}

/** Looks at a line file; its status may stand in the order file. */
export async function readLines(
  engine: Engine,
  schema: string,
  part: Part,
  orders: Part | null,
  signal?: AbortSignal,
): Promise<LineReading> {
  const { discount, order_id: order } = part.columns;
  const { digits, rows, off, blanks, largest } = await sample(engine, schema, part, signal);
  const { amount, quantity, unit_price: price } = part.columns;
  const hint = {
    hasLineAmounts:
      amount !== undefined && quantity !== undefined && price !== undefined && off < 0.05 * rows,
    hasBlanks: blanks > 0,
  };
  const statuses = part.columns.status ? part : orders?.columns.status && order ? orders : null;
  return {
    orderRows: await findOrderRows(engine, schema, part, hint, signal),
    returns: await findReturns(engine, schema, part, statuses, digits > 0.5 * rows, signal),
    discount: discount ? discountKind(largest, discount) : 'none',
  };
}

interface Sampled {
  readonly rows: number;
  /** Order numbers of digits only. */
  readonly digits: number;
  /** Rows whose amount is not quantity × unit price. */
  readonly off: number;
  /** Rows without a date, a customer or an amount. */
  readonly blanks: number;
  /** The largest discount. */
  readonly largest: number;
}

async function sample(engine: Engine, schema: string, part: Part, signal?: AbortSignal): Promise<Sampled> {
  const { order_id: order, amount, quantity, unit_price: price, discount, order_date: date } = part.columns;
  const nothing = { rows: 0, digits: 0, off: 0, blanks: 0, largest: 0 };
  if (!order && !discount) return nothing;
  const number = (column: string): Sql => sql`cast(${ident(column)} as double)`;
  const product = quantity && price ? sql`${number(quantity)} * ${number(price)}` : sql`null::double`;
  const keys = [date, customerColumn(part), amount].filter((column) => column !== undefined);
  const blank = keys
    .map((column) => sql`${ident(column)} is null`)
    .reduce((all, one) => sql`${all} or ${one}`, sql`false`);
  const [found] = await engine.query<Sampled>(
    sql`select
        count(*) as "rows",
        ${order ? sql`count_if(regexp_full_match(cast(${ident(order)} as varchar), '[0-9]+'))` : sql`0`} as "digits",
        ${amount ? sql`count_if(abs(${number(amount)} - ${product}) > 0.011 * greatest(1, abs(${product})))` : sql`0`} as "off",
        count_if(${blank}) as "blanks",
        ${discount ? sql`coalesce(max(abs(${number(discount)})), 0)` : sql`0`} as "largest"
      from (select * from ${relation(schema, part)} limit 20000)`,
    signal,
  );
  return found ?? nothing;
}

function discountKind(largest: number, header: string): LineReading['discount'] {
  if (largest <= 1) return 'share';
  return largest <= 100 && /pct|percent|taux|rate|%/i.test(header) ? 'percent' : 'amount';
}
