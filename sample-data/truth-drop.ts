/** The amount of one line in one of the two periods, and the path of its cell, such as region, channel, category. */
export interface PeriodAmount {
  readonly path: readonly string[];
  readonly isLater: boolean;
  readonly cents: number;
}

/** What a cell adds to the change of the total: (later − earlier) / earlier total. All contributions add up to the change. */
export interface Cause {
  path: string[];
  a: number;
  b: number;
  contribution: number;
}

/** Every cell, the largest contribution (up or down) first, ties by path. */
export function contributions(amounts: readonly PeriodAmount[]): Cause[] {
  const cells = new Map<string, { path: readonly string[]; a: number; b: number }>();
  let earlierTotal = 0;
  for (const { path, isLater, cents } of amounts) {
    const key = path.join(' × ');
    const cell = cells.get(key) ?? { path, a: 0, b: 0 };
    cells.set(key, cell);
    cell[isLater ? 'b' : 'a'] += cents;
    if (!isLater) earlierTotal += cents;
  }
  return [...cells.entries()]
    .sort(([left, x], [right, y]) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a) || (left < right ? -1 : 1))
    .map(([, { path, a, b }]) => ({
      path: [...path],
      a: a / 100,
      b: b / 100,
      contribution: (b - a) / earlierTotal,
    }));
}
