import type { Component } from 'svelte';
import type { GenericSchema, InferOutput } from 'valibot';
import type { AppError } from '../core/errors.js';
import type { Column, NamedTable } from '../core/tables.js';
import type { Filter } from '../core/filters.js';
import type { Figure } from './figures.js';
import { missingColumns, type CanonicalColumn, type Field, type Warehouse } from '../core/warehouse.js';
import type { FilterChoice } from '../ui/filters/words.js';
import type { Texts } from '../i18n/translate.js';
import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import type { Numerics } from '../engine/numerics.js';
import type { Sql } from '../engine/sql.js';

/** The five steps of the CRM process; a cell of this kind is placed there unless the person moves it. */
export const steps = ['identify', 'segment', 'adapt', 'exchange', 'evaluate'] as const;
export type Step = (typeof steps)[number];

/** What SQL is written against: the engine's dialect and what is known of the data. */
export interface AnalysisContext {
  readonly dialect: Dialect;
  readonly warehouse: Warehouse;
  /** A figure of another cell, by `cell.metric`; null when there is none. Absent where there are no other cells. */
  readonly figureOf?: (reference: string) => Figure | null;
  /** Where long numerics run; absent where nothing waits for the thread, and they then run in place. */
  readonly numerics?: Numerics;
}

/** Customers that a person picked in a View: those of the rows of a table that meet all filters. */
export interface Selection {
  /** What was picked, in the reader's words: the name of the segment that can be made of it. */
  readonly title: string;
  /** The rows are those of the cell's own table, or the lines of `sales`. */
  readonly of: 'own' | 'sales';
  readonly filters: readonly Filter[];
}

/**
 * What a View gets. `onparams` and `onselect` are absent in the exported page and the reading view, `onselect` in the
 * presentation too: the View is then read only. In a presentation charts take the room of the screen by themselves
 * (`charts/stage.ts`), and texts its size of letters.
 */
export interface ViewProps<Params, Result> {
  readonly result: Result;
  readonly params: Params;
  readonly onparams?: ((change: Partial<Params>) => void) | undefined;
  readonly onselect?: ((selection: Selection) => void) | undefined;
}

/** A table with a column `customer_id`, of which segments can be made. */
export interface CustomerTable {
  /** Its name in SQL. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** The values of a field; null when there are too many to choose from. */
  choices(field: string): Promise<readonly FilterChoice[] | null>;
}

/** What a form for params gets, where the generic one made from the schema does not do. */
export interface ControlsProps<Params> {
  readonly params: Params;
  readonly warehouse: Warehouse;
  readonly onparams: (change: Partial<Params>) => void;
  /** The tables of customers that the notebook has by now, but for the cell's own; absent where there is no notebook. */
  readonly customerTables?: () => Promise<readonly CustomerTable[]>;
  /** The cell as it stands in its notebook; absent where there is none. */
  readonly standing?: Standing | undefined;
}

/** What a form may know of its cell. */
export interface Standing {
  readonly name: string;
  /** The columns of its result; none before there is one. */
  readonly columns: readonly Column[];
  /** Why it has no current result. */
  readonly error: AppError | null;
  /** Runs it again although nothing has changed. */
  rerun(): void;
}

/**
 * Labels every analysis has. `title` names the cell, `summary` says in one sentence what it answers; `param.<name>` and
 * `param.<name>.<option>` label the form; other keys are the View's own.
 */
export type AnalysisTexts = Texts<'title' | 'summary' | (string & {})>;

/** One analysis. Adding one means adding a folder that exports this, and one line in registry.ts. */
export interface Analysis<Schema extends GenericSchema = GenericSchema, Result = unknown> {
  /** Canonical columns that must be mapped before the analysis is offered. */
  readonly needs: readonly CanonicalColumn[];
  /** It also runs on a file of one row per customer with orders, amount and last order (`hasCustomerTotals`). */
  readonly takesCustomerTotals?: true;
  /** Where the cell is placed among the five steps. */
  readonly step: Step;
  /** Bounds and defaults; the same schema validates saved notebooks. Every entry has a default. */
  readonly params: Schema;
  readonly texts: AnalysisTexts;
  /** What the method is, its formula, source, how to read it, its traps: Markdown in both languages. */
  readonly concept: Readonly<Record<'fr' | 'en', string>>;
  /**
   * The statements that produce the result, by name, as "Show SQL" shows them. The statement named `table`, when there
   * is one, is the cell's own table: other cells read it under the cell's name.
   */
  sql(params: InferOutput<Schema>, context: AnalysisContext): Record<string, Sql>;
  /**
   * The cell's own table where it holds numbers of the result, such as centres of clusters: it is known once the cell has
   * run. An analysis has this or a statement named `table`, not both.
   */
  ownTable?(result: Result, params: InferOutput<Schema>, context: AnalysisContext): Sql;
  /** Asks the engine and returns a plain result of bounded size that can be stored as JSON. */
  run(
    engine: Engine,
    params: InferOutput<Schema>,
    context: AnalysisContext,
    signal: AbortSignal,
  ): Promise<Result>;
  /** What CSV and the accessible table show. The first is the one shown behind the switch. */
  tables(result: Result, params: InferOutput<Schema>): NamedTable[];
  /** True when the cell's own table has a column `customer_id`: segments can then be made of it. */
  hasCustomers?(params: InferOutput<Schema>): boolean;
  readonly View: Component<ViewProps<InferOutput<Schema>, Result>>;
  readonly Controls?: Component<ControlsProps<InferOutput<Schema>>>;
}

/** The columns without which the analysis cannot run on these data. */
export function missingFor(
  { needs, takesCustomerTotals }: Pick<Analysis, 'needs' | 'takesCustomerTotals'>,
  warehouse: Warehouse,
): CanonicalColumn[] {
  return takesCustomerTotals && warehouse.hasCustomerTotals ? [] : missingColumns(needs, warehouse);
}

/** Checks an analysis against the contract and keeps its exact types. */
export function defineAnalysis<Schema extends GenericSchema, Result>(
  analysis: Analysis<Schema, Result>,
): Analysis<Schema, Result> {
  return analysis;
}
