import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Cell, Notebook } from '../../notebook/document.js';
import { scopeOf } from '../../notebook/population.js';
import { isSame } from '../../notebook/sql-names.js';
import { filterLabel } from '../../ui/filters/filter-label.js';
import { segmentTexts } from './segment-texts.js';

/** What a cell's numbers are limited to, in words: none when it is computed on all data. */
export function limitsOf(cell: Cell, notebook: Notebook, i18n: I18n): string[] {
  const { filters, members } = scopeOf(cell, notebook);
  const titleOf = (name: string): string =>
    notebook.cells.find((other) => isSame(other.name, name))?.title ?? name;
  return [
    ...members.map((name) => i18n.t(segmentTexts, 'on', { name: titleOf(name) })),
    ...filters.map((filter) => filterLabel(i18n, filter)),
  ];
}
