import { matchShare, type JoinReport } from '../core/join-report.js';
import type { I18n } from '../i18n/i18n.svelte.js';

/** The share of rows that find their match; 100 % only when all do. */
export function matchText(i18n: I18n, report: JoinReport): string {
  const share = matchShare(report);
  return share === 1 ? i18n.share(1, 0) : i18n.share(Math.floor(share * 1000) / 1000);
}
