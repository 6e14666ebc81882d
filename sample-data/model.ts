import type { regions } from './design.js';

/** Something that is sold. Money is in whole cents everywhere inside the generator. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly priceCents: number;
  readonly costCents: number;
  /** How often it is chosen within its category, relative to the others. */
  readonly weight: number;
}

/** A registered customer. The last three fields are how the customer behaves; no file shows them. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isPro: boolean;
  readonly region: (typeof regions)[number]['name'];
  readonly signupDay: number;
  readonly source: string;
  /** Customer who recommended the shop, null unless `source` says so. */
  readonly sponsorId: string | null;
  /** Null for companies. */
  readonly age: number | null;
  readonly hasCard: boolean;
  readonly ordersPerYear: number;
  readonly buysAtSignup: boolean;
  readonly lastActiveDay: number;
}

/** One product of an order; a credit note has negative quantity and amount. */
export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly discountPercent: number;
  readonly amountCents: number;
}

/** An order, or a credit note (`isReturn`) with its own number and date. */
export interface Order {
  readonly id: string;
  readonly customer: Customer;
  readonly day: number;
  readonly channel: string;
  readonly isReturn: boolean;
  readonly lines: readonly OrderLine[];
}

/** All tables of the retailer: customers in order of sign-up, orders in order of date. */
export interface Shop {
  readonly seed: string;
  readonly customers: readonly Customer[];
  readonly products: readonly Product[];
  readonly orders: readonly Order[];
}
