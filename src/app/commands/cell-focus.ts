import { tick } from 'svelte';

/** The cell that has the focus, itself or in something within; null elsewhere. */
export function currentCell(): string | null {
  const cell = document.activeElement?.closest<HTMLElement>('[data-cell]');
  return cell?.dataset['cell'] ?? null;
}

/** True while the cell itself has the focus, and nothing within it. */
export function isOnCell(): boolean {
  return document.activeElement?.matches('[data-cell]') ?? false;
}

/** Gives a cell the focus once it is drawn, and brings it into sight. */
export async function focusCell(id: string | null): Promise<void> {
  await tick();
  if (id === null) return;
  const cell = document.getElementById(`cell-${id}`);
  cell?.scrollIntoView({ block: 'nearest' });
  cell?.focus({ preventScroll: true });
}

/** Presses a button of a cell, as a click does. */
export function pressTool(id: string, tool: string): void {
  document.querySelector<HTMLElement>(`#cell-${CSS.escape(id)} [data-tool="${tool}"]`)?.click();
}

/** Goes to the first thing within a cell that can be used. */
export function enterCell(id: string): void {
  const usable = 'button:not(:disabled), input, select, textarea, [tabindex="0"]';
  document.querySelector<HTMLElement>(`#cell-${CSS.escape(id)} :is(${usable})`)?.focus();
}
