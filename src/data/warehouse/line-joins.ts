import { ident, list, sql, type Sql } from '../../engine/sql.js';
import { customerKey, withNumbers } from './customer-numbers.js';
import { joinOnce, type Key } from './first-rows.js';
import { keyText } from './keys.js';
import { sharedKey } from './lookups.js';
import { customerColumn, type Part } from './parts.js';
import { relation } from './relation.js';
import type { SalesPlan } from './sales-plan.js';

/** A file and the alias of its rows within the select. */
export interface Joined {
  readonly part: Part;
  readonly name: Sql;
}

/** What a line can be joined to: the rows of its own file, and the files in which it finds its order, customer and product. */
export class LineJoins {
  readonly line: Joined;
  readonly orders: readonly Joined[];
  readonly customers: readonly Joined[];
  readonly products: readonly Joined[];

  constructor(
    readonly plan: SalesPlan,
    part: Part,
  ) {
    this.line = { part, name: sql`l` };
    const found = (many: readonly Part[], ones: readonly Part[], letter: string): Joined[] =>
      ones
        .filter((one) => many.some((each) => sharedKey(each, one)))
        .map((one, index) => ({ part: one, name: ident(`${letter}${index === 0 ? '' : index + 1}`) }));
    this.orders = found([part], plan.orders, 'o');
    this.products = found([part], plan.products, 'p');
    this.customers = found(
      this.#holders().map((holder) => holder.part),
      plan.customers,
      'c',
    );
  }

  /** The customer's number, of those that were merged the one that is left. */
  customerId(): Sql {
    const own = this.#ownCustomerId();
    return this.plan.merges.length > 0 ? sql`coalesce(m."to", ${own})` : own;
  }

  /** The joins of all these files, each line staying one line. */
  select(): Sql[] {
    const { schema, merges, directory } = this.plan;
    const rowsOf = (part: Part): Sql => withNumbers(relation(schema, part), schema, part, directory);
    const byColumn = ({ part, name }: Joined): Sql[] => {
      const shared = sharedKey(this.line.part, part);
      if (!shared) return [];
      const key: Key = (from) => keyText(part, shared.one, from);
      return [joinOnce(rowsOf(part), key, name, keyText(this.line.part, shared.many, this.line.name))];
    };
    const pairs = merges.map(({ from, to }) => sql`(${from}, ${to})`);
    return [
      ...this.orders.flatMap(byColumn),
      ...(merges.length > 0
        ? [sql`left join (values ${list(pairs)}) as m("from", "to") on m."from" = ${this.#ownCustomerId()}`]
        : []),
      ...this.customers.map(({ part, name }) => {
        const key: Key = (from) => customerKey(part, directory, from) ?? sql`null::varchar`;
        return joinOnce(rowsOf(part), key, name, this.customerId());
      }),
      ...this.products.flatMap(byColumn),
    ];
  }

  #ownCustomerId(): Sql {
    const keys = this.#holders().flatMap(
      ({ part, name }) => customerKey(part, this.plan.directory, name) ?? [],
    );
    return keys.length > 1 ? sql`coalesce(${list(keys)})` : (keys[0] ?? sql`null::varchar`);
  }

  /** The files that say who the customer is: the line's own, unless its order tells it better. */
  #holders(): readonly Joined[] {
    for (const role of ['customer_id', 'email', 'customer_name'] as const) {
      if (this.line.part.columns[role]) return [this.line];
      if (this.orders.some(({ part }) => part.columns[role]))
        return this.orders.filter(({ part }) => customerColumn(part));
    }
    return [];
  }
}
