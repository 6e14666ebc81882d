import { currencyPattern } from '../values/currencies.js';
import type { RecordScanner } from './record-scanner.js';

const currency = new RegExp(currencyPattern, 'iu');
/** First three letters of the words that begin a line of totals, as one number each; `à r` by its bytes. */
const beginnings = new Set(
  [
    'tot',
    'sou',
    'som',
    'sum',
    'sub',
    'gra',
    'rep',
    'a r',
    '\xe3\xa0 ',
    'tva',
    't.v',
    'vat',
    'tax',
    'don',
  ].map(threeLetters),
);
/** `TOTAL`, `Total général`, `Sous-total Cuisine`: no customer is called so. */
const surelyTotals =
  /^(?:(?:grand[\s-]+total|sous[\s-]*total|sub[\s-]*total).*|(?:total(?:s|e|es)?|totaux|somme|sum)(?:[\s-]+(?:g[ée]n[ée]ral|h\.?t\.?|t\.?t\.?c\.?|[€\d]+))*)[\s:]*$/i;
/** `Total Cuisine`, which a customer may be called. */
const perhapsTotals = /^(?:total(?:s|e|es)?|totaux|somme|sum)[\s:]+\S.{0,30}$/i;
/** What is carried from page to page, and what stands between a total without taxes and one with them. */
const besideTotals =
  /^(?:[àa] reporter|report(?: [àa] nouveau)?|(?:dont )?(?:t\.?v\.?a\.?|vat|tax(?:es?)?)[\s:àa]*[\d.,]*\s*%?)[\s:]*$/i;

/** Letters of what a line of totals is called; patterns may take the cube of their number. */
const longestWord = 200;

/**
 * Whether a line says of itself that it holds totals: `surely` when besides its word it has numbers only and at least half
 * of its fields are empty, `perhaps` when only its sums can tell. Looks at bytes first: there may be millions of lines.
 */
export function claimsTotals(record: RecordScanner): 'no' | 'perhaps' | 'surely' {
  const first = firstFilled(record);
  if (first < 0 || !beginnings.has(record.beginning(first))) return 'no';
  const word = record.text(first).trim();
  if (word.length > longestWord) return 'no';
  const isSure = surelyTotals.test(word);
  if (!isSure && !perhapsTotals.test(word) && !(besideTotals.test(word) && hasNumbersOnly(record, first + 1)))
    return 'no';
  const isSparse = filled(record) <= Math.ceil(record.count / 2) && record.count > 2;
  return isSure && isSparse && hasNumbersOnly(record, first + 1) ? 'surely' : 'perhaps';
}

/** A line without a word: as the last one, it may be the sums. Looks at bytes only. */
export function isWordless(record: RecordScanner): boolean {
  if (record.length(0) > 0 || record.count < 3) return false;
  if (isSparse(record)) return true;
  for (let at = record.start; at < record.end; at += 1) if (isOfWord[record.bytes[at]!] === 1) return false;
  return true;
}

/** More than half of its fields are empty. */
export function isSparse(record: RecordScanner): boolean {
  return filled(record) <= record.count / 2;
}

/** Letters and the marks of dates and clocks. Bytes of spaces and of the euro sign are none. */
const isOfWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(/[a-z/:@]/i.test(String.fromCharCode(byte)) || (byte >= 0xc3 && byte !== 0xe2)),
);

function firstFilled(record: RecordScanner): number {
  for (let index = 0; index < record.count; index += 1) if (record.length(index) > 0) return index;
  return -1;
}

function filled(record: RecordScanner): number {
  let count = 0;
  for (let index = 0; index < record.count; index += 1) if (record.length(index) > 0) count += 1;
  return count;
}

/** From that field on no letters but those of a currency. */
function hasNumbersOnly(record: RecordScanner, from: number): boolean {
  for (let index = from; index < record.count; index += 1)
    if (/\p{L}/u.test(record.text(index).replace(currency, ''))) return false;
  return true;
}

function threeLetters(text: string): number {
  return (text.charCodeAt(0) << 16) | (text.charCodeAt(1) << 8) | text.charCodeAt(2);
}
