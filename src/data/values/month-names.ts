import { list, sql, type Sql } from '../../engine/sql.js';

/** French and English names of the months with their abbreviations, without accents. */
const months = [
  'janvier|january|janv|jan',
  'fevrier|february|fevr|fev|feb',
  'mars|march|mar',
  'avril|april|avr|apr',
  'mai|may',
  'juin|june|jun',
  'juillet|july|juil|jul',
  'aout|august|aug',
  'septembre|september|sept|sep',
  'octobre|october|oct',
  'novembre|november|nov',
  'decembre|december|dec',
];
const weekdays =
  '^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim|' +
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\\.?,? +';
const ordinal = '^([0-9]+)(?:er|st|nd|rd|th) ';
const numbered = months.map((names, index) => ({
  number: `m${String(index + 1).padStart(2, '0')}`,
  word: new RegExp(`(^|[^a-z])(?:${names})\\.?(?![a-z])`),
}));
const leading = [new RegExp(weekdays), new RegExp(ordinal)] as const;
/** Letters with which a month may begin: all but a few texts are settled here. */
const hint =
  /(?:^|[^\p{L}])(?:jan|f[eé]v|feb|mar|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)/iu;
const longest = 60;

/**
 * A date with the name of its month as one with `m` and two digits: `3 mars 2024` → `3 m03 2024`, `Mar 3, 2024` →
 * `m03 3, 2024`. Null when no month is named.
 */
export function withMonthNumber(text: string): string | null {
  if (text.length > longest || !hint.test(text)) return null;
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(leading[0], '')
    .replace(leading[1], '$1 ');
  const month = numbered.find(({ word }) => word.test(plain));
  return month ? plain.replace(month.word, `$1${month.number}`) : null;
}

/** The same in SQL, for the values of one column; a text without a month's name is left as it is. */
export function monthNumberSql(text: Sql): Sql {
  const plain = sql`regexp_replace(regexp_replace(lower(strip_accents(trim(${text}))), ${weekdays}, ''), ${ordinal}, '\\1 ')`;
  return sql`list_reduce([${plain}, ${list(months.map((names, index) => sql`${`${index + 1}=${names}`}`))}],
    (date, month) -> if(regexp_matches(date, '(^|[^a-z])(' || split_part(month, '=', 2) || ')([^a-z]|$)'),
      regexp_replace(date, '(' || split_part(month, '=', 2) || ')\\.?', 'm' || lpad(split_part(month, '=', 1), 2, '0')), date))`;
}
