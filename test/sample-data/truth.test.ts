import { expect, test } from 'vitest';
import { dayOf } from '../../sample-data/calendar.js';
import type { Customer, Order, Product, Shop } from '../../sample-data/model.js';
import { cohorts } from '../../sample-data/truth-cohorts.js';
import { contributions } from '../../sample-data/truth-drop.js';
import { gini, pareto } from '../../sample-data/truth-pareto.js';
import { cutPoints, segmentOf } from '../../sample-data/truth-rfm.js';
import { makeTruth } from '../../sample-data/truth.js';

const product: Product = {
  id: 'P01',
  name: 'Bol',
  category: 'Cuisine',
  priceCents: 1000,
  costCents: 400,
  weight: 1,
};

function customer(id: string): Customer {
  return {
    id,
    name: id,
    email: `${id}@courriel.example`,
    isPro: false,
    region: 'Bretagne',
    signupDay: 0,
    source: 'Magasin',
    sponsorId: null,
    age: 40,
    hasCard: false,
    ordersPerYear: 1,
    buysAtSignup: true,
    lastActiveDay: 0,
  };
}

const [ana, bob, cyr, dan] = [customer('ana'), customer('bob'), customer('cyr'), customer('dan')];

function order(id: string, buyer: Customer, day: number, quantity: number): Order {
  const line = { product, quantity, unitPriceCents: 1000, discountPercent: 0, amountCents: quantity * 1000 };
  return { id, customer: buyer, day, channel: 'Magasin', isReturn: quantity < 0, lines: [line] };
}

/** Ana buys for 60 € in two orders, Bob for 30 € and sends 10 € back, Cyr for 20 € and sends all back, Dan nothing. */
const micro: Shop = {
  seed: 'by hand',
  customers: [ana, bob, cyr, dan],
  products: [product],
  orders: [
    order('F1', ana, 0, 2),
    order('F2', bob, 10, 3),
    order('F3', cyr, 12, 2),
    order('A1', cyr, 20, -2),
    order('A2', bob, dayOf(1), -1),
    order('F4', ana, dayOf(1) + 9, 4),
  ],
};

test('the overview of a shop of four customers is what one reckons by hand', () => {
  const { overview, rows, revenue } = makeTruth(micro);
  expect(overview).toEqual({
    customers: 3,
    orders: 4,
    lines: 6,
    revenue: 80,
    first_date: '2023-01-01',
    last_date: '2023-02-10',
    average_basket: 20,
    orders_per_customer: 4 / 3,
    repeat_rate: 1 / 3,
    identified_share: 1,
  });
  expect(rows).toMatchObject({ commandes: 6, avoirs: 2, clients_sans_commande: 1 });
  expect(revenue.by_month).toEqual({ '2023-01': 50, '2023-02': 30 });
});

test('Pareto leaves out the customer whose returns eat up the purchases', () => {
  // Ana 60 and Bob 20: the Gini is 2 × (1×20 + 2×60) / (2×80) − 3/2 = 0.25.
  const { items, total, top_share, gini: coefficient } = makeTruth(micro).pareto;
  expect({ items, total, top_share }).toEqual({ items: 2, total: 80, top_share: 0.75 });
  expect(coefficient).toBeCloseTo(0.25, 12);
});

test('recency counts from the last order date, and frequency ignores credit notes', () => {
  // Days since the last order: Ana 0, Bob 30, Cyr 28; type-7 quantiles of 0, 28, 30 lie 0.4 and 0.8 of the way.
  const { cuts, segments } = makeTruth(micro).rfm;
  expect(cuts.r.map((days) => Number(days.toFixed(9)))).toEqual([11.2, 22.4, 28.4, 29.2]);
  expect(cuts.f.map((orders) => Number(orders.toFixed(9)))).toEqual([1, 1, 1.2, 1.6]);
  // Ana has R 5 and F 5, Cyr R 3 and F 1, Bob R 1 and F 1.
  expect(segments).toEqual({
    about_to_sleep: { customers: 1, revenue: 0 },
    champions: { customers: 1, revenue: 60 },
    hibernating: { customers: 1, revenue: 20 },
  });
});

test('the Gini coefficient is 0 for equal values and (n−1)/n when one holds all', () => {
  expect(gini([5, 5, 5, 5])).toBeCloseTo(0, 12);
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
});

test('the item that crosses 80 % is still A', () => {
  const { classes, items_for_target, top_share } = pareto([500, 300, 100, 60, 40, 0, -50]);
  expect(classes).toEqual({
    A: { items: 2, value: 8 },
    B: { items: 2, value: 1.6 },
    C: { items: 1, value: 0.4 },
  });
  expect(items_for_target).toBe(2);
  expect(top_share).toBe(0.5);
  expect(pareto([50, 20, 20, 10]).classes.A.items).toBe(3);
});

test('a cut point that falls on a value equals it', () => {
  expect(cutPoints([1, 2, 3, 4, 5, 6])).toEqual([2, 3, 4, 5]);
  expect(cutPoints([1, 2])).toEqual([1.2, 1.4, 1.6, 1.8]);
});

test('the ten segments cover the 25 pairs of scores', () => {
  const map = [5, 4, 3, 2, 1].map((r) => [1, 2, 3, 4, 5].map((f) => segmentOf(r, f)));
  const [hibernating, risk, lose] = ['hibernating', 'at_risk', 'cant_lose'];
  const [sleep, potential, loyal] = ['about_to_sleep', 'potential_loyalists', 'loyal_customers'];
  expect(map).toEqual([
    ['new_customers', potential, potential, 'champions', 'champions'],
    ['promising', potential, potential, loyal, loyal],
    [sleep, sleep, 'need_attention', loyal, loyal],
    [hibernating, hibernating, risk, risk, lose],
    [hibernating, hibernating, risk, risk, lose],
  ]);
});

test('a cohort counts each customer once a month, and its second year only when it is over', () => {
  const activities = [
    { customerId: 'a', month: 0 },
    { customerId: 'a', month: 0 },
    { customerId: 'a', month: 12 },
    { customerId: 'b', month: 0 },
    { customerId: 'b', month: 1 },
    { customerId: 'c', month: 2 },
  ];
  const [first, second, ...others] = cohorts(activities, 24);
  expect(first).toMatchObject({ month: 0, size: 2, secondYear: 1 });
  expect(first?.active.slice(0, 3)).toEqual([2, 1, 0]);
  expect(first?.active[12]).toBe(1);
  expect(second).toMatchObject({ month: 2, size: 1, secondYear: null });
  expect(others).toEqual([]);
});

test('contributions add up to the change of the total, the largest first', () => {
  const causes = contributions([
    { path: ['north'], isLater: false, cents: 6000 },
    { path: ['north'], isLater: true, cents: 3000 },
    { path: ['south'], isLater: false, cents: 4000 },
    { path: ['south'], isLater: true, cents: 5000 },
  ]);
  expect(causes).toEqual([
    { path: ['north'], a: 60, b: 30, contribution: -0.3 },
    { path: ['south'], a: 40, b: 50, contribution: 0.1 },
  ]);
});
