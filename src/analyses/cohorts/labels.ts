import type { I18n } from '../../i18n/i18n.svelte.js';
import type { CohortParams } from './params.js';
import type { CohortWarning } from './run.js';
import { texts } from './texts.js';

/** A calendar period as a person names it: `sem. du 04/12/2023`, `déc. 2023`, `T4 2023`, `2023`. */
export function periodName(iso: string, grain: CohortParams['grain'], i18n: I18n): string {
  const year = iso.slice(0, 4);
  switch (grain) {
    case 'week':
      return i18n.date(iso);
    case 'month':
      return i18n.date(iso, 'month');
    case 'quarter':
      return i18n.t(texts, 'period.quarter', {
        quarter: String(Math.ceil(Number(iso.slice(5, 7)) / 3)),
        year,
      });
    case 'year':
      return year;
  }
}

/** The warning in words. */
export function warningText(warning: CohortWarning, grain: CohortParams['grain'], i18n: I18n): string {
  const number = (value: number): string => i18n.number(value, 1);
  switch (warning.code) {
    case 'left_truncation':
      return i18n.t(texts, 'warning.left_truncation', {
        cohort: periodName(warning.cohort, grain, i18n),
        size: number(warning.size),
        median: number(warning.median),
      });
    case 'partial_last_period':
      return i18n.t(texts, 'warning.partial_last_period', {
        period: periodName(warning.period, grain, i18n),
        grain,
        end: i18n.date(warning.end, 'long'),
      });
    case 'cohorts_left_out':
      return i18n.t(texts, 'warning.cohorts_left_out', {
        count: warning.count,
        countText: number(warning.count),
        limit: number(warning.limit),
      });
    default:
      return i18n.t(texts, `warning.${warning.code}`, {
        count: warning.count,
        countText: number(warning.count),
      });
  }
}
