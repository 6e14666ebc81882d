import type { NamedTable } from '../core/tables.js';
import type { Locale } from '../i18n/locale.js';

/** The five steps of the CRM process, in which the cells of a report are listed. */
export const reportSteps = ['identify', 'segment', 'adapt', 'exchange', 'evaluate'] as const;
export type ReportStep = (typeof reportSteps)[number];

/** A table that leaves with the report: aggregates that the person saw, never one row per customer. */
export interface ReportTable extends NamedTable {
  /** Its heading and the labels of its columns in the reader's language; the names stand where they are absent. */
  readonly title?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** One cell of the notebook as it is printed. */
export interface ReportCell {
  readonly id: string;
  readonly kind: string;
  /** The cell's name in SQL. */
  readonly name: string;
  readonly step: ReportStep;
  /** Its heading; empty for a cell that brings its own, such as a text. */
  readonly title: string;
  /** What its numbers are limited to (customers, a period…), in the reader's language; none when it is all data. */
  readonly limits?: readonly string[];
  /** What the viewer draws again; null leaves the prerendered markup as it is (results of individual rows stay at home). */
  readonly params: unknown;
  readonly result: unknown;
  readonly tables: readonly ReportTable[];
  /** Statements by name, as "Show SQL" shows them. */
  readonly sql: Readonly<Record<string, string>>;
  /**
   * The cell drawn by its own View, inert: see `viewer/prerender.ts`. It is trusted and pasted as it stands. Empty when
   * the result has one row per person: the page then says that it is not shared.
   */
  readonly markup: string;
}

/** Everything that the exported page says. What is not in here is not in the file: no paths, no author, no history. */
export interface Report {
  readonly title: string;
  readonly locale: Locale;
  /** ISO 4217 code, null when unknown. */
  readonly currency: string | null;
  /** Last day of the data, ISO; null when it has no date. */
  readonly asOf: string | null;
  /** The day of the export, ISO. */
  readonly created: string;
  /** Names of the source files, only when the person wants them told. */
  readonly sources?: readonly string[];
  /** In the notebook's order. */
  readonly cells: readonly ReportCell[];
  /** Text of `viewer/viewer.css` and `viewer/viewer.js` as they were built. */
  readonly stylesheet: string;
  readonly script: string;
}
