import { isoDay, isoMonth, monthOf, MONTHS } from './calendar.js';
import { design } from './design.js';
import type { Order, OrderLine, Shop } from './model.js';
import { cohorts } from './truth-cohorts.js';
import { contributions, type Cause, type PeriodAmount } from './truth-drop.js';
import { pareto, sum } from './truth-pareto.js';
import { patterns } from './truth-patterns.js';
import { scoreBuyers, type Buyer, type ScoredBuyer } from './truth-rfm.js';

/** What the files hold, reckoned from the tables without a database: the answers that the app must give. */
export type Truth = ReturnType<typeof makeTruth>;

const CAUSES_SHOWN = 10;

/** The truth about one shop. Money in euros, shares 0–1, keys as in the app's result tables. */
export function makeTruth(shop: Shop) {
  const concluded = shop.orders.filter(isConcluded);
  const buyers = makeBuyers(shop, concluded);
  const ordersByMonth = countByMonth(concluded);
  const cohortRows = cohortTable(concluded);
  return {
    rows: {
      clients: shop.customers.length,
      produits: shop.products.length,
      commandes: shop.orders.length,
      lignes: sum(shop.orders.map((order) => order.lines.length)),
      avoirs: shop.orders.filter((order) => order.isReturn).length,
      clients_sans_commande:
        shop.customers.length - new Set(shop.orders.map((order) => order.customer.id)).size,
    },
    overview: overview(shop, concluded, buyers),
    pareto: pareto(buyers.map((buyer) => buyer.monetaryCents)),
    rfm: rfm(buyers),
    cohorts: cohortRows,
    revenue: {
      by_month: revenueBy(shop, (order) => isoMonth(monthOf(order.day))),
      by_region: revenueBy(shop, (order) => order.customer.region),
      by_channel: revenueBy(shop, (order) => order.channel),
      by_category: revenueBy(shop, (_, line) => line.product.category),
    },
    orders_by_month: Object.fromEntries(ordersByMonth.map((orders, month) => [isoMonth(month), orders])),
    drop: drop(shop),
    patterns: patterns(shop, ordersByMonth, cohortRows),
  };
}

/** An order counts when it is no credit note and comes to a positive amount. */
function isConcluded(order: Order): boolean {
  return !order.isReturn && amountOf(order) > 0;
}

function amountOf(order: Order): number {
  return sum(order.lines.map((line) => line.amountCents));
}

function makeBuyers(shop: Shop, concluded: readonly Order[]): Buyer[] {
  const asOf = lastDay(shop);
  const buyers = new Map<string, Buyer>();
  for (const { customer, day } of concluded) {
    const frequency = (buyers.get(customer.id)?.frequency ?? 0) + 1;
    // Orders are in order of date, so the last one seen is the most recent.
    buyers.set(customer.id, {
      customerId: customer.id,
      recencyDays: asOf - day,
      frequency,
      monetaryCents: 0,
    });
  }
  for (const order of shop.orders) {
    const buyer = buyers.get(order.customer.id);
    if (!buyer) continue;
    buyers.set(buyer.customerId, { ...buyer, monetaryCents: buyer.monetaryCents + amountOf(order) });
  }
  return [...buyers.values()];
}

function overview(shop: Shop, concluded: readonly Order[], buyers: readonly Buyer[]) {
  const revenue = sum(shop.orders.map(amountOf)) / 100;
  return {
    customers: buyers.length,
    orders: concluded.length,
    lines: sum(shop.orders.map((order) => order.lines.length)),
    revenue,
    first_date: isoDay(shop.orders[0]?.day ?? NaN),
    last_date: isoDay(lastDay(shop)),
    average_basket: revenue / concluded.length,
    orders_per_customer: concluded.length / buyers.length,
    repeat_rate: buyers.filter((buyer) => buyer.frequency >= 2).length / buyers.length,
    /** Every order of these files names its customer. */
    identified_share: 1,
  };
}

function rfm(buyers: readonly Buyer[]) {
  const { cuts, scored } = scoreBuyers(buyers);
  const groupBy = (keyOf: (buyer: ScoredBuyer) => string) => {
    const groups: Record<string, { customers: number; revenue: number }> = {};
    for (const key of [...new Set(scored.map(keyOf))].sort()) {
      const members = scored.filter((buyer) => keyOf(buyer) === key);
      groups[key] = {
        customers: members.length,
        revenue: sum(members.map((buyer) => buyer.monetaryCents)) / 100,
      };
    }
    return groups;
  };
  return {
    cuts,
    segments: groupBy((buyer) => buyer.segment),
    grid: groupBy((buyer) => `r${buyer.r}f${buyer.f}`),
  };
}

function countByMonth(concluded: readonly Order[]): number[] {
  const counts = new Array<number>(MONTHS).fill(0);
  for (const { day } of concluded) counts[monthOf(day)] = (counts[monthOf(day)] ?? 0) + 1;
  return counts;
}

function cohortTable(concluded: readonly Order[]) {
  const activities = concluded.map((order) => ({ customerId: order.customer.id, month: monthOf(order.day) }));
  return cohorts(activities, MONTHS).map(({ month, size, active, secondYear }) => ({
    cohort: isoMonth(month),
    size,
    active,
    /** Customers who order again in their second year, months 12 to 23 after the first order. */
    second_year: secondYear,
  }));
}

function revenueBy(shop: Shop, keyOf: (order: Order, line: OrderLine) => string): Record<string, number> {
  const cents = new Map<string, number>();
  for (const order of shop.orders) {
    for (const line of order.lines) {
      const key = keyOf(order, line);
      cents.set(key, (cents.get(key) ?? 0) + line.amountCents);
    }
  }
  return Object.fromEntries(
    [...cents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, value / 100]),
  );
}

/** The quarter of the drop against the same quarter one year before, in total and by cause. */
function drop(shop: Shop) {
  const { firstMonth, months } = design.drop;
  const isIn = (order: Order, first: number): boolean =>
    monthOf(order.day) >= first && monthOf(order.day) < first + months;
  const amounts = shop.orders.flatMap((order) => {
    const isLater = isIn(order, firstMonth);
    if (!isLater && !isIn(order, firstMonth - 12)) return [];
    return order.lines.map((line): PeriodAmount => ({
      path: [order.customer.region, order.channel, line.product.category],
      isLater,
      cents: line.amountCents,
    }));
  });
  const along = (dimension: number): Cause[] =>
    contributions(amounts.map((each) => ({ ...each, path: each.path.slice(dimension, dimension + 1) })));
  const [total] = contributions(amounts.map((each) => ({ ...each, path: [] })));
  return {
    period: [isoMonth(firstMonth), isoMonth(firstMonth + months - 1)],
    against: [isoMonth(firstMonth - 12), isoMonth(firstMonth - 12 + months - 1)],
    a: total?.a ?? 0,
    b: total?.b ?? 0,
    change_share: total?.contribution ?? 0,
    causes: contributions(amounts).slice(0, CAUSES_SHOWN),
    by_region: along(0),
    by_channel: along(1),
    by_category: along(2),
  };
}

function lastDay(shop: Shop): number {
  return shop.orders.at(-1)?.day ?? NaN;
}
