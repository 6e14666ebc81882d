import type { JoinReport } from '../../core/join-report.js';
import { missing } from '../../i18n/format.js';
import type { I18n } from '../../i18n/i18n.svelte.js';

/** A part of a whole as a percentage that is rounded down: 100 % is said only when nothing is missing. */
export function shareText(i18n: I18n, part: number, whole: number): string {
  if (part === whole && whole > 0) return i18n.share(1, 0);
  if (part === 0) return i18n.share(0, 0);
  return i18n.share(Math.floor((part / whole) * 1000) / 1000);
}

/** The share of a join's rows with a key that find their match; a dash where none has a key. */
export function matchText(i18n: I18n, { matchedRows, many }: JoinReport): string {
  const withKey = many.rows - many.blankRows;
  return withKey === 0 ? missing : shareText(i18n, matchedRows, withKey);
}
