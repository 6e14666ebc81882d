import { defineTexts } from '../i18n/translate.js';

/** The exported page's own words. */
export const texts = defineTexts({
  fr: {
    asOf: 'Données au {date}',
    created: 'Page produite le {date} avec Clientele',
    sources: '{count, plural, one {Fichier} other {Fichiers}} : {names}',
    contents: 'Sommaire',
    'step.identify': 'Identifier',
    'step.segment': 'Segmenter',
    'step.adapt': 'Adapter',
    'step.exchange': 'Échanger',
    'step.evaluate': 'Évaluer',
    table: 'Tableau : {title}',
    rows: '{count, plural, one {# ligne} other {# lignes}}',
    firstRows: 'Les {shown} premières lignes sur {total}.',
    sql: '{count, plural, one {Requête SQL} other {Requêtes SQL}}',
    footer:
      'Cette page se lit hors connexion et ne contacte aucun serveur. Elle contient les résultats affichés, pas le fichier de données.',
    withheld: 'Ce résultat contient une ligne par personne : il n’est pas partagé.',
    empty: 'Ce carnet ne contient encore aucun résultat.',
  },
  en: {
    asOf: 'Data up to {date}',
    created: 'Page made on {date} with Clientele',
    sources: '{count, plural, one {File} other {Files}}: {names}',
    contents: 'Contents',
    'step.identify': 'Identify',
    'step.segment': 'Segment',
    'step.adapt': 'Adapt',
    'step.exchange': 'Exchange',
    'step.evaluate': 'Evaluate',
    table: 'Table: {title}',
    rows: '{count, plural, one {# row} other {# rows}}',
    firstRows: 'The first {shown} rows of {total}.',
    sql: '{count, plural, one {SQL query} other {SQL queries}}',
    footer:
      'This page reads offline and contacts no server. It holds the results that are shown, not the data file.',
    withheld: 'This result holds one row per person: it is not shared.',
    empty: 'This notebook has no result yet.',
  },
});
