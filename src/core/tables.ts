/** What a column of a result holds, for formatting, export and sorting. */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'boolean';

/** How a number is to be read: money in the data's currency, a share 0–1, days, or a plain count. */
export type Unit = 'money' | 'share' | 'days' | 'count';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit?: Unit;
}

/** A value of a result: dates and timestamps are ISO strings, percentages 0–1, money plain numbers. */
export type Value = string | number | boolean | null;

/** Rows with typed columns, as the engine returns them. */
export interface ResultTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** A table with the name under which it is exported and scripted. */
export interface NamedTable extends ResultTable {
  readonly name: string;
}

/** Builds a table from row objects; `columns` gives the order, and a missing key becomes null. */
export function tableOf<Row extends object>(
  name: string,
  columns: readonly Column[],
  rows: readonly Row[],
): NamedTable {
  const read = (row: Row, key: string): Value => ((row as Record<string, unknown>)[key] ?? null) as Value;
  return { name, columns, rows: rows.map((row) => columns.map((column) => read(row, column.name))) };
}
