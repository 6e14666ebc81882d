import { csvRows, toCsv, type CsvForm } from '../../export/csv.js';
import type { Row, RowSource, SortKey, Filters } from '../../ui/grid/row-source.js';

/** Rows whose text is made at a time; it goes into a Blob at once, which the browser may keep on disk. */
const pieceRows = 10_000;

interface CsvRequest {
  readonly source: RowSource;
  readonly order: readonly SortKey[];
  readonly filters: Filters;
  readonly form: CsvForm;
  readonly signal: AbortSignal;
  /** Told after each piece, 0 to 1. */
  readonly onprogress: (share: number) => void;
}

/** All rows as a CSV file. It never stands as one text. */
export async function csvFile({
  source,
  order,
  filters,
  form,
  signal,
  onprogress,
}: CsvRequest): Promise<Blob> {
  const { columns } = source;
  const head = columns.map((column) => ({ ...column, name: column.label }));
  const parts: Blob[] = [new Blob([toCsv({ name: '', columns: head, rows: [] }, form)])];
  const total = await source.count(order, filters, signal);
  for (let offset = 0; offset < total; offset += pieceRows) {
    const rows = await source.rows(offset, pieceRows, order, filters, signal);
    signal.throwIfAborted();
    parts.push(new Blob([csvRows(rows.map(inWords), form)]));
    onprogress(Math.min(1, (offset + pieceRows) / total));
  }
  return new Blob(parts, { type: 'text/csv' });

  function inWords(row: Row): Row {
    return row.map((value, place) =>
      typeof value === 'string' ? (columns[place]?.words?.get(value) ?? value) : value,
    );
  }
}
