import { defineTexts } from '../../i18n/translate.js';

/** Labels of the input cell. */
export const texts = defineTexts({
  fr: {
    title: 'Valeur à régler',
    summary:
      'Un nombre, une date, un choix ou un texte que les réglages, requêtes et textes d’autres cellules suivent.',
    'param.type': 'Nature',
    'param.type.number': 'Nombre',
    'param.type.slider': 'Curseur',
    'param.type.date': 'Date',
    'param.type.choice': 'Choix',
    'param.type.text': 'Texte',
    'param.min': 'Minimum',
    'param.max': 'Maximum',
    'param.step': 'Pas',
    'param.options': 'Choix possibles, un par ligne',
    value: 'Valeur',
    empty: 'non renseigné',
    'table.value': 'Valeur',
    'column.value': 'Valeur',
  },
  en: {
    title: 'Input',
    summary: 'A number, date, choice or text that the settings, queries and texts of other cells follow.',
    'param.type': 'Kind',
    'param.type.number': 'Number',
    'param.type.slider': 'Slider',
    'param.type.date': 'Date',
    'param.type.choice': 'Choice',
    'param.type.text': 'Text',
    'param.min': 'Minimum',
    'param.max': 'Maximum',
    'param.step': 'Step',
    'param.options': 'Choices, one per line',
    value: 'Value',
    empty: 'not set',
    'table.value': 'Value',
    'column.value': 'Value',
  },
});
