import type { ColumnType } from './tables.js';

/**
 * The customer warehouse: the tables that every analysis reads, whatever file the data came from.
 *
 * - `sales`      one row per order line, joined to its order, customer and product
 * - `orders`     one row per order
 * - `customers`  one row per identified customer
 * - `products`   one row per product
 * - `order_lines` one row per order line, unjoined
 */
export const canonicalTables = ['sales', 'orders', 'order_lines', 'customers', 'products'] as const;
export type CanonicalTable = (typeof canonicalTables)[number];

/** A column of the warehouse. An analysis names those it needs; they are there only when a role maps to them. */
export type CanonicalColumn =
  | 'customer_id'
  | 'order_id'
  | 'order_date'
  | 'amount'
  | 'quantity'
  | 'unit_price'
  | 'cost'
  | 'product_id'
  | 'product'
  | 'category'
  | 'channel'
  | 'region'
  | 'city'
  | 'country'
  | 'customer_name'
  | 'customer_type'
  | 'acquisition_source'
  | 'signup_date'
  | 'salesperson'
  | 'campaign'
  | 'payment_method'
  | 'status'
  | 'loyalty_card';

/** A field of `sales`, as the pivot, the filters and the completion offer it. */
export interface Field {
  readonly name: string;
  readonly type: ColumnType;
  /** The canonical column when a role gave it; absent for a file's own extra column. */
  readonly canonical?: CanonicalColumn;
}

/** What an analysis may know of the data before it asks: which fields there are, and when the data ends. */
export interface Warehouse {
  readonly fields: readonly Field[];
  /** Last order date of the data, ISO; every recency counts from it. Null when no date is mapped. */
  readonly asOf: string | null;
  /** ISO 4217 code found in the data, null when unknown: amounts are then shown without a sign. */
  readonly currency: string | null;
  /** Row counts of the tables that exist. */
  readonly rows: Readonly<Partial<Record<CanonicalTable, number>>>;
}

/** The warehouse before any file is loaded. */
export const emptyWarehouse: Warehouse = { fields: [], asOf: null, currency: null, rows: {} };

/** The needed columns that the data does not have, in the order in which they are needed. */
export function missingColumns(needs: readonly CanonicalColumn[], warehouse: Warehouse): CanonicalColumn[] {
  const present = new Set(warehouse.fields.map((field) => field.canonical));
  return needs.filter((column) => !present.has(column));
}
