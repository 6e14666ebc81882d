import type { AnalysisTexts } from '../analyses/analysis.js';
import type { NamedTable } from '../core/tables.js';
import type { I18n } from '../i18n/i18n.svelte.js';

/** The label of a param or of one of its options; the key itself where the analysis has no words for it. */
export function paramLabel(i18n: I18n, texts: AnalysisTexts, key: string): string {
  return textOr(i18n, texts, `param.${key}`, key);
}

/** Labels of a table's columns in the reader's language, for screen reading; exports keep the names. */
export function columnLabels(i18n: I18n, texts: AnalysisTexts, table: NamedTable): Record<string, string> {
  return Object.fromEntries(
    table.columns.map(({ name }) => [name, textOr(i18n, texts, `column.${name}`, name)]),
  );
}

function textOr(i18n: I18n, texts: AnalysisTexts, key: string, fallback: string): string {
  return Object.hasOwn(texts[i18n.locale], key) ? i18n.t(texts, key) : fallback;
}
