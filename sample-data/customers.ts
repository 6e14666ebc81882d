import { dayOf, monthStarts, MONTHS } from './calendar.js';
import { design, habits, proHabit, regions, sources } from './design.js';
import type { Customer } from './model.js';
import { makeName } from './names.js';
import { Random } from './random.js';

const DAYS_PER_YEAR = 365;
const YEARS_BEFORE = 4;
const GOLDEN_RATIO = 0.618033988749895;

/** The customers in order of sign-up, with the habits that decide their orders. */
export function makeCustomers(seed: string, count: number): Customer[] {
  const random = new Random(seed, 'clients');
  const signups = makeSignupDays(new Random(seed, 'inscriptions'), count);
  const origins = signups.map((day, index) => ({
    day,
    source: random.weighted(index === 0 ? sources.slice(1) : sources),
  }));
  const survivals = origins.map(({ day, source }) =>
    isPromotion(day) ? design.promotion.yearlySurvival : source.yearlySurvival,
  );
  const lifetimes = stratifiedLifetimes(new Random(seed, 'vies'), survivals);
  return origins.map(({ day, source }, index) => {
    const id = customerId(index);
    const isPro = random.chance(design.proShare);
    // Steps of the golden ratio spread the habits evenly over the customers of any one month.
    const habit = isPro ? proHabit : random.weighted(habits, (index * GOLDEN_RATIO) % 1);
    // The product of two favours the earliest customers: a few of them recommend the shop again and again.
    const sponsor = Math.floor(random.next() * random.next() * index);
    const years = lifetimes[index] ?? 0;
    return {
      id,
      ...makeName(random, isPro, id),
      isPro,
      region: random.weighted(regions).name,
      signupDay: day,
      source: source.name,
      sponsorId: source.name === 'Parrainage' ? customerId(sponsor) : null,
      age: isPro ? null : clamp(Math.round(47 + 14 * random.normal()), 18, 90),
      hasCard: random.chance(habit.cardShare),
      ordersPerYear: habit.ordersPerYear * random.logNormal(design.heterogeneity),
      buysAtSignup: day >= 0 && !random.chance(design.lookersShare),
      lastActiveDay: Math.max(day, 0) + Math.floor(years * DAYS_PER_YEAR),
    };
  });
}

/** Sign-up days in ascending order: the fixed share before 2023, then month by month with the promotion's crowd. */
function makeSignupDays(random: Random, count: number): number[] {
  const before = Math.round(count * design.preexistingShare);
  const days = Array.from({ length: before }, () => random.between(dayOf(-12 * YEARS_BEFORE), -1));
  const units = MONTHS - 1 + design.promotion.size;
  let seats = 0;
  for (let month = 0; month < MONTHS; month++) {
    const first = seats;
    seats += month === design.promotion.month ? design.promotion.size : 1;
    const signups = share(seats / units, count - before) - share(first / units, count - before);
    for (let i = 0; i < signups; i++) days.push(random.between(start(month), start(month + 1) - 1));
  }
  return days.sort((a, b) => a - b);
}

/**
 * Years as an active customer, counted from 2023 or from sign-up. Every group of equal survival gets evenly spaced
 * quantiles in random order, so that chance does not blur the differences between groups.
 */
function stratifiedLifetimes(random: Random, survivals: readonly number[]): number[] {
  const lifetimes = new Array<number>(survivals.length).fill(0);
  for (const survival of new Set(survivals)) {
    const members = random.shuffled([...survivals.keys()].filter((index) => survivals[index] === survival));
    members.forEach((index, rank) => {
      lifetimes[index] = yearsUntil((rank + 0.5) / members.length, survival);
    });
  }
  return lifetimes;
}

/** The time at which the surviving share falls to `share`, straight between whole years. */
function yearsUntil(share: number, yearlySurvival: number): number {
  let years = 0;
  let alive = 1;
  while (alive * yearlySurvival > share) {
    alive *= yearlySurvival;
    years++;
  }
  return years + (alive - share) / (alive - alive * yearlySurvival);
}

function isPromotion(day: number): boolean {
  return day >= start(design.promotion.month) && day < start(design.promotion.month + 1);
}

function start(month: number): number {
  return monthStarts[month] ?? NaN;
}

function share(part: number, count: number): number {
  return Math.round(part * count);
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

function customerId(index: number): string {
  return `C${String(index + 1).padStart(5, '0')}`;
}
