/** That a customer bought in a month (0 = January 2023). Several purchases in one month may be given. */
export interface Activity {
  readonly customerId: string;
  readonly month: number;
}

/** The customers whose first order is in `month`, and how many of them ordered in month + 0, 1, 2 … to the last month. */
export interface Cohort {
  readonly month: number;
  readonly size: number;
  readonly active: readonly number[];
  /** Those with an order in month + 12 … month + 23; null while these months are not all over. */
  readonly secondYear: number | null;
}

/** Calendar-month cohorts by first order; a cohort without customers is left out. */
export function cohorts(activities: readonly Activity[], months: number): Cohort[] {
  const activeMonths = new Map<string, Set<number>>();
  for (const { customerId, month } of activities) {
    activeMonths.set(customerId, (activeMonths.get(customerId) ?? new Set()).add(month));
  }
  const counts = Array.from({ length: months }, (_, first) => new Array<number>(months - first).fill(0));
  const secondYears = new Array<number>(months).fill(0);
  for (const distinct of activeMonths.values()) {
    const first = Math.min(...distinct);
    for (const month of distinct) {
      const row = counts[first];
      if (row) row[month - first] = (row[month - first] ?? 0) + 1;
    }
    const cameBack = [...distinct].some((month) => month >= first + 12 && month < first + 24);
    if (cameBack) secondYears[first] = (secondYears[first] ?? 0) + 1;
  }
  return counts
    .map((active, month) => {
      const secondYear = month + 23 < months ? (secondYears[month] ?? 0) : null;
      return { month, size: active[0] ?? 0, active, secondYear };
    })
    .filter((cohort) => cohort.size > 0);
}
