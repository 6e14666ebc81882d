import { defineTexts } from '../../i18n/translate.js';

/** Words of the SQL editor; those of `phrases` are CodeMirror's own, by its English. */
export const sqlEditorTexts = defineTexts({
  fr: {
    completions: 'Propositions',
    diagnostics: 'Erreurs',
    'from.data': 'table',
    'from.file': 'fichier',
    'from.cell': 'cellule',
    'from.with': 'définie par with',
    'from.input': 'valeur à régler',
    'type.text': 'texte',
    'type.number': 'nombre',
    'type.date': 'date',
    'type.duration': 'durée',
    'type.boolean': 'oui/non',
    'type.list': 'liste',
    'type.other': 'autre',
  },
  en: {
    completions: 'Suggestions',
    diagnostics: 'Errors',
    'from.data': 'table',
    'from.file': 'file',
    'from.cell': 'cell',
    'from.with': 'made by with',
    'from.input': 'input',
    'type.text': 'text',
    'type.number': 'number',
    'type.date': 'date',
    'type.duration': 'duration',
    'type.boolean': 'yes/no',
    'type.list': 'list',
    'type.other': 'other',
  },
});
