import { possibleMarks, type ColumnTally, type Marks } from './tally.js';
import { monthFirst, type DateReading, type NumberReading, type Reading } from './values.js';

/** What the header or the person says that a column is; values alone decide when it is `any`. */
export type Expectation = 'key' | 'number' | 'date' | 'any';

/** Unreadable values that a number or date column may have; beyond, it is text. */
const tolerance = 0.02;
/** The same where the header says what the column is. */
const toleranceExpected = 0.5;

export interface Evidence {
  readonly expectation: Expectation;
  /** Another column of the file has decimal commas, so that `1.234` is a thousand. */
  readonly commaElsewhere: boolean;
  readonly delimiter: string;
}

export interface Decision {
  readonly reading: Reading;
  /** Values of the tally that this reading cannot read. */
  readonly unreadable: number;
}

/** How a column is to be read, from the counts of its values. */
export function decide(tally: ColumnTally, evidence: Evidence): Decision {
  const { expectation } = evidence;
  if (expectation === 'key') return readAsText(tally, true);
  if (tally.present === 0) return emptyColumn(expectation);
  if (tally.booleans === tally.present) return { reading: { kind: 'boolean' }, unreadable: 0 };
  const date = readAsDate(tally, expectation);
  if (date && isGoodEnough(date, tally, expectation === 'date')) return date;
  const number = readAsNumber(tally, evidence);
  if (isGoodEnough(number, tally, expectation === 'number') && isSafeAsNumber(tally, number, expectation))
    return number;
  return readAsText(tally, false);
}

function isGoodEnough({ unreadable }: Decision, { present }: ColumnTally, expected: boolean): boolean {
  return unreadable <= present * (expected ? toleranceExpected : tolerance);
}

function readAsText(tally: ColumnTally, key: boolean): Decision {
  const dropDecimals = key && tally.present > 0 && tally.floatIds === tally.filled;
  return { reading: { kind: 'text', key, dropDecimals }, unreadable: 0 };
}

function emptyColumn(expectation: Expectation): Decision {
  if (expectation === 'date')
    return { reading: { kind: 'date', patterns: ['%Y-%m-%d'], hasTime: false }, unreadable: 0 };
  if (expectation !== 'number')
    return { reading: { kind: 'text', key: false, dropDecimals: false }, unreadable: 0 };
  const reading: NumberReading = {
    kind: 'number',
    integer: false,
    decimal: '.',
    thousands: '',
    plain: true,
    percent: false,
  };
  return { reading, unreadable: 0 };
}

/** The family of patterns (same order, mark and year) that reads most values. */
function readAsDate(tally: ColumnTally, expectation: Expectation): Decision | null {
  const families = new Map<string, { patterns: string[]; dayFirst: number; monthFirst: number }>();
  for (const [pattern, { dayFirst, monthFirst: swapped }] of tally.dates) {
    const key = pattern.slice(0, 8);
    const family = families.get(key) ?? { patterns: [], dayFirst: 0, monthFirst: 0 };
    family.patterns.push(pattern);
    family.dayFirst += dayFirst;
    family.monthFirst += swapped;
    families.set(key, family);
  }
  const size = (family: { dayFirst: number; monthFirst: number }): number =>
    Math.max(family.dayFirst, family.monthFirst);
  const best = [...families.values()].sort((a, b) => size(b) - size(a))[0];
  if (expectation === 'date' && tally.compactDates > (best ? size(best) : 0)) {
    const reading: DateReading = { kind: 'date', patterns: ['%Y%m%d'], hasTime: false };
    return { reading, unreadable: tally.present - tally.compactDates };
  }
  if (!best) return null;
  const swap = best.monthFirst > best.dayFirst;
  const reading: DateReading = {
    kind: 'date',
    patterns: swap ? best.patterns.map(monthFirst) : best.patterns,
    hasTime: best.patterns.some((pattern) => pattern.includes(':')),
  };
  return { reading, unreadable: tally.present - size(best) };
}

/** The marks that read most values; among equals the simplest, or what the rest of the file suggests. */
function readAsNumber(tally: ColumnTally, evidence: Evidence): Decision {
  const most = Math.max(...possibleMarks.map((_, index) => tally.underMarks(index).readable));
  const equal = possibleMarks.flatMap((_, index) =>
    tally.underMarks(index).readable === most ? [index] : [],
  );
  const index =
    equal.find((candidate) => isSuggested(possibleMarks[candidate]!, tally, evidence)) ?? equal[0] ?? 0;
  const marks = possibleMarks[index]!;
  const integer = tally.underMarks(index).whole === most;
  const plain = tally.wholeNumbers + (marks.decimal === '.' ? tally.plainPoint : tally.plainComma);
  const percent = tally.percents > 0 && tally.percents >= most * (1 - tolerance);
  const readable = percent ? tally.percents : most - tally.percents;
  const reading: NumberReading = {
    kind: 'number',
    ...marks,
    integer: integer && !percent,
    plain: marks.thousands === '' && plain === tally.present,
    percent,
  };
  return { reading, unreadable: tally.present - readable };
}

/** Settles `1,234` and `1.234`, where both marks make sense. */
function isSuggested(marks: Marks, tally: ColumnTally, { commaElsewhere, delimiter }: Evidence): boolean {
  if (tally.plainComma > 0 && tally.plainPoint === 0 && delimiter === ',' && !commaElsewhere)
    return marks.thousands === ',';
  if (tally.plainPoint > 0 && tally.plainComma === 0 && commaElsewhere) return marks.thousands === '.';
  return false;
}

/** Digits that identify something stay text: nothing of them may be lost. */
function isSafeAsNumber(
  tally: ColumnTally,
  { reading, unreadable }: Decision,
  expectation: Expectation,
): boolean {
  if (expectation === 'number') return true;
  if (tally.codes > 0) return false;
  const isWhole = reading.kind === 'number' && reading.integer;
  return !(isWhole && unreadable > 0 && tally.mixed > 0);
}
