import type { Column, Value } from '../core/tables.js';
import { formatNumber, formatValue } from '../i18n/format.js';
import type { Locale } from '../i18n/locale.js';
import { translate } from '../i18n/translate.js';
import { escapeMarkup } from './escape.js';
import type { ReportCell, ReportTable } from './report.js';
import { texts } from './texts.js';

/** Rows of one table that the page carries; longer tables say how many there are. */
const maxRows = 500;

/** One cell as a section of the page: its drawing, then its tables and its SQL folded away. */
export function cellSection(
  cell: ReportCell,
  anchor: string,
  locale: Locale,
  currency: string | null,
): string {
  const attributes = [
    `id="${anchor}"`,
    `data-cell="${escapeMarkup(cell.id)}"`,
    `data-kind="${escapeMarkup(cell.kind)}"`,
    `data-name="${escapeMarkup(cell.name)}"`,
    'data-status="ready"',
  ];
  return [
    `<section ${attributes.join(' ')}>`,
    cell.title === '' ? '' : `<h3>${escapeMarkup(cell.title)}</h3>`,
    limitsOf(cell),
    `<div data-view>${cell.markup || `<p>${translate(texts, locale, 'withheld')}</p>`}</div>`,
    ...cell.tables.map((table) => tableDetails(table, locale, currency)),
    sqlDetails(Object.entries(cell.sql), locale),
    '</section>',
  ].join('');
}

/** The numbers below are those of a part of the data. */
function limitsOf({ limits = [] }: ReportCell): string {
  return limits.length === 0 ? '' : `<p class="limits">${escapeMarkup(limits.join(' · '))}</p>`;
}

function tableDetails(table: ReportTable, locale: Locale, currency: string | null): string {
  const title = table.title ?? table.name;
  const count = table.rows.length;
  const labels = new Map(Object.entries(table.labels ?? {}));
  const label = (column: Column): string => labels.get(column.name) ?? column.name;
  const cellOf = (value: Value, column: Column): string => {
    // The viewer sorts numbers by their value, not by the way they are written.
    const raw = typeof value === 'number' ? ` data-value="${value}"` : '';
    const iso =
      column.type === 'date' && typeof value === 'string' ? ` data-value="${escapeMarkup(value)}"` : '';
    return `<td${kindClass(column)}${raw}${iso}>${escapeMarkup(formatValue(locale, value, column, currency))}</td>`;
  };
  const head = table.columns.map(
    (column) => `<th scope="col"${kindClass(column)}>${escapeMarkup(label(column))}</th>`,
  );
  const body = table.rows
    .slice(0, maxRows)
    .map(
      (row) =>
        `<tr>${table.columns.map((column, index) => cellOf(row[index] ?? null, column)).join('')}</tr>`,
    );
  const note =
    count > maxRows
      ? translate(texts, locale, 'firstRows', { shown: maxRows, total: formatNumber(locale, count, 0) })
      : translate(texts, locale, 'rows', { count });
  return (
    `<details data-table="${escapeMarkup(table.name)}"><summary>${escapeMarkup(translate(texts, locale, 'table', { title }))}</summary>` +
    `<div class="scroll" tabindex="0" role="group" aria-label="${escapeMarkup(title)}"><table><caption>${escapeMarkup(title)} – ${escapeMarkup(note)}</caption>` +
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div></details>`
  );
}

function kindClass(column: Column): string {
  return column.type === 'integer' || column.type === 'number' ? ' class="number"' : '';
}

function sqlDetails(statements: readonly (readonly [name: string, text: string])[], locale: Locale): string {
  if (statements.length === 0) return '';
  const figures = statements.map(
    ([name, text]) =>
      `<figure translate="no"><figcaption><code>${escapeMarkup(name)}</code></figcaption>` +
      `<pre tabindex="0"><code>${escapeMarkup(text)}</code></pre></figure>`,
  );
  const summary = translate(texts, locale, 'sql', { count: statements.length });
  return `<details data-sql><summary>${summary}</summary>${figures.join('')}</details>`;
}
