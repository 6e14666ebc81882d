import { withMonthNumber } from '../values/month-names.js';

const moment =
  /^(?:(\d{1,2})(?:er)? ([A-Za-zÀ-ÿ]{3,9})\.? (\d{4})|(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}))?(?:(?:^|(?: à| at|,)? )(\d{1,2})[h:](\d{2})(:\d{2})?)?$/;

const server = /^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2})(?: ([+-]\d{2})(\d{2}))?$/;

/**
 * A date or time as the import reads it: `5 mars 2024 à 9h05` becomes `2024-03-05 09:05`. The day's and month's order is
 * not touched, and what is no date stays as it is.
 */
export function plainValue(text: string): string {
  if (text.length > 40 || !/\d/.test(text)) return text;
  const found = moment.exec(text);
  if (!found) return serverMoment(text);
  const [, day = '', word = '', year = '', numeric, hour, minute = '', seconds = ''] = found;
  const month = monthOf(word);
  if (word !== '' && month === 0) return text;
  const date = numeric ?? (word === '' ? '' : `${year}-${two(String(month))}-${two(day)}`);
  const time = hour === undefined ? '' : `${two(hour)}:${minute}${seconds}`;
  return [date, time].filter((part) => part !== '').join(' ');
}

/** `05/Mar/2024:09:05:00 +0100`, as web servers write it. */
function serverMoment(text: string): string {
  const [, day = '', word = '', year, time, hours, minutes] = server.exec(text) ?? [];
  const month = monthOf(word);
  if (word === '' || month === 0) return text;
  const zone = hours === undefined ? '' : `${hours}:${minutes}`;
  return `${year}-${two(String(month))}-${two(day)}T${time}${zone}`;
}

/** The month's number, 0 for a word that names none. */
function monthOf(word: string): number {
  return Number(/^m(\d\d)$/.exec(withMonthNumber(word) ?? '')?.[1] ?? 0);
}

function two(number: string): string {
  return number.padStart(2, '0');
}
