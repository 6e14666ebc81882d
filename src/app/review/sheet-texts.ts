import { defineTexts } from '../../i18n/translate.js';

/** Which sheet of a workbook is read. */
export const sheetTexts = defineTexts({
  fr: {
    sheet: 'Feuille lue',
    hidden: '{name} (masquée)',
    add: 'Lire aussi la feuille',
    addNone: '— choisir —',
    leaveOut: 'Ne pas lire cette feuille',
    large: 'Cette feuille est très grande ({count} cellules)\u00a0: au format CSV, elle se lirait plus vite.',
  },
  en: {
    sheet: 'Sheet read',
    hidden: '{name} (hidden)',
    add: 'Also read the sheet',
    addNone: '— choose —',
    leaveOut: 'Do not read this sheet',
    large: 'This sheet is very large ({count} cells): as CSV it would be read faster.',
  },
});
