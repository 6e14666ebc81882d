import { list, sql, type Sql } from '../../engine/sql.js';

/** Names of the months with their abbreviations, without accents: French, English, German, Spanish, Italian, Portuguese, Dutch. */
const months = [
  'janvier|january|januar|januari|enero|gennaio|janeiro|janv|jan|ene|gen',
  'fevrier|february|februar|februari|febrero|febbraio|fevereiro|fevr|fev|feb',
  'mars|march|marz|marzo|marco|maart|mrz|mrt|mar',
  'avril|april|abril|aprile|avr|apr|abr',
  'mai|may|mayo|maggio|maio|mei|mag',
  'juin|june|juni|junio|giugno|junho|jun|giu',
  'juillet|july|juli|julio|luglio|julho|juil|jul|lug',
  'aout|august|augustus|agosto|aug|ago',
  'septembre|september|septiembre|settembre|setembro|sept|sep|set',
  'octobre|october|oktober|octubre|ottobre|outubro|oct|okt|ott|out',
  'novembre|november|noviembre|novembro|nov',
  'decembre|december|dezember|diciembre|dicembre|dezembro|dec|dez|dic',
];
const weekdays =
  '^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim|' +
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\\.?,? +';
const ordinal = '^([0-9]+)(?:er|st|nd|rd|th|\\.|º) ';
const preposition = ' (?:de|of) ';
const numbered = months.map((names, index) => ({
  number: `m${String(index + 1).padStart(2, '0')}`,
  word: new RegExp(`(^|[^a-z])(?:${names})\\.?(?![a-z])`),
}));
const leading = [new RegExp(weekdays), new RegExp(ordinal), new RegExp(preposition, 'g')] as const;
/** Letters with which a month may begin: all but a few texts are settled here. */
const hint =
  /(?:^|[^\p{L}])(?:jan|f[eé]v|feb|m[aä]r|avr|apr|mai|may|jui|jun|jul|ao[uû]|aug|sep|oct|nov|d[eé]c|ene|gen|mrz|mrt|maa|abr|mei|mag|giu|lug|ago|set|okt|ott|out|dez|dic)/iu;
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
    .replace(leading[1], '$1 ')
    .replace(leading[2], ' ');
  const month = numbered.find(({ word }) => word.test(plain));
  return month ? plain.replace(month.word, `$1${month.number}`) : null;
}

/** The same in SQL, for the values of one column; a text without a month's name is left as it is. */
export function monthNumberSql(text: Sql): Sql {
  const plain = sql`regexp_replace(regexp_replace(regexp_replace(lower(strip_accents(trim(${text}))), ${weekdays}, ''), ${ordinal}, '\\1 '), ${preposition}, ' ', 'g')`;
  return sql`list_reduce([${plain}, ${list(months.map((names, index) => sql`${`${index + 1}=${names}`}`))}],
    (date, month) -> if(regexp_matches(date, '(^|[^a-z])(' || split_part(month, '=', 2) || ')([^a-z]|$)'),
      regexp_replace(date, '(' || split_part(month, '=', 2) || ')\\.?', 'm' || lpad(split_part(month, '=', 1), 2, '0')), date))`;
}
