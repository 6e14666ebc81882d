/** Ways of writing that systems and people have. */

/** Cents with a decimal point: -1234 gives `-12.34`. */
export function point(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Cents with a decimal comma, and a mark between thousands: `1 234,56`. */
export function comma(cents: number, thousands = ''): string {
  const [whole = '', decimals] = point(cents).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, thousands)},${decimals}`;
}

/** `2025-12-31` as `31/12/2025`. */
export function dayFirst(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** `2025-12-31` as Excel counts it: days since 30 December 1899. */
export function excelDay(iso: string): number {
  return (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** `2025-02-01` and 8:05 as `2/1/2025 8:05`. */
export function american(iso: string, hour: number, minute: number): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${month}/${day}/${year} ${hour}:${two(minute)}`;
}

/** A number of two digits. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}
