import { productsOf } from './catalogue.js';
import { LAST_DAY, monthOf, MONTHS, monthStarts } from './calendar.js';
import { categories, channels, design } from './design.js';
import type { Customer, Order, OrderLine } from './model.js';
import { Random } from './random.js';

/** An order that has no number yet: numbers follow the dates of all orders. */
export type UnnumberedOrder = Omit<Order, 'id'>;

const lineCounts = [
  { lines: 1, weight: 0.6 },
  { lines: 2, weight: 0.26 },
  { lines: 3, weight: 0.1 },
  { lines: 4, weight: 0.04 },
];

/** All orders before anything is planted, customer by customer. */
export function makeOrders(seed: string, customers: readonly Customer[]): UnnumberedOrder[] {
  const days = new Random(seed, 'commandes');
  const content = new Random(seed, 'lignes');
  const orders: UnnumberedOrder[] = [];
  for (const customer of customers) {
    for (const day of orderDays(days, customer)) orders.push(makeOrder(content, customer, day));
  }
  return orders;
}

/** A Poisson process with the seasons' rate, from sign-up to the last active day. */
function orderDays(random: Random, customer: Customer): number[] {
  const first = Math.max(customer.signupDay, 0);
  const last = Math.min(customer.lastActiveDay, LAST_DAY);
  const days = customer.buysAtSignup ? [customer.signupDay] : [];
  for (let month = monthOf(first); month < MONTHS; month++) {
    const from = Math.max(first, monthStarts[month] ?? 0);
    const monthEnd = (monthStarts[month + 1] ?? 0) - 1;
    const to = Math.min(last, monthEnd);
    if (to < from) break;
    const monthShare = (to - from + 1) / (monthEnd + 1 - (monthStarts[month] ?? 0));
    const season = design.seasonality[month % 12] ?? 1;
    const count = random.poisson((customer.ordersPerYear / 12) * season * monthShare);
    for (let i = 0; i < count; i++) days.push(random.between(from, to));
  }
  return days;
}

function makeOrder(random: Random, customer: Customer, day: number): UnnumberedOrder {
  const isHome = customer.region === design.drop.region;
  const channel = random.weighted(isHome ? channels.home : channels.elsewhere).name;
  const mix = isHome && channel === design.drop.channel ? categories.atCause : categories.elsewhere;
  const discountPercent = makeDiscount(random, customer, day);
  const lines: OrderLine[] = [];
  for (let wanted = random.weighted(lineCounts).lines; wanted > 0; wanted--) {
    const product = random.weighted(productsOf(random.weighted(mix).name));
    const quantity = makeQuantity(random, customer);
    if (lines.some((line) => line.product === product)) continue;
    const amountCents = Math.round((quantity * product.priceCents * (100 - discountPercent)) / 100);
    lines.push({ product, quantity, unitPriceCents: product.priceCents, discountPercent, amountCents });
  }
  return { customer, day, channel, isReturn: false, lines };
}

/** Companies have their 10 %, November has its offers, and now and then there is a voucher. */
function makeDiscount(random: Random, customer: Customer, day: number): number {
  const isNovember = monthOf(day) % 12 === 10;
  if (random.chance(isNovember ? 0.4 : 0.12)) return random.pick(isNovember ? [10, 20, 30] : [5, 10, 15]);
  return customer.isPro ? 10 : 0;
}

function makeQuantity(random: Random, customer: Customer): number {
  const pieces = random.chance(0.72) ? 1 : random.between(2, 3);
  return customer.isPro ? pieces * random.between(1, 4) : pieces;
}
