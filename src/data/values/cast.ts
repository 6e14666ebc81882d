import { join, list, sql, type Sql } from '../../engine/sql.js';
import {
  dateShape,
  hasMonthName,
  isCompactDate,
  isCompactDayFirst,
  isCompactTime,
  monthFirst,
  plainDateSql,
  zone,
  type DateNumbers,
  type DateReading,
} from './dates.js';
import { monthNumberSql } from './month-names.js';
import {
  falseWords,
  isMissing,
  isTruth,
  longestNumber,
  markedText,
  missingWords,
  nullWords,
  numberPattern,
  pricedDash,
  toRegExp,
  trueWords,
  usualNumbers,
  type NumberReading,
  type Reading,
  type TextReading,
} from './values.js';

/** A text column turned into values, and the test for a value that was lost on the way. */
export interface Cast {
  readonly value: Sql;
  /** True where the text says something that the value, once computed, does not hold; null when that cannot happen. */
  readonly lost: ((value: Sql) => Sql) | null;
}

/**
 * The SQL that reads `text` (a varchar expression) as the reading says. `hasMissing`: words such as `NA` occur and are
 * no loss. The tests are as small as can be: the engine keeps a vector for every step of every column.
 */
export function castOf(text: Sql, reading: Reading, hasMissing: boolean): Cast {
  const { value, lost } = bareCast(text, reading, hasMissing);
  if (!lost || !hasMissing) return { value, lost };
  return {
    value,
    lost: (held) => sql`(${lost(held)} and lower(trim(${text})) not in (${list(missingWords)})
      and not regexp_full_match(${text}, ${pricedDash}))`,
  };
}

function bareCast(text: Sql, reading: Reading, hasMissing: boolean): Cast {
  switch (reading.kind) {
    case 'text':
      return { value: textValue(text, reading), lost: null };
    case 'boolean': {
      const word = sql`lower(trim(${text}))`;
      return emptied(
        text,
        sql`case when ${word} in (${list(trueWords)}) then true when ${word} in (${list(falseWords)}) then false end`,
      );
    }
    case 'number':
      return reading.plain
        ? plainNumber(text, reading, hasMissing)
        : emptied(text, guardedNumber(text, reading));
    case 'date':
      return dateCast(text, reading);
  }
}

/** The same decision in TypeScript: whether the text has a value under this reading, or is empty. */
export function reader(reading: Reading): (text: string) => boolean {
  if (reading.kind === 'text') return () => true;
  if (reading.kind === 'boolean') return (text) => isMissing(text) || isTruth(text);
  if (reading.kind === 'number') {
    const pattern = toRegExp(numberPattern(reading));
    return (text) => isMissing(text) || (text.length <= longestNumber && pattern.test(text));
  }
  return (text) => isMissing(text) || readsAsDate(text, reading);
}

function textValue(written: Sql, { key, dropDecimals, hasNulls, hasMarks }: TextReading): Sql {
  const filled = hasNulls ? sql`if(${written} in (${list(nullWords)}), null, ${written})` : written;
  const text = hasMarks ? sql`regexp_replace(${filled}, ${`^(?:${markedText})$`}, '\\1\\2')` : filled;
  if (dropDecimals) return sql`regexp_replace(${text}, '\\.0$', '')`;
  return key ? sql`nullif(trim(${text}), '')` : text;
}

/** Lost is what is empty now and was not. */
function emptied(text: Sql, value: Sql): Cast {
  return { value, lost: (held) => sql`(${held} is null and ${text} is not null)` };
}

/**
 * DuckDB's own casts round 0.75 to 1, drop the zeros of 00012 and read 0x1F: a whole number must print as it was
 * written, and a decimal one must not begin with a zero and a digit.
 */
function plainNumber(text: Sql, reading: NumberReading, hasMissing: boolean): Cast {
  if (reading.integer) {
    const value = sql`try_cast(${text} as bigint)`;
    return { value, lost: (held) => sql`(cast(${held} as varchar) is distinct from ${text})` };
  }
  // A point in a column of decimal commas must fail, not shift the decimals.
  const pointed = reading.decimal === '.' ? text : sql`translate(${text}, ',.', '.x')`;
  const number = sql`try_cast(${pointed} as double)`;
  // The cast reads the word NaN, which stands for an empty value.
  const value = hasMissing ? sql`if(isfinite(${number}), ${number}, null)` : number;
  return {
    value,
    lost: (held) => sql`((${held} is null and ${text} is not null) or (${text} >= '00' and ${text} < '0:')
      or not isfinite(${held}) or contains(${text}, '_'))`,
  };
}

/** What may stand around the digits of a number, and is taken away: marks, spaces, signs, names of currencies. */
const decorations =
  " \u00a0\u202f\u2007\u2009€$£¥₹₽₺₪₩%()'’´+-−–—‐‑łŁčČABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * One look at the usual pattern, at the whole one where that fails, then cheap steps only: regular expressions take most of
 * the time of a load.
 */
function guardedNumber(text: Sql, reading: NumberReading): Sql {
  const grouping = reading.decimal === '.' ? ',' : '.';
  const written = reading.hasDashes ? sql`regexp_replace(${text}, '[.,][-–—]+', '')` : text;
  const bare = sql`translate(${written}, ${`${reading.decimal}${grouping}${decorations}`}, '.')`;
  const isNegative = join(
    ['-', '−', '–', '‐', '‑', '('].map((mark) => sql`contains(${written}, ${mark})`),
    ' or ',
  );
  const digits = sql`if(${isNegative}, -1, 1) * try_cast(${bare} as double)${reading.percent ? sql` / 100` : sql``}`;
  const power = sql`case when regexp_matches(${text}, '[0-9][eE][-+]?[0-9]')
    then try_cast(replace(trim(${text}), ',', '.') as double) else ${digits} end`;
  const number = sql`case when contains(${text}, 'e') or contains(${text}, 'E') then ${power} else ${digits} end`;
  const numbers = usualNumbers(reading);
  const usual = numbers
    ? sql`when regexp_full_match(${text}, ${numbers.pattern})
        then try_cast(translate(${text}, ${numbers.marks}, '.') as double)`
    : sql``;
  const value = sql`case when length(${text}) > ${longestNumber} then null ${usual}
    when regexp_full_match(${text}, ${numberPattern(reading)}) then ${number} end`;
  return reading.integer ? sql`cast(${value} as bigint)` : value;
}

/** Numbers that count from a day on, and the texts that may be such numbers. */
const countedDates: Readonly<
  Record<Exclude<DateNumbers, 'none'>, { pattern: string; from: string; perSecond: number }>
> = {
  excel: { pattern: '[2-5][0-9]{4}(?:[.,][0-9]+)?', from: '1899-12-30', perSecond: 1 / 86_400 },
  seconds: { pattern: '1[0-9]{9}(?:[.,][0-9]+)?', from: '1970-01-01', perSecond: 1 },
  milliseconds: { pattern: '1[0-9]{12}', from: '1970-01-01', perSecond: 1000 },
};

function dateCast(text: Sql, { patterns, numbers, hasTime, isBirth, isOdd }: DateReading): Cast {
  const type = hasTime ? sql`timestamp` : sql`date`;
  const only = patterns.length === 1 && numbers === 'none' && !isOdd ? patterns[0] : undefined;
  if (only === '%Y-%m-%d' || only === '%Y-%m-%d %H:%M:%S') {
    const value = sql`try_cast(${text} as ${type})`;
    // The cast takes 13/02/24 for a day in the year 13, and reads words: what it read must print as it was written. Years
    // before 1000 stand for no date at all.
    const exact = sql`if(cast(${value} as varchar) = ${text} and ${text} between '1' and ':', ${value}, cast(${writtenDate(text, patterns, false)} as ${type}))`;
    return emptied(text, exact);
  }
  const written = patterns.length > 0 ? [writtenDate(text, patterns, isOdd)] : [];
  const counted = numbers === 'none' ? [] : [countedDate(text, numbers)];
  const read = sql`coalesce(${list([...written, ...counted])})`;
  const today = new Date().toISOString().slice(0, 10);
  const born = sql`if(${read} > cast(${today} as timestamp), ${read} - interval 100 year, ${read})`;
  return emptied(text, sql`cast(${isBirth ? born : read} as ${type})`);
}

function writtenDate(text: Sql, patterns: readonly string[], isOdd: boolean): Sql {
  const clean = isOdd ? plainDateSql(text) : text;
  const named = patterns.some(hasMonthName) ? monthNumberSql(clean) : clean;
  const hasZone = patterns.some((pattern) => pattern.includes('%z'));
  // Times stay as the clock on the wall showed them.
  const local = hasZone
    ? sql`regexp_replace(${named}, ${`(?i)([:.h][0-9]{2}(?:[.,][0-9]+)?(?: ?[AP]M)?|h| ?[AP]M) ?(?:${zone})$`}, '\\1')`
    : named;
  const wanted = [...new Set(patterns.map((pattern) => pattern.replace('%z', '')))];
  const parsed = sql`try_strptime(trim(${local}), [${list(wanted)}])`;
  // Pattern %Y takes the 24 of 13/02/24 for the year 24; and words like "epoch" are read under any pattern.
  return sql`if(${parsed} >= timestamp '1000-01-01' and regexp_matches(${text}, '[0-9]'), ${parsed}, null)`;
}

/** The engine would compute the number of any text: only one of the right form is taken. */
function countedDate(text: Sql, numbers: Exclude<DateNumbers, 'none'>): Sql {
  const { pattern, from, perSecond } = countedDates[numbers];
  const number = sql`try_cast(replace(trim(${text}), ',', '.') as double)`;
  // The parts of a day that Excel counts are rounded; a clock's thousandths are not.
  const since =
    numbers === 'excel'
      ? sql`to_seconds(cast(round(${number} / ${perSecond}) as bigint))`
      : sql`to_microseconds(cast(round(${number} * ${1_000_000 / perSecond}) as bigint))`;
  return sql`if(regexp_full_match(trim(${text}), ${pattern}), cast(${from} as timestamp) + ${since}, null)`;
}

function readsAsDate(text: string, { patterns, numbers }: DateReading): boolean {
  if (patterns.includes('%Y%m%d') && isCompactDate(text)) return true;
  if (patterns.includes('%Y%m%d%H%M%S') && isCompactTime(text)) return true;
  if (patterns.includes('%d%m%Y') && isCompactDayFirst(text)) return true;
  if (numbers !== 'none' && new RegExp(`^(?:${countedDates[numbers].pattern})$`).test(text.trim()))
    return true;
  const shape = dateShape(text);
  if (!shape) return false;
  return (
    (shape.dayFirst && patterns.includes(shape.pattern)) ||
    (shape.monthFirst && patterns.includes(monthFirst(shape.pattern)))
  );
}
