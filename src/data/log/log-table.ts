import { AppError } from '../../core/errors.js';
import { baseName, type DroppedFile, type TableFile } from '../open.js';
import type { Encoding, Repair } from '../source.js';
import { layoutSource } from './layout.js';
import { decodeLog, readLogSample } from './log-lines.js';
import { matchLog, type LogMatch, type LogPattern } from './match-log.js';
import { checkPattern } from './pattern-check.js';
import { proposeLayouts } from './propose.js';
import type { IdeaNames } from './proposal-names.js';

/** A proposal that nobody looks at has to match this share of the lines. */
const surely = 0.8;

/** The table that patterns make of a log, ready to be loaded: its rows have the numbers of the log's lines. */
export async function logTable(
  name: string,
  { text, encoding }: { text: Blob; encoding: Encoding },
  patterns: readonly LogPattern[],
  signal?: AbortSignal,
): Promise<{ table: TableFile; match: LogMatch }> {
  const options = { file: name, ...(signal ? { signal } : {}) };
  // Only after the last line is it certain how dates are to be read.
  const { mixedDates } = await matchLog(text, patterns, options);
  const match = await matchLog(text, patterns, { ...options, isWriting: true, dates: mixedDates });
  const notices: Repair[] = [];
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom')
    notices.push({ code: 'decoded', detail: encoding, count: 1 });
  if (match.datesTurned > 0)
    notices.push({
      code: 'mixed-dates',
      detail: [...mixedDates.keys()].join(', '),
      count: match.datesTurned,
    });
  const blob = match.csv ?? new Blob();
  // The first record holds the names: record n below it is line n of the log.
  const layout = { firstLine: 0, hasHeader: true };
  return {
    table: { name, blob, format: 'log', member: null, title: baseName(name), layout, notices },
    match,
  };
}

/** The table that the proposal makes, for imports without a review. A file that it does not fit is no log. */
export async function proposedLogTable(
  { name, blob }: DroppedFile,
  names: IdeaNames,
  signal?: AbortSignal,
): Promise<TableFile> {
  const decoded = await decodeLog(blob, name, signal);
  const { all } = await readLogSample(decoded.text, name);
  const patterns = proposeLayouts(all, names).flatMap((layout) => {
    const source = layoutSource(layout);
    const check = checkPattern(source);
    return check.ok ? [{ source, longestLine: check.longestLine }] : [];
  });
  const { table, match } = await logTable(name, decoded, patterns, signal);
  if (match.lines === 0) throw new AppError('file/empty', { file: name });
  if (match.unmatchedCount > match.lines * (1 - surely))
    throw new AppError('file/not-a-table', { file: name, kind: 'text' });
  return table;
}
