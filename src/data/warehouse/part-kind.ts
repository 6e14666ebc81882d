import { headerKey } from '../roles/header.js';
import type { Role } from '../roles/roles.js';

/** What one row of a file is. */
export type PartKind =
  | 'lines'
  | 'orders'
  | 'customers'
  | 'products'
  | 'prospects'
  | 'interactions'
  | 'tickets'
  | 'survey_answers'
  | 'campaigns'
  | 'campaign_contacts'
  | 'costs'
  | 'other';

/** Kinds whose rows are something that happened to a customer and is no sale. */
export const eventKinds: readonly PartKind[] = [
  'interactions',
  'tickets',
  'survey_answers',
  'campaign_contacts',
];

/** Which way a contact went: the one column of contacts that no role names. */
export const directionHeader =
  /^((sens|direction)(_(du_|de_l_)?(contact|appel|call|interaction|echange))?|(contact|call)_direction|entrant_sortant|inbound_outbound)$/;
/** The number of somebody who has not bought yet. */
export const prospectHeader =
  /^((id|code|no|num|numero|ref)_(prospect|suspect|lead)s?|(prospect|suspect|lead)s?_(id|no|code|num|numero|ref))$/;
/** Beside a customer's number it says whether he is one, without it who it is. */
const plainProspect = /^(prospect|suspect|lead)s?$/;
/** A file that is called so lists those who have not bought yet. */
const prospectFile = /prospect|suspect|(^|_)leads?(_|$)/;

type Columns = Readonly<Partial<Record<Role, string>>>;

/** What the rows of a file are, from the roles of its columns and, where no role tells, its headers and its name. */
export function kindOf(columns: Columns, headers: readonly string[], file: string): PartKind {
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => columns[role] !== undefined);
  const hasHeader = (pattern: RegExp): boolean => headers.some((header) => pattern.test(headerKey(header)));
  const customer = has('customer_id', 'email', 'customer_name');
  const product = has('product_id', 'product_name');
  const isMoney = has('amount', 'quantity', 'unit_price');
  if (has('cost_type') && has('cost_amount', 'amount', 'unit_cost') && !has('order_id')) return 'costs';
  if (!isMoney) {
    const isNamedProspects = prospectFile.test(headerKey(file.replace(/\.\w+$/, ''))) && customer;
    const isPlainProspects = hasHeader(plainProspect) && !has('customer_id');
    if (!has('order_id') && (hasHeader(prospectHeader) || isPlainProspects || isNamedProspects))
      return 'prospects';
    // Orders are received and closed too; a complaint about an order has no date of the order.
    const isOrder = has('order_id') && has('order_date');
    if (has('ticket_id') || (has('opened_at', 'resolved_at', 'resolution_time') && !isOrder))
      return 'tickets';
    if (has('satisfaction', 'nps', 'expected', 'perceived')) return 'survey_answers';
    if (!has('order_id')) {
      // A campaign has a name too, which its header does not tell from a customer's.
      const isNamed = !has('customer_id', 'email') && has('cost_amount', 'unit_cost', 'channel');
      if (has('campaign') && (isNamed || !customer)) return 'campaigns';
      const isSent = has('campaign') ? has('test_group', 'sent_date', 'response') : has('sent_date');
      if (customer && isSent) return 'campaign_contacts';
      if (hasHeader(directionHeader)) return 'interactions';
      if (has('test_group', 'response') && has('order_date')) return 'campaign_contacts';
    }
    if (has('complaint_reason')) return 'tickets';
  }
  if (has('order_id')) {
    const isHeader =
      !product && !has('quantity') && has('order_date', 'customer_id') && has('order_date', 'amount');
    // Refunds by order number sell nothing: they say something of their orders.
    const isRefundList = !product && !isMoney && has('refund');
    return isHeader || isRefundList ? 'orders' : 'lines';
  }
  if (has('amount', 'quantity') && (has('order_date') || product)) return 'lines';
  if (customer && has('order_date')) return product ? 'lines' : 'interactions';
  if (product && !customer) return 'products';
  if (customer) return 'customers';
  if (has('cost_amount')) return 'costs';
  if (has('amount')) return 'lines';
  return 'other';
}
