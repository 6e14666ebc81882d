export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The page's language: `?lang=` first, then the browser's (French for `fr*`), else English. */
export function detectLocale(search: string, browserLanguages: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get('lang');
  if (asked === 'fr' || asked === 'en') return asked;
  return browserLanguages[0]?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
