import { SSF, type CellObject } from '@e965/xlsx';
import { westernText } from './western.js';

const dayMs = 86_400_000;
/** Days from Excel's day 0 to 1970-01-01, in the usual system and in that of old Macs. */
const epochDays = { from1900: 25_569, from1904: 24_107 } as const;

/** What a number's format makes of it. A postal code is a number shown with a fixed count of digits. */
type Shown =
  | { readonly as: 'number' }
  | { readonly as: 'digits'; readonly count: number }
  | { readonly as: 'day' | 'moment' | 'clock' | 'duration' };

const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

const knownFormats = new Map<string, Shown>();

/** How the numbers and letters of a workbook are meant. */
export interface CellReading {
  /** Days are counted from 1904, as old Macs do. */
  readonly is1904: boolean;
  /** Letters are bytes of Windows-1252, as before Excel 97; SheetJS takes them for Unicode. */
  readonly isWestern: boolean;
}

/** False where the text of a cell is empty. */
export function isFilled({ t, v }: CellObject): boolean {
  return v === undefined || v === null ? t === 'e' : v !== '';
}

/**
 * The text of a cell: numbers in full precision with a point, days as `2024-03-01`, moments as `2024-03-01 10:30:00`
 * without any time zone, booleans as true or false, errors as Excel writes them.
 */
export function cellText({ t, v, z }: CellObject, { is1904, isWestern }: CellReading): string {
  if (v === undefined || v === null) return t === 'e' ? '#N/A' : '';
  if (t === 'b') return v ? 'true' : 'false';
  if (t === 'e') return errorTexts[Number(v)] ?? '#N/A';
  if (t === 'n' && typeof v === 'number') return numberText(v, shownAs(String(z ?? '')), is1904);
  if (v instanceof Date) return v.toISOString().slice(0, 19).replace('T', ' ');
  return isWestern ? String(v).replace(/[\x80-\x9f]/g, western) : String(v);
}

function western(letter: string): string {
  return westernText(Uint8Array.of(letter.charCodeAt(0)));
}

function numberText(value: number, shown: Shown, is1904: boolean): string {
  if (shown.as === 'number' || !Number.isFinite(value)) return String(value);
  if (shown.as === 'digits')
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(shown.count, '0') : String(value);
  if (value < 0 && shown.as === 'duration') return `-${clock(Math.round(-value * dayMs))}`;
  // Excel shows neither negative days nor years beyond 9999.
  if (value < 0 || value >= 2_958_466) return String(value);
  const ms = Math.round(value * dayMs);
  if (shown.as === 'duration' || (shown.as === 'clock' && ms < dayMs)) return clock(ms);
  return moment(ms, is1904, shown.as === 'day' && ms % dayMs === 0);
}

function moment(ms: number, is1904: boolean, isDay: boolean): string {
  const epoch = is1904 ? epochDays.from1904 : epochDays.from1900;
  // Excel counts a 29 February 1900 that never was: the days before it are one later than they seem.
  const missing = !is1904 && ms < 60 * dayMs ? 1 : 0;
  const text = new Date(ms + (missing - epoch) * dayMs).toISOString();
  if (isDay) return text.slice(0, 10);
  return `${text.slice(0, 10)} ${text.endsWith('.000Z') ? text.slice(11, 19) : text.slice(11, 23)}`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function shownAs(format: string): Shown {
  const known = knownFormats.get(format);
  if (known) return known;
  const shown = judge(format);
  // Formats come from the file: no more of them are kept than a file needs.
  if (knownFormats.size < 1000) knownFormats.set(format, shown);
  return shown;
}

function judge(format: string): Shown {
  if (format.length > 255) return { as: 'number' };
  if (/^0{2,}$/.test(format)) return { as: 'digits', count: format.length };
  if (!SSF.is_date(format)) return { as: 'number' };
  if (/\[(h+|m+|s+)\]/i.test(format)) return { as: 'duration' };
  const tokens = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  const hasClock = /[hs]/i.test(tokens);
  const hasDay = /[yd]/i.test(tokens) || (/m/i.test(tokens) && !hasClock);
  if (!hasClock) return { as: hasDay ? 'day' : 'number' };
  return { as: hasDay ? 'moment' : 'clock' };
}
