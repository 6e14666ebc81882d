import { defineTexts } from '../../i18n/translate.js';

/** The rows of a table: of the data screen, and of the table that a cell makes for other cells. */
export const rowsTexts = defineTexts({
  fr: {
    open: 'Lignes',
    rowsOf: 'Lignes de {title}',
    hint: 'La table « {name} », telle que les autres cellules la lisent sous ce nom.',
    close: 'Fermer',
    opening: 'Ouverture des lignes…',
    dataLoading: 'Les données se rechargent : les lignes apparaîtront ensuite.',
    dataAbsent:
      'Les données de ce carnet ne sont pas dans ce navigateur : déposez ses fichiers pour voir ces lignes.',
    running: 'Le calcul de cette cellule est en cours : les lignes apparaîtront ensuite.',
    outdated: 'Cette cellule est à recalculer : ses lignes ne sont plus à jour.',
    failed: 'Cette cellule n’a pas pu être calculée : elle n’a pas de lignes.',
    rerun: 'Relancer',
    csv: 'Télécharger en CSV',
    saving: 'CSV : {share}',
    cancel: 'Annuler',
  },
  en: {
    open: 'Rows',
    rowsOf: 'Rows of {title}',
    hint: 'The table “{name}”, as other cells read it under this name.',
    close: 'Close',
    opening: 'Opening the rows…',
    dataLoading: 'The data are being loaded: the rows will appear afterwards.',
    dataAbsent: 'The data of this notebook are not in this browser: drop its files to see these rows.',
    running: 'This cell is being computed: the rows will appear afterwards.',
    outdated: 'This cell has to be computed again: its rows are out of date.',
    failed: 'This cell could not be computed: it has no rows.',
    rerun: 'Run again',
    csv: 'Download as CSV',
    saving: 'CSV: {share}',
    cancel: 'Cancel',
  },
});
