import type { Unit } from '../../core/tables.js';
import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import { groupingOf, isMoney, measureOf } from './grouping.js';
import type { ParetoParams } from './params.js';
import { paretoSql } from './sql.js';

/** What is read off the curve; shares 0–1, null when nothing has a positive total. */
interface ParetoSummary {
  readonly items: number;
  readonly total: number;
  /** How many items the asked top share is (rounded up), and what they hold. */
  readonly top_items: number;
  readonly top_share: number | null;
  /** How many items, largest first, reach the asked share of the total. */
  readonly items_for_target: number;
  readonly items_for_target_share: number | null;
  readonly gini: number | null;
  /** Items without a positive total that are not in the curve. */
  readonly left_out: number;
  /** Items in the curve that hold nothing. */
  readonly zero_items: number;
  /** Order lines that belong to no item: anonymous, or without a value in the ranked field. */
  readonly unassigned_lines: number;
}

export interface CurvePoint {
  readonly rank: number;
  readonly item_share: number;
  readonly cumulative_share: number;
}

export interface AbcClass {
  readonly class: 'A' | 'B' | 'C';
  readonly items: number;
  readonly item_share: number;
  readonly value: number;
  readonly value_share: number;
}

export interface ParetoResult {
  readonly summary: ParetoSummary;
  readonly curve: readonly CurvePoint[];
  readonly classes: readonly AbcClass[];
  /** The first of the items left out; empty for customers, who are not named in a page that may be shared. */
  readonly leftOutNames: readonly string[];
  readonly unit: Unit;
}

/** Asks for the summary, the thinned curve and the classes; a class without items is there with zeros. */
export async function runPareto(
  engine: Engine,
  params: ParetoParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<ParetoResult> {
  const statements = paretoSql(params, context);
  const [summary] = await engine.query<ParetoSummary>(statements.summary, signal);
  if (!summary) throw new Error('an aggregate without groups has one row');
  const unit = isMoney(measureOf(params, context)) ? 'money' : 'count';
  const isEmpty = summary.total <= 0;
  const classes = isEmpty ? [] : await engine.query<AbcClass>(statements.classes, signal);
  const isNamed = groupingOf(params, context).kind === 'field' && summary.left_out > 0;
  const leftOut = isNamed ? await engine.query<{ item: string }>(statements.left_out, signal) : [];
  return {
    summary,
    curve: isEmpty ? [] : await engine.query<CurvePoint>(statements.curve, signal),
    classes: (['A', 'B', 'C'] as const).map(
      (name) =>
        classes.find((row) => row.class === name) ?? {
          class: name,
          items: 0,
          item_share: 0,
          value: 0,
          value_share: 0,
        },
    ),
    leftOutNames: leftOut.map((row) => row.item),
    unit,
  };
}
