import type { Source } from '../source.js';

/** ISO 4217 codes of the currencies beside the amounts of a file, as far as their signs, its headers and its columns tell. */
export function currencySigns({ columns, currency }: Source): readonly string[] {
  const summed =
    columns.find(({ role }) => role === 'amount') ?? columns.find(({ role }) => role === 'unit_price');
  return summed?.format.currencies ?? (currency === null ? [] : [currency]);
}
