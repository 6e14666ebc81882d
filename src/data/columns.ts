import { ownValue } from '../core/own-value.js';
import type { ColumnType } from '../core/tables.js';
import { suggestsMonthFirst } from './values/date-order.js';
import { decide, type Expectation } from './values/decide.js';
import { guessRoles } from './roles/guess-roles.js';
import { headerKey, isCodeHeader, matchHeader } from './roles/header.js';
import { headerType, roleFits, roleTypes, type Role } from './roles/roles.js';
import { ColumnTally } from './values/tally.js';
import type { Dialect } from './text/dialect.js';
import { oddForms, type OddForms } from './values/odd-forms.js';
import type { ReadingChoices } from './source.js';
import type { Reading } from './values/values.js';

/** What is decided about one column before it is loaded. */
export interface ColumnPlan {
  /** Position in the file. */
  readonly index: number;
  readonly name: string;
  readonly reading: Reading;
  readonly type: ColumnType;
  readonly role: Role | null;
  readonly confidence: number;
  /** Values, of those looked at, that the reading cannot read. */
  readonly unreadable: number;
  /** Values that it can read. */
  readonly readable: number;
  /** Words such as `NA` occur, which are empty values. */
  readonly hasMissing: boolean;
  readonly samples: readonly string[];
  /** ISO 4217 codes of the currencies whose sign or code stands beside values, the most frequent one first. */
  readonly currencies: readonly string[];
  /** Values, of those looked at, whose form is not the usual one of the column. */
  readonly oddForms: OddForms;
  /** The person's role demands a date or a number, and most values are none. */
  readonly misfit: 'date' | 'number' | null;
}

interface Draft {
  readonly index: number;
  readonly name: string;
  readonly tally: ColumnTally;
  readonly values: readonly string[];
}

const longestEvidence = 200;

/** Decides type, reading and role of every column from the sample, or from counts of all rows where there are some. */
export function planColumns(
  dialect: Dialect,
  sample: readonly (readonly string[])[],
  emptyColumns: readonly number[],
  choices: ReadingChoices,
  counted: ReadonlyMap<number, ColumnTally> = new Map(),
): ColumnPlan[] {
  const drafts: Draft[] = dialect.names.flatMap((name, index) => {
    if (emptyColumns.includes(index)) return [];
    const values = sample.map((row) => row[index] ?? '');
    return [{ index, name, values, tally: counted.get(index) ?? tallyOf(values) }];
  });
  const chosen = choices.roles;
  const order = new DateOrder(drafts);
  const read = (draft: Draft, expectation: Expectation): ReturnType<typeof decide> =>
    decide(draft.tally, {
      expectation,
      readAs: ownValue(choices.readAs, draft.name) ?? null,
      isMonthFirst: order.isMonthFirst(draft),
      isBirth: isBirth(draft, ownValue(chosen, draft.name)),
      // Commas that were put in say nothing about the values.
      delimiter: dialect.countsRecords ? '' : dialect.delimiter,
      commaElsewhere:
        !dialect.pointColumns?.includes(draft.index) &&
        drafts.some((other) => other !== draft && hasDecimalCommas(other.tally)),
    });
  const profiles = drafts.map((draft) => ({
    name: draft.name,
    type: typeOf(
      read(draft, expectationOf(ownValue(chosen, draft.name), headerType(draft.name) ?? ownType(draft.name)))
        .reading,
    ),
    // What is behind so many letters says nothing about a role, and patterns may take the square of their number.
    values: draft.values.map((value) =>
      value.length > longestEvidence ? value.slice(0, longestEvidence) : value,
    ),
  }));
  const guesses = guessRoles(profiles, chosen);
  return drafts.map((draft, position) => {
    const { role, confidence } = guesses[position]!;
    const { reading, unreadable } = read(draft, expectationOf(role, ownType(draft.name)));
    const type = typeOf(reading);
    const fits = role === null || roleFits(role, type);
    const demanded = role === null ? null : roleTypes[role];
    const isChosen = Object.hasOwn(chosen, draft.name);
    const { samples, currencyCodes } = draft.tally;
    return {
      index: draft.index,
      name: draft.name,
      reading,
      type,
      unreadable,
      readable: draft.tally.present - unreadable,
      hasMissing: draft.tally.filled > draft.tally.present,
      samples: samples.map(shortened),
      currencies: currencyCodes,
      oddForms: oddForms(reading, draft.tally),
      role: fits ? role : null,
      confidence: fits ? confidence : 0,
      misfit: !fits && isChosen && (demanded === 'date' || demanded === 'number') ? demanded : null,
    };
  });
}

/** What a header without a role says of its values: numbers below the word "date" are days. */
function ownType(name: string): 'key' | 'date' | null {
  if (isCodeHeader(name)) return 'key';
  return /(^|_)(date|datum|fecha)(_|$)|_at$/.test(headerKey(name)) ? 'date' : null;
}

/** Dates of birth with two-digit years. */
function isBirth({ name, tally }: Draft, chosen: Role | null | undefined): boolean {
  if (![...tally.dates.keys()].some((pattern) => pattern.includes('%y'))) return false;
  return (chosen === undefined ? matchHeader(name)[0]?.role : chosen) === 'birth_date';
}

/** What the file says about day and month where a column's own values leave it open. */
class DateOrder {
  readonly #isElsewhere: boolean;

  constructor(drafts: readonly Draft[]) {
    // Another column of the same file can only be read with the month first.
    this.#isElsewhere = drafts.some(({ tally }) => {
      const shapes = [...tally.dates.values()];
      const sum = (side: 'dayFirst' | 'monthFirst'): number =>
        shapes.reduce((total, shape) => total + shape[side], 0);
      return sum('monthFirst') > sum('dayFirst') && sum('monthFirst') >= 0.98 * tally.present;
    });
  }

  isMonthFirst({ tally, values }: Draft): boolean {
    return tally.dates.size > 0 && (this.#isElsewhere || suggestsMonthFirst(values));
  }
}

/** A value as it is shown and kept as an example. */
function shortened(value: string): string {
  return value.length > longestEvidence ? `${value.slice(0, longestEvidence)}…` : value;
}

function tallyOf(values: readonly string[]): ColumnTally {
  const tally = new ColumnTally();
  for (const value of values) tally.add(value);
  return tally;
}

function expectationOf(role: Role | null | undefined, otherwise: string | null): Expectation {
  const type = role && roleTypes[role] !== 'text' ? roleTypes[role] : otherwise;
  return type === 'key' || type === 'number' || type === 'date' ? type : 'any';
}

function hasDecimalCommas(tally: ColumnTally): boolean {
  const readable = (index: number): number => tally.underMarks(index).readable;
  return tally.dates.size === 0 && Math.max(readable(1), readable(2)) > Math.max(readable(0), readable(3));
}

function typeOf(reading: Reading): ColumnType {
  if (reading.kind === 'number') return reading.integer ? 'integer' : 'number';
  if (reading.kind === 'date') return reading.hasTime ? 'timestamp' : 'date';
  return reading.kind;
}
