import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { isCredit } from './credit-notes.js';
import { withNumbers } from './customer-numbers.js';
import { lessDiscount } from './discounts.js';
import { keyText } from './keys.js';
import { LineJoins, type Joined } from './line-joins.js';
import { orderRows } from './order-rows.js';
import { isUndone, type Part } from './parts.js';
import { withRefunds } from './refunds.js';
import { orderKey, relation } from './relation.js';
import type { Role } from '../roles/roles.js';
import type { SalesColumn } from './sales-columns.js';
import type { LinePart, SalesPlan } from './sales-plan.js';
import { spelled } from './spellings.js';
import { sqlType } from '../sql-type.js';

/** Roles that describe the goods: what a line does not say of them, the product file does. */
const ofProducts: readonly Role[] = ['product_id', 'product_name', 'unit_price', 'unit_cost'];

/** Reads canonical values for the rows of one line file; each is an expression over the rows of `from()`. */
export class PartReader {
  readonly #joins: LineJoins;

  constructor(
    readonly plan: SalesPlan,
    readonly part: LinePart,
  ) {
    this.#joins = new LineJoins(plan, part);
  }

  /** The file's rows, with those of the order, customer and product files joined to them. */
  from(): Sql {
    const { schema, directory } = this.plan;
    const { orderRows: reading, refunds } = this.part.reading;
    const rows = orderRows(relation(schema, this.part), this.part, reading);
    const complete = refunds ? withRefunds(rows, schema, this.part, refunds) : rows;
    return sql`${withNumbers(complete, schema, this.part, directory)} as l ${join(this.#joins.select(), '\n')}`;
  }

  productId(): Sql {
    return this.#text('product_id') ?? sql`null::varchar`;
  }

  number(role: Role): Sql {
    const column = this.#column(role);
    return column ? sql`cast(${column} as double)` : sql`null::double`;
  }

  /** The day of the order; what the customer file dates is something else. */
  orderDate(): Sql {
    const places = [this.#joins.line, ...this.#joins.orders];
    const date = this.#first(places.flatMap((place) => valueAt(place, 'order_date') ?? []));
    return date ? sql`cast(${date} as date)` : sql`null::date`;
  }

  /** The customer's number, of those that were merged the one that is left. */
  customerId(): Sql {
    return this.#joins.customerId();
  }

  /** The order's number; without one, what a customer bought on a day, or every row where products are not told apart. */
  orderId(): Sql {
    const { order_id: order, product_id: id, product_name: name } = this.part.columns;
    const row = this.#rowNumber();
    if (order) return sql`coalesce(${keyText(this.part, order, sql`l`)}${this.#shop()}, ${row})`;
    if (!id && !name) return row;
    return sql`coalesce(${this.customerId()} || ' ' || cast(${this.orderDate()} as varchar), ${row})`;
  }

  /** What is added to an order number where another file has the same one for another order: the file's table. */
  #shop(): Sql {
    if (!this.plan.sharedOrders.areApart) return sql``;
    const cases = this.part.sources.map(({ table }, index) => sql`when ${index} then ${` (${table})`}`);
    return sql` || case l." file" ${join(cases, '\n')} end`;
  }

  /** The line's quantity as it counts: less returns, without what was cancelled. */
  quantity(): Sql {
    return this.#counted(this.#quantity());
  }

  /** The line's amount as it counts, less what was paid back of it. */
  amount(): Sql {
    const { refunds } = this.part.reading;
    if (!refunds) return this.#counted(this.#amount());
    const credit = this.#isCredit();
    const refund = credit ? sql`if(${credit}, 0, l." refund")` : sql`l." refund"`;
    return this.#counted(sql`(${this.#amount()} - ${refund})`);
  }

  /** What the line's goods cost; a margin is taken off the amount. */
  cost(): Sql {
    const unit = this.#column('unit_cost');
    if (unit) return sql`${this.quantity()} * cast(${unit} as double)`;
    const margin = this.part.columns.margin;
    return margin ? this.#counted(sql`(${this.#amount()} - l.${ident(margin)})`) : sql`null::double`;
  }

  product(): Sql {
    const name = this.#text('product_name');
    const id = this.#text('product_id');
    if (name && id) return sql`coalesce(${name}, ${id})`;
    return name ?? id ?? sql`null::varchar`;
  }

  isReturn(): Sql {
    const { returns, refunds } = this.part.reading;
    if (returns.isUndone) return sql`false`;
    const told = [this.#isCredit(), this.#hasStatus(returns.refundWords), refunds ? sql`l." undone"` : null];
    const isReturn = join([this.#isNegative(), ...told.filter((rule) => rule !== null)], ' or ');
    const cancelled = this.#hasStatus(returns.cancelWords);
    return cancelled ? sql`((${isReturn}) and not ${cancelled})` : sql`(${isReturn})`;
  }

  /** Whether some of the line's amount was paid back, and no status says that all of it was undone. */
  isRefunded(): Sql {
    const { returns, refunds } = this.part.reading;
    if (!refunds) return sql`false`;
    const undone = this.#hasStatus([...returns.refundWords, ...returns.cancelWords]);
    return undone ? sql`(l." refund" > 0 and not ${undone})` : sql`(l." refund" > 0)`;
  }

  /** Whether the order's number is that of a credit note. */
  hasCreditNumber(): Sql {
    return isCredit(this.part.reading.returns, this.#orderNumber(), null) ?? sql`false`;
  }

  isCancelled(): Sql {
    return this.#hasStatus(this.part.reading.returns.cancelWords) ?? sql`false`;
  }

  /** A dimension, or a column of the file's own: from this line file, or from the files joined to it. */
  own({ from, type, spellings, scope }: SalesColumn): Sql {
    const values = from.flatMap(({ part, column }) => {
      const name = this.#aliasOf(part);
      if (!name) return [];
      const value = sql`try_cast(${name}.${ident(column)} as ${sqlType(type)})`;
      return [isUndone(part, 'regions-merged') ? value : spelled(value, spellings)];
    });
    const value = this.#first(values) ?? sql`null::${sqlType(type)}`;
    const order = this.part.columns.order_id;
    if (scope !== 'order' || !order || values.length === 0) return value;
    return sql`if(row_number() over (partition by ${orderKey(order, sql`l`)} order by l." file", l." row") = 1, ${value}, null)`;
  }

  /** The first row of the first file is `#1`, that of the second file `#2-1`: no two files of an import share a number. */
  #rowNumber(): Sql {
    const before = this.plan.lines
      .slice(0, this.plan.lines.indexOf(this.part))
      .reduce((total, { sources }) => total + sources.length, 0);
    const mark = this.part.reading.rowMark;
    const [first = mark, ...others] = this.part.sources.map((_, index) =>
      before + index === 0 ? mark : `${mark}${before + index + 1}-`,
    );
    const cases = others.map((prefix, index) => sql`when ${index + 1} then ${prefix}`);
    const prefix =
      cases.length > 0 ? sql`case l." file" ${join(cases, '\n')} else ${first} end` : sql`${first}`;
    return sql`${prefix} || cast(l." row" + 1 as varchar)`;
  }

  /** Where the role stands: in the line's own file; of the goods also in the product file. */
  #places(role: Role): Joined[] {
    const { line, products } = this.#joins;
    return [line, ...(ofProducts.includes(role) ? products : [])].filter(({ part }) => part.columns[role]);
  }

  #column(role: Role): Sql | null {
    const [place] = this.#places(role);
    if (place === this.#joins.line) return valueAt(place, role);
    return this.#first(this.#places(role).flatMap((each) => valueAt(each, role) ?? []));
  }

  #text(role: Role): Sql | null {
    const [place] = this.#places(role);
    const places = place === this.#joins.line ? [place] : this.#places(role);
    return this.#first(
      places.flatMap(({ part, name }) => {
        const column = part.columns[role];
        return column ? [keyText(part, column, name)] : [];
      }),
    );
  }

  #first(values: readonly Sql[]): Sql | null {
    return values.length > 1 ? sql`coalesce(${list(values)})` : (values[0] ?? null);
  }

  #quantity(): Sql {
    const column = this.#column('quantity');
    if (column) return sql`cast(${column} as double)`;
    const amount = this.part.columns.amount;
    return amount ? sql`if(l.${ident(amount)} < 0, -1.0::double, 1.0::double)` : sql`1.0::double`;
  }

  /** The line's amount, else quantity × price less discount, else the order's amount on its first line. */
  #amount(): Sql {
    const { amount, quantity, order_id: order } = this.part.columns;
    const { totals } = this.part.reading.orderRows;
    if (amount && totals === 'none') return sql`l.${ident(amount)}`;
    if (totals === 'allocated') return sql`l." allocated"`;
    if (!amount && quantity && this.#column('unit_price')) return this.#computedAmount();
    const total =
      this.#column('amount') ??
      this.#first(this.#joins.orders.flatMap((place) => valueAt(place, 'amount') ?? []));
    if (!total || !order) return total ?? sql`null::double`;
    const key = orderKey(order, sql`l`);
    const place = sql`row_number() over (partition by ${key} order by l." file", l." row")`;
    return sql`if(${place} = 1, max(${total}) over (partition by ${key}), 0)`;
  }

  #computedAmount(): Sql {
    const gross = sql`${this.#quantity()} * ${this.number('unit_price')}`;
    return lessDiscount(gross, sql`coalesce(${this.number('discount')}, 0)`, this.part.reading.discount);
  }

  /** The measure with the sign that it counts with; see `ReturnRules`. */
  #counted(measure: Sql): Sql {
    const { returns } = this.part.reading;
    const cancelled = this.#hasStatus(returns.cancelWords);
    const refunded = this.#hasStatus(returns.refundWords);
    const credit = returns.unsignedCredits ? this.#isCredit() : null;
    const cases = [
      ...(cancelled ? [sql`when ${cancelled} then 0`] : []),
      ...(refunded ? [sql`when ${refunded} and not (${this.#isNegative()}) then 0`] : []),
      ...(credit ? [sql`when ${credit} then -1`] : []),
    ];
    return cases.length > 0 ? sql`(${measure} * case ${join(cases, '\n')} else 1 end)` : measure;
  }

  #isNegative(): Sql {
    return sql`coalesce(${this.#amount()} < 0, false) or coalesce(${this.#quantity()} < 0, false)`;
  }

  #isCredit(): Sql | null {
    return isCredit(this.part.reading.returns, this.#orderNumber(), this.#status());
  }

  #orderNumber(): Sql | null {
    const order = this.part.columns.order_id;
    return order ? keyText(this.part, order, sql`l`) : null;
  }

  #hasStatus(words: readonly string[]): Sql | null {
    const status = this.#status();
    return status && words.length > 0 ? sql`coalesce(${status} in (${list(words)}), false)` : null;
  }

  /** The status of the line or of its order, as text: a code may have been read as a number. */
  #status(): Sql | null {
    const { line, orders } = this.#joins;
    const places = line.part.columns.status ? [line] : orders;
    const status = this.#first(places.flatMap((place) => valueAt(place, 'status') ?? []));
    return status && sql`cast(${status} as varchar)`;
  }

  #aliasOf(part: Part): Sql | null {
    const { line, orders, customers, products } = this.#joins;
    return [line, ...orders, ...customers, ...products].find((each) => each.part === part)?.name ?? null;
  }
}

function valueAt({ part, name }: Joined, role: Role): Sql | null {
  const column = part.columns[role];
  return column ? sql`${name}.${ident(column)}` : null;
}
