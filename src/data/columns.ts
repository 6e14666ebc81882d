import type { ColumnType } from '../core/tables.js';
import { decide, type Expectation } from './decide.js';
import { guessRoles } from './guess-roles.js';
import { isCodeHeader } from './header.js';
import { headerType, roleFits, roleTypes, type Role } from './roles.js';
import { ColumnTally } from './tally.js';
import type { Dialect } from './dialect.js';
import type { RoleChoice } from './source.js';
import type { Reading } from './values.js';

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
  readonly currency: string | null;
  /** The values have a sign or code of a currency. */
  readonly hasCurrencySigns: boolean;
  /** The person's role demands a date or a number, and most values are none. */
  readonly misfit: 'date' | 'number' | null;
}

interface Draft {
  readonly index: number;
  readonly name: string;
  readonly tally: ColumnTally;
  readonly values: readonly string[];
}

/** Decides type, reading and role of every column from the sample, or from counts of all rows where there are some. */
export function planColumns(
  dialect: Dialect,
  sample: readonly (readonly string[])[],
  emptyColumns: readonly number[],
  chosen: RoleChoice,
  counted: ReadonlyMap<number, ColumnTally> = new Map(),
): ColumnPlan[] {
  const drafts: Draft[] = dialect.names.flatMap((name, index) => {
    if (emptyColumns.includes(index)) return [];
    const values = sample.map((row) => row[index] ?? '');
    return [{ index, name, values, tally: counted.get(index) ?? tallyOf(values) }];
  });
  const read = (draft: Draft, expectation: Expectation): ReturnType<typeof decide> =>
    decide(draft.tally, {
      expectation,
      delimiter: dialect.delimiter,
      commaElsewhere: drafts.some((other) => other !== draft && hasDecimalCommas(other.tally)),
    });
  const profiles = drafts.map((draft) => ({
    name: draft.name,
    type: typeOf(read(draft, expectationOf(chosen[draft.name], headerType(draft.name))).reading),
    values: draft.values,
  }));
  const guesses = guessRoles(profiles, chosen);
  return drafts.map((draft, position) => {
    const { role, confidence } = guesses[position]!;
    const { reading, unreadable } = read(draft, expectationOf(role, isCodeHeader(draft.name) ? 'key' : null));
    const type = typeOf(reading);
    const fits = role === null || roleFits(role, type);
    const demanded = role === null ? null : roleTypes[role];
    const isChosen = Object.hasOwn(chosen, draft.name);
    const { samples, currency, currencies } = draft.tally;
    return {
      index: draft.index,
      name: draft.name,
      reading,
      type,
      unreadable,
      readable: draft.tally.present - unreadable,
      hasMissing: draft.tally.filled > draft.tally.present,
      samples,
      currency,
      hasCurrencySigns: currencies > 0,
      role: fits ? role : null,
      confidence: fits ? confidence : 0,
      misfit: !fits && isChosen && (demanded === 'date' || demanded === 'number') ? demanded : null,
    };
  });
}

function tallyOf(values: readonly string[]): ColumnTally {
  const tally = new ColumnTally();
  for (const value of values) tally.add(value);
  return tally;
}

function expectationOf(role: Role | null | undefined, otherwise: string | null): Expectation {
  const type = role ? roleTypes[role] : otherwise;
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
