import type { Cell } from '../../notebook/document.js';

/** One screen of a presentation. */
export type Screen = { readonly kind: 'title' } | { readonly kind: 'cell'; readonly cell: Cell };

/** The title, then each cell in the order of the document, which stands grouped by step. */
export function screensOf(cells: readonly Cell[]): Screen[] {
  return [{ kind: 'title' }, ...cells.map((cell): Screen => ({ kind: 'cell', cell }))];
}
