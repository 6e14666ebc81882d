import type { FieldName, Holder, InformationKind } from '../../data/profile/completeness-fields.js';
import { defineTexts } from '../../i18n/translate.js';

type Key =
  | 'heading'
  | 'lead'
  | 'rule'
  | 'field'
  | 'where'
  | 'filled'
  | 'format'
  | 'grade'
  | 'usable'
  | 'computed'
  | 'computedFrom'
  | 'optional'
  | 'missing'
  | 'missingFile'
  | 'missingContacts'
  | 'valid'
  | 'ofTotal'
  | 'gradeOf'
  | `kind.${InformationKind}`
  | `hint.${InformationKind}`
  | `field.${FieldName}`
  | `holder.${Holder}`
  | `unit.${Holder}`;

/** The four kinds of information on customers, their fields, and the grades. */
export const completenessTexts = defineTexts<Key>({
  fr: {
    heading: 'Que savez-vous de vos clients ?',
    lead: 'Les quatre sortes d’informations sur un client, et leur part remplie et utilisable.',
    rule: 'Note : part des clients (ou commandes, ou lignes) qui ont une valeur dans la bonne forme. A à partir de {a}, B à partir de {b}, C à partir de {c}, D à partir de {d}, E en dessous. La note d’une sorte est la moyenne de ses champs ; un champ absent compte 0, sauf ceux qui ne concernent que les entreprises.',
    field: 'Information',
    where: 'Colonne',
    filled: 'Rempli',
    format: 'Forme valide',
    grade: 'Note',
    usable: '{share} utilisable',
    computed: 'calculé',
    computedFrom: 'calculé depuis {table}.{column}',
    optional: 'absent (entreprises seulement)',
    missing: 'Absent : ajoutez une colonne « {field} » à {file}.',
    missingFile: 'Absent : ajoutez {holder} avec une colonne « {field} ».',
    missingContacts:
      'Absent : ajoutez un fichier de contacts ou de réclamations, avec l’identifiant du client.',
    valid: '{valid} sur {checked}',
    ofTotal: '{filled} sur {total} {unit}',
    gradeOf: 'note {grade}',
    'kind.identification': 'Identification',
    'kind.qualification': 'Qualification',
    'kind.history': 'Historique',
    'kind.behaviour': 'Comportement',
    'hint.identification': 'Qui est le client, et comment le joindre.',
    'hint.qualification': 'D’où il vient, à qui parler, de quoi il est équipé.',
    'hint.history': 'Ses achats et ses échanges avec vous.',
    'hint.behaviour': 'Comment il achète : calculé depuis ses commandes.',
    'field.customer_name': 'Nom',
    'field.address': 'Adresse',
    'field.postcode': 'Code postal',
    'field.city': 'Ville',
    'field.phone': 'Téléphone',
    'field.email': 'E-mail',
    'field.sector': 'Profession ou secteur',
    'field.siret': 'SIRET',
    'field.capital': 'Capital',
    'field.headcount': 'Effectif',
    'field.acquisition_source': 'Origine du contact',
    'field.contact_name': 'Interlocuteur',
    'field.contact_role': 'Fonction de l’interlocuteur',
    'field.equipment': 'Équipement actuel',
    'field.order_customer': 'Client de la commande',
    'field.order_date': 'Date de commande',
    'field.amount': 'Montant',
    'field.quantity': 'Quantité',
    'field.payment_method': 'Mode de règlement',
    'field.contacts': 'Contacts (appels, salons, envois, réclamations)',
    'field.frequency': 'Rythme d’achat',
    'field.basket': 'Panier moyen',
    'field.mix': 'Type de consommation',
    'field.place': 'Lieu d’achat (canal ou région)',
    'holder.customers': 'un fichier clients',
    'holder.orders': 'un fichier de commandes',
    'holder.lines': 'un fichier de lignes de commande',
    'holder.contacts': 'un fichier de contacts ou de réclamations',
    'unit.customers': 'clients',
    'unit.orders': 'commandes',
    'unit.lines': 'lignes',
    'unit.contacts': 'clients',
  },
  en: {
    heading: 'What do you know of your customers?',
    lead: 'The four kinds of information on a customer, and how much of each is filled and usable.',
    rule: 'Grade: share of the customers (or orders, or lines) that have a value in its right form. A from {a}, B from {b}, C from {c}, D from {d}, E below. The grade of a kind is the mean of its fields; a missing field counts 0, except those that concern companies only.',
    field: 'Information',
    where: 'Column',
    filled: 'Filled',
    format: 'Valid form',
    grade: 'Grade',
    usable: '{share} usable',
    computed: 'computed',
    computedFrom: 'computed from {table}.{column}',
    optional: 'missing (companies only)',
    missing: 'Missing: add a column “{field}” to {file}.',
    missingFile: 'Missing: add {holder} with a column “{field}”.',
    missingContacts: 'Missing: add a file of contacts or complaints that holds the customer ID.',
    valid: '{valid} of {checked}',
    ofTotal: '{filled} of {total} {unit}',
    gradeOf: 'grade {grade}',
    'kind.identification': 'Identification',
    'kind.qualification': 'Qualification',
    'kind.history': 'History',
    'kind.behaviour': 'Behaviour',
    'hint.identification': 'Who the customer is, and how to reach them.',
    'hint.qualification': 'Where they come from, whom to talk to, what they use.',
    'hint.history': 'What they bought, and their exchanges with you.',
    'hint.behaviour': 'How they buy: computed from their orders.',
    'field.customer_name': 'Name',
    'field.address': 'Address',
    'field.postcode': 'Postcode',
    'field.city': 'City',
    'field.phone': 'Phone',
    'field.email': 'E-mail',
    'field.sector': 'Profession or sector',
    'field.siret': 'SIRET (French company number)',
    'field.capital': 'Capital',
    'field.headcount': 'Headcount',
    'field.acquisition_source': 'Origin of the contact',
    'field.contact_name': 'Contact person',
    'field.contact_role': 'Role of the contact person',
    'field.equipment': 'Current equipment',
    'field.order_customer': 'Customer of the order',
    'field.order_date': 'Order date',
    'field.amount': 'Amount',
    'field.quantity': 'Quantity',
    'field.payment_method': 'Payment method',
    'field.contacts': 'Contacts (calls, fairs, mailings, complaints)',
    'field.frequency': 'Purchase rhythm',
    'field.basket': 'Average basket',
    'field.mix': 'Type of consumption',
    'field.place': 'Place of purchase (channel or region)',
    'holder.customers': 'a customer file',
    'holder.orders': 'a file of orders',
    'holder.lines': 'a file of order lines',
    'holder.contacts': 'a file of contacts or complaints',
    'unit.customers': 'customers',
    'unit.orders': 'orders',
    'unit.lines': 'lines',
    'unit.contacts': 'customers',
  },
});
