import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { castOf } from '../../src/data/values/cast.js';
import { numberPattern, toRegExp, usualNumbers, type NumberReading } from '../../src/data/values/values.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { join, sql } from '../../src/engine/sql.js';

const marks = { '.': ['', ' ', "'", ','], ',': ['', ' ', "'", '.'] } as const;
const readings: NumberReading[] = (['.', ','] as const).flatMap((decimal) =>
  marks[decimal].flatMap((thousands) =>
    [true, false].map((integer) => ({
      kind: 'number' as const,
      integer,
      decimal,
      thousands,
      plain: false,
      percent: false,
      hasDashes: false,
    })),
  ),
);
const spaces = [' ', '\u00a0', '\u202f', '\u2009'];

/** A number as the usual pattern has it, and what it is worth. */
const written = fc
  .record({
    reading: fc.constantFrom(...readings),
    isNegative: fc.boolean(),
    groups: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 }),
    cents: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
    unit: fc.constantFrom('', '€', ' €', '\u00a0€', '\u202f€'),
    space: fc.constantFrom(...spaces),
    apostrophe: fc.constantFrom("'", '’', '´'),
  })
  .map(({ reading, isNegative, groups, cents, unit, space, apostrophe }) => {
    const { thousands } = reading;
    const mark = thousands === ' ' ? space : thousands === "'" ? apostrophe : thousands;
    const digits = groups.map((group, index) => (index === 0 ? `${group}` : `${group}`.padStart(3, '0')));
    const decimals = cents === undefined || reading.integer ? '' : `${cents}`.padStart(2, '0');
    const sign = isNegative ? '-' : '';
    return {
      reading,
      text: `${sign}${digits.join(mark)}${decimals && reading.decimal + decimals}${unit}`,
      worth: Number(`${sign}${digits.join('')}${decimals && `.${decimals}`}`),
    };
  });

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});

async function valuesOf(reading: NumberReading, texts: readonly string[]): Promise<(number | null)[]> {
  const rows = join(
    texts.map((text, index) => sql`(${index}, ${text})`),
    ', ',
  );
  const { value } = castOf(sql`text`, reading, false);
  const found = await engine.query<{ value: number | null }>(
    sql`select ${value} as value from (values ${rows}) as written(number, text) order by number`,
  );
  return found.map((row) => row.value);
}

test('a number of the usual form is one of the whole pattern, and is worth what it says', async () => {
  const samples = fc.sample(written, { numRuns: 2000, seed: 11 });
  for (const { reading, text } of samples) {
    expect(toRegExp(usualNumbers(reading)?.pattern ?? 'none').test(text), text).toBe(true);
    expect(toRegExp(numberPattern(reading)).test(text), text).toBe(true);
  }
  for (const reading of readings) {
    const own = samples.filter((sample) => sample.reading === reading);
    expect(own.length).toBeGreaterThan(50);
    expect(
      await valuesOf(
        reading,
        own.map(({ text }) => text),
      ),
    ).toEqual(own.map(({ worth }) => (reading.integer && worth === 0 ? 0 : worth)));
  }
});

test('whatever the usual pattern matches, the whole one matches too', () => {
  const texts = fc.string({ unit: fc.constantFrom(..."0123456789-+.,()’' €$£%e\u00a0"), maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...readings), texts, (reading, text) => {
      const isUsual = toRegExp(usualNumbers(reading)?.pattern ?? 'none').test(text);
      expect(!isUsual || toRegExp(numberPattern(reading)).test(text)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test('other forms are still read, and texts that are none are not', async () => {
  const french = { ...readings[0]!, decimal: ',', thousands: ' ', integer: false } as const;
  const texts = [
    '(12,50)',
    '12,50-',
    '- 5,00 €',
    '€ 5',
    '1,5e3',
    '+7',
    '1 23',
    '1234 567',
    'x5',
    '5 €€',
    '9'.repeat(101),
  ];
  expect(await valuesOf(french, texts)).toEqual([-12.5, -12.5, -5, 5, 1500, 7, null, null, null, null, null]);
});
