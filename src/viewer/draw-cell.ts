import { flushSync, mount, unmount } from 'svelte';
import type { Analysis } from '../analyses/analysis.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import CellView from './CellView.svelte';

/** A cell that was drawn into an element, and how to end it. */
export interface DrawnCell {
  readonly element: HTMLElement;
  remove(): void;
}

/** Draws a finished result with its analysis' View into a new element that stands nowhere yet. */
export function drawCell(analysis: Analysis, result: unknown, params: unknown, i18n: I18n): DrawnCell {
  const element = document.createElement('div');
  element.dataset['view'] = '';
  const component = mount(CellView, { target: element, props: { analysis, result, params, i18n } });
  flushSync();
  return { element, remove: () => void unmount(component) };
}
