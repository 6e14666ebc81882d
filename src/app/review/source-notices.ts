import type { Source } from '../../data/source.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { reviewTexts } from './review-texts.js';

/** Every message the person is shown about a file, in order: repairs, dates that need a look, values not read. */
export function sourceNotices(i18n: I18n, source: Source): string[] {
  const t = i18n.reader(reviewTexts);
  const repairs = source.repairs.map(({ code, detail, count }) =>
    t(`repair.${code}`, { detail, count: i18n.number(count, 0) }),
  );
  const ambiguous = source.ambiguousDates.map(({ column, values, proposal }) =>
    t('ambiguous', { column, values: i18n.number(values, 0), order: t(`order.${proposal}`) }),
  );
  const rejects =
    source.rejectCount > 0
      ? [t('rejects', { count: source.rejectCount, shown: i18n.number(source.rejectCount, 0) })]
      : [];
  return [...repairs, ...ambiguous, ...rejects];
}
