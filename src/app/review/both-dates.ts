/** A date such as `03/02/2025` under both orders of day and month, as ISO days; null when it is not written so. */
export function bothDates(text: string): Record<'day-first' | 'month-first', string> | null {
  const found = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?!\d)/.exec(text);
  if (!found) return null;
  const [, first = '', second = '', year = ''] = found;
  const whole = year.length === 4 ? year : `${Number(year) < 69 ? 20 : 19}${year}`;
  const day = (value: string): string => value.padStart(2, '0');
  return {
    'day-first': `${whole}-${day(second)}-${day(first)}`,
    'month-first': `${whole}-${day(first)}-${day(second)}`,
  };
}
