import { defineTexts } from '../../i18n/translate.js';

/** The drawing of the warehouse, and what its joins say. */
export const warehouseTexts = defineTexts({
  fr: {
    heading: 'Comment vos tables se joignent',
    summary:
      '{tables, plural, one {1 table} other {# tables}}, {joins, plural, =0 {aucune jointure} one {1 jointure} other {# jointures}}.',
    hint: 'Cliquez sur un pourcentage pour voir ce qui ne correspond pas, sur une table pour voir ses colonnes.',
    hintTables: 'Cliquez sur une table pour voir ses colonnes.',
    picture: 'Schéma de l’entrepôt',
    tableButton: 'Voir ses colonnes',
    keys: 'clés : {keys}',
    noKeys: 'sans clé',
    severalFiles: '{count} fichiers',
    derived: 'tirée des autres tables',
    joinButton: '{from} → {to} : {share} des lignes trouvent leur correspondance. Voir le détail',
    allMatched:
      '{rows, plural, one {La ligne de « {many} » trouve sa correspondance} other {Les {count} lignes de « {many} » trouvent toutes leur correspondance}} dans « {one} ».',
    someMatched:
      '{matched} lignes sur {count} de « {many} » ({share}) trouvent leur correspondance dans « {one} ».',
    noKeysToMatch: 'Aucune ligne de « {many} » n’a de clé : il n’y a rien à joindre.',
    blank:
      '{rows, plural, one {1 ligne de « {many} » n’a pas de clé : elle n’entre} other {{count} lignes de « {many} » n’ont pas de clé : elles n’entrent}} pas dans ce pourcentage.',
    fanOutNone: 'Chaque clé est unique dans « {one} » : la jointure ne multiplie aucune ligne.',
    fanOut:
      '{keys, plural, one {1 clé figure} other {{count} clés figurent}} plusieurs fois dans « {one} », où chacune devrait être unique : une jointure simple répéterait des lignes de « {many} » et compterait leurs montants plusieurs fois. Seule la première ligne de chaque clé est utilisée ({unused} de côté).',
    'hint.leading-zeros':
      'Si les zéros de tête étaient ignorés (00123 et 123), {rows} lignes trouveraient leur correspondance.',
    'hint.prefix':
      'Si seuls les chiffres comptaient (C-12 et 12), {rows} lignes trouveraient leur correspondance.',
    'hint.case': 'Si les majuscules étaient ignorées, {rows} lignes trouveraient leur correspondance.',
    'side.many': 'Lignes de « {table} » sans correspondance',
    'side.one': 'Lignes de « {table} » que rien n’appelle',
    orphans:
      '{keys, plural, =0 {Aucune.} one {1 clé absente de « {other} » ; lignes concernées : {rows}.} other {{keyCount} clés absentes de « {other} » ; lignes concernées : {rows}.}}',
    sample: 'Les {count} premières :',
    close: 'Fermer le détail',
    'table.order_lines': 'Lignes de commande',
    'table.orders': 'Commandes',
    'table.customers': 'Clients',
    'table.products': 'Produits',
    'table.prospects': 'Prospects',
    'table.interactions': 'Contacts',
    'table.tickets': 'Réclamations',
    'table.survey_answers': 'Réponses aux enquêtes',
    'table.campaigns': 'Campagnes',
    'table.campaign_contacts': 'Contacts de campagne',
    'table.costs': 'Coûts',
    'table.calendar': 'Calendrier',
    'table.customer_merge': 'Fusions de clients',
    'table.sales': 'Ventes',
  },
  en: {
    heading: 'How your tables join',
    summary:
      '{tables, plural, one {1 table} other {# tables}}, {joins, plural, =0 {no join} one {1 join} other {# joins}}.',
    hint: 'Click a percentage to see what does not match, a table to see its columns.',
    hintTables: 'Click a table to see its columns.',
    picture: 'Drawing of the warehouse',
    tableButton: 'See its columns',
    keys: 'keys: {keys}',
    noKeys: 'no key',
    severalFiles: '{count} files',
    derived: 'made from other tables',
    joinButton: '{from} → {to}: {share} of the rows find their match. See the details',
    allMatched:
      '{rows, plural, one {The row of “{many}” finds its match} other {All {count} rows of “{many}” find their match}} in “{one}”.',
    someMatched: '{matched} of {count} rows of “{many}” ({share}) find their match in “{one}”.',
    noKeysToMatch: 'No row of “{many}” has a key: there is nothing to join.',
    blank:
      '{rows, plural, one {1 row of “{many}” has no key: it is} other {{count} rows of “{many}” have no key: they are}} not part of this percentage.',
    fanOutNone: 'Each key stands once in “{one}”: the join multiplies no row.',
    fanOut:
      '{keys, plural, one {1 key stands} other {{count} keys stand}} several times in “{one}”, where each should be unique: a plain join would repeat rows of “{many}” and count their amounts several times. Only the first row of each key is used ({unused} left aside).',
    'hint.leading-zeros':
      'If leading zeros were ignored (00123 and 123), {rows} rows would find their match.',
    'hint.prefix': 'If only digits counted (C-12 and 12), {rows} rows would find their match.',
    'hint.case': 'If upper and lower case were the same, {rows} rows would find their match.',
    'side.many': 'Rows of “{table}” without a match',
    'side.one': 'Rows of “{table}” that nothing refers to',
    orphans:
      '{keys, plural, =0 {None.} one {1 key that “{other}” does not have; rows concerned: {rows}.} other {{keyCount} keys that “{other}” does not have; rows concerned: {rows}.}}',
    sample: 'The first {count}:',
    close: 'Close the details',
    'table.order_lines': 'Order lines',
    'table.orders': 'Orders',
    'table.customers': 'Customers',
    'table.products': 'Products',
    'table.prospects': 'Prospects',
    'table.interactions': 'Contacts',
    'table.tickets': 'Complaints',
    'table.survey_answers': 'Survey answers',
    'table.campaigns': 'Campaigns',
    'table.campaign_contacts': 'Campaign contacts',
    'table.costs': 'Costs',
    'table.calendar': 'Calendar',
    'table.customer_merge': 'Merged customers',
    'table.sales': 'Sales',
  },
});
