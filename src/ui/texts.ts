import { defineTexts } from '../i18n/translate.js';

/** Words of the components that every screen shares. */
export const uiTexts = defineTexts({
  fr: {
    'table.count': '{shown} {total, plural, one {ligne} other {lignes}} sur {of}',
    'table.all': '{total, plural, =0 {Aucune ligne} one {1 ligne} other {{of} lignes}}',
    'table.more': 'Afficher plus de lignes',
    'form.automatic': 'automatique',
    'form.numbers': 'Entrez des nombres séparés par des points-virgules.',
    'form.numbersHint': 'ex. 30 ; 90 ; 180',
    'markdown.done': 'Fait',
    'markdown.open': 'À faire',
    'markdown.answer': 'Afficher la réponse',
  },
  en: {
    'table.count': '{shown} of {of} {total, plural, one {row} other {rows}}',
    'table.all': '{total, plural, =0 {No rows} one {1 row} other {{of} rows}}',
    'table.more': 'Show more rows',
    'form.automatic': 'automatic',
    'form.numbers': 'Enter numbers separated by semicolons.',
    'form.numbersHint': 'e.g. 30 ; 90 ; 180',
    'markdown.done': 'Done',
    'markdown.open': 'To do',
    'markdown.answer': 'Show the answer',
  },
});
