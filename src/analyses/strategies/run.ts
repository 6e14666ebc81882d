import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import type { StrategiesParams } from './params.js';
import { strategiesSql } from './sql.js';
import { strategyIds, type StrategyId } from './strategies.js';

/** Customers of one strategy. Revenue is that of the window, net of returns. */
export interface StrategyCell {
  readonly strategy: StrategyId;
  readonly customers: number;
  readonly revenue: number;
  /** 0–1; null where nobody bought. */
  readonly revenue_share: number | null;
}

export interface StrategiesResult {
  /** All five, in a fixed order. */
  readonly cells: readonly StrategyCell[];
  /** Customers with an order in the window; the cuts are null without any. */
  readonly customers: number;
  readonly valueCut: number | null;
  readonly intensityCut: number | null;
  /** Rank correlation of the two axes; null where one of them is the same for all. */
  readonly spearman: number | null;
  /** Share of customers, 0–1, who change their strategy when a cut lies a tenth lower or higher: the most of the four. */
  readonly sensitivity: number | null;
  readonly asOf: string | null;
}

interface Diagnostics {
  readonly customers: number;
  readonly value_cut: number | null;
  readonly intensity_cut: number | null;
  readonly spearman: number | null;
  readonly sensitivity: number | null;
}

/** Places every customer and sums up each strategy. */
export async function runStrategies(
  engine: Engine,
  params: StrategiesParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<StrategiesResult> {
  const statements = strategiesSql(params, context);
  const rows = await engine.query<{ strategy: StrategyId; customers: number; revenue: number }>(
    statements.cells,
    signal,
  );
  const [found] = await engine.query<Diagnostics>(statements.diagnostics, signal);
  const all = rows.reduce((sum, row) => sum + row.revenue, 0);
  const finite = (value: number | null | undefined): number | null =>
    value != null && Number.isFinite(value) ? value : null;
  return {
    cells: strategyIds.map((strategy) => {
      const { customers = 0, revenue = 0 } = rows.find((row) => row.strategy === strategy) ?? {};
      return { strategy, customers, revenue, revenue_share: all === 0 ? null : revenue / all };
    }),
    customers: found?.customers ?? 0,
    valueCut: finite(found?.value_cut),
    intensityCut: finite(found?.intensity_cut),
    spearman: finite(found?.spearman),
    sensitivity: finite(found?.sensitivity),
    asOf: context.warehouse.asOf,
  };
}
