/** Signs of currencies, with their ISO 4217 code. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₩': 'KRW',
  ZŁ: 'PLN',
  KČ: 'CZK',
};
/** What may stand before a dollar sign to say whose dollars they are. */
const dollars: Readonly<Record<string, string>> = {
  '': 'USD',
  US: 'USD',
  CA: 'CAD',
  C: 'CAD',
  AU: 'AUD',
  A: 'AUD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  MX: 'MXN',
  R: 'BRL',
};
const frequentCodes = 'EUR|USD|GBP|CHF|CAD';
const otherCodes =
  'AED|AUD|BGN|BRL|CNY|CZK|DKK|DZD|HKD|HUF|ILS|INR|JPY|MAD|MXN|NOK|NZD|PLN|RON|RUB|SEK|SGD|TND|XAF|XOF|XPF|ZAR';

/** A sign, word or code of a currency beside a number, as a pattern that RE2 and JavaScript read alike. */
export const currencyPattern = `(?:US|CA|C|AU|A|NZ|HK|S|MX|R)?\\$(?: ?(?:US|CAD?))?|[€£¥₹₽₺₪₩]|zł|Kč|euros?|${frequentCodes}|${otherCodes}`;

const dollar = /(?:\b(US|CA|C|AU|A|NZ|HK|S|MX|R))?\$(?: ?(US|CA)D?\b)?/i;
const sign = /[€£¥₹₽₺₪₩]|(?<!\p{L})(?:zł|Kč|euros?)(?!\p{L})/iu;
const code = new RegExp(`\\b(?:${frequentCodes})\\b`, 'i');
// In small letters some of these are words.
const otherCode = new RegExp(`\\b(?:${otherCodes})\\b`);

/** ISO 4217 code of the first currency sign or code in the text, null when there is none. */
export function currencyIn(text: string): string | null {
  const ofDollar = dollar.exec(text);
  if (ofDollar) return dollars[(ofDollar[1] ?? ofDollar[2] ?? '').toUpperCase()] ?? null;
  const ofSign = sign.exec(text);
  if (ofSign) return signs[ofSign[0].toUpperCase()] ?? null;
  return (code.exec(text) ?? otherCode.exec(text))?.[0].toUpperCase() ?? null;
}
