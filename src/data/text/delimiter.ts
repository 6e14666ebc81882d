import { holdsData, readHead, usualWidth, type HeadRecord } from './head-records.js';

const delimiters = [',', ';', '\t', '|', '~', '^'] as const;

/** The first records of a text, and what stands between their fields. */
export interface CutHead {
  readonly delimiter: string;
  readonly records: readonly HeadRecord[];
}

/** The text cut at the delimiter that cuts the most records into the same number of fields, and into more than one. */
export function cutHead(head: Uint8Array, complete: boolean): CutHead {
  let best: CutHead | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters.filter((candidate) => head.includes(candidate.charCodeAt(0)))) {
    const records = readHead(head, delimiter, complete);
    const width = usualWidth(records);
    if (width < 2 || (delimiter === ',' && areDecimals(records))) continue;
    const agreeing =
      records.filter(({ fields, isFlawed }) => fields.length === width && !isFlawed).length / records.length;
    const score = agreeing * (1 + Math.log(width) / 10);
    if (score > bestScore) [best, bestScore] = [{ delimiter, records }, score];
  }
  if (best) return best;
  const records = readHead(head, ',', complete);
  return areDecimals(records)
    ? { delimiter: ';', records: readHead(head, ';', complete) }
    : { delimiter: ',', records };
}

/** All commas are those of decimal numbers: they stand between digits, one to a number, and none in the names. */
function areDecimals([top, ...below]: readonly HeadRecord[]): boolean {
  if (!top || top.fields.length > 1 || holdsData(top)) return false;
  const cut = below.filter(({ fields }) => fields.length > 1);
  return (
    cut.length > 0 && cut.length >= 0.5 * below.length && cut.every(({ fields }) => fields.every(isPart))
  );
}

function isPart(field: string, index: number, fields: readonly string[]): boolean {
  const isFirst = index === 0;
  const isLast = index === fields.length - 1;
  return (
    (isFirst || /^\d/.test(field)) && (isLast || /\d$/.test(field)) && (isFirst || isLast || /\D/.test(field))
  );
}
