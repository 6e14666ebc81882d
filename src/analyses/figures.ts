import type { Column, NamedTable, Unit, Value } from '../core/tables.js';

/** A number, date or text out of a result, with what is needed to write it in the reader's language. Plain JSON. */
export interface Figure {
  readonly value: Value;
  readonly column: Column;
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const reference = new RegExp(String.raw`\{\{\s*(${name}(?:\.[\p{L}\p{N}_-]+)*)\s*\}\}`, 'gu');

/** The figures that a text names between double braces, such as `pareto.top_share`; each once. */
export function figuresIn(text: string): string[] {
  return [...new Set([...text.matchAll(reference)].map((match) => match[1] ?? ''))];
}

/** The text with its figures written out. */
export function withFigures(text: string, write: (reference: string, whole: string) => string): string {
  return text.replace(reference, (whole, found: string) => write(found, whole));
}

/**
 * Finds a figure in the tables of a cell: `metric` in a table of metrics, `column` of a table with one row, or
 * `row.column`, where the row is named by its first value; the table's own name may stand before. An empty path is the
 * first value of all. Null when there is none.
 */
export function findFigure(tables: readonly NamedTable[], path: readonly string[]): Figure | null {
  const [first, ...rest] = path;
  const named = tables.filter((table) => table.name === first);
  for (const table of named) {
    const figure = figureOf(table, rest);
    if (figure) return figure;
  }
  for (const table of tables) {
    const figure = figureOf(table, path);
    if (figure) return figure;
  }
  return null;
}

function figureOf(table: NamedTable, path: readonly string[]): Figure | null {
  if (path.length > 2) return null;
  const [key = '', column] = path;
  if (column !== undefined) return valueAt(table, rowNamed(table, key), column);
  if (key === '') return valueAt(table, table.rows[0], table.columns[0]?.name ?? '');
  if (table.columns[0]?.name === 'metric') return metricOf(table, key);
  return table.rows.length === 1 ? valueAt(table, table.rows[0], key) : null;
}

function metricOf(table: NamedTable, metric: string): Figure | null {
  const row = rowNamed(table, metric);
  const figure = valueAt(table, row, 'value');
  if (!figure) return null;
  const own = valueAt(table, row, 'unit')?.value;
  if (own === 'date') return { ...figure, column: { name: metric, type: 'date' } };
  const unit = unitNamed(own) ?? figure.column.unit ?? unitOf(metric);
  return { ...figure, column: { name: metric, type: figure.column.type, ...(unit ? { unit } : {}) } };
}

function valueAt(table: NamedTable, row: readonly Value[] | undefined, name: string): Figure | null {
  const index = table.columns.findIndex((column) => column.name === name);
  const column = table.columns[index];
  return row && column ? { value: row[index] ?? null, column } : null;
}

function rowNamed(table: NamedTable, key: string): readonly Value[] | undefined {
  return table.rows.find((row) => String(row[0]) === key);
}

function unitNamed(unit: Value | undefined): Unit | undefined {
  return (['money', 'share', 'days', 'count'] as const).find((one) => one === unit);
}

/** How a metric is to be read where its table does not say. */
function unitOf(metric: string): Unit | undefined {
  if (/(^|_)(share|rate)$/.test(metric)) return 'share';
  return ['revenue', 'total', 'average_basket', 'revenue_per_customer'].includes(metric)
    ? 'money'
    : undefined;
}
