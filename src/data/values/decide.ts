import { possibleMarks, type ColumnTally, type Marks } from './tally.js';
import { dayPattern, monthFirst, type DateNumbers, type DateReading } from './dates.js';
import type { NumberReading, Reading } from './values.js';
import type { ReadAs } from '../source.js';

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
  /** What the person said of the values; null when they are to be judged. */
  readonly readAs: ReadAs | null;
  /** The order of day and month where the values leave it open. */
  readonly isMonthFirst: boolean;
  /** The column holds dates of birth. */
  readonly isBirth: boolean;
}

export interface Decision {
  readonly reading: Reading;
  /** Values of the tally that this reading cannot read. */
  readonly unreadable: number;
}

/** How a column is to be read, from the counts of its values. */
export function decide(tally: ColumnTally, evidence: Evidence): Decision {
  const decision = decideReading(tally, evidence);
  const { reading } = decision;
  if (reading.kind !== 'date' || !evidence.isBirth) return decision;
  return { ...decision, reading: { ...reading, isBirth: true } };
}

function decideReading(tally: ColumnTally, evidence: Evidence): Decision {
  const { expectation, readAs } = evidence;
  if (readAs !== null) return readAsTold(tally, evidence, readAs);
  if (expectation === 'key') return readAsText(tally, true);
  if (tally.present === 0) return emptyColumn(expectation);
  if (tally.booleans === tally.present) return { reading: { kind: 'boolean' }, unreadable: 0 };
  const date = readAsDate(tally, expectation, evidence.isMonthFirst);
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
  const hasMarks = tally.present > 0 && tally.markedTexts === tally.present;
  const dropDecimals = key && tally.present > 0 && tally.floatIds === tally.filled;
  return { reading: { kind: 'text', key, dropDecimals, hasNulls: tally.nulls > 0, hasMarks }, unreadable: 0 };
}

function emptyColumn(expectation: Expectation): Decision {
  if (expectation === 'date') return { reading: dateReading(['%Y-%m-%d'], 'none', false), unreadable: 0 };
  if (expectation !== 'number') return { reading: plainText, unreadable: 0 };
  const reading: NumberReading = {
    kind: 'number',
    integer: false,
    decimal: '.',
    thousands: '',
    plain: true,
    percent: false,
    hasDashes: false,
  };
  return { reading, unreadable: 0 };
}

/** What the person said, whatever share of the values it can read. */
function readAsTold(tally: ColumnTally, evidence: Evidence, readAs: ReadAs): Decision {
  if (readAs === 'text') return { reading: plainText, unreadable: 0 };
  if (readAs === 'number-point' || readAs === 'number-comma')
    return readAsNumber(tally, evidence, readAs === 'number-point' ? '.' : ',');
  if (readAs === 'excel-date') {
    const reading = dateReading([], 'excel', tally.excelTimes > 0);
    return { reading, unreadable: tally.present - tally.excelDays - tally.excelTimes };
  }
  const isMonthFirst = readAs === 'month-first';
  const fallback = dateReading([isMonthFirst ? '%m/%d/%Y' : '%d/%m/%Y'], 'none', false);
  return dateOf(tally, isMonthFirst, plainDates(tally)) ?? { reading: fallback, unreadable: tally.present };
}

/** All patterns that occur, under the order of day and month that reads most values, and numbers that count days. */
function readAsDate(tally: ColumnTally, expectation: Expectation, isMonthFirst: boolean): Decision | null {
  let dayFirst = 0;
  let swapped = 0;
  for (const shape of tally.dates.values()) {
    dayFirst += shape.dayFirst;
    swapped += shape.monthFirst;
  }
  // Numbers are dates only where the header or other values say that the column holds dates.
  const numbers = plainDates(tally);
  const mayCount = expectation === 'date' || Math.max(dayFirst, swapped) >= numbers.count;
  const isSwapped = swapped > dayFirst || (swapped === dayFirst && isMonthFirst);
  return dateOf(tally, isSwapped, mayCount ? numbers : noNumbers);
}

interface PlainDates {
  readonly pattern: string | null;
  readonly numbers: DateNumbers;
  readonly count: number;
}
const noNumbers: PlainDates = { pattern: null, numbers: 'none', count: 0 };

/** What most plain numbers of the column would be as dates. */
function plainDates(tally: ColumnTally): PlainDates {
  const {
    compactDates,
    compactDayFirst,
    compactTimes,
    excelDays,
    excelTimes,
    unixSeconds,
    unixMilliseconds,
  } = tally;
  const ways: readonly PlainDates[] = [
    { pattern: '%Y%m%d', numbers: 'none', count: compactDates },
    { pattern: '%d%m%Y', numbers: 'none', count: compactDayFirst },
    { pattern: '%Y%m%d%H%M%S', numbers: 'none', count: compactTimes },
    { pattern: null, numbers: 'excel', count: excelDays + excelTimes },
    { pattern: null, numbers: 'seconds', count: unixSeconds },
    { pattern: null, numbers: 'milliseconds', count: unixMilliseconds },
  ];
  return ways.reduce((best, way) => (way.count > best.count ? way : best), noNumbers);
}

function dateOf(tally: ColumnTally, isMonthFirst: boolean, plain: PlainDates): Decision | null {
  const patterns: string[] = [];
  let readable = plain.count;
  let isOdd = false;
  let hasTime = plain.numbers === 'excel' ? tally.excelTimes > 0 : plain.numbers !== 'none';
  for (const [pattern, shape] of tally.dates) {
    const count = isMonthFirst ? shape.monthFirst : shape.dayFirst;
    if (count === 0) continue;
    readable += count;
    isOdd ||= shape.odd > 0;
    hasTime ||= dayPattern(pattern) !== pattern;
    patterns.push(isMonthFirst ? monthFirst(pattern) : pattern);
  }
  if (readable === 0) return null;
  if (plain.pattern !== null) {
    patterns.push(plain.pattern);
    hasTime ||= plain.pattern.includes('%H');
  }
  const reading = { ...dateReading(patterns, plain.numbers, hasTime), isOdd };
  return { reading, unreadable: tally.present - readable };
}

/** Two-digit years are tried first: a pattern with four takes the 24 of 13/02/24 for the year 24. */
function dateReading(patterns: readonly string[], numbers: DateNumbers, hasTime: boolean): DateReading {
  const sorted = [...patterns].sort((a, b) => Number(b.includes('%y')) - Number(a.includes('%y')));
  return { kind: 'date', patterns: sorted, numbers, hasTime, isBirth: false, isOdd: false };
}

const plainText = {
  kind: 'text',
  key: false,
  dropDecimals: false,
  hasNulls: false,
  hasMarks: false,
} as const;

/** The marks that read most values; among equals the simplest, or what the rest of the file suggests. */
function readAsNumber(tally: ColumnTally, evidence: Evidence, decimal?: '.' | ','): Decision {
  const allowed = possibleMarks.flatMap((marks, index) =>
    decimal === undefined || marks.decimal === decimal ? [index] : [],
  );
  const most = Math.max(...allowed.map((index) => tally.underMarks(index).readable));
  const equal = allowed.filter((index) => tally.underMarks(index).readable === most);
  const index =
    equal.find((candidate) => isSuggested(possibleMarks[candidate]!, tally, evidence)) ??
    equal[0] ??
    allowed[0] ??
    0;
  const marks = possibleMarks[index]!;
  const integer = tally.underMarks(index).whole === most;
  const plain = tally.wholeNumbers + (marks.decimal === '.' ? tally.plainPoint : tally.plainComma);
  const shares = tally.percents + tally.zeros;
  const percent = tally.percents > 0 && shares >= most * (1 - tolerance);
  const readable = percent ? shares : most - tally.percents;
  const reading: NumberReading = {
    kind: 'number',
    ...marks,
    integer: integer && !percent,
    plain: marks.thousands === '' && plain === tally.present,
    percent,
    hasDashes: tally.dashes > 0,
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
  if (tally.codes > 0 || tally.exponents === tally.present) return false;
  const isWhole = reading.kind === 'number' && reading.integer;
  return !(isWhole && unreadable > 0 && tally.mixed > 0);
}
