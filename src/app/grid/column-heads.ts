import type { AnalysisTexts } from '../../analyses/analysis.js';
import type { Column } from '../../core/tables.js';
import { columnName } from '../../i18n/column-names.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import type { GridColumn } from '../../ui/grid/row-source.js';
import { textOf } from '../labels.js';
import { tableTexts } from '../../i18n/table-texts.js';

/** What analyses and the warehouse call amounts in the data's currency. */
const moneyColumns: ReadonlySet<string> = new Set(['amount', 'unit_price', 'cost', 'revenue', 'monetary']);

/** Columns of a table that Clientele made, in the reader's words where there are some. */
export function madeColumn(i18n: I18n, column: Column): GridColumn {
  return { ...withUnit(column), label: columnName(i18n.locale, column.name) };
}

/** Columns of a cell's own table: heads and keys in the words of its analysis. */
export function cellColumn(i18n: I18n, texts: AnalysisTexts, column: Column): GridColumn {
  const { name } = column;
  const label =
    textOf(i18n, texts, `column.${name}`) ??
    textOf(i18n, tableTexts, `column.${name}`) ??
    columnName(i18n.locale, name);
  const start = `${name}.`;
  const words = new Map(
    Object.keys(texts[i18n.locale])
      .filter((key) => column.type === 'text' && key.startsWith(start))
      .map((key) => [key.slice(start.length), i18n.t(texts, key)]),
  );
  const head = { ...withUnit(column), label };
  return words.size > 0 ? { ...head, words } : head;
}

function withUnit(column: Column): Column {
  return column.type === 'number' && moneyColumns.has(column.name) ? { ...column, unit: 'money' } : column;
}
