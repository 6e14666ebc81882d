/** Concentration of a list of amounts in cents, where only positive amounts count. Names follow the result tables of the app. */
export interface Pareto {
  items: number;
  total: number;
  top_share: number;
  items_for_target: number;
  items_for_target_share: number;
  gini: number;
  classes: Record<'A' | 'B' | 'C', { items: number; value: number }>;
}

/**
 * Share of the top ⌈20 %⌉, items that carry 80 %, Gini coefficient of the population, and the ABC classes cut at 80 and
 * 95 %: an item is A while those before it hold less than 80 %, so the one that crosses belongs to A.
 */
export function pareto(amountsCents: readonly number[]): Pareto {
  const ascending = amountsCents.filter((cents) => cents > 0).sort((a, b) => a - b);
  const descending = ascending.toReversed();
  const items = ascending.length;
  const totalCents = sum(ascending);
  const classes = { A: { items: 0, value: 0 }, B: { items: 0, value: 0 }, C: { items: 0, value: 0 } };
  let before = 0;
  for (const cents of descending) {
    // Compared as whole numbers: 0.8 × total would round.
    const letter = before * 100 < totalCents * 80 ? 'A' : before * 100 < totalCents * 95 ? 'B' : 'C';
    classes[letter].items++;
    classes[letter].value += cents;
    before += cents;
  }
  for (const each of Object.values(classes)) each.value /= 100;
  return {
    items,
    total: totalCents / 100,
    top_share: sum(descending.slice(0, Math.ceil(items / 5))) / totalCents,
    items_for_target: classes.A.items,
    items_for_target_share: classes.A.items / items,
    gini: gini(ascending),
    classes,
  };
}

/** G = 2·Σ i·x₍ᵢ₎ / (n·Σx) − (n+1)/n, with the values in ascending order and i from 1. */
export function gini(ascending: readonly number[]): number {
  const n = ascending.length;
  const weighted = sum(ascending.map((value, index) => (index + 1) * value));
  return (2 * weighted) / (n * sum(ascending)) - (n + 1) / n;
}

/** The plain sum. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
