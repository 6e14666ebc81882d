import { uniqueName } from '../../core/ids.js';
import type { ColumnType } from '../../core/tables.js';
import type { ArrowColumn, ArrowKind } from '../../engine/foreign/arrow-columns.js';
import { sql, type Sql } from '../../engine/sql.js';
import { castOf, type Cast } from '../values/cast.js';
import type { ColumnPlan } from '../columns.js';
import { roleFits } from '../roles/roles.js';
import type { Reading } from '../values/values.js';

/** How a column of a Parquet file stands in the engine before its type is settled. */
export const stagedTypes: Readonly<Record<ArrowKind, Sql>> = {
  integer: sql`bigint`,
  number: sql`double`,
  single: sql`float`,
  date: sql`date`,
  timestamp: sql`timestamp`,
  boolean: sql`boolean`,
  text: sql`varchar`,
  bytes: sql`blob`,
  other: sql`varchar`,
};

/** Names as in the file, unique without regard to case; a column without a name gets one. */
export function columnNames(columns: readonly ArrowColumn[]): string[] {
  const names: string[] = [];
  for (const [index, { name }] of columns.entries()) {
    const own = name.replace(/\s+/g, ' ').trim();
    names.push(uniqueName(own === '' ? `column_${index + 1}` : own, names));
  }
  return names;
}

/** A staged value as text, as a file of text would have it: an empty one is none. */
export function asText(value: Sql, kind: ArrowKind): Sql {
  if (kind === 'text' || kind === 'other') return sql`nullif(${value}, '')`;
  // Text that was written without saying so; bytes that are none show as escapes.
  if (kind === 'bytes') return sql`nullif(coalesce(try(decode(${value})), cast(${value} as varchar)), '')`;
  return sql`cast(${value} as varchar)`;
}

/** The plan with the type that the file itself gives the column, unless the column's role demands another reading. */
export function withOwnType(plan: ColumnPlan, kind: ArrowKind): ColumnPlan {
  const own = ownReadings[kind];
  if (!own) return plan;
  const { reading, type } = own;
  const isFloatId = plan.reading.kind === 'text' && plan.reading.dropDecimals && type === 'number';
  if (isFloatId || plan.misfit || (plan.role !== null && !roleFits(plan.role, type))) return plan;
  return { ...plan, reading, type, unreadable: 0, hasMissing: false };
}

/** True when the staged value is the column's value as it stands. */
export function isAsStaged({ reading }: ColumnPlan, kind: ArrowKind): boolean {
  if (kind === 'text' || kind === 'other') return reading.kind === 'text' && !reading.dropDecimals;
  return reading === ownReadings[kind]?.reading && kind !== 'single';
}

/** The SQL that makes a column's value from the staged one. */
export function valueOf(value: Sql, kind: ArrowKind, plan: ColumnPlan): Cast {
  if (isAsStaged(plan, kind)) return { value, lost: null };
  // The nearest double of 12.3 in four bytes is 12.300000190734863: its own digits are taken.
  if (plan.reading === ownReadings[kind]?.reading)
    return { value: sql`cast(cast(${value} as varchar) as double)`, lost: null };
  return castOf(asText(value, kind), plan.reading, plan.hasMissing);
}

const number = {
  kind: 'number',
  decimal: '.',
  thousands: '',
  plain: true,
  percent: false,
  hasDashes: false,
} as const;

const ownReadings: Readonly<Partial<Record<ArrowKind, { reading: Reading; type: ColumnType }>>> = {
  integer: { reading: { ...number, integer: true }, type: 'integer' },
  number: { reading: { ...number, integer: false }, type: 'number' },
  single: { reading: { ...number, integer: false }, type: 'number' },
  date: {
    reading: {
      kind: 'date',
      patterns: ['%Y-%m-%d'],
      numbers: 'none',
      hasTime: false,
      isBirth: false,
      isOdd: false,
    },
    type: 'date',
  },
  timestamp: {
    reading: {
      kind: 'date',
      patterns: ['%Y-%m-%d %H:%M:%S'],
      numbers: 'none',
      hasTime: true,
      isBirth: false,
      isOdd: false,
    },
    type: 'timestamp',
  },
  boolean: { reading: { kind: 'boolean' }, type: 'boolean' },
};
