import { defineTexts } from '../../i18n/translate.js';

export const texts = defineTexts({
  fr: {
    title: 'Requête SQL',
    summary: 'Interrogez directement vos données, et les résultats des autres cellules, en SQL.',
    'param.sql': 'Requête SQL',
    run: 'Exécuter',
    hint: 'Ctrl + Entrée (⌘ + Entrée sur Mac) exécute la requête, Ctrl + Espace propose des noms. Tab quitte le champ, Échap aussi.',
    caption: 'Résultat de la requête',
    cut: 'Seules les {rows} premières lignes sont affichées ici. « Lignes », en haut de la cellule, les montre toutes.',
    'param.show': 'Montrer',
    'param.show.table': 'un tableau',
    'param.show.bar': 'des barres',
    'param.show.line': 'des courbes',
    'param.show.scatter': 'des points',
    'param.x': 'En abscisse',
    'param.y': 'En hauteur',
    'param.color': 'Une couleur par',
    automatic: '(au mieux)',
    noColor: '(aucune)',
    noNumbers: 'le résultat n’a pas de colonne de nombres.',
    'chart.title': '{y} selon {x}',
    'sentence.bars': '{count, plural, one {# barre} other {# barres}} ; la plus haute : {value} ({key}).',
    'sentence.line':
      '{series, plural, one {Une courbe} other {# courbes}} de {first} à {last}, entre {low} et {high}.',
    'sentence.points':
      '{count, plural, one {Un point} other {# points}} ; {x} va de {first} à {last}, {y} de {low} à {high}.',
    'sentence.nothing': 'Aucune valeur à dessiner.',
    'why.no-rows': 'La requête ne rend aucune ligne : il n’y a rien à dessiner.',
    'why.no-numbers':
      'Un graphique montre des nombres, et le résultat n’a pas de colonne qui en contienne. Montrez-le en tableau, ou ajoutez un calcul comme count(*) ou sum().',
    'why.no-axis':
      'Des points se placent sur des nombres ou des dates, et la colonne choisie en abscisse contient du texte. Choisissez-en une autre, ou montrez des barres.',
    'note.gone': 'La colonne « {column} » n’est plus dans le résultat : une autre la remplace.',
    'note.notNumbers':
      'La colonne « {column} » contient autre chose que des nombres : elle n’est pas dessinée.',
    'note.noValue':
      '{rows, plural, one {Une ligne sans valeur} other {# lignes sans valeur}} dans « {column} » : rien n’y est dessiné.',
    'note.noPlace':
      '{rows, plural, one {Une ligne sans valeur} other {# lignes sans valeur}} dans « {column} » : pas de place sur l’axe, donc pas de point.',
    'note.moreBars':
      'Seules les {shown} premières lignes sur {total} sont dessinées. Triez et limitez la requête pour choisir lesquelles.',
    'note.morePoints':
      'Seules les {shown} premières lignes sur {total} sont dessinées. Regroupez dans la requête pour tout voir.',
    'note.moreSeries':
      'Seules {shown} séries sur {total} sont dessinées. Filtrez dans la requête pour choisir lesquelles.',
    'note.moreMeasures': 'Seules {shown} colonnes sur {total} sont dessinées.',
  },
  en: {
    title: 'SQL query',
    summary: 'Query your data, and the results of other cells, directly in SQL.',
    'param.sql': 'SQL query',
    run: 'Run',
    hint: 'Ctrl + Enter (⌘ + Enter on a Mac) runs the query, Ctrl + Space suggests names. Tab leaves the field, and so does Esc.',
    caption: 'Result of the query',
    cut: 'Only the first {rows} rows are shown here. “Rows”, at the top of the cell, shows all of them.',
    'param.show': 'Show',
    'param.show.table': 'a table',
    'param.show.bar': 'bars',
    'param.show.line': 'lines',
    'param.show.scatter': 'points',
    'param.x': 'Along the bottom',
    'param.y': 'As height',
    'param.color': 'A colour for each',
    automatic: '(best guess)',
    noColor: '(none)',
    noNumbers: 'the result has no column of numbers.',
    'chart.title': '{y} by {x}',
    'sentence.bars': '{count, plural, one {# bar} other {# bars}}; the highest: {value} ({key}).',
    'sentence.line':
      '{series, plural, one {One line} other {# lines}} from {first} to {last}, between {low} and {high}.',
    'sentence.points':
      '{count, plural, one {One point} other {# points}}; {x} goes from {first} to {last}, {y} from {low} to {high}.',
    'sentence.nothing': 'No value to draw.',
    'why.no-rows': 'The query returns no rows: there is nothing to draw.',
    'why.no-numbers':
      'A chart shows numbers, and the result has no column that holds any. Show it as a table, or add a calculation such as count(*) or sum().',
    'why.no-axis':
      'Points stand on numbers or dates, and the column chosen for the bottom holds text. Choose another one, or show bars.',
    'note.gone': 'The column “{column}” is no longer in the result: another one takes its place.',
    'note.notNumbers': 'The column “{column}” holds something other than numbers: it is not drawn.',
    'note.noValue':
      '{rows, plural, one {One row has} other {# rows have}} no value in “{column}”: nothing is drawn there.',
    'note.noPlace':
      '{rows, plural, one {One row has} other {# rows have}} no value in “{column}”: no place on the axis, hence no point.',
    'note.moreBars':
      'Only the first {shown} of {total} rows are drawn. Sort and limit the query to choose which.',
    'note.morePoints': 'Only the first {shown} of {total} rows are drawn. Group in the query to see all.',
    'note.moreSeries': 'Only {shown} of {total} series are drawn. Filter in the query to choose which.',
    'note.moreMeasures': 'Only {shown} of {total} columns are drawn.',
  },
});
