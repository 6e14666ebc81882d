/** Families of the engine's types that have a word in every language. */
export type TypeFamily = 'text' | 'number' | 'date' | 'duration' | 'boolean' | 'list' | 'other';

/** The family of a type as the engine names it, such as `DECIMAL(18,4)` or `STRING_LITERAL`. */
export function typeFamily(type: string): TypeFamily {
  if (/\[|^LIST|^ARRAY/.test(type)) return 'list';
  if (/^(VARCHAR|STRING)/.test(type)) return 'text';
  if (/^(DATE|TIME)/.test(type)) return 'date';
  if (/^INTERVAL/.test(type)) return 'duration';
  if (/^BOOL/.test(type)) return 'boolean';
  return /^U?(TINY|SMALL|BIG|HUGE)?INT|^(DECIMAL|DOUBLE|FLOAT|NUMERIC|BIGNUM|REAL)/.test(type)
    ? 'number'
    : 'other';
}
