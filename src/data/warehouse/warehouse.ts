import {
  canonicalTables,
  emptyWarehouse,
  type CanonicalTable,
  type Field,
  type Warehouse,
} from '../../core/warehouse.js';
import type { Engine } from '../../engine/engine.js';
import { ident, list, sql, type Sql } from '../../engine/sql.js';
import { calendarQuery } from './calendar.js';
import { directoryOf, type CustomerNumbers } from './customer-numbers.js';
import { customersQuery, fileCustomersQuery } from './customers-table.js';
import { makeOrders } from './orders-table.js';
import { hasTotals, partsOf, type Part } from './parts.js';
import { fileProductsQuery, productsQuery } from './products-table.js';
import { dimensionColumns } from './sales-columns.js';
import type { SalesPlan } from './sales-plan.js';
import { salesQuery, salesShape } from './sales.js';
import type { Source } from '../source.js';
import { starTables } from './star/star-columns.js';
import { starQuery } from './star/star-table.js';
import { finalMerges, noChoices, type CustomerMerge, type WarehouseChoices } from './warehouse-choices.js';
import { findMoney } from './warnings.js';

/**
 * Makes the canonical tables of a schema from its source tables; those of before are replaced. `sales` is a view where
 * it only renames columns of one file, else a table; so are the tables that a file gives as it is. Without any amount,
 * date or product there is no `sales`; a file of customers or products alone makes `customers` or `products`.
 *
 * Of `choices` only the merges are used here; the others are no matter of tables (see `withChoices`).
 */
export async function buildWarehouse(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  plan: SalesPlan | null,
  signal?: AbortSignal,
  choices: WarehouseChoices = noChoices,
): Promise<Warehouse> {
  const builder = new Builder(engine, schema, sources, plan?.merges ?? finalMerges(choices.merges), signal);
  await builder.clear();
  await builder.makeMerges();
  const warehouse = plan ? await builder.makeSales(plan) : await builder.makeDimensions();
  await builder.makeStar();
  return { ...warehouse, rows: await builder.countRows() };
}

/** The columns of `order_lines`, of those that `sales` has. */
export function lineColumns(fields: readonly Field[]): string[] {
  const ofLines = ['order_id', 'product_id', 'quantity', 'unit_price', 'amount', 'cost', 'is_return'];
  // Quantities and amounts stand there even where no file gives them.
  return ofLines.filter(
    (column) => ['quantity', 'amount'].includes(column) || fields.some(({ name }) => name === column),
  );
}

/** Makes the tables of one schema, and remembers which there are. */
class Builder {
  readonly #tables: CanonicalTable[] = [];
  readonly #parts: readonly Part[];

  constructor(
    readonly engine: Engine,
    readonly schema: string,
    readonly sources: readonly Source[],
    readonly merges: readonly CustomerMerge[],
    readonly signal?: AbortSignal,
  ) {
    this.#parts = partsOf(sources);
  }

  /** Removes the canonical tables, be they tables or views. A file's own table is never taken for one of them. */
  async clear(): Promise<void> {
    const own = this.sources.map(({ table }) => table);
    const names = canonicalTables.filter((table) => !own.includes(table));
    const found = await this.engine.query<{ name: string; kind: string }>(
      sql`select table_name as "name", table_type as "kind" from information_schema.tables
          where table_catalog = current_database() and table_schema = ${this.schema} and table_name in (${list([...names])})`,
      this.signal,
    );
    for (const { name, kind } of found) {
      const type = kind === 'VIEW' ? sql`view` : sql`table`;
      await this.engine.run(sql`drop ${type} ${this.#name(name)}`, this.signal);
    }
  }

  async makeMerges(): Promise<void> {
    if (this.merges.length === 0) return;
    const rows = this.merges.map(({ from, to, reason }) => sql`(${from}, ${to}, ${reason})`);
    await this.#make('customer_merge', sql`select * from (values ${list(rows)}) as m("from", "to", reason)`);
  }

  /** The tables of what was sold. */
  async makeSales(plan: SalesPlan): Promise<Warehouse> {
    const { fields, isView } = salesShape(plan);
    await this.#make('sales', salesQuery(plan), isView);
    const kept = fields.map((field) => field.name);
    await this.#make('order_lines', this.#orderLines(fields), true);
    await makeOrders(this.engine, plan, this.#name('orders'), this.#name('sales'), this.signal);
    this.#tables.push('orders');
    const hasCustomer = kept.includes('customer_id');
    if (!hasCustomer && this.#ofKind('customers').length > 0) await this.#makeFileCustomers();
    else await this.#make('customers', customersQuery(plan, this.#name('sales'), this.#name('orders')));
    if (kept.includes('product')) {
      const columns = plan.columns;
      const products = productsQuery(this.schema, fields, plan.products, columns, this.#name('sales'));
      await this.#make('products', products);
    } else await this.#makeFileProducts();
    const [days] = await this.engine.query<{ first: string | null; last: string | null }>(
      sql`select min(order_date) as "first", max(order_date) as "last" from ${this.#name('orders')}`,
      this.signal,
    );
    if (days?.first && days.last) await this.#make('calendar', calendarQuery(days.first, days.last), true);
    const [anonymous] = hasCustomer
      ? await this.engine.query<{ lines: number }>(
          sql`select count(*) - count(customer_id) as "lines" from ${this.#name('sales')}`,
          this.signal,
        )
      : [];
    return {
      ...emptyWarehouse,
      fields,
      asOf: days?.last ?? null,
      ...(await findMoney(this.engine, plan, this.signal)),
      anonymousLines: anonymous?.lines ?? null,
    };
  }

  /** Customers and products without sales: their files, under canonical names. */
  async makeDimensions(): Promise<Warehouse> {
    await this.#makeFileCustomers();
    await this.#makeFileProducts();
    const hasCustomerTotals = this.#parts.some(hasTotals);
    const [found] = hasCustomerTotals
      ? await this.engine.query<{ asOf: string | null }>(
          sql`select max(last_order) as "asOf" from ${this.#name('customers')}`,
          this.signal,
        )
      : [];
    const currency = this.sources.find((source) => source.currency)?.currency ?? null;
    return { ...emptyWarehouse, asOf: found?.asOf ?? null, currency, hasCustomerTotals };
  }

  /** What a file gives row by row: contacts, complaints, answers, campaigns, costs. */
  async makeStar(): Promise<void> {
    for (const table of starTables) {
      const parts = this.#ofKind(table);
      if (parts.length > 0) await this.#make(table, starQuery(this.#numbers, table, parts), true);
    }
  }

  async countRows(): Promise<Warehouse['rows']> {
    const tables = canonicalTables.filter((table) => this.#tables.includes(table));
    if (tables.length === 0) return {};
    const counts = tables.map((table) => sql`(select count(*) from ${this.#name(table)}) as ${ident(table)}`);
    const [rows] = await this.engine.query<Record<CanonicalTable, number>>(
      sql`select ${list(counts)}`,
      this.signal,
    );
    return rows ?? {};
  }

  get #numbers(): CustomerNumbers {
    return { schema: this.schema, merges: this.merges, directory: directoryOf(this.#parts) };
  }

  #ofKind(kind: Part['kind']): Part[] {
    return this.#parts.filter((part) => part.kind === kind);
  }

  async #makeFileCustomers(): Promise<void> {
    const parts = this.#ofKind('customers');
    const columns = await dimensionColumns(this.engine, this.schema, parts, this.signal);
    const query = fileCustomersQuery(this.#numbers, parts, columns);
    if (query) await this.#make('customers', query);
  }

  async #makeFileProducts(): Promise<void> {
    const parts = this.#ofKind('products');
    const columns = await dimensionColumns(this.engine, this.schema, parts, this.signal);
    const query = fileProductsQuery(this.schema, parts, columns);
    if (query) await this.#make('products', query);
  }

  #orderLines(fields: readonly Field[]): Sql {
    return sql`select ${list(lineColumns(fields).map(ident))} from ${this.#name('sales')}`;
  }

  /** A notebook of before may have a file's own table of that name: it stays, and this one is not made. */
  async #make(table: CanonicalTable, query: Sql, isView = false): Promise<void> {
    if (this.sources.some((source) => source.table === table)) return;
    const kind = isView ? sql`view` : sql`table`;
    await this.engine.run(sql`create ${kind} ${this.#name(table)} as ${query}`, this.signal);
    this.#tables.push(table);
  }

  #name(table: string): Sql {
    return sql`${ident(this.schema)}.${ident(table)}`;
  }
}
