import { dayOf, isoMonth } from './calendar.js';
import { design } from './design.js';
import type { Shop } from './model.js';
import { sum } from './truth-pareto.js';

/** A cohort as the truth file holds it. */
interface CohortRow {
  readonly cohort: string;
  readonly size: number;
  readonly second_year: number | null;
}

/** What became of the planted patterns that no single table of the truth shows. */
export function patterns(shop: Shop, ordersByMonth: readonly number[], cohorts: readonly CohortRow[]) {
  const promotion = isoMonth(design.promotion.month);
  const mature = cohorts.flatMap(({ cohort, size, second_year }) =>
    second_year === null ? [] : [{ cohort, share: second_year / size }],
  );
  const signups = (month: number): number =>
    shop.customers.filter(({ signupDay }) => signupDay >= dayOf(month) && signupDay < dayOf(month + 1))
      .length;
  return {
    /** Orders of each calendar month, three years together, against the average month. */
    seasonality: Array.from({ length: 12 }, (_, month) => seasonFactor(ordersByMonth, month)),
    preexisting_share: shop.customers.filter(({ signupDay }) => signupDay < 0).length / shop.customers.length,
    promotion: {
      cohort: promotion,
      signups: signups(design.promotion.month),
      signups_month_before: signups(design.promotion.month - 1),
      second_year_share: mature.find(({ cohort }) => cohort === promotion)?.share ?? null,
      lowest_other_second_year_share: Math.min(
        ...mature.filter(({ cohort }) => cohort !== promotion).map(({ share }) => share),
      ),
    },
  };
}

function seasonFactor(ordersByMonth: readonly number[], month: number): number {
  const same = ordersByMonth.filter((_, index) => index % 12 === month);
  return (12 * sum(same)) / sum(ordersByMonth);
}
