import type { Column, Value } from '../../core/tables.js';

/** A column of a grid. */
export interface GridColumn extends Column {
  /** What its head says. */
  readonly label: string;
  /** Words for the keys that stand in the column, in the order in which they are offered and sorted. */
  readonly words?: ReadonlyMap<string, string>;
}

/** One key of an order; the first of several counts most. Empty values come last either way. */
export interface SortKey {
  /** Place of the column. */
  readonly column: number;
  readonly direction: 'asc' | 'desc';
}

/** What a column's value must be; dates and the days of timestamps are ISO texts. */
export type Condition =
  /** Upper case and accents make no difference. */
  | { readonly is: 'containing'; readonly text: string }
  | { readonly is: 'equal' | 'below' | 'above'; readonly value: string | number | boolean }
  /** Both ends are included. */
  | { readonly is: 'between'; readonly from: string | number; readonly to: string | number }
  /** No value, or a text of spaces. */
  | { readonly is: 'empty' | 'filled' };

/** Conditions by the place of their column; a row must meet all. */
export type Filters = ReadonlyMap<number, Condition>;

export type Row = readonly Value[];

/** Rows that are asked for a window at a time. Calls end with an AbortError when their signal fires. */
export interface RowSource {
  readonly columns: readonly GridColumn[];
  /** How many rows meet the conditions. */
  count(order: readonly SortKey[], filters: Filters, signal: AbortSignal): Promise<number>;
  /** Rows `offset` to `offset + limit`; the same order gives the same rows every time. */
  rows(
    offset: number,
    limit: number,
    order: readonly SortKey[],
    filters: Filters,
    signal: AbortSignal,
  ): Promise<readonly Row[]>;
}
