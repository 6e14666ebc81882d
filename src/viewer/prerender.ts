import type { Analysis } from '../analyses/analysis.js';
import { I18n } from '../i18n/i18n.svelte.js';
import type { Locale } from '../i18n/locale.js';
import { drawCell } from './draw-cell.js';

/** What a View never draws and a report must not carry, whoever wrote the text in it. */
const active = 'script, iframe, frame, object, embed, meta, link, base, form';

/**
 * The markup of a finished cell as the exported page carries it: inert, complete without script, the same as the viewer
 * draws again. Browser only.
 */
export function prerenderCell(
  analysis: Analysis,
  result: unknown,
  params: unknown,
  locale: Locale,
  currency: string | null,
): string {
  const drawn = drawCell(analysis, result, params, new I18n(locale, currency));
  try {
    writeStates(drawn.element);
    const copy = drawn.element.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll(active)) element.remove();
    for (const comment of comments(copy)) comment.remove();
    return copy.innerHTML;
  } finally {
    drawn.remove();
  }
}

/** What a control shows is a property, which markup does not carry: it becomes an attribute. */
function writeStates(root: HTMLElement): void {
  for (const input of root.querySelectorAll('input')) {
    if (input.type === 'checkbox' || input.type === 'radio') input.toggleAttribute('checked', input.checked);
    else input.setAttribute('value', input.value);
  }
  for (const option of root.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
}

/** Svelte's markers between blocks. */
function comments(root: HTMLElement): Comment[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}
