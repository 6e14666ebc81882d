import type { CanonicalTable } from '../../../core/warehouse.js';
import type { Role } from '../../roles/roles.js';
import { directionHeader, prospectHeader } from '../part-kind.js';

/**
 * A canonical column of a table of the star, and what gives it: a header that can mean nothing else in such a file, else
 * the roles, best first, else a header that is taken only where neither is there.
 */
export interface StarColumn {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly header?: RegExp;
  readonly otherwise?: RegExp;
  /** Keys are text, so that they match wherever they stand. */
  readonly isKey?: boolean;
}

/** The tables that a file gives as it is, row by row, beside those made from sales. */
export const starTables = [
  'prospects',
  'interactions',
  'tickets',
  'survey_answers',
  'campaigns',
  'campaign_contacts',
  'costs',
] as const satisfies readonly CanonicalTable[];
export type StarTable = (typeof starTables)[number];

/** A number of nothing in particular is that of the row. */
const plainNumber = /^(id|no|num|numero)$/;

const customer: StarColumn = {
  name: 'customer_id',
  roles: ['customer_id', 'email', 'customer_name'],
  isKey: true,
};
const order: StarColumn = { name: 'order_id', roles: ['order_id'], isKey: true };
const product: StarColumn = { name: 'product_id', roles: ['product_id', 'product_name'], isKey: true };
const campaign: StarColumn = { name: 'campaign_id', roles: ['campaign'], isKey: true };
const channel: StarColumn = { name: 'channel', roles: ['channel'] };
const verbatim: StarColumn = { name: 'verbatim', roles: ['verbatim'] };

const key = (name: string, header: RegExp, roles: readonly Role[] = []): StarColumn => ({
  name,
  roles,
  header,
  otherwise: plainNumber,
  isKey: true,
});
const column = (name: string, roles: readonly Role[], header?: RegExp): StarColumn =>
  header ? { name, roles, header } : { name, roles };

/** The number of one of these things: *id_appel*, *no_ticket*, *reponse_id*… */
function numberOf(things: string): RegExp {
  const mark = 'id|no|num|numero|code|ref';
  return new RegExp(`^((${mark})_(${things})s?|(${things})s?_(${mark}))$`);
}

/** The canonical columns of each table; a column that the file does not have is not in the table. */
export const starColumns: Readonly<Record<StarTable, readonly StarColumn[]>> = {
  prospects: [
    key('prospect_id', prospectHeader, ['customer_id']),
    column('prospect_name', ['customer_name']),
    column('email', ['email']),
    column('phone', ['phone']),
    column('customer_type', ['customer_type']),
    column('city', ['city']),
    column('postcode', ['postcode']),
    column('region', ['region']),
    column('country', ['country']),
    column('acquisition_source', ['acquisition_source', 'channel']),
    column('signup_date', ['signup_date', 'order_date']),
    column('converted', ['response'], /^(converti|converted|conversion)$/),
  ],
  interactions: [
    // A contact, a call or an answer without *id* or *no* is what was said, or who was spoken to.
    key('interaction_id', numberOf('interaction|contact|appel|call|echange'), ['ticket_id']),
    customer,
    column('date', ['order_date', 'sent_date', 'opened_at']),
    channel,
    column('direction', [], directionHeader),
    column('reason', ['complaint_reason']),
    column('agent_team', ['salesperson']),
    column('duration_min', [], /^(duree|duration)(_(appel|call|contact))?(_(en_)?(min|minutes?|mn))?$/),
    column('cost', ['cost_amount', 'unit_cost']),
    column('outcome', ['response'], /^(resultat|issue|outcome|result)(_(appel|call|contact))?$/),
    verbatim,
  ],
  tickets: [
    key('ticket_id', numberOf('ticket|reclamation|plainte|complaint|incident|dossier'), ['ticket_id']),
    customer,
    order,
    product,
    column('opened_at', ['opened_at', 'order_date']),
    column(
      'first_response_at',
      [],
      /^(date_)?(de_)?(first_response|(la_)?premiere_reponse)(_(at|le|date))?$/,
    ),
    column('resolved_at', ['resolved_at']),
    column('resolution_time', ['resolution_time']),
    column('reason', ['complaint_reason']),
    column('severity', [], /^(gravite|severite|severity|priorite|priority|urgence)$/),
    channel,
    column('resolution', ['status'], /^(resolution|resolue?|solution|resolved|issue)$/),
    column(
      'compensation',
      ['refund'],
      /^(montant_)?(compensation|dedommagement|geste_commercial)(_(amount|montant))?$/,
    ),
    verbatim,
  ],
  survey_answers: [
    key('response_id', numberOf('reponse|response|answer|repondant|respondent|enquete|survey'), [
      'ticket_id',
    ]),
    customer,
    column('date', ['order_date', 'sent_date', 'opened_at']),
    order,
    product,
    column('dimension', ['dimension']),
    column('satisfaction', ['satisfaction']),
    column('nps', ['nps']),
    column('expected', ['expected']),
    column('perceived', ['perceived']),
    column('importance', ['importance']),
    verbatim,
  ],
  campaigns: [
    campaign,
    column('name', [], /^(nom|name|libelle|intitule)(_campagne|_campaign)?$/),
    column('type', [], /^(type|format|type_campagne|campaign_type)$/),
    channel,
    column(
      'start_date',
      ['sent_date', 'order_date'],
      /^((date_(de_)?)?(debut|lancement)|start|start_date|launch_date)(_(campagne|campaign))?$/,
    ),
    column('end_date', [], /^((date_(de_)?)?fin|end|end_date)(_(campagne|campaign))?$/),
    column('budget', ['cost_amount', 'unit_cost']),
    column('message', ['verbatim']),
    column('target', [], /^(cible|target|ciblage)$/),
  ],
  campaign_contacts: [
    campaign,
    customer,
    column('test_group', ['test_group']),
    column('sent_at', ['sent_date', 'order_date']),
    column('opened', [], /^(ouvert|ouverture|opened?|opens?)$/),
    column('clicked', [], /^(clic|clics|clique|clicked|clicks?)$/),
    column(
      'responded',
      ['response'],
      /^(converti|converted|conversion|(a_)?repondu|responded|achete|purchased)$/,
    ),
    column(
      'unsubscribed',
      [],
      /^(desabonnee?|desabonnement|desinscrite?|desinscription|unsubscribed?|optout|opt_out)$/,
    ),
    column('cost', ['cost_amount', 'unit_cost']),
  ],
  costs: [
    column('cost_type', ['cost_type']),
    column('period', ['order_date'], /^(periode|period|mois|month|annee|year|exercice)$/),
    column('key_type', [], /^(type_cle|key_type)$/),
    { name: 'key', roles: [], header: /^(cle|key)$/, isKey: true },
    column('amount', ['cost_amount', 'amount', 'unit_cost']),
    channel,
    campaign,
    product,
    column('category', ['category']),
    column('acquisition_source', ['acquisition_source']),
    { ...customer, roles: ['customer_id'] },
  ],
};
