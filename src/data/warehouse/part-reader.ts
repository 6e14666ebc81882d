import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { joinOnce } from './first-rows.js';
import { keyText } from './keys.js';
import { orderRows } from './order-rows.js';
import { customerColumn, isUndone, type Part } from './parts.js';
import { orderKey, relation } from './relation.js';
import { isCredit } from './returns.js';
import type { Role } from '../roles/roles.js';
import type { SalesColumn } from './sales-columns.js';
import type { LinePart, SalesPlan } from './sales-plan.js';
import { spelled } from './spellings.js';
import { sqlType } from '../sql-type.js';

/** Aliases of the joined files within the select. */
const alias = { line: sql`l`, order: sql`o`, merge: sql`m`, customer: sql`c`, product: sql`p` };

/** Reads canonical values for the rows of one line file; each is an expression over the rows of `from()`. */
export class PartReader {
  constructor(
    readonly plan: SalesPlan,
    readonly part: LinePart,
    readonly index: number,
  ) {}

  /** The file's rows, with those of the order, customer and product files joined to them. */
  from(): Sql {
    const { schema } = this.plan;
    const rows = orderRows(relation(schema, this.part), this.part, this.part.reading.orderRows);
    return sql`${rows} as l ${join(this.joins(), '\n')}`;
  }

  key(role: 'product_id'): Sql {
    return this.#text(role) ?? sql`null::varchar`;
  }

  number(role: Role): Sql {
    const column = this.#column(role);
    return column ? sql`cast(${column} as double)` : sql`null::double`;
  }

  date(role: Role): Sql {
    const column = this.#column(role);
    return column ? sql`cast(${column} as date)` : sql`null::date`;
  }

  /** The customer's number, of those that were merged the one that is left. */
  customerId(): Sql {
    const own = this.#ownCustomerId();
    return this.plan.merges.length > 0 ? sql`coalesce(m."to", ${own})` : own;
  }

  /** The order's number; without one, what a customer bought on a day, or every row where products are not told apart. */
  orderId(): Sql {
    const row = sql`${this.index === 0 ? '#' : `#${this.index + 1}-`} || cast(l." row" + 1 as varchar)`;
    const { order_id: order, product_id: id, product_name: name } = this.part.columns;
    if (order) return sql`coalesce(${keyText(this.part, order, alias.line)}, ${row})`;
    if (!id && !name) return row;
    return sql`coalesce(${this.customerId()} || ' ' || cast(${this.date('order_date')} as varchar), ${row})`;
  }

  /** The line's quantity as it counts: less returns, without what was cancelled. */
  quantity(): Sql {
    return this.#counted(this.#quantity());
  }

  /** The line's amount as it counts. */
  amount(): Sql {
    return this.#counted(this.#amount());
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
    const { returns } = this.part.reading;
    if (returns.isUndone) return sql`false`;
    const told = [this.#isCredit(), this.#hasStatus(returns.refundWords)].filter((rule) => rule !== null);
    const isReturn = join([this.#isNegative(), ...told], ' or ');
    const cancelled = this.#hasStatus(returns.cancelWords);
    return cancelled ? sql`((${isReturn}) and not ${cancelled})` : sql`(${isReturn})`;
  }

  /** Whether the order's number is that of a credit note. */
  hasCreditNumber(): Sql {
    const order = this.part.columns.order_id;
    const number = order ? keyText(this.part, order, alias.line) : null;
    return isCredit(this.part.reading.returns, number, null) ?? sql`false`;
  }

  isCancelled(): Sql {
    return this.#hasStatus(this.part.reading.returns.cancelWords) ?? sql`false`;
  }

  /** A dimension, or a column of the file's own: from this line file, or from the files joined to it. */
  own({ from, type, spellings }: SalesColumn): Sql {
    const values = from.flatMap(({ part, column }) => {
      const name = this.#aliasOf(part);
      if (!name) return [];
      const value = sql`try_cast(${name}.${ident(column)} as ${sqlType(type)})`;
      return [isUndone(part, 'regions-merged') ? value : spelled(value, spellings)];
    });
    if (values.length > 1) return sql`coalesce(${list(values)})`;
    return values[0] ?? sql`null::${sqlType(type)}`;
  }

  joins(): Sql[] {
    const { orders, customers, products, merges, schema } = this.plan;
    const { order_id: order, product_id: product } = this.part.columns;
    const joins: Sql[] = [];
    if (orders?.columns.order_id && order) {
      joins.push(
        joinOnce(schema, orders, orders.columns.order_id, alias.order, keyText(this.part, order, alias.line)),
      );
    }
    if (merges.length > 0) {
      const pairs = merges.map(({ from, to }) => sql`(${from}, ${to})`);
      joins.push(
        sql`left join (values ${list(pairs)}) as m("from", "to") on m."from" = ${this.#ownCustomerId()}`,
      );
    }
    if (customers?.columns.customer_id) {
      joins.push(
        joinOnce(schema, customers, customers.columns.customer_id, alias.customer, this.customerId()),
      );
    }
    if (products?.columns.product_id && product) {
      joins.push(
        joinOnce(
          schema,
          products,
          products.columns.product_id,
          alias.product,
          keyText(this.part, product, alias.line),
        ),
      );
    }
    return joins;
  }

  /** Where the role stands: in the line's own file, else in its order's, its product's, its customer's. */
  #place(role: Role): { part: Part; column: string; name: Sql } | null {
    const { orders, products, customers } = this.plan;
    const candidates = [
      [this.part, alias.line],
      [this.part.columns.order_id ? orders : null, alias.order],
      [products, alias.product],
      [customers, alias.customer],
    ] as const;
    for (const [part, name] of candidates) {
      const column = part?.columns[role];
      if (part && column) return { part, column, name };
    }
    return null;
  }

  #column(role: Role): Sql | null {
    const place = this.#place(role);
    return place ? sql`${place.name}.${ident(place.column)}` : null;
  }

  #text(role: Role): Sql | null {
    const place = this.#place(role);
    return place ? keyText(place.part, place.column, place.name) : null;
  }

  #ownCustomerId(): Sql {
    const { orders } = this.plan;
    const own = customerColumn(this.part);
    if (own) return keyText(this.part, own, alias.line);
    const ofOrder = orders && this.part.columns.order_id ? customerColumn(orders) : undefined;
    return orders && ofOrder ? keyText(orders, ofOrder, alias.order) : sql`null::varchar`;
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
    const total = this.#column('amount');
    if (!total || !order) return total ?? sql`null::double`;
    const key = orderKey(order, alias.line);
    const place = sql`row_number() over (partition by ${key} order by l." file", l." row")`;
    return sql`if(${place} = 1, max(${total}) over (partition by ${key}), 0)`;
  }

  #computedAmount(): Sql {
    const gross = sql`${this.#quantity()} * ${this.number('unit_price')}`;
    const discount = sql`coalesce(${this.number('discount')}, 0)`;
    const net = {
      none: gross,
      amount: sql`${gross} - ${discount}`,
      share: sql`${gross} * (1 - ${discount})`,
      percent: sql`${gross} * (1 - ${discount} / 100)`,
    };
    return net[this.part.columns.discount ? this.part.reading.discount : 'none'];
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
    const order = this.part.columns.order_id;
    return isCredit(
      this.part.reading.returns,
      order ? keyText(this.part, order, alias.line) : null,
      this.#status(),
    );
  }

  #hasStatus(words: readonly string[]): Sql | null {
    const status = this.#status();
    return status && words.length > 0 ? sql`coalesce(${status} in (${list(words)}), false)` : null;
  }

  /** The status of the line or of its order; a customer's or a product's says nothing about a sale. */
  #status(): Sql | null {
    const { orders } = this.plan;
    const { status, order_id: order } = this.part.columns;
    if (status) return sql`l.${ident(status)}`;
    return orders?.columns.status && order ? sql`o.${ident(orders.columns.status)}` : null;
  }

  #aliasOf(part: Part): Sql | null {
    if (part === this.part) return alias.line;
    if (part === this.plan.orders && this.part.columns.order_id) return alias.order;
    if (part === this.plan.customers) return alias.customer;
    if (part === this.plan.products && this.part.columns.product_id) return alias.product;
    return null;
  }
}
