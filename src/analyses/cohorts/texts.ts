import { defineTexts } from '../../i18n/translate.js';

/** Labels of the cohort cell. */
export const texts = defineTexts({
  fr: {
    title: 'Cohortes',
    summary: 'Combien de clients reviennent, mois après mois, après leur arrivée ?',
    'param.grain': 'Période',
    'param.grain.week': 'Semaine',
    'param.grain.month': 'Mois',
    'param.grain.quarter': 'Trimestre',
    'param.grain.year': 'Année',
    'param.entry': 'Entrée dans la cohorte',
    'param.entry.first_order': 'Première commande',
    'param.entry.signup': 'Date d’inscription',
    'param.mode': 'Client compté',
    'param.mode.active': 'Actif dans la période',
    'param.mode.still': 'Encore client (achat dans la période ou après)',
    'param.measure': 'Mesure',
    'param.measure.customers': 'Clients',
    'param.measure.revenue': 'Chiffre d’affaires',
    'param.periods': 'Nombre de périodes suivies',
    'headline.active':
      '{grain, select, week {Une semaine} month {Un mois} quarter {Un trimestre} other {Un an}} après {entry, select, signup {leur inscription} other {leur première commande}}, {rate} des clients passent commande.',
    'headline.still':
      '{grain, select, week {Une semaine} month {Un mois} quarter {Un trimestre} other {Un an}} après {entry, select, signup {leur inscription} other {leur première commande}}, {rate} des clients sont encore là : ils commandent à ce moment ou plus tard.',
    'headline.revenue':
      '{grain, select, week {Une semaine} month {Un mois} quarter {Un trimestre} other {Un an}} après leur arrivée, les cohortes génèrent {rate} de leur chiffre d’affaires de départ.',
    'headline.short': 'Les données sont trop courtes pour suivre une cohorte au-delà de sa première période.',
    'headline.none': 'Aucun client n’a de commande conclue et datée.',
    'map.title.customers': 'Fidélité par cohorte',
    'map.title.revenue': 'Chiffre d’affaires par cohorte',
    'map.description.customers':
      'Une ligne par cohorte, une colonne par période depuis l’entrée : part des clients de la cohorte. Les cases hachurées ne sont pas encore observées.',
    'map.description.revenue':
      'Une ligne par cohorte, une colonne par période depuis l’entrée : chiffre d’affaires rapporté à celui de la période 0. Les cases hachurées ne sont pas encore observées.',
    'map.one': 'Cohorte {name}',
    'map.cohort': 'Cohorte',
    'map.size': 'Clients',
    'map.periods':
      '{grain, select, week {Semaines} month {Mois} quarter {Trimestres} other {Années}} depuis {entry, select, signup {l’inscription} other {la première commande}}',
    'map.unobserved': 'pas encore observé',
    'map.partial': 'période incomplète',
    'map.more':
      'Dans le tableau : {rows, plural, =0 {} one {encore 1 cohorte} other {encore # cohortes}}{both, select, true { et } other {}}{columns, plural, =0 {} one {1 période de plus} other {# périodes de plus}}.',
    'map.high': '{rate} et plus',
    'curve.title': 'Moyenne des cohortes',
    'curve.description':
      'Moyenne pondérée par la taille des cohortes, sur celles qui sont assez anciennes pour chaque période.',
    'curve.rate.customers': 'Part des clients',
    'curve.rate.revenue': 'Part du chiffre d’affaires de départ',
    'period.quarter': 'T{quarter} {year}',
    'warning.left_truncation':
      'La première cohorte ({cohort}) compte {size} clients, contre {median} en médiane pour les suivantes : elle réunit sans doute des clients arrivés avant le début du fichier. Lisez-la à part.',
    'warning.partial_last_period':
      '{grain, select, week {La semaine du {period}} other {La période « {period} »}} est incomplète : les données s’arrêtent au {end}. Ses cases sont en pointillés et sous-estiment la réalité, et la moyenne avec elles.',
    'warning.cohorts_left_out':
      '{count, plural, one {La cohorte la plus ancienne n’est pas montrée} other {Les {countText} cohortes les plus anciennes ne sont pas montrées}} : le tableau se limite aux {limit} dernières. Une période plus longue les réunit.',
    'warning.undated_orders':
      '{count, plural, one {{countText} commande sans date n’est pas comptée.} other {{countText} commandes sans date ne sont pas comptées.}}',
    'warning.customers_without_signup':
      '{count, plural, one {{countText} client sans date d’inscription n’entre dans aucune cohorte.} other {{countText} clients sans date d’inscription n’entrent dans aucune cohorte.}}',
    'warning.customers_without_order':
      '{count, plural, one {{countText} inscrit n’a jamais commandé ; il compte dans la taille de sa cohorte.} other {{countText} inscrits n’ont jamais commandé ; ils comptent dans la taille de leur cohorte.}}',
  },
  en: {
    title: 'Cohorts',
    summary: 'How many customers come back, month after month, after they arrive?',
    'param.grain': 'Period',
    'param.grain.week': 'Week',
    'param.grain.month': 'Month',
    'param.grain.quarter': 'Quarter',
    'param.grain.year': 'Year',
    'param.entry': 'Entry into the cohort',
    'param.entry.first_order': 'First order',
    'param.entry.signup': 'Sign-up date',
    'param.mode': 'Customers counted',
    'param.mode.active': 'Active in the period',
    'param.mode.still': 'Still a customer (order in the period or later)',
    'param.measure': 'Measure',
    'param.measure.customers': 'Customers',
    'param.measure.revenue': 'Revenue',
    'param.periods': 'Number of periods followed',
    'headline.active':
      'One {grain, select, week {week} month {month} quarter {quarter} other {year}} after {entry, select, signup {signing up} other {their first order}}, {rate} of customers place an order.',
    'headline.still':
      'One {grain, select, week {week} month {month} quarter {quarter} other {year}} after {entry, select, signup {signing up} other {their first order}}, {rate} of customers are still there: they order then or later.',
    'headline.revenue':
      'One {grain, select, week {week} month {month} quarter {quarter} other {year}} after they arrive, cohorts bring in {rate} of their initial revenue.',
    'headline.short': 'The data is too short to follow a cohort beyond its first period.',
    'headline.none': 'No customer has a concluded order with a date.',
    'map.title.customers': 'Retention by cohort',
    'map.title.revenue': 'Revenue by cohort',
    'map.description.customers':
      "One row per cohort, one column per period since entry: share of the cohort's customers. Hatched cells are not observed yet.",
    'map.description.revenue':
      'One row per cohort, one column per period since entry: revenue relative to that of period 0. Hatched cells are not observed yet.',
    'map.one': 'Cohort {name}',
    'map.cohort': 'Cohort',
    'map.size': 'Customers',
    'map.periods':
      '{grain, select, week {Weeks} month {Months} quarter {Quarters} other {Years}} since {entry, select, signup {sign-up} other {the first order}}',
    'map.unobserved': 'not observed yet',
    'map.partial': 'incomplete period',
    'map.more':
      'In the table: {rows, plural, =0 {} one {1 more cohort} other {# more cohorts}}{both, select, true { and } other {}}{columns, plural, =0 {} one {1 more period} other {# more periods}}.',
    'map.high': '{rate} and more',
    'curve.title': 'Mean of the cohorts',
    'curve.description':
      'Mean weighted by cohort size, over the cohorts that are old enough for each period.',
    'curve.rate.customers': 'Share of customers',
    'curve.rate.revenue': 'Share of initial revenue',
    'period.quarter': 'Q{quarter} {year}',
    'warning.left_truncation':
      'The first cohort ({cohort}) has {size} customers, against a median of {median} for the following ones: it probably holds customers who came before the file begins. Read it apart.',
    'warning.partial_last_period':
      '{grain, select, week {The week of {period}} other {The period “{period}”}} is incomplete: the data ends on {end}. Its cells have a dashed edge and understate what will be, and so does the mean.',
    'warning.cohorts_left_out':
      '{count, plural, one {The oldest cohort is not shown} other {The {countText} oldest cohorts are not shown}}: the table keeps the last {limit}. A longer period brings them together.',
    'warning.undated_orders':
      '{count, plural, one {{countText} order without a date is not counted.} other {{countText} orders without a date are not counted.}}',
    'warning.customers_without_signup':
      '{count, plural, one {{countText} customer without a sign-up date belongs to no cohort.} other {{countText} customers without a sign-up date belong to no cohort.}}',
    'warning.customers_without_order':
      '{count, plural, one {{countText} person signed up but never ordered; the cohort size counts them.} other {{countText} people signed up but never ordered; the cohort sizes count them.}}',
  },
});
