/**
 * The script of an exported page. It draws each carried result again with the View of its analysis, so that what can be
 * hovered, sorted or moved works, and makes the folded tables sortable. It asks the network for nothing; when a cell
 * cannot be drawn, its prerendered picture stays.
 */
import '../ui/base.css';
import { isCellKind, loadAnalysis } from '../analyses/registry.js';
import { I18n } from '../i18n/i18n.svelte.js';
import { drawCell } from './draw-cell.js';
import { parseIsland, type Island } from './island.js';
import './report.css';
import { makeSortable } from './sortable-table.js';

async function start(): Promise<void> {
  const json = document.querySelector('script#clientele-report')?.textContent;
  if (!json) return;
  const island = parseIsland(json);
  const i18n = new I18n(island.locale, island.currency);
  for (const table of document.querySelectorAll<HTMLTableElement>('details[data-table] table')) {
    makeSortable(table, island.locale);
  }
  const sections = new Map(
    Array.from(document.querySelectorAll<HTMLElement>('section[data-cell]'), (section) => [
      section.dataset['cell'],
      section,
    ]),
  );
  for (const cell of island.cells) {
    const printed = sections.get(cell.id)?.querySelector<HTMLElement>(':scope > [data-view]');
    if (printed) await bringToLife(printed, cell, i18n);
  }
}

async function bringToLife(printed: HTMLElement, cell: Island['cells'][number], i18n: I18n): Promise<void> {
  if (!isCellKind(cell.kind)) return;
  try {
    const { element } = drawCell(await loadAnalysis(cell.kind), cell.result, cell.params, i18n);
    printed.replaceWith(element);
  } catch (cause) {
    // The page already shows this cell; a reader can do nothing about the rest, but a developer may look.
    reportError(cause);
  }
}

void start();
