import type { CanonicalTable } from '../../../core/warehouse.js';
import type { Role } from '../../roles/roles.js';
import { directionHeader, prospectHeader } from '../part-kind.js';

/** A canonical column of a table of the star: the roles that give it, best first, else a header that no role names. */
export interface StarColumn {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly header?: RegExp;
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
  isKey: true,
});
const column = (name: string, roles: readonly Role[], header?: RegExp): StarColumn =>
  header ? { name, roles, header } : { name, roles };

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
    key('interaction_id', /^((id|no|num)_)?(interaction|contact|appel|call|echange)s?(_(id|no|num))?$/, [
      'ticket_id',
    ]),
    customer,
    column('date', ['order_date', 'sent_date', 'opened_at']),
    channel,
    column('direction', [], directionHeader),
    column('reason', ['complaint_reason']),
    column('agent_team', ['salesperson']),
    column('duration_min', [], /^(duree|duration)(_(min|minutes|mn))?$/),
    column('cost', ['cost_amount', 'unit_cost']),
    column('outcome', ['response'], /^(resultat|issue|outcome|result)$/),
    verbatim,
  ],
  tickets: [
    key('ticket_id', /^(id|no|numero)$/, ['ticket_id']),
    customer,
    order,
    product,
    column('opened_at', ['opened_at', 'order_date']),
    column('first_response_at', [], /^(first_response|premiere_reponse)(_(at|le|date))?$/),
    column('resolved_at', ['resolved_at']),
    column('resolution_time', ['resolution_time']),
    column('reason', ['complaint_reason']),
    column('severity', [], /^(gravite|severite|severity|priorite|priority|urgence)$/),
    channel,
    column('resolution', ['status'], /^(resolution|resolue?|solution|resolved|issue)$/),
    column('compensation', ['refund'], /^(compensation|dedommagement|geste_commercial)$/),
    verbatim,
  ],
  survey_answers: [
    key('response_id', /^((id|no|num)_)?(reponse|response|answer|repondant|respondent)(_(id|no))?$/, [
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
    column('start_date', ['sent_date', 'order_date'], /^(debut|start|date_debut|start_date)$/),
    column('end_date', [], /^(fin|end|date_fin|end_date)$/),
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
    column('responded', ['response']),
    column('unsubscribed', [], /^(desabonne|desabonnement|desinscription|unsubscribed?|optout|opt_out)$/),
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
