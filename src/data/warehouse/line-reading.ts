import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import type { Statuses } from './credit-notes.js';
import { discountKindOf, type DiscountKind } from './discounts.js';
import { findOrderRows, type OrderRows } from './order-rows.js';
import { customerColumn, type Part } from './parts.js';
import { findRefunds, type Refunds } from './refunds.js';
import { relation } from './relation.js';
import { findReturns, type ReturnRules } from './returns.js';

/** How the rows of a line file are read: all that needs a look at the data is settled here. */
export interface LineReading {
  readonly orderRows: OrderRows;
  readonly returns: ReturnRules;
  /** Null where no column tells what was paid back. */
  readonly refunds: Refunds | null;
  /** How the discount column is to be taken off when the amount is computed. */
  readonly discount: DiscountKind;
  /** What stands before the number of a row without an order number: no order number of the file begins so. */
  readonly rowMark: '#' | '##';
}

/** Looks at a line file; its status and its refunds may stand in the order files. */
export async function readLines(
  engine: Engine,
  schema: string,
  part: Part,
  orders: readonly Part[],
  signal?: AbortSignal,
): Promise<LineReading> {
  const { digits, hashes, rows, off, blanks } = await sample(engine, schema, part, signal);
  const { amount, quantity, unit_price: price } = part.columns;
  const hint = {
    hasLineAmounts:
      amount !== undefined && quantity !== undefined && price !== undefined && off < 0.05 * rows,
    hasBlanks: blanks > 0,
  };
  const orderRows = await findOrderRows(engine, schema, part, hint, signal);
  const discount = await discountKindOf(engine, schema, part, signal);
  return {
    orderRows,
    discount,
    rowMark: hashes > 0 ? '##' : '#',
    returns: await findReturns(engine, schema, part, statusesOf(part, orders), digits > 0.5 * rows, signal),
    refunds: await findRefunds(engine, schema, part, orders, { totals: orderRows.totals, discount }, signal),
  };
}

/** Where the status of a line stands; a customer's or a product's says nothing about a sale. */
function statusesOf(part: Part, orders: readonly Part[]): Statuses[] {
  if (part.columns.status) return [{ part, column: part.columns.status }];
  if (!part.columns.order_id) return [];
  return orders.flatMap((order) => {
    const { status, order_id: id } = order.columns;
    return status && id ? [{ part: order, column: status }] : [];
  });
}

interface Sampled {
  readonly rows: number;
  /** Order numbers of digits only. */
  readonly digits: number;
  /** Order numbers that begin with `#`. */
  readonly hashes: number;
  /** Rows whose amount is not quantity × unit price. */
  readonly off: number;
  /** Rows without a date, a customer or an amount. */
  readonly blanks: number;
}

async function sample(engine: Engine, schema: string, part: Part, signal?: AbortSignal): Promise<Sampled> {
  const { order_id: order, amount, quantity, unit_price: price, order_date: date } = part.columns;
  const nothing = { rows: 0, digits: 0, hashes: 0, off: 0, blanks: 0 };
  if (!order) return nothing;
  const number = (column: string): Sql => sql`cast(${ident(column)} as double)`;
  const product = quantity && price ? sql`${number(quantity)} * ${number(price)}` : sql`null::double`;
  const keys = [date, customerColumn(part), amount].filter((column) => column !== undefined);
  const blank = keys
    .map((column) => sql`${ident(column)} is null`)
    .reduce((all, one) => sql`${all} or ${one}`, sql`false`);
  const [found] = await engine.query<Sampled>(
    sql`select
        count(*) as "rows",
        count_if(regexp_full_match(cast(${ident(order)} as varchar), '[0-9]+')) as "digits",
        count_if(starts_with(cast(${ident(order)} as varchar), '#')) as "hashes",
        ${amount ? sql`count_if(abs(${number(amount)} - ${product}) > 0.011 * greatest(1, abs(${product})))` : sql`0`} as "off",
        count_if(${blank}) as "blanks"
      from (select * from ${relation(schema, part)} limit 20000)`,
    signal,
  );
  return found ?? nothing;
}
