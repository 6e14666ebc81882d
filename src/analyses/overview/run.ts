import type { Engine } from '../../engine/engine.js';
import type { AnalysisContext } from '../analysis.js';
import { fillMonths, isMonthIncomplete } from './months.js';
import type { OverviewParams } from './params.js';
import { hasCustomers, overviewSql } from './sql.js';

/** The key figures; null where the data cannot say. Shares 0–1, dates ISO, money in the data's currency. */
export interface Kpis {
  readonly customers: number | null;
  readonly orders: number;
  readonly lines: number;
  readonly revenue: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly average_basket: number | null;
  readonly orders_per_customer: number | null;
  readonly repeat_rate: number | null;
  readonly identified_share: number | null;
}

/** One calendar month, named by its first day. */
export interface Month {
  readonly month: string;
  readonly revenue: number;
  readonly orders: number;
  readonly customers: number | null;
}

export interface OverviewResult {
  readonly kpis: Kpis;
  readonly months: readonly Month[];
  /** True when the data ends before the last day of its last month. */
  readonly isLastMonthIncomplete: boolean;
  /** Order lines without a date: in the totals, in no month. */
  readonly undatedLines: number;
  /** Columns that some of the figures would need and the data does not have. */
  readonly missing: readonly 'customer_id'[];
}

/** Asks for the key figures and the months; months without a sale between the first and the last are filled in. */
export async function runOverview(
  engine: Engine,
  params: OverviewParams,
  context: AnalysisContext,
  signal: AbortSignal,
): Promise<OverviewResult> {
  const statements = overviewSql(params, context);
  const [row] = await engine.query<Kpis & { undated_lines: number }>(statements.kpis, signal);
  if (!row) throw new Error('an aggregate without groups has one row');
  const { undated_lines: undatedLines, ...kpis } = row;
  const months = await engine.query<Month>(statements.months, signal);
  const isIdentified = hasCustomers(context);
  return {
    kpis,
    months: fillMonths(months, isIdentified ? 0 : null),
    isLastMonthIncomplete: kpis.last_date !== null && isMonthIncomplete(kpis.last_date),
    undatedLines,
    missing: isIdentified ? [] : ['customer_id'],
  };
}
