import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { customerColumn, isUndone, type Part } from './parts.js';
import { orderKey, relation } from './relation.js';
import type { Role } from '../roles/roles.js';

/**
 * How a file with several rows per order writes what belongs to the order as a whole.
 *
 * - `totals`: the amount is the order's. It stands on every row of an order, or on its first row and nowhere else, and is
 *   counted once: `allocated` over the rows in proportion to quantity × unit price where the file has them (evenly where
 *   all come to zero; to the cent, with what rounding leaves on the first row), else put on the `first-line`.
 * - `filled`: texts and dates that stand on an order's first row and on none of its other rows. They hold for all.
 */
export interface OrderRows {
  readonly totals: 'none' | 'first-line' | 'allocated';
  readonly filled: readonly string[];
}

/** What the first rows of a file say, so that most files are not looked at any further. */
export interface OrderRowsHint {
  /** Amounts agree with quantity × unit price, row by row. */
  readonly hasLineAmounts: boolean;
  /** The date, the customer or the amount is empty on some row. */
  readonly hasBlanks: boolean;
}

const none: OrderRows = { totals: 'none', filled: [] };

/** Finds what the rows of a file say once per order. Most files show in their first rows that they do not. */
export async function findOrderRows(
  engine: Engine,
  schema: string,
  part: Part,
  { hasLineAmounts, hasBlanks }: OrderRowsHint,
  signal?: AbortSignal,
): Promise<OrderRows> {
  const { order_id: order, amount } = part.columns;
  if (!order || (hasLineAmounts && !hasBlanks) || !(amount || hasBlanks)) return none;
  const rows = relation(schema, part);
  const texts = hasBlanks ? textsOf(part) : [];
  const sampled = await look(engine, sql`(select * from ${rows} limit 20000)`, part, texts, signal);
  if (sampled.filled.length === 0 && !sampled.mayBeTotals) return none;
  const all = await look(engine, rows, part, sampled.filled, signal);
  const canAllocate = part.columns.quantity !== undefined && part.columns.unit_price !== undefined;
  const isTotal = all.areTotals && !isUndone(part, 'header-totals-counted-once');
  const isFilled = all.isContinued && !isUndone(part, 'continuation-rows-filled');
  return {
    totals: isTotal ? (canAllocate ? 'allocated' : 'first-line') : 'none',
    filled: isFilled ? all.filled : [],
  };
}

/** The rows with what belongs to the order where it is wanted: texts and dates on each row, totals in ` allocated`. */
export function orderRows(rows: Sql, part: Part, { totals, filled }: OrderRows): Sql {
  const order = part.columns.order_id;
  if (!order) return rows;
  const window = sql`(partition by ${orderKey(order)} order by " file", " row")`;
  const first = filled.map(
    (column) =>
      sql`coalesce(${ident(column)}, first_value(${ident(column)}) over ${window}) as ${ident(column)}`,
  );
  const complete = first.length > 0 ? sql`(select * replace (${list(first)}) from ${rows})` : rows;
  return totals === 'allocated' ? allocated(complete, part, order) : complete;
}

function allocated(rows: Sql, { columns }: Part, order: string): Sql {
  const { amount, quantity, unit_price: price } = columns;
  if (!amount || !quantity || !price) return rows;
  const whole = sql`(partition by ${orderKey(order)})`;
  const worth = sql`coalesce(cast(${ident(quantity)} as double) * cast(${ident(price)} as double), 0)`;
  // Money in decimals from here on, so that the parts of an order come to its total exactly.
  return sql`(select * exclude (" total", " part", " place"),
      " part" + if(" place" = 1,
        " total" - sum(" part") over ${whole}, 0) as " allocated"
    from (select *,
        row_number() over (partition by ${orderKey(order)} order by " file", " row") as " place",
        cast(max(${ident(amount)}) over ${whole} as decimal(18, 4)) as " total",
        cast(round(max(${ident(amount)}) over ${whole} * if(sum(${worth}) over ${whole} = 0,
          1.0 / count(*) over ${whole},
          ${worth} / sum(${worth}) over ${whole}), 2) as decimal(18, 4)) as " part"
      from ${rows}))`;
}

interface Found {
  readonly filled: readonly string[];
  /** The columns that are filled include the date, the customer or the amount: these are rows of one order. */
  readonly isContinued: boolean;
  readonly mayBeTotals: boolean;
  readonly areTotals: boolean;
}

/** Roles of what is a row's own, and of numbers: repeated on each row, those would be summed too often. */
const ofTheLine: readonly Role[] = ['order_id', 'product_id', 'product_name', 'category'];

/** The texts and dates that may belong to the order. */
function textsOf({ sources, columns }: Part): string[] {
  const own = ofTheLine.map((role) => columns[role]);
  const candidates = (sources[0]?.columns ?? []).filter(
    ({ name, type }) => type !== 'number' && type !== 'integer' && !own.includes(name),
  );
  return candidates.map(({ name }) => name);
}

async function look(
  engine: Engine,
  rows: Sql,
  part: Part,
  marks: readonly string[],
  signal?: AbortSignal,
): Promise<Found> {
  const { order_id: order, amount, quantity, unit_price: price, order_date: date } = part.columns;
  const first = sql`" file" * 1000000000000 + " row"`;
  const filledFirst = (column: string): Sql => sql`arg_min(${ident(column)} is not null, ${first})`;
  const perOrder = marks.flatMap((column, index) => [
    sql`count(${ident(column)}) as ${ident(`n${index}`)}`,
    sql`${filledFirst(column)} as ${ident(`f${index}`)}`,
  ]);
  const worth = quantity && price ? sql`coalesce(${ident(quantity)} * ${ident(price)}, 0)` : sql`0`;
  const money = amount
    ? [
        sql`min(${ident(amount)}) as "low"`,
        sql`max(${ident(amount)}) as "high"`,
        sql`count(${ident(amount)}) as "amounts"`,
        sql`${filledFirst(amount)} as "on first"`,
        sql`sum(${worth}) as "worth"`,
        sql`arg_min(${worth}, ${first}) as "first worth"`,
      ]
    : [];
  const near = (a: Sql, b: Sql): Sql => sql`abs(${a} - ${b}) <= 0.011 * greatest(1, abs(${b}))`;
  const repeated = sql`"amounts" = "rows" and "low" = "high"`;
  const once = sql`"amounts" = 1 and "on first"`;
  const counts = [
    sql`count(*) as "several"`,
    ...marks.flatMap((_, index) => [
      sql`count_if(${ident(`f${index}`)}) as ${ident(`first ${index}`)}`,
      sql`count_if(${ident(`n${index}`)} > if(${ident(`f${index}`)}, 1, 0)) as ${ident(`later ${index}`)}`,
    ]),
    ...(amount
      ? [
          sql`count_if(${repeated}) as "repeated"`,
          sql`count_if(${once}) as "once"`,
          sql`count_if("amounts" > 0 and not (${repeated}) and not (${once})) as "others"`,
          sql`count_if(${near(sql`"high"`, sql`"worth"`)} and not ${near(sql`"high"`, sql`"first worth"`)}) as "agree"`,
          sql`count_if(${near(sql`"high"`, sql`"first worth"`)} and not ${near(sql`"worth"`, sql`"first worth"`)}) as "own"`,
        ]
      : []),
  ];
  const [row = {}] = await engine.query<Record<string, number>>(
    sql`select ${list(counts)} from (select count(*) as "rows"${join(
      [...perOrder, ...money].map((column) => sql`, ${column}`),
      '\n',
    )} from ${rows} where ${ident(order ?? '')} is not null group by ${ident(order ?? '')} having count(*) > 1)`,
    signal,
  );
  const of = (name: string): number => row[name] ?? 0;
  const filled = marks.filter((_, index) => of(`first ${index}`) > 0 && of(`later ${index}`) === 0);
  const isOnce = of('once') > 0 && of('repeated') === 0;
  const isConsistent = amount !== undefined && of('others') === 0 && of('own') <= of('agree');
  const key = [date, customerColumn(part)].filter((column) => column !== undefined);
  return {
    filled,
    isContinued: (isConsistent && isOnce) || filled.some((column) => key.includes(column)),
    mayBeTotals: isConsistent && of('repeated') + of('once') > 0,
    areTotals: isConsistent && (of('once') > 0 || of('agree') > 0 || of('repeated') >= 3),
  };
}
