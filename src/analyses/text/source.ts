import type { I18n } from '../../i18n/i18n.svelte.js';
import { withFigures } from '../figures.js';
import type { Params } from './params.js';
import type { TextResult } from './run.js';
import { texts } from './texts.js';

/** The Markdown that a text cell shows: the person's own, else its template in the reader's language, else none. */
export function sourceOf(params: Params, i18n: I18n): string {
  if (params.markdown !== null) return params.markdown;
  return params.template === null ? '' : i18n.t(texts, params.template);
}

/** The same with the figures of other cells written in the reader's language; one that is not there stays as code. */
export function writtenSource(params: Params, { figures = {} }: TextResult, i18n: I18n): string {
  return withFigures(sourceOf(params, i18n), (reference, whole) => {
    const figure = Object.hasOwn(figures, reference) ? figures[reference] : undefined;
    if (!figure) return `\`${whole}\``;
    if (figure.value === null) return '–';
    const text = i18n.value(figure.value, figure.column);
    // What the data say is no Markdown: not even a link.
    return figure.column.type === 'text' ? text.replace(/[!-/:-@[-`{-~]/g, '\\$&') : text;
  });
}
