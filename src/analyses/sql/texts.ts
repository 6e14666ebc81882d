import { defineTexts } from '../../i18n/translate.js';

export const texts = defineTexts({
  fr: {
    title: 'Requête SQL',
    summary: 'Interrogez directement vos données, et les résultats des autres cellules, en SQL.',
    'param.sql': 'Requête SQL',
    run: 'Exécuter',
    hint: 'Ctrl + Entrée (⌘ + Entrée sur Mac) exécute la requête.',
    caption: 'Résultat de la requête',
    cut: 'Seules les {rows} premières lignes sont affichées ici. « Lignes », en haut de la cellule, les montre toutes.',
  },
  en: {
    title: 'SQL query',
    summary: 'Query your data, and the results of other cells, directly in SQL.',
    'param.sql': 'SQL query',
    run: 'Run',
    hint: 'Ctrl + Enter (⌘ + Enter on a Mac) runs the query.',
    caption: 'Result of the query',
    cut: 'Only the first {rows} rows are shown here. “Rows”, at the top of the cell, shows all of them.',
  },
});
