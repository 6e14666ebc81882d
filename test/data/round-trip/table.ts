import fc from 'fast-check';
import type { ColumnType, Value } from '../../../src/core/tables.js';

/** A typed column and how its values are drawn; `null` is an empty field. */
interface ColumnKind {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: fc.Arbitrary<string | number>;
  /** A value that leaves no doubt about the type: the first row has it. */
  readonly first: fc.Arbitrary<string | number>;
}

/** A table as a person has it in mind. Numbers are in hundredths in `number` columns. */
export interface Typed {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly Value[])[];
}

const words = [
  'été',
  'cœur',
  'façade',
  'l’œuf',
  'naïve',
  'Noël',
  'où',
  'bas',
  'gauche',
  'N°',
  '12 €',
  'A&B',
  '<b>',
];
const marks = [' ', ',', ';', '\t', '|', '"', "'", '\n', '\r\n', '.', '=', '/', ' - '];

/** Words of French with all that needs quoting between them; begins with a letter, so that it is no number. */
const text = fc
  .array(fc.tuple(fc.constantFrom(...marks), fc.constantFrom(...words)), { maxLength: 4 })
  .map((parts) => `x${parts.flat().join('')}`);

const cents = fc.integer({ min: -900_000_000, max: 900_000_000 });
const day = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: 1990, max: 2035 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: from, max: to }),
    })
    .map((date) => [date.year, two(date.month), two(date.day)].join('-'));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}:00`);
const timestamp = (from: number, to: number): fc.Arbitrary<string> =>
  fc.tuple(day(from, to), clock).map((parts) => parts.join('T'));

const kinds: readonly ColumnKind[] = [
  { name: 'texte', type: 'text', value: text, first: text },
  { name: 'Deuxième texte', type: 'text', value: text, first: text },
  {
    name: 'entier',
    type: 'integer',
    value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    first: fc.integer({ min: 1, max: 99 }),
  },
  // A whole number among decimals is written with its zeros; the first one is none.
  { name: 'mesure', type: 'number', value: cents, first: cents.map((value) => value - (value % 100) + 25) },
  { name: 'jour', type: 'date', value: day(1, 28), first: day(13, 28) },
  { name: 'moment', type: 'timestamp', value: timestamp(1, 28), first: timestamp(13, 28) },
  {
    name: 'juste',
    type: 'boolean',
    value: fc.constantFrom('true', 'false'),
    first: fc.constantFrom('true', 'false'),
  },
];

/** Tables of two to seven columns and one to ten rows, with gaps. */
export const tables: fc.Arbitrary<Typed> = fc
  .shuffledSubarray([...kinds], { minLength: 2 })
  .chain((columns) =>
    fc
      .record({
        first: fc.tuple(...columns.map((column) => column.first)),
        others: fc.array(
          fc.tuple(
            ...columns.map(({ value }, index) => (index === 0 ? value : fc.option(value, { freq: 6 }))),
          ),
          { maxLength: 9 },
        ),
      })
      .map(({ first, others }) => ({
        columns: columns.map(({ name, type }) => ({ name, type })),
        rows: [first, ...others],
      })),
  );

function two(value: number): string {
  return String(value).padStart(2, '0');
}
