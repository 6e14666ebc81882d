import { isoDay } from '../calendar.js';
import type { Product } from '../model.js';
import { Random } from '../random.js';
import { makeShop } from '../shop.js';
import type { Sold } from './twin.js';

/** A line of the sample shop's orders, as the twins write it: without discounts, some of them large. */
export interface Line extends Sold {
  readonly amountCents: number;
  readonly customer: string;
  readonly customerName: string;
  readonly email: string;
  readonly region: string;
  readonly channel: string;
  readonly product: Product;
  readonly quantity: number;
  readonly unitCents: number;
  /** How many lines its order has. */
  readonly ofOrder: number;
}

/** The lines of the first orders of a small shop. One in twenty is of a wholesaler, so that thousands occur. */
export function makeLines(seed: string, customers: number, orders: number): Line[] {
  const shop = makeShop(`twins ${seed}`, customers);
  const random = new Random(seed, 'lines');
  return shop.orders.slice(0, orders).flatMap(({ id, customer, day, channel, isReturn, lines }) =>
    lines.map(({ product, quantity: pieces }) => {
      const quantity = pieces * (random.chance(0.05) ? 24 : 1);
      return {
        order: id,
        customer: customer.id,
        customerName: customer.name,
        email: customer.email,
        region: customer.region,
        channel,
        day: isoDay(day),
        isReturn,
        product,
        quantity,
        unitCents: product.priceCents,
        amountCents: quantity * product.priceCents,
        ofOrder: lines.length,
      };
    }),
  );
}
