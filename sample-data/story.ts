import { design } from './design.js';
import type { Shop } from './model.js';
import { makeShop } from './shop.js';
import { makeTruth, type Truth } from './truth.js';

/** A shop whose planted patterns can be seen, its truth, and the attempt that gave it. */
export interface ToldShop {
  readonly shop: Shop;
  readonly truth: Truth;
  readonly attempt: number;
}

const LAST_ATTEMPT = 30;

/** Tries `seed#0` to `seed#30` and keeps the first shop that tells the whole story. */
export function tellStory(seed: string, customerCount: number): ToldShop {
  for (let attempt = 0; attempt <= LAST_ATTEMPT; attempt++) {
    const shop = makeShop(`${seed}#${attempt}`, customerCount);
    const truth = makeTruth(shop);
    if (Object.values(checkStory(truth)).every((holds) => holds)) return { shop, truth, attempt };
  }
  throw new Error(`no attempt with seed ${seed} and ${customerCount} customers tells the story`);
}

/** Which of the planted patterns the truth shows. */
export function checkStory(truth: Truth) {
  const { drop, pareto, overview } = truth;
  const { promotion } = truth.patterns;
  const cause = [design.drop.region, design.drop.channel, design.drop.category].join();
  return {
    fewCarryMost: pareto.top_share >= 0.77 && pareto.top_share <= 0.82,
    salesDropped: drop.change_share >= -0.18 && drop.change_share <= -0.08,
    causeRanksFirst: drop.causes[0]?.path.join() === cause,
    januaryAndAugustAreLowest: yearsOf(truth).every((orders) => lowestTwo(orders).join() === '0,7'),
    novemberAndDecemberAreHighest: yearsOf(truth).every(
      (orders) => lowestTwo(orders.map((n) => -n)).join() === '10,11',
    ),
    promotionStaysLeast: (promotion.second_year_share ?? 1) < promotion.lowest_other_second_year_share,
    coversAllDays: overview.first_date === design.firstDate && overview.last_date === design.lastDate,
  };
}

function yearsOf(truth: Truth): number[][] {
  const orders = Object.values(truth.orders_by_month);
  return [0, 12, 24].map((first) => orders.slice(first, first + 12));
}

/** Positions of the two smallest numbers, in ascending order of position. */
function lowestTwo(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return order.slice(0, 2).sort((a, b) => a - b);
}
