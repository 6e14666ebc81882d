import { LAST_DAY } from './calendar.js';
import { products } from './catalogue.js';
import { makeCustomers } from './customers.js';
import type { Order, Shop } from './model.js';
import { makeOrders, type UnnumberedOrder } from './orders.js';
import { makeReturns, plantDrop } from './planting.js';

/**
 * The whole retailer, from nothing but the seed and the number of customers: about 6 orders and 9.5 order lines per
 * customer. Runs in Node and in the browser, in time proportional to the size.
 */
export function makeShop(seed: string, customerCount: number): Shop {
  const customers = makeCustomers(seed, customerCount);
  const orders = plantDrop(seed, makeOrders(seed, customers));
  return { seed, customers, products, orders: number([...orders, ...makeReturns(seed, orders)]) };
}

/** By date, with the numbers an invoicing program would give: F… (facture) and A… (avoir). */
function number(orders: readonly UnnumberedOrder[]): Order[] {
  const byDay = Array.from({ length: LAST_DAY + 1 }, (): UnnumberedOrder[] => []);
  for (const order of orders) byDay[order.day]?.push(order);
  const next = { F: 1, A: 1 };
  return byDay.flat().map((order) => {
    const letter = order.isReturn ? 'A' : 'F';
    return { id: `${letter}${String(next[letter]++).padStart(6, '0')}`, ...order };
  });
}
