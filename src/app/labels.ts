import type { AnalysisTexts } from '../analyses/analysis.js';
import type { NamedTable, Value } from '../core/tables.js';
import { columnName } from '../i18n/column-names.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { tableTexts } from '../i18n/table-texts.js';
import type { Texts } from '../i18n/translate.js';

/** A result table in the reader's words: its heading, the labels of its columns, and the keys in its rows. */
export interface ReadableTable extends NamedTable {
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The text of a key such as `param.bins`; undefined where the analysis has no words for it. */
export function textOf(i18n: I18n, texts: Texts, key: string): string | undefined {
  return Object.hasOwn(texts[i18n.locale], key) ? i18n.t(texts, key) : undefined;
}

/** A result table as a person reads and exports it. Scripts get the table itself, the same in every language. */
export function readableTable(i18n: I18n, texts: AnalysisTexts, table: NamedTable): ReadableTable {
  const words = (key: string): string | undefined =>
    textOf(i18n, texts, key) ?? textOf(i18n, tableTexts, key);
  const label = (name: string): string => words(`column.${name}`) ?? columnName(i18n.locale, name);
  const read = (value: Value, column: string): Value =>
    typeof value === 'string' ? (words(`${column}.${value}`) ?? value) : value;
  return {
    ...table,
    title: words(`table.${table.name}`) ?? table.name,
    labels: Object.fromEntries(table.columns.map(({ name }) => [name, label(name)])),
    rows: table.rows.map((row) => row.map((value, index) => read(value, table.columns[index]?.name ?? ''))),
  };
}

/** The same with the labels as column names, for files that people open. */
export function withLabels(table: ReadableTable): NamedTable {
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, name: table.labels[column.name] ?? column.name })),
  };
}
