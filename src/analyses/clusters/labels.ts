/** What a cluster is called: how recently its customers bought, and how much they bring, against the average customer. */
export type ClusterLabel =
  | 'best'
  | 'recent'
  | 'recent_small'
  | 'slowing'
  | 'average'
  | 'small'
  | 'former_best'
  | 'lapsed'
  | 'lapsed_small';

const names: Readonly<
  Record<'recent' | 'between' | 'long', readonly [ClusterLabel, ClusterLabel, ClusterLabel]>
> = {
  recent: ['best', 'recent', 'recent_small'],
  between: ['slowing', 'average', 'small'],
  long: ['former_best', 'lapsed', 'lapsed_small'],
};

interface Means {
  readonly cluster: number;
  readonly customers: number;
  readonly recency_days: number;
  readonly monetary: number;
}

/**
 * Names by two ratios to the mean of all customers: the last order counts as recent below two thirds of the mean recency
 * and as long ago above three halves, the amount as high above three halves and as low below two thirds.
 */
export function labelsOf(rows: readonly Means[]): Map<number, ClusterLabel> {
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const mean = (of: 'recency_days' | 'monetary'): number =>
    rows.reduce((sum, row) => sum + row[of] * row.customers, 0) / customers;
  const [recency, monetary] = [mean('recency_days'), mean('monetary')];
  return new Map(
    rows.map((row) => {
      const when =
        row.recency_days * 3 < recency * 2
          ? 'recent'
          : row.recency_days * 2 > recency * 3
            ? 'long'
            : 'between';
      const amount = row.monetary * 2 > monetary * 3 ? 0 : row.monetary * 3 < monetary * 2 ? 2 : 1;
      return [row.cluster, names[when][amount]];
    }),
  );
}
