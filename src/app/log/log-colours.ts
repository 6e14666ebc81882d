/** Backgrounds on which dark text is easily read; a field has the same one in every layout. */
const count = 8;

/** The class of a field's colour, by the place of its name among all names. */
export function colourOf(name: string, names: readonly string[]): string {
  const place = names.indexOf(name);
  return place < 0 ? 'none' : `c${place % count}`;
}
