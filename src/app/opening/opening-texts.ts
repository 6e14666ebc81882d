import { defineTexts } from '../../i18n/translate.js';

/** A notebook from somebody else, before it runs. */
export const openingTexts = defineTexts({
  fr: {
    title: 'Ce carnet vient d’ailleurs',
    lead: 'Rien n’a été calculé. Voici ce qu’il contient ; ses requêtes ne peuvent lire que vos données, dans ce navigateur, et rien envoyer.',
    untitled: 'Carnet sans titre',
    cells: 'Cellules',
    statements: '{count, plural, one {Une requête SQL} other {# requêtes SQL}}',
    files: 'Fichiers attendus',
    links: 'Adresses citées dans ses textes',
    run: 'Ouvrir et calculer',
    cancel: 'Ne pas ouvrir',
    close: 'Fermer',
  },
  en: {
    title: 'This notebook comes from elsewhere',
    lead: 'Nothing has been computed. This is what it holds; its queries can read only your data, in this browser, and send nothing.',
    untitled: 'Untitled notebook',
    cells: 'Cells',
    statements: '{count, plural, one {One SQL query} other {# SQL queries}}',
    files: 'Files it asks for',
    links: 'Addresses named in its texts',
    run: 'Open and compute',
    cancel: 'Do not open',
    close: 'Close',
  },
});
