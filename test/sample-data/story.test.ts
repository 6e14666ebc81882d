import { expect, test } from 'vitest';
import { dayOf, monthOf } from '../../sample-data/calendar.js';
import { makeCustomers } from '../../sample-data/customers.js';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED } from '../../sample-data/files.js';
import { makeOrders, type UnnumberedOrder } from '../../sample-data/orders.js';
import { plantDrop } from '../../sample-data/planting.js';
import { checkStory, tellStory } from '../../sample-data/story.js';

const { truth } = tellStory(SAMPLE_SEED, SAMPLE_CUSTOMERS);

test('the files have the planned size', () => {
  expect(truth.rows.clients).toBe(1800);
  expect(truth.rows.produits).toBe(48);
  expect(truth.rows.commandes).toBeGreaterThan(10_000);
  expect(truth.rows.commandes).toBeLessThan(12_000);
  expect(truth.rows.lignes).toBeGreaterThan(15_500);
  expect(truth.rows.lignes).toBeLessThan(18_500);
  expect(truth.rows.avoirs / (truth.rows.commandes - truth.rows.avoirs)).toBeCloseTo(0.015, 4);
  expect(truth.rows.clients_sans_commande).toBeGreaterThan(0);
});

test('the top fifth of the buyers hold 77 to 82 % of the revenue', () => {
  expect(truth.pareto.top_share).toBeGreaterThanOrEqual(0.77);
  expect(truth.pareto.top_share).toBeLessThanOrEqual(0.82);
});

test('the season factors come out within 0.1 of the plan', () => {
  const [january, , , , , , , august, , , november, december] = truth.patterns.seasonality;
  expect(Math.abs((january ?? NaN) - 0.8)).toBeLessThan(0.1);
  expect(Math.abs((august ?? NaN) - 0.75)).toBeLessThan(0.1);
  expect(Math.abs((november ?? NaN) - 1.25)).toBeLessThan(0.1);
  expect(Math.abs((december ?? NaN) - 1.4)).toBeLessThan(0.1);
});

test('sales of the third quarter of 2025 fall by 8 to 18 %, and the planted cause comes first', () => {
  expect(truth.drop.change_share).toBeGreaterThanOrEqual(-0.18);
  expect(truth.drop.change_share).toBeLessThanOrEqual(-0.08);
  const [cause, next] = truth.drop.causes;
  expect(cause?.path).toEqual(['Hauts-de-France', 'Site web', 'Cuisine']);
  expect(cause?.contribution).toBeGreaterThan(-0.18);
  expect(cause?.contribution).toBeLessThan(-0.06);
  expect(Math.abs(next?.contribution ?? 1)).toBeLessThan(0.03);
});

test('the drop takes exactly 85 % of the lines of its cell and leaves all others', () => {
  const orders = makeOrders('drop', makeCustomers('drop', SAMPLE_CUSTOMERS));
  const inCell = (from: readonly UnnumberedOrder[]) =>
    from
      .filter(({ day, channel, customer }) => {
        const isQuarter = monthOf(day) >= 30 && monthOf(day) <= 32;
        return isQuarter && channel === 'Site web' && customer.region === 'Hauts-de-France';
      })
      .flatMap(({ lines }) => lines.filter(({ product }) => product.category === 'Cuisine')).length;
  const all = (from: readonly UnnumberedOrder[]) => from.flatMap(({ lines }) => lines).length;
  const before = inCell(orders);
  const lost = Math.round(0.85 * before);
  const left = plantDrop('drop', orders);
  expect(before).toBeGreaterThan(80);
  expect(inCell(left)).toBe(before - lost);
  expect(all(left)).toBe(all(orders) - lost);
});

test('the promotion of November 2023 brings five times the sign-ups, and they come back least', () => {
  const { signups, signups_month_before, second_year_share, lowest_other_second_year_share } =
    truth.patterns.promotion;
  expect(signups / signups_month_before).toBeCloseTo(5, 0);
  expect(second_year_share).toBeLessThan(lowest_other_second_year_share);
});

test('46 % of the customers signed up before the first order, so the first cohort is inflated', () => {
  expect(truth.patterns.preexisting_share).toBe(0.46);
  const sizes = truth.cohorts.map(({ size }) => size);
  expect(sizes[0]).toBeGreaterThan(3 * (sizes[17] ?? NaN));
});

test('the share of a group still active after a year is the one of its acquisition channel', () => {
  const customers = makeCustomers('survival', 20_000).filter(({ signupDay }) => signupDay < 0);
  const stillActive = (source: string): number => {
    const group = customers.filter((customer) => customer.source === source);
    return group.filter(({ lastActiveDay }) => lastActiveDay >= dayOf(12)).length / group.length;
  };
  expect(stillActive('Parrainage')).toBeCloseTo(0.9, 1);
  expect(stillActive('Magasin')).toBeCloseTo(0.8, 1);
  expect(stillActive('Pub web')).toBeCloseTo(0.6, 1);
  expect(stillActive('Fichier loué')).toBeCloseTo(0.5, 1);
});

test('another seed gives other customers and orders with the same story', () => {
  const other = tellStory('promotion-2027', SAMPLE_CUSTOMERS);
  expect(other.truth.overview.revenue).not.toBe(truth.overview.revenue);
  expect(other.truth.overview.orders).not.toBe(truth.overview.orders);
  expect(new Set(Object.values(checkStory(other.truth)))).toEqual(new Set([true]));
});
