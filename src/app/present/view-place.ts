import type { ViewPlace } from './notebook-views.svelte.js';

/** Height of the bar that stays on top of the page. */
const barHeight = 72;

/** The cell that the reader has before them: the first one that is not above the window; null at the page's top. */
export function cellOnTop(): string | null {
  if (window.scrollY < barHeight) return null;
  const cells = [...document.querySelectorAll<HTMLElement>('[data-cell]')];
  const first = cells.find((cell) => cell.getBoundingClientRect().bottom > barHeight);
  return first?.dataset['cell'] ?? null;
}

/** Brings a cell before the reader; without one, the page's top and the switch between the views. */
export function beginAt({ cell, takesFocus }: ViewPlace): void {
  const target = cell === null ? null : document.getElementById(`cell-${cell}`);
  if (target) target.scrollIntoView({ block: 'start' });
  else window.scrollTo(0, 0);
  const focus = target ?? document.querySelector<HTMLElement>('[data-view-of="present"]');
  if (takesFocus) focus?.focus({ preventScroll: true });
}
