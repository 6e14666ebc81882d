import { max } from 'd3-array';
import type { HeatmapRow } from '../../charts/heatmap.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { periodName } from './labels.js';
import type { CohortParams } from './params.js';
import type { CohortResult, CurvePoint } from './run.js';

/** The rows of the heat map, the oldest cohort first, and the rate of its darkest colour. */
export function heatmapOf(
  result: CohortResult,
  params: CohortParams,
  i18n: I18n,
): { rows: HeatmapRow[]; high: number } {
  const rows = result.cohorts.map(({ cohort, size, cells }) => ({
    id: cohort,
    label: periodName(cohort, params.grain, i18n),
    size: i18n.number(size, 0),
    cells: cells.map(({ rate, observed, partial }) => ({
      value: rate,
      label: rate === null ? (observed ? '–' : '') : i18n.share(rate, 0),
      observed,
      partial,
    })),
  }));
  // Period 0 is 100 % by definition: counted in, it would leave the others pale and alike.
  const later = result.cohorts.flatMap(({ cells }) => cells.slice(1).map((cell) => cell.rate ?? 0));
  return { rows, high: max(later) ?? 0 };
}

/** The point of the headline: one period after entry; null where the data ends before. */
export function headlinePoint(curve: readonly CurvePoint[]): CurvePoint | null {
  const known = curve.filter((point) => point.rate !== null && point.cohorts > 0);
  return known.find((point) => point.period === 1) ?? null;
}
