/**
 * What is left of a text when its way of writing is not looked at: case, accents, blanks, and the hyphens, points,
 * apostrophes and the like between words. `+`, `#` and a hyphen at the end mean something (A, A+, A-) and stay.
 */
export function spellingKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/(?<=[\p{L}\p{N}])[\s\-‐-―_.,/'’`´]+(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/[.,;:]+$/, '');
}
