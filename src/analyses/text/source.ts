import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Params } from './params.js';
import { texts } from './texts.js';

/** The Markdown that a text cell shows: the person's own, else its template in the reader's language, else none. */
export function sourceOf(params: Params, i18n: I18n): string {
  if (params.markdown !== null) return params.markdown;
  return params.template === null ? '' : i18n.t(texts, params.template);
}
