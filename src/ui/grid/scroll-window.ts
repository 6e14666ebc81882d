/** Height of every row, in pixels. */
export const rowHeight = 30;

/** Browsers give up above some height of an element: Firefox at 17.8 million pixels, the others at 33 million. */
const tallest = 15_000_000;

/** What is laid out: all rows one below the other, seen through a viewport. Everything is in pixels. */
export interface Extent {
  readonly rows: number;
  /** Height of the viewport, without the head. */
  readonly viewport: number;
}

/** Height of the element that is scrolled: the rows', or less when no browser could have that. */
export function scrolledHeight({ rows, viewport }: Extent): number {
  return Math.min(Math.max(rows * rowHeight, viewport), tallest);
}

/** True when a pixel of scrolling stands for more than a pixel of rows. */
export function isScaled({ rows }: Extent): boolean {
  return rows * rowHeight > tallest;
}

/** The furthest that the rows can be moved up. */
export function lastPosition({ rows, viewport }: Extent): number {
  return Math.max(0, rows * rowHeight - viewport);
}

/** How far the rows are moved up when the element is scrolled so far. */
export function positionAt(scrollTop: number, extent: Extent): number {
  const way = scrolledHeight(extent) - extent.viewport;
  if (way <= 0) return 0;
  return Math.min(Math.max(scrollTop / way, 0), 1) * lastPosition(extent);
}

/** How far the element must be scrolled for the rows to stand there. */
export function scrollTopAt(position: number, extent: Extent): number {
  const last = lastPosition(extent);
  return last === 0 ? 0 : (position / last) * (scrolledHeight(extent) - extent.viewport);
}

/** First row in sight and the one behind the last, with a few more on both sides so that none is missing. */
export function rowsInSight(position: number, extent: Extent, spare = 4): { first: number; end: number } {
  const first = Math.floor(position / rowHeight) - spare;
  const end = Math.ceil((position + extent.viewport) / rowHeight) + spare;
  return { first: Math.max(0, Math.min(first, extent.rows)), end: Math.min(extent.rows, Math.max(0, end)) };
}

/** The position nearest to this one at which a row is whole in sight. */
export function positionShowing(row: number, position: number, extent: Extent): number {
  const top = row * rowHeight;
  const lowest = top + rowHeight - extent.viewport;
  return Math.min(Math.max(Math.min(Math.max(position, lowest), top), 0), lastPosition(extent));
}
