import { defineTexts } from '../../i18n/translate.js';

/** What a person declares about the data as a whole, customers that may be one, and what makes sums doubtful. */
export const warehouseSettingsTexts = defineTexts({
  fr: {
    settings: 'Réglages des données',
    asOf: 'Date d’analyse',
    'asOf.found': 'Dernière commande des données : {date}. Les récences se comptent depuis ce jour.',
    'asOf.none': 'Aucune date de commande dans les données.',
    'asOf.declared': 'Choisie par vous ; la dernière commande est du {date}.',
    amounts: 'Montants',
    'amounts.data': 'D’après les données',
    'amounts.data.with-tax': 'D’après les données : TTC',
    'amounts.data.without-tax': 'D’après les données : HT',
    'amounts.with-tax': 'TTC (taxe comprise)',
    'amounts.without-tax': 'HT (hors taxe)',
    'amounts.hint': 'Ce choix ne convertit rien : il dit ce que sont les montants.',
    currency: 'Devise',
    'currency.data': 'D’après les données',
    'currency.data.found': 'D’après les données : {code}',
    'currency.hint': 'Ce choix ne convertit rien : il donne le signe des montants.',
    back: 'Revenir à ce que disent les données',
    duplicates: 'Clients en double',
    'duplicates.lead':
      'Ces numéros semblent désigner le même client. Rien n’est réuni sans votre accord, et tout peut être séparé à nouveau.',
    'duplicates.none': 'Aucun doublon trouvé par l’adresse e-mail, ni par le nom et le code postal.',
    'duplicates.more': '{shown} propositions sur {total}, les plus sûres d’abord.',
    'duplicates.searching': 'Recherche des doublons…',
    first: 'Numéro conservé',
    second: 'Numéro réuni',
    reason: 'Pourquoi',
    'reason.email': 'même adresse e-mail',
    'reason.name-postcode': 'mêmes nom et code postal',
    score: 'Vraisemblance',
    action: 'Décision',
    merge: 'Réunir',
    mergeOf: 'Réunir {from} avec {to}',
    mergeSure:
      '{count, plural, one {Réunir la proposition à 90 % ou plus} other {Réunir les {shown} propositions à 90 % ou plus}}',
    merged: '{count, plural, one {{shown} client réuni} other {{shown} clients réunis}}',
    separate: 'Séparer',
    separateOf: 'Séparer {from} de {to}',
    separateAll: 'Tout séparer',
    anonymous:
      '{count, plural, one {{shown} ligne sur {all} ({share}) est} other {{shown} lignes sur {all} ({share}) sont}} sans client : {count, plural, one {comptée} other {comptées}} dans les totaux et les produits, {count, plural, one {absente} other {absentes}} des analyses par client.',
    'warning.several-currencies':
      'Plusieurs devises sont additionnées ({detail}) : les totaux n’ont de sens que pour une devise à la fois.',
    'warning.mixed-tax':
      'Des montants TTC et des montants HT sont additionnés ({detail}) : choisissez la même base dans chaque fichier.',
    'warning.orders-told-apart':
      'Des fichiers ont les mêmes numéros pour d’autres commandes, à d’autres dates et d’autres clients ({detail}) : elles sont comptées séparément, et leur numéro porte le nom du fichier.',
    'warning.orders-taken-for-one':
      'Des fichiers ont les mêmes numéros pour d’autres commandes, à d’autres dates et d’autres clients ({detail}) : chaque numéro est compté comme une seule commande. Donnez-leur des numéros différents avant l’import.',
    notes: 'À savoir sur ces données',
  },
  en: {
    settings: 'Data settings',
    asOf: 'As-of date',
    'asOf.found': 'Last order in the data: {date}. Recency counts back from this day.',
    'asOf.none': 'There is no order date in the data.',
    'asOf.declared': 'Chosen by you; the last order is of {date}.',
    amounts: 'Amounts',
    'amounts.data': 'As the data say',
    'amounts.data.with-tax': 'As the data say: tax included',
    'amounts.data.without-tax': 'As the data say: tax excluded',
    'amounts.with-tax': 'Tax included',
    'amounts.without-tax': 'Tax excluded',
    'amounts.hint': 'This converts nothing: it says what the amounts are.',
    currency: 'Currency',
    'currency.data': 'As the data say',
    'currency.data.found': 'As the data say: {code}',
    'currency.hint': 'This converts nothing: it gives the sign of the amounts.',
    back: 'Back to what the data say',
    duplicates: 'Duplicate customers',
    'duplicates.lead':
      'These numbers seem to be one customer. Nothing is merged unless you say so, and all of it can be separated again.',
    'duplicates.none': 'No duplicate found by e-mail address, nor by name and postcode.',
    'duplicates.more': '{shown} of {total} proposals, the surest first.',
    'duplicates.searching': 'Looking for duplicates…',
    first: 'Number kept',
    second: 'Number merged',
    reason: 'Why',
    'reason.email': 'same e-mail address',
    'reason.name-postcode': 'same name and postcode',
    score: 'Likelihood',
    action: 'Decision',
    merge: 'Merge',
    mergeOf: 'Merge {from} with {to}',
    mergeSure:
      '{count, plural, one {Merge the proposal at 90% or more} other {Merge the {shown} proposals at 90% or more}}',
    merged: '{count, plural, one {{shown} customer merged} other {{shown} customers merged}}',
    separate: 'Separate',
    separateOf: 'Separate {from} from {to}',
    separateAll: 'Separate all',
    anonymous:
      '{count, plural, one {{shown} line of {all} ({share}) has} other {{shown} lines of {all} ({share}) have}} no customer: counted in totals and products, left out of analyses by customer.',
    'warning.several-currencies':
      'Several currencies are added up ({detail}): totals make sense for one currency at a time only.',
    'warning.mixed-tax':
      'Amounts with tax and amounts without are added up ({detail}): choose the same basis in each file.',
    'warning.orders-told-apart':
      'Files have the same numbers for other orders, of other days and customers ({detail}): they are counted separately, and their numbers carry the file’s name.',
    'warning.orders-taken-for-one':
      'Files have the same numbers for other orders, of other days and customers ({detail}): each number is counted as one order. Give them different numbers before the import.',
    notes: 'Worth knowing about these data',
  },
});
