import type { ColumnType } from './tables.js';

/**
 * The customer warehouse: the tables that every analysis reads, whatever file the data came from.
 *
 * - `sales`      one row per order line, joined to its order, customer and product
 * - `orders`     one row per order
 * - `order_lines` one row per order line, unjoined
 * - `customers`  one row per identified customer
 * - `products`   one row per product
 * - `prospects`  one row per person or company that has not bought yet
 * - `interactions` one row per contact, in or out
 * - `tickets`    one row per complaint
 * - `survey_answers` one row per answer
 * - `campaigns`  one row per campaign
 * - `campaign_contacts` one row per campaign and customer
 * - `costs`      one row per cost booked
 * - `calendar`   one row per day between the first and the last order
 * - `customer_merge` one row per customer number that was merged into another
 */
export const canonicalTables = [
  'sales',
  'orders',
  'order_lines',
  'customers',
  'products',
  'prospects',
  'interactions',
  'tickets',
  'survey_answers',
  'campaigns',
  'campaign_contacts',
  'costs',
  'calendar',
  'customer_merge',
] as const;
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

/** Whether amounts hold the value-added tax. */
export type AmountBasis = 'with-tax' | 'without-tax';

/** Something about the data that makes its sums doubtful. `detail` names what was found, in the files' own words. */
export interface WarehouseWarning {
  readonly code: 'several-currencies' | 'mixed-tax' | 'orders-told-apart' | 'orders-taken-for-one';
  readonly detail: string;
}

/** What an analysis may know of the data before it asks: which fields there are, and when the data ends. */
export interface Warehouse {
  readonly fields: readonly Field[];
  /** The day from which every recency counts, ISO: the person's, else that of the last order. Null when no date is mapped. */
  readonly asOf: string | null;
  /** ISO 4217 code that the person declared or the data tell, null when unknown: amounts are then shown without a sign. */
  readonly currency: string | null;
  /** What the person declared, else what the header of the amounts says; null when neither does. */
  readonly amounts: AmountBasis | null;
  /** The file has one row per customer with orders, amount and last order: they stand in `customers`, and there are no sales. */
  readonly hasCustomerTotals: boolean;
  /** Lines of `sales` without a customer: in every total, in no figure about customers. Null when no column says who bought. */
  readonly anonymousLines: number | null;
  readonly warnings: readonly WarehouseWarning[];
  /** Row counts of the tables that exist. */
  readonly rows: Readonly<Partial<Record<CanonicalTable, number>>>;
}

/** The warehouse before any file is loaded. */
export const emptyWarehouse: Warehouse = {
  fields: [],
  asOf: null,
  currency: null,
  amounts: null,
  hasCustomerTotals: false,
  anonymousLines: null,
  warnings: [],
  rows: {},
};

/** The needed columns that the data does not have, in the order in which they are needed. */
export function missingColumns(needs: readonly CanonicalColumn[], warehouse: Warehouse): CanonicalColumn[] {
  const present = new Set(warehouse.fields.map((field) => field.canonical));
  return needs.filter((column) => !present.has(column));
}
