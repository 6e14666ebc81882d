import { LAST_DAY, monthOf } from './calendar.js';
import { design } from './design.js';
import type { OrderLine } from './model.js';
import type { UnnumberedOrder } from './orders.js';
import { Random } from './random.js';

/** The sales drop: takes exactly the planned share of the cause's lines away, and orders that have no line left. */
export function plantDrop(seed: string, orders: readonly UnnumberedOrder[]): UnnumberedOrder[] {
  const exposed = orders.filter(isExposed).flatMap((order) => order.lines.filter(isOfDroppedCategory));
  const lostCount = Math.round(exposed.length * design.drop.lostShare);
  const lost = new Set(new Random(seed, 'baisse').shuffled(exposed).slice(0, lostCount));
  return orders
    .map((order) =>
      isExposed(order) ? { ...order, lines: order.lines.filter((line) => !lost.has(line)) } : order,
    )
    .filter((order) => order.lines.length > 0);
}

/** Credit notes for exactly the planned share of orders: one line comes back within one to five weeks. */
export function makeReturns(seed: string, orders: readonly UnnumberedOrder[]): UnnumberedOrder[] {
  const random = new Random(seed, 'avoirs');
  const old = orders.filter((order) => order.day <= LAST_DAY - 35);
  const returned = random.shuffled(old).slice(0, Math.round(orders.length * design.returnShare));
  return returned.map((order) => ({
    ...order,
    day: order.day + random.between(5, 35),
    isReturn: true,
    lines: [negative(random.pick(order.lines))],
  }));
}

function negative(line: OrderLine): OrderLine {
  return { ...line, quantity: -line.quantity, amountCents: -line.amountCents };
}

function isExposed(order: UnnumberedOrder): boolean {
  const { firstMonth, months, region, channel } = design.drop;
  const month = monthOf(order.day);
  return (
    month >= firstMonth &&
    month < firstMonth + months &&
    order.customer.region === region &&
    order.channel === channel
  );
}

function isOfDroppedCategory(line: OrderLine): boolean {
  return line.product.category === design.drop.category;
}
