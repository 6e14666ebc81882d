import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { headerKey } from '../roles/header.js';
import { lessDiscount, type DiscountKind } from './discounts.js';
import { joinOnce } from './first-rows.js';
import { keyText } from './keys.js';
import type { OrderRows } from './order-rows.js';
import { isUndone, type Part } from './parts.js';
import { orderKey, relation } from './relation.js';

/**
 * What was paid back in part, as a column of its own tells it. It lowers the amount once: where it stands for one line,
 * that line's; where it is the order's (repeated on its lines, on its first line, or in the order file), the order's, shared
 * out over the lines as order totals are. It lowers nothing below 0, and nothing where the order has a negative line, which
 * takes the money back already. An order that was paid back in full is a return.
 */
export interface Refunds {
  /** `row`: every order with a refund is one row, and nothing has to be looked up in other rows. */
  readonly per: 'row' | 'line' | 'order';
  /** The column of the line file; null where the order files have it. */
  readonly column: string | null;
  /** The order files that tell a refund, or the amount that the lines do not have. */
  readonly orders: readonly Part[];
  readonly totals: OrderRows['totals'];
  readonly discount: DiscountKind;
}

/** Amounts that are net of refunds by name. */
const netHeader = /(^|_)(net_(sales|revenue)|n_revenue|(ca|ventes|revenu)_nets?)(_|$)/;

/** Finds the refunds of a line file; null when there are none, or the person undid the repair. */
export async function findRefunds(
  engine: Engine,
  schema: string,
  part: Part,
  orders: readonly Part[],
  { totals, discount }: Pick<Refunds, 'totals' | 'discount'>,
  signal?: AbortSignal,
): Promise<Refunds | null> {
  const { refund: column, order_id: order, amount } = part.columns;
  const joined = order ? orders.filter(({ columns }) => columns.order_id) : [];
  const ofOrders = joined.filter(({ columns }) => columns.refund);
  const total = amount ?? joined.flatMap(({ columns }) => columns.amount ?? [])[0];
  if ((!column && ofOrders.length === 0) || isUndone(part, 'returns-marked')) return null;
  if (total !== undefined && netHeader.test(headerKey(total))) return null;
  const per = column ? await whose(engine, schema, part, totals, signal) : 'order';
  return { per, column: column ?? null, orders: joined, totals, discount };
}

/** The rows with what was paid back of each in ` refund`, and whether that is all of its order in ` undone`. */
export function withRefunds(rows: Sql, schema: string, part: Part, refunds: Refunds): Sql {
  const order = part.columns.order_id;
  const { joins, told, worth, hasWorth, isNegative } = reading(schema, part, refunds);
  const read = sql`(select l.*, coalesce(abs(cast(${told} as double)), 0) as " told", ${worth} as " worth",
      ${isNegative} as " minus"
    from ${rows} as l ${join(joins, '\n')})`;
  if (!order || refunds.per === 'row')
    return sql`(select * exclude (" told", " worth", " minus"),
        if(" minus", 0, ${hasWorth ? sql`least(" told", " worth")` : sql`" told"`}) as " refund",
        not " minus" and " worth" > 0 and " told" >= " worth" - 0.005 as " undone"
      from ${read})`;
  const whole = sql`(partition by ${orderKey(order)})`;
  const isOwn = refunds.per === 'line';
  const summed = sql`(select *, bool_or(" minus") over ${whole} as " hasMinus",
      ${isOwn ? sql`" told"` : sql`max(" told") over ${whole}`} as " back",
      ${isOwn ? sql`" worth"` : sql`sum(" worth") over ${whole}`} as " whole",
      row_number() over (partition by ${orderKey(order)} order by " file", " row") = 1 as " first"
    from ${read})`;
  // Where the price stands in the product file, what the order comes to is not known here: its first line takes all.
  const paid = hasWorth ? sql`least(" back", greatest(" whole", 0))` : sql`" back"`;
  const parts = sql`(select *, not " hasMinus" and " whole" > 0 and " back" >= " whole" - 0.005 as " undone",
      cast(if(" hasMinus", 0, ${paid}) as decimal(18, 4)) as " paid",
      ${isOwn ? sql`" paid"` : sql`cast(round(" paid" * if(" whole" = 0, 0, " worth" / " whole"), 2) as decimal(18, 4))`} as " part"
    from ${summed})`;
  const refund = isOwn ? sql`" part"` : sql`" part" + if(" first", " paid" - sum(" part") over ${whole}, 0)`;
  return sql`(select * exclude (${list(helpers.map(ident))}), ${refund} as " refund" from ${parts})`;
}

const helpers = [' told', ' worth', ' minus', ' hasMinus', ' back', ' whole', ' first', ' paid', ' part'];

/** What is told of a row before anything is shared out: the refund, what the row is worth, and whether it is negative. */
function reading(
  schema: string,
  part: Part,
  { column, orders, totals, discount: kind }: Refunds,
): { joins: Sql[]; told: Sql; worth: Sql; hasWorth: boolean; isNegative: Sql } {
  const { order_id: order, amount, quantity, unit_price: price, discount } = part.columns;
  const names = orders.map((_, index) => ident(`b${index + 1}`));
  const hasOwnWorth = amount !== undefined || (quantity !== undefined && price !== undefined);
  const joins = orders.flatMap((one, index) => {
    if (column !== null && hasOwnWorth) return [];
    const { order_id: key, refund, amount: total } = one.columns;
    const name = names[index];
    if (!key || !order || !name) return [];
    const own = keyText(part, order, sql`l`);
    // A file without amounts may list several refunds of an order.
    if (refund && !total)
      return sql`left join (select ${keyText(one, key)} as " order", sum(abs(${ident(refund)})) as ${ident(refund)}
        from ${relation(schema, one)} where ${ident(key)} is not null group by 1) as ${name} on ${name}." order" = ${own}`;
    return joinOnce(relation(schema, one), (from) => keyText(one, key, from), name, own);
  });
  const ofOrders = (role: 'refund' | 'amount'): Sql => {
    const values = orders.flatMap(({ columns }, index) =>
      columns[role] ? [sql`${names[index] ?? null}.${ident(columns[role])}`] : [],
    );
    return values.length > 0 ? sql`coalesce(${list(values)})` : sql`null`;
  };
  const value = (name: string): Sql => sql`cast(l.${ident(name)} as double)`;
  const onFirst = (total: Sql): Sql => {
    if (!order) return sql`coalesce(cast(${total} as double), 0)`;
    const key = orderKey(order, sql`l`);
    return sql`if(row_number() over (partition by ${key} order by l." file", l." row") = 1,
      coalesce(max(cast(${total} as double)) over (partition by ${key}), 0), 0)`;
  };
  const computed = (): Sql => {
    const gross = sql`${value(quantity ?? '')} * ${value(price ?? '')}`;
    return lessDiscount(gross, sql`coalesce(${discount ? value(discount) : sql`0`}, 0)`, kind);
  };
  const worth = (): Sql => {
    if (totals === 'allocated') return sql`coalesce(cast(l." allocated" as double), 0)`;
    if (amount)
      return totals === 'none' ? sql`coalesce(${value(amount)}, 0)` : onFirst(sql`l.${ident(amount)}`);
    return quantity && price ? sql`coalesce(${computed()}, 0)` : onFirst(ofOrders('amount'));
  };
  const signs = [amount, quantity].flatMap((name) =>
    name ? [sql`coalesce(l.${ident(name)} < 0, false)`] : [],
  );
  return {
    joins,
    told: column ? sql`l.${ident(column)}` : ofOrders('refund'),
    worth: worth(),
    hasWorth: hasOwnWorth || orders.some(({ columns }) => columns.amount !== undefined),
    isNegative: signs.length > 0 ? sql`(${join(signs, ' or ')})` : sql`false`,
  };
}

/** Whether the refunds of a file are its lines' or its orders'. */
async function whose(
  engine: Engine,
  schema: string,
  part: Part,
  totals: OrderRows['totals'],
  signal?: AbortSignal,
): Promise<Refunds['per']> {
  const { refund, order_id: order, amount } = part.columns;
  if (!refund || !order) return 'row';
  if (totals !== 'none') return 'order';
  const value = sql`coalesce(abs(${ident(refund)}), 0)`;
  const isAll = amount ? sql`${value} = abs(coalesce(${ident(amount)}, 0))` : sql`false`;
  const exceeds = amount ? sql`${value} > abs(coalesce(${ident(amount)}, 0)) + 0.005` : sql`false`;
  const [found] = await engine.query<{ several: number; repeated: number; first: number; others: number }>(
    sql`select count(*) as "several", count_if("isRepeated" and not "isAll") as "repeated",
        count_if(not "isRepeated" and "told" = 1 and "onFirst" and ("blanks" > 0 or "exceeds")) as "first",
        count_if(not "isRepeated" and not ("told" = 1 and "onFirst")) as "others"
      from (select count_if(${value} > 0) as "told", count(*) - count(${ident(refund)}) as "blanks",
          count_if(${value} > 0) = count(*) and min(${value}) = max(${value}) as "isRepeated",
          bool_and(${isAll}) as "isAll", bool_or(${exceeds}) as "exceeds",
          arg_min(${value} > 0, " file" * 1000000000000 + " row") as "onFirst"
        from ${relation(schema, part)}
        where ${ident(order)} in (select ${ident(order)} from ${relation(schema, part)} where ${value} > 0)
        group by ${ident(order)} having count(*) > 1)`,
    signal,
  );
  const { several, repeated, first, others } = found ?? { several: 0, repeated: 0, first: 0, others: 0 };
  if (several === 0) return 'row';
  return others === 0 && repeated + first > 0 ? 'order' : 'line';
}
