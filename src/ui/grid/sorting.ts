import type { SortKey } from './row-source.js';

/** The order after a click on a column's head: rising, falling, none. With `isAdded`, the other keys stay before it. */
export function sortedBy(order: readonly SortKey[], column: number, isAdded: boolean): readonly SortKey[] {
  const place = order.findIndex((key) => key.column === column);
  const direction = order[place]?.direction;
  const next: SortKey[] =
    direction === 'desc' ? [] : [{ column, direction: direction === 'asc' ? 'desc' : 'asc' }];
  if (!isAdded) return next;
  return place === -1 ? [...order, ...next] : order.toSpliced(place, 1, ...next);
}
