import type { Reject, Source } from '../../data/source.js';
import { readRejects } from '../../data/reject-log.js';
import { csvRows, toCsv } from '../../export/csv.js';
import type { I18n } from '../../i18n/i18n.svelte.js';
import { rejectTexts } from './reject-texts.js';

export interface RejectCsvOptions {
  readonly signal?: AbortSignal;
  /** Called with the share that is written, 0–1. */
  readonly onprogress?: (share: number) => void;
}

/** Rows that are written at a time. */
const rowsAtOnce = 10_000;

/**
 * The rejects of a source as a CSV file in the reader's language: `all` of them, or those that it lists where no others
 * are kept. Never in memory as one text, however many.
 */
export async function rejectCsv(
  i18n: I18n,
  source: Source,
  all: Blob | null,
  { signal, onprogress }: RejectCsvOptions = {},
): Promise<Blob> {
  const t = i18n.reader(rejectTexts);
  const form = i18n.locale === 'fr' ? 'french' : 'iso';
  const columns = [
    { name: t('line'), type: 'integer' },
    { name: t('column'), type: 'text' },
    { name: t('value'), type: 'text' },
    { name: t('reason'), type: 'text' },
  ] as const;
  const asRow = ({ line, column, value, reason }: Reject): [number, string, string, string] => [
    line,
    column ?? t('wholeLine'),
    value,
    t(`reason.${reason}`),
  ];
  const parts = [new Blob([toCsv({ name: 'rejects', columns, rows: [] }, form)])];
  let written = 0;
  for await (const rejects of all ? readRejects(all, signal) : [source.rejects]) {
    for (let from = 0; from < rejects.length; from += rowsAtOnce) {
      const rows = rejects.slice(from, from + rowsAtOnce).map(asRow);
      parts.push(new Blob([csvRows(rows, form)]));
      written += rows.length;
      onprogress?.(written / source.rejectCount);
      // The page gets a turn, to show how far it is and to hear that it shall stop.
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }
  return new Blob(parts, { type: 'text/csv' });
}
