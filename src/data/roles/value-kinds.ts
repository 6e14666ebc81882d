import { frenchRegionNames } from '../warehouse/french-regions.js';
import { plainWord, type ValueProfile } from './value-profile.js';
import { countryCodes, departmentCode, valueWords } from './value-words.js';

/** Kinds of values that are recognised by themselves: by their form, a check digit, or a list of words. */
export type ValueKind =
  | keyof typeof valueWords
  | 'email'
  | 'phone'
  | 'postcode'
  | 'siret'
  | 'ean'
  | 'departmentCode'
  | 'person'
  | 'yesNo'
  | 'code'
  | 'letters'
  | 'prose';

/** Different values that are looked at; a column's kind shows in fewer. */
const lookedAt = 300;
/** Letters of a value that are looked at. */
const longest = 200;

const lists = new Map(Object.entries(valueWords).map(([name, words]) => [name, new Set(words.split(/\s+/))]));
for (const name of frenchRegionNames) lists.get('region')?.add(plainWord(name));
const isListed = (name: keyof typeof valueWords, word: string): boolean =>
  lists.get(name)?.has(word) ?? false;
const listed = [
  'region',
  'city',
  'status',
  'payment',
  'channel',
  'source',
  'customerType',
  'testGroup',
] as const;
const answers = new Set('oui non yes no true false vrai faux o n y 0 1 x si ja nein'.split(' '));

/** Share of a column's different values that are of a kind, 0–1. */
export class ValueKinds {
  readonly #values: readonly string[];
  readonly #plain: readonly string[];
  readonly #known = new Map<ValueKind, number>();

  constructor(profile: ValueProfile) {
    // Dates and decimals are of none of these kinds.
    const isMeasure = ['date', 'timestamp', 'number'].includes(profile.type);
    this.#values = (isMeasure ? [] : profile.distinct)
      .slice(0, lookedAt)
      .map((value) => value.slice(0, longest));
    this.#plain = this.#values.map(plainWord);
  }

  share(kind: ValueKind): number {
    let found = this.#known.get(kind);
    if (found === undefined) {
      const passed = this.#values.filter((value, index) => isOf(kind, value, this.#plain[index]!)).length;
      found = this.#values.length === 0 ? 0 : passed / this.#values.length;
      this.#known.set(kind, found);
    }
    return found;
  }

  /** The list of words that most values are in, and how many; null when none has half of them. */
  get list(): { readonly kind: ValueKind; readonly share: number } | null {
    let best: { kind: ValueKind; share: number } | null = null;
    for (const kind of [...listed, 'country', 'currency'] as const) {
      const share = this.share(kind);
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { kind, share };
    }
    return best;
  }
}

function isOf(kind: ValueKind, value: string, plain: string): boolean {
  switch (kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value);
    case 'phone':
      return isPhone(value);
    case 'postcode':
      return /^(?:\d{5}|\d{4}|\d{5}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/i.test(
        value,
      );
    case 'siret':
      return /^(?:\d ?){14}$/.test(value) && isLuhn(value.replace(/\s/g, ''));
    case 'ean':
      return /^(?:\d{13}|\d{8}|\d{12})$/.test(value) && hasCheckDigit(value);
    case 'departmentCode':
      return departmentCode.test(value);
    case 'country':
      return isListed('country', plain) || (value.length < 5 && countryCodes.has(value.toUpperCase()));
    case 'currency':
      return isListed('currency', plain) || /^[€$£¥]$/.test(value);
    case 'yesNo':
      return answers.has(plain);
    case 'person':
      return isPerson(value);
    case 'company':
      return /\s/.test(value) && value.split(/[\s.]+/).some((word) => isListed('company', plainWord(word)));
    case 'firstName':
      return isListed('firstName', plain);
    case 'code':
      return /\d/.test(value) && /^[\w./#°-]+$/.test(value);
    case 'letters':
      return /\p{L}{2}/u.test(value);
    case 'prose':
      return value.length > 45 || value.split(/\s+/).length > 7;
    default:
      return plain !== '' && isListed(kind, plain);
  }
}

/** Ten digits or an international form, with the usual marks; nine digits have lost their zero. */
function isPhone(value: string): boolean {
  if (!/^\+?[\d\s().\-/]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  if (/^(?:\+|00)/.test(value)) return digits.length >= 9 && digits.length <= 15;
  // With its zero, or with the country in its place: `33612345678`.
  if (/^(?:0|33)[1-9]\d{8}$/.test(digits)) return true;
  return digits.length >= 9 && digits.length <= 11 && (/[\s().-]/.test(value) || /^[67]\d{8}$/.test(digits));
}

function isPerson(value: string): boolean {
  if (!/^[\p{L}.' ’,-]+$/u.test(value)) return false;
  const words = value.split(/[\s,]+/).filter(Boolean);
  if (words.length < 2 || words.length > 5) return false;
  if (/^(?:m|mr|mme|mlle|mrs|ms|dr|herr|frau)\.?$/i.test(words[0]!)) return true;
  return words.some((word) => isListed('firstName', plainWord(word.split('-')[0]!)));
}

/** The check of SIRET numbers and bank cards. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The check digit of EAN and UPC codes: weights 3 and 1 from the right. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 1; at < digits.length; at += 1)
    sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 1 ? 3 : 1);
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}
