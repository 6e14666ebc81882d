import * as v from 'valibot';
import { roles } from '../data/roles/roles.js';
import { encodings, readings, repairCodes, sourceFormats, type Source } from '../data/source.js';

/** An id is a folder's name in the browser's storage, so it holds nothing but letters, digits, `-` and `_`. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(10_000));
const name = v.pipe(text, v.nonEmpty());

const columnSchema = v.object({
  name,
  type: v.picklist(['text', 'integer', 'number', 'date', 'timestamp', 'boolean']),
  format: v.object({
    decimal: v.exactOptional(v.picklist(['.', ','])),
    thousands: v.exactOptional(text),
    currencies: v.exactOptional(v.array(text)),
    date: v.exactOptional(text),
  }),
  samples: v.optional(v.array(text), []),
  // A role that this version does not know means nothing to it.
  role: v.fallback(v.nullable(v.picklist(roles)), null),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

const rejectSchema = v.object({
  line: count,
  column: v.nullable(text),
  value: v.optional(text, ''),
  reason: v.picklist([
    'not-a-number',
    'not-a-date',
    'too-many-columns',
    'missing-columns',
    'unclosed-quote',
    'line',
  ]),
});

const repairSchema = v.object({
  code: v.picklist(repairCodes),
  detail: text,
  count,
});

const choicesSchema = v.object({
  roles: v.record(name, v.nullable(v.picklist(roles))),
  readAs: v.exactOptional(v.record(name, v.picklist(readings))),
  encoding: v.exactOptional(v.picklist(encodings)),
  undone: v.exactOptional(v.array(v.picklist(repairCodes))),
});

/** A loaded file as a notebook holds it. Samples and rejected values may be absent: shared files carry none. */
export const sourceSchema = v.object({
  id: idSchema,
  file: name,
  table: name,
  format: v.picklist(sourceFormats),
  member: v.optional(v.nullable(text), null),
  bytes: count,
  encoding: v.picklist(encodings),
  delimiter: v.nullable(v.pipe(v.string(), v.maxLength(10))),
  rowsRead: count,
  rowsLoaded: count,
  rowsRemoved: v.optional(count, 0),
  rejectCount: count,
  rejects: v.optional(v.pipe(v.array(rejectSchema), v.maxLength(1_000)), []),
  rejectCounts: v.optional(v.array(v.object({ column: v.nullable(text), count })), []),
  repairs: v.array(repairSchema),
  columns: v.array(columnSchema),
  currency: v.nullable(text),
  ambiguousDates: v.array(
    v.object({
      column: name,
      values: count,
      example: v.optional(text, ''),
      proposal: v.picklist(['day-first', 'month-first']),
    }),
  ),
  choices: v.optional(choicesSchema, { roles: {} }),
}) satisfies v.GenericSchema<unknown, Source>;

/** The source without any value of its rows, for a file that leaves this browser. */
export function withoutValues(source: Source): Source {
  return {
    ...source,
    ambiguousDates: source.ambiguousDates.map((dates) => ({ ...dates, example: '' })),
    // The titles of a file may name people.
    repairs: source.repairs.map((repair) =>
      repair.code === 'title-lines-skipped' ? { ...repair, detail: '' } : repair,
    ),
    rejects: source.rejects.map((reject) => ({ ...reject, value: '' })),
    columns: source.columns.map((column) => ({ ...column, samples: [] })),
  };
}
