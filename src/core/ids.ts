/** A new identifier for a cell, a notebook or a stored source: 10 letters and digits, unguessable enough to be unique. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** Turns any text into a name that SQL and files take without quoting: lower case letters, digits and `_`. */
export function slug(text: string, fallback = 'table'): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 50);
  if (plain === '') return fallback;
  return /^[0-9]/.test(plain) ? `${fallback}_${plain}` : plain;
}

/** The first of `base`, `base_2`, `base_3`… that is not taken (compared without case). */
export function uniqueName(base: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()));
  if (!used.has(base.toLowerCase())) return base;
  let number = 2;
  while (used.has(`${base}_${number}`.toLowerCase())) number += 1;
  return `${base}_${number}`;
}
