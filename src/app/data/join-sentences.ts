import type { JoinEnd, JoinReport, JoinSide } from '../../core/join-report.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { matchText } from './share-text.js';
import { warehouseTexts } from './warehouse-texts.js';

/** What a join says in words; null where there is nothing to say. */
export interface JoinSentences {
  readonly match: string;
  readonly blank: string | null;
  readonly fanOut: string;
  readonly hint: string | null;
  /** What each side has that the other does not. */
  readonly many: string;
  readonly one: string;
}

/** Puts the numbers of a join into words, with what its tables are called. */
export function joinSentences(
  i18n: I18n,
  report: JoinReport,
  names: Readonly<Record<JoinEnd, string>>,
): JoinSentences {
  const t = i18n.reader(warehouseTexts);
  const number = (value: number): string => i18n.number(value, 0);
  const { many, one, matchedRows, repeatedKeys, unusedRows, hint } = report;
  const withKey = many.rows - many.blankRows;
  const counts = { matched: number(matchedRows), count: number(withKey), share: matchText(i18n, report) };
  const match = withKey === 0 ? 'noKeysToMatch' : matchedRows === withKey ? 'allMatched' : 'someMatched';
  const orphans = ({ orphanKeys, orphanRows }: JoinSide, end: JoinEnd): string =>
    t('orphans', {
      keys: orphanKeys,
      keyCount: number(orphanKeys),
      rows: number(orphanRows),
      other: names[end === 'many' ? 'one' : 'many'],
    });
  return {
    match: t(match, { ...counts, ...names, rows: withKey }),
    blank:
      many.blankRows > 0
        ? t('blank', { rows: many.blankRows, count: number(many.blankRows), many: names.many })
        : null,
    fanOut: t(repeatedKeys === 0 ? 'fanOutNone' : 'fanOut', {
      ...names,
      keys: repeatedKeys,
      count: number(repeatedKeys),
      unused: number(unusedRows),
    }),
    hint: hint && t(`hint.${hint.rule}`, { rows: number(hint.matchedRows) }),
    many: orphans(many, 'many'),
    one: orphans(one, 'one'),
  };
}
