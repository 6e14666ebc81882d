import type { Encoding, ReadAs, ReadingChoices, Repair, RepairCode, Source } from '../../data/source.js';
import type { ColumnType } from '../../core/tables.js';
import { ownValue } from '../../core/own-value.js';
import { roleFits, type Role } from '../../data/roles/roles.js';

/**
 * A column gets another role; the others keep theirs, whatever would be guessed now. A reading that was chosen before
 * and cannot go with the role is given up.
 */
export function withRole(source: Source, column: string, role: Role | null): ReadingChoices {
  const { choices } = source;
  const roles = Object.fromEntries(source.columns.map((each) => [each.name, each.role]));
  const readAs = ownValue(choices.readAs, column);
  const kept = readAs && !goTogether(role, readAs) ? withReading(source, column, null) : choices;
  return { ...kept, roles: { ...roles, [column]: role } };
}

/**
 * A column is read in the way that the person says; null leaves it to the values again. A role that was chosen before
 * and cannot go with the reading is given up.
 */
export function withReading({ choices }: Source, column: string, readAs: ReadAs | null): ReadingChoices {
  const others = without(choices.readAs ?? {}, column);
  if (readAs === null) return { ...choices, readAs: others };
  const isKept = goTogether(ownValue(choices.roles, column) ?? null, readAs);
  const roles = isKept ? choices.roles : without(choices.roles, column);
  return { ...choices, roles, readAs: { ...others, [column]: readAs } };
}

function without<T>(record: Readonly<Record<string, T>>, column: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== column));
}

function goTogether(role: Role | null, readAs: ReadAs): boolean {
  return role === null || roleFits(role, typesRead[readAs]);
}

const typesRead: Readonly<Record<ReadAs, ColumnType>> = {
  text: 'text',
  'number-point': 'number',
  'number-comma': 'number',
  'day-first': 'date',
  'month-first': 'date',
  'excel-date': 'date',
};

/** The bytes are decoded in another way. */
export function withEncoding({ choices }: Source, encoding: Encoding): ReadingChoices {
  return { ...choices, encoding };
}

/** A repair that was undone is made again. */
export function withRepair({ choices }: Source, code: RepairCode): ReadingChoices {
  return { ...choices, undone: (choices.undone ?? []).filter((other) => other !== code) };
}

/** The repair is undone: in its column, where it concerns one, else in the file. Null for what has no other reading. */
export function withoutRepair(source: Source, { code, detail }: Repair): ReadingChoices | null {
  // A single column without a name has no other reading; a whole header that was made up has.
  if (code === 'header-made-up' && !detail.endsWith('…')) return null;
  if (isOfFile(code)) return { ...source.choices, undone: [...(source.choices.undone ?? []), code] };
  const readAs = ofColumn[code];
  return readAs ? withReading(source, detail, readAs) : null;
}

/** The repairs of the whole file that were undone. */
export function undoneRepairs({ choices }: Source): FileRepair[] {
  return (choices.undone ?? []).filter(isOfFile);
}

function isOfFile(code: RepairCode): code is FileRepair {
  return ofFile.some((other) => other === code);
}

/** Repairs that concern a whole file and can be left out. */
const ofFile = [
  'misread-letters-mended',
  'quoted-lines-unwrapped',
  'backslashes-read',
  'title-lines-skipped',
  'header-lines-joined',
  'header-made-up',
  'empty-columns-left-out',
  'short-lines-filled',
  'repeated-headers-left-out',
  'total-lines-left-out',
  'continuation-rows-filled',
  'header-totals-counted-once',
  'returns-marked',
  'regions-merged',
] as const satisfies readonly RepairCode[];
type FileRepair = (typeof ofFile)[number];

/** Repairs of a column, and how it is read without them. */
const ofColumn: Readonly<Partial<Record<RepairCode, ReadAs>>> = {
  'decimal-comma': 'text',
  'thousands-mark': 'text',
  'currency-sign': 'text',
  'negative-form': 'text',
  'id-without-decimals': 'text',
  'null-words-emptied': 'text',
  'text-marks-removed': 'text',
  'two-digit-years': 'text',
  'mixed-dates': 'text',
  'excel-dates': 'number-point',
};
