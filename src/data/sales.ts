import type { CanonicalColumn, Field } from '../core/warehouse.js';
import { ident, join, list, sql, type Sql } from '../engine/sql.js';
import { customerColumn, type Part } from './parts.js';
import { relation, type SalesColumn, type SalesPlan } from './sales-plan.js';
import type { Role } from './roles.js';
import { sqlType } from './sql-type.js';

/** Keys, measures and dates of `sales` that a role gives; the others are filled in so that every analysis can count on them. */
export interface SalesShape {
  readonly fields: readonly Field[];
  /** The select only renames and casts the rows of its files: a view of it costs nothing. */
  readonly isView: boolean;
}

/** Which fields `sales` offers, and whether it needs rows of its own. */
export function salesShape(plan: SalesPlan): SalesShape {
  const { lines, orders, products } = plan;
  const has = (...roles: readonly Role[]): boolean =>
    [...lines, orders].some((part) => part && roles.some((role) => part.columns[role] !== undefined));
  const field = (name: CanonicalColumn, type: Field['type'], present: boolean): Field[] =>
    present ? [{ name, type, canonical: name }] : [];
  const hasAmount =
    has('amount') || (has('quantity') && (has('unit_price') || products?.columns.unit_price !== undefined));
  const hasProduct = has('product_id', 'product_name');
  const fields = [
    ...field('order_id', 'text', true),
    ...field(
      'customer_id',
      'text',
      [...lines, orders].some((part) => part && customerColumn(part)),
    ),
    ...field('order_date', 'date', has('order_date')),
    ...field('amount', 'number', hasAmount),
    ...field('quantity', 'number', has('quantity')),
    { name: 'is_return', type: 'boolean' as const },
    ...field('unit_price', 'number', has('unit_price')),
    ...field('cost', 'number', hasCost(plan)),
    ...field('product_id', 'text', has('product_id')),
    ...field('product', 'text', hasProduct),
    ...plan.columns.map(({ name, type, canonical }) =>
      canonical ? { name, type, canonical } : { name, type },
    ),
  ];
  const isJoined = orders !== null || plan.customers !== null || products !== null;
  const isNumbered = lines.some(({ columns }) => columns.order_id === undefined);
  return { fields, isView: !isJoined && !isNumbered && !plan.repeatedTotals };
}

/** The select that makes `sales`: one row per line of the line files, with what its order, customer and product say. */
export function salesQuery(plan: SalesPlan): Sql {
  const selects = plan.lines.map((part, index) => partQuery(plan, part, index));
  return join(selects, '\nunion all\n');
}

/** Aliases of the joined files within the select. */
const alias = { line: sql`l`, order: sql`o`, customer: sql`c`, product: sql`p` };

function partQuery(plan: SalesPlan, part: Part, index: number): Sql {
  const read = new PartReader(plan, part, index);
  const quantity = read.quantity();
  const amount = read.amount();
  const { fields } = salesShape(plan);
  const wants = (name: CanonicalColumn): boolean => fields.some((field) => field.canonical === name);
  const columns = [
    sql`${read.orderId()} as order_id`,
    sql`${read.customerId()} as customer_id`,
    sql`${read.date('order_date')} as order_date`,
    sql`try_cast(${amount} as decimal(18, 4)) as amount`,
    sql`${quantity} as quantity`,
    sql`${read.isReturn(amount, quantity)} as is_return`,
    ...(wants('unit_price')
      ? [sql`try_cast(${read.number('unit_price')} as decimal(18, 4)) as unit_price`]
      : []),
    ...(wants('cost') ? [sql`try_cast(${read.cost(amount, quantity)} as decimal(18, 4)) as cost`] : []),
    ...(wants('product_id') ? [sql`${read.key('product_id')} as product_id`] : []),
    ...(wants('product') ? [sql`${read.product()} as product`] : []),
    ...plan.columns.map((column) => sql`${read.own(column)} as ${ident(column.name)}`),
  ];
  return sql`select ${list(columns)}\nfrom ${relation(plan.schema, part)} as l ${join(read.joins(), '\n')}`;
}

/** Reads canonical values for the rows of one line file. */
class PartReader {
  constructor(
    readonly plan: SalesPlan,
    readonly part: Part,
    readonly index: number,
  ) {}

  /** The role's column: the line's own, else its order's, its product's, its customer's. */
  column(role: Role): Sql | null {
    const { orders, products, customers } = this.plan;
    if (this.part.columns[role]) return sql`l.${ident(this.part.columns[role])}`;
    if (orders?.columns[role] && this.part.columns.order_id) return sql`o.${ident(orders.columns[role])}`;
    if (products?.columns[role]) return sql`p.${ident(products.columns[role])}`;
    if (customers?.columns[role]) return sql`c.${ident(customers.columns[role])}`;
    return null;
  }

  key(role: Role): Sql {
    const column = this.column(role);
    return column ? sql`cast(${column} as varchar)` : sql`null::varchar`;
  }

  number(role: Role): Sql {
    const column = this.column(role);
    return column ? sql`cast(${column} as double)` : sql`null::double`;
  }

  date(role: Role): Sql {
    const column = this.column(role);
    return column ? sql`cast(${column} as date)` : sql`null::date`;
  }

  customerId(): Sql {
    const { orders } = this.plan;
    const own = customerColumn(this.part);
    if (own) return sql`cast(l.${ident(own)} as varchar)`;
    const ofOrder = orders && this.part.columns.order_id ? customerColumn(orders) : undefined;
    return ofOrder ? sql`cast(o.${ident(ofOrder)} as varchar)` : sql`null::varchar`;
  }

  /** The order's number; without one, what a customer bought on a day, or every row where products are not told apart. */
  orderId(): Sql {
    const row = sql`${this.index === 0 ? '#' : `#${this.index + 1}-`} || cast(l."row number" + 1 as varchar)`;
    const { order_id: order, product_id: id, product_name: name } = this.part.columns;
    if (order) return sql`coalesce(cast(l.${ident(order)} as varchar), ${row})`;
    if (!id && !name) return row;
    return sql`coalesce(${this.customerId()} || ' ' || cast(${this.date('order_date')} as varchar), ${row})`;
  }

  quantity(): Sql {
    const column = this.column('quantity');
    if (column) return sql`cast(${column} as double)`;
    const amount = this.part.columns.amount;
    return amount ? sql`if(l.${ident(amount)} < 0, -1.0::double, 1.0::double)` : sql`1.0::double`;
  }

  /** The line's amount, else quantity × price less discount, else the order's amount on its first line. */
  amount(): Sql {
    const { columns } = this.part;
    const computed = this.column('unit_price') && columns.quantity ? this.computedAmount() : null;
    if (columns.amount && !this.plan.repeatedTotals) return sql`l.${ident(columns.amount)}`;
    if (computed) return computed;
    const total = this.column('amount');
    if (!total || !columns.order_id) return total ?? sql`null::double`;
    const rank = sql`row_number() over (partition by l.${ident(columns.order_id)} order by l."row number")`;
    return sql`if(${rank} = 1, ${total}, 0)`;
  }

  cost(amount: Sql, quantity: Sql): Sql {
    const unit = this.column('unit_cost');
    if (unit) return sql`${quantity} * cast(${unit} as double)`;
    const margin = this.part.columns.margin;
    return margin ? sql`${amount} - l.${ident(margin)}` : sql`null::double`;
  }

  product(): Sql {
    const name = this.column('product_name');
    if (!name) return this.key('product_id');
    return this.column('product_id')
      ? sql`coalesce(cast(${name} as varchar), ${this.key('product_id')})`
      : sql`cast(${name} as varchar)`;
  }

  isReturn(amount: Sql, quantity: Sql): Sql {
    const negative = sql`coalesce(${amount} < 0, false) or coalesce(${quantity} < 0, false)`;
    const order = this.part.columns.order_id;
    if (!order || !this.plan.creditPrefixes) return sql`(${negative})`;
    const id = sql`cast(l.${ident(order)} as varchar)`;
    return sql`(${negative} or coalesce(starts_with(${id}, 'C') or starts_with(${id}, 'AV'), false))`;
  }

  /** A dimension, or a column of the file's own: from this line file, or from the files joined to it. */
  own({ from, type }: SalesColumn): Sql {
    const values = from.flatMap(({ part, column }) => {
      const name = this.aliasOf(part);
      return name ? [sql`try_cast(${name}.${ident(column)} as ${sqlType(type)})`] : [];
    });
    if (values.length > 1) return sql`coalesce(${list(values)})`;
    return values[0] ?? sql`null::${sqlType(type)}`;
  }

  aliasOf(part: Part): Sql | null {
    if (part === this.part) return alias.line;
    if (part === this.plan.orders && this.part.columns.order_id) return alias.order;
    if (part === this.plan.customers) return alias.customer;
    if (part === this.plan.products && this.part.columns.product_id) return alias.product;
    return null;
  }

  joins(): Sql[] {
    const { schema, orders, customers, products } = this.plan;
    const joins: Sql[] = [];
    const { order_id: order, product_id: product } = this.part.columns;
    if (orders?.columns.order_id && order) {
      joins.push(
        joinOnce(
          schema,
          orders,
          orders.columns.order_id,
          alias.order,
          sql`cast(l.${ident(order)} as varchar)`,
        ),
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
          sql`cast(l.${ident(product)} as varchar)`,
        ),
      );
    }
    return joins;
  }

  computedAmount(): Sql {
    const gross = sql`${this.quantity()} * ${this.number('unit_price')}`;
    const discount = sql`coalesce(${this.number('discount')}, 0)`;
    const net = {
      none: gross,
      amount: sql`${gross} - ${discount}`,
      share: sql`${gross} * (1 - ${discount})`,
      percent: sql`${gross} * (1 - ${discount} / 100)`,
    };
    return net[this.part.columns.discount ? this.plan.discount : 'none'];
  }
}

/** Joins the first row of each key: a key that stands twice must not multiply lines. */
function joinOnce(schema: string, part: Part, key: string, name: Sql, on: Sql): Sql {
  const once = sql`select * from ${relation(schema, part)}
    qualify row_number() over (partition by ${ident(key)} order by "row number") = 1`;
  return sql`left join (${once}) as ${name} on cast(${name}.${ident(key)} as varchar) = ${on}`;
}

function hasCost({ lines, products }: SalesPlan): boolean {
  return (
    lines.some(({ columns }) => columns.unit_cost ?? (columns.margin && columns.amount)) ||
    products?.columns.unit_cost !== undefined
  );
}
