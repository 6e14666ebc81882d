import type { Encoding, Repair, Source } from '../../data/source.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { encodingNames } from '../encoding-names.js';
import { rejectTexts } from '../rejects/reject-texts.js';
import { repairTexts } from './repair-texts.js';
import { reviewTexts } from './review-texts.js';

/** What was put right, in words. */
export function repairWords(i18n: I18n, { code, detail, count }: Repair): string {
  const named = code === 'decoded' ? encodingNames[detail as Encoding] : detail;
  return i18n.t(repairTexts, `repair.${code}`, { detail: named, count: i18n.number(count, 0) });
}

/** Every message the person is shown about a file, in order: repairs, dates that need a look, values not read. */
export function sourceNotices(i18n: I18n, source: Source): string[] {
  const t = i18n.reader(reviewTexts);
  const repairs = source.repairs.map((repair) => repairWords(i18n, repair));
  const ambiguous = source.ambiguousDates.map(({ column, values, proposal }) =>
    t('ambiguous', { column, values: i18n.number(values, 0), order: t(`order.${proposal}`) }),
  );
  const rejects =
    source.rejectCount > 0
      ? [
          i18n.t(rejectTexts, 'rejects', {
            count: source.rejectCount,
            shown: i18n.number(source.rejectCount, 0),
          }),
        ]
      : [];
  return [...repairs, ...ambiguous, ...rejects];
}
