import type { Concept } from './header-lexicon.js';
import { readHeaderWords } from './header-words.js';
import type { HeaderMatch } from './header.js';
import type { roleSynonyms } from './role-synonyms.js';

type RoleName = keyof typeof roleSynonyms;

/** A rule: the concepts that a header must name, what it then means, and how surely. */
type Rule = readonly [needs: string, role: RoleName | 'none', score: number];

/**
 * Entity × attribute, with the attributes that mean the same whatever they stand beside. The rule that explains most
 * concepts counts; `none` says that a header is understood and has no role.
 */
const rules: readonly Rule[] = [
  ['client id', 'customer_id', 0.92],
  ['client name', 'customer_name', 0.9],
  ['client', 'customer_name', 0.75],
  ['client', 'customer_id', 0.7],
  ['client group', 'customer_type', 0.9],
  ['client family', 'customer_type', 0.85],
  ['client creation', 'signup_date', 0.85],
  ['client signup', 'signup_date', 0.88],
  ['client signup date', 'signup_date', 0.92],
  ['signup', 'signup_date', 0.8],
  ['signup date', 'signup_date', 0.92],
  ['client date', 'signup_date', 0.6],
  ['client creation date', 'signup_date', 0.92],
  ['client first date', 'signup_date', 0.8],
  ['client status', 'customer_type', 0.7],
  ['client source', 'acquisition_source', 0.9],
  ['client count order', 'order_count', 0.9],
  ['client amount', 'total_spent', 0.7],
  ['client cumulative', 'total_spent', 0.7],
  ['client loyalty', 'loyalty_card', 0.85],
  ['client loyalty', 'customer_id', 0.75],
  ['client loyalty id', 'customer_id', 0.8],
  ['client score', 'satisfaction', 0.7],
  ['client comment', 'verbatim', 0.8],
  ['order id', 'order_id', 0.92],
  ['order line id', 'none', 0.8],
  ['line id', 'none', 0.8],
  ['order', 'order_id', 0.6],
  ['order name', 'order_id', 0.5],
  ['order date', 'order_date', 0.92],
  ['order date time', 'order_date', 0.9],
  ['order time', 'order_date', 0.5],
  ['order month', 'none', 0.7],
  ['order amount', 'amount', 0.9],
  ['order line amount', 'amount', 0.85],
  ['order quantity', 'quantity', 0.85],
  ['order channel', 'channel', 0.9],
  ['order source', 'channel', 0.8],
  ['order group', 'status', 0.5],
  ['order status', 'status', 0.92],
  ['order discount', 'discount', 0.9],
  ['order count', 'order_count', 0.85],
  ['order creation date', 'order_date', 0.9],
  ['order creation', 'order_date', 0.8],
  ['order last date', 'last_order_date', 0.92],
  ['order last', 'last_order_date', 0.9],
  ['order first date', 'signup_date', 0.6],
  ['order first', 'signup_date', 0.55],
  ['order price', 'amount', 0.6],
  ['order unit price', 'unit_price', 0.9],
  ['order store', 'channel', 0.85],
  ['order payment', 'payment_method', 0.8],
  ['order payment method', 'payment_method', 0.9],
  ['order cumulative', 'total_spent', 0.8],
  ['order cumulative amount', 'total_spent', 0.9],
  ['product id', 'product_id', 0.92],
  ['product name', 'product_name', 0.92],
  ['product', 'product_name', 0.75],
  ['product', 'product_id', 0.65],
  ['product price', 'unit_price', 0.88],
  ['product unit price', 'unit_price', 0.92],
  ['product family', 'category', 0.92],
  ['product family name', 'category', 0.9],
  ['product family id', 'category', 0.8],
  ['product group', 'category', 0.88],
  ['product quantity', 'quantity', 0.92],
  ['product quantity order', 'quantity', 0.9],
  ['product count', 'quantity', 0.85],
  ['product cost', 'unit_cost', 0.9],
  ['product discount', 'discount', 0.88],
  ['product amount', 'amount', 0.8],
  ['product supplier', 'none', 0.7],
  ['family', 'category', 0.78],
  ['family name', 'category', 0.85],
  ['family id', 'category', 0.75],
  ['family count', 'none', 0.6],
  ['id', 'none', 0.3],
  ['name', 'customer_name', 0.55],
  ['amount', 'amount', 0.78],
  ['amount amount', 'amount', 0.8],
  ['gross', 'amount', 0.7],
  ['amount line', 'amount', 0.85],
  ['amount count', 'none', 0.5],
  ['amount cumulative', 'total_spent', 0.85],
  ['cumulative', 'total_spent', 0.5],
  ['amount price', 'amount', 0.85],
  ['amount price unit', 'unit_price', 0.85],
  ['amount unit', 'unit_price', 0.8],
  ['amount discount', 'discount', 0.9],
  ['amount tax', 'tax', 0.85],
  ['amount shipping fees', 'shipping', 0.88],
  ['amount shipping', 'shipping', 0.85],
  ['amount delivery', 'shipping', 0.8],
  ['amount margin', 'margin', 0.9],
  ['amount cost', 'cost_amount', 0.8],
  ['amount refund', 'refund', 0.9],
  ['amount cancel', 'refund', 0.85],
  ['amount product purchase', 'none', 0.5],
  ['quantity', 'quantity', 0.8],
  ['quantity line', 'quantity', 0.85],
  ['quantity unit', 'quantity', 0.8],
  ['quantity delivery', 'quantity', 0.7],
  ['count', 'quantity', 0.5],
  ['count order', 'order_count', 0.88],
  ['price', 'unit_price', 0.78],
  ['price unit', 'unit_price', 0.92],
  ['price line', 'amount', 0.6],
  ['price purchase', 'unit_cost', 0.9],
  ['price cost', 'unit_cost', 0.9],
  ['price discount', 'none', 0.4],
  ['unit', 'unit_price', 0.5],
  ['cost', 'unit_cost', 0.75],
  ['cost unit', 'unit_cost', 0.92],
  ['cost purchase', 'unit_cost', 0.9],
  ['cost shipping', 'shipping', 0.88],
  ['cost source', 'cost_amount', 0.85],
  ['cost campaign', 'cost_amount', 0.85],
  ['cost group', 'cost_type', 0.85],
  ['margin', 'margin', 0.85],
  ['margin rate', 'none', 0.7],
  ['discount', 'discount', 0.82],
  ['discount rate', 'discount', 0.88],
  ['discount id', 'campaign', 0.85],
  ['campaign id', 'campaign', 0.88],
  ['campaign name', 'campaign', 0.88],
  ['campaign', 'campaign', 0.75],
  ['campaign date', 'sent_date', 0.8],
  ['tax', 'tax', 0.8],
  ['tax rate', 'tax', 0.75],
  ['tax id', 'none', 0.8],
  ['shipping', 'shipping', 0.6],
  ['shipping fees', 'shipping', 0.88],
  ['shipping price', 'shipping', 0.85],
  ['shipping method', 'none', 0.8],
  ['refund', 'refund', 0.75],
  ['date', 'order_date', 0.78],
  ['date time', 'order_date', 0.8],
  ['date creation', 'order_date', 0.75],
  ['date creation client', 'signup_date', 0.92],
  ['creation', 'signup_date', 0.6],
  ['date paid', 'order_date', 0.6],
  ['date paid order', 'order_date', 0.62],
  ['date birth', 'birth_date', 0.95],
  ['birth', 'birth_date', 0.8],
  ['date last', 'last_order_date', 0.7],
  ['date delivery', 'none', 0.9],
  ['date delivery order', 'none', 0.9],
  ['date due', 'none', 0.9],
  ['date due order', 'none', 0.9],
  ['date update', 'none', 0.9],
  ['date update client', 'none', 0.9],
  ['date update order', 'none', 0.9],
  ['date cancel', 'none', 0.9],
  ['date cancel order', 'none', 0.9],
  ['delivery', 'none', 0.5],
  ['update', 'none', 0.6],
  ['cancel', 'none', 0.3],
  ['month', 'none', 0.7],
  ['time', 'none', 0.45],
  ['time', 'order_date', 0.5],
  ['date sent', 'sent_date', 0.85],
  ['date sent campaign', 'sent_date', 0.92],
  ['opened', 'opened_at', 0.6],
  ['date opened', 'opened_at', 0.8],
  ['date opened complaint', 'opened_at', 0.92],
  ['date complaint', 'opened_at', 0.85],
  ['closed', 'resolved_at', 0.65],
  ['date closed', 'resolved_at', 0.8],
  ['date closed complaint', 'resolved_at', 0.9],
  ['complaint id', 'ticket_id', 0.88],
  ['complaint reason', 'complaint_reason', 0.92],
  ['complaint group', 'complaint_reason', 0.88],
  ['complaint comment', 'verbatim', 0.8],
  ['complaint status', 'status', 0.7],
  ['delay closed', 'resolution_time', 0.9],
  ['reason', 'complaint_reason', 0.75],
  ['score', 'satisfaction', 0.7],
  ['nps', 'nps', 0.85],
  ['score nps', 'nps', 0.95],
  ['comment', 'verbatim', 0.75],
  ['group', 'customer_type', 0.5],
  ['region', 'region', 0.82],
  ['region name', 'region', 0.88],
  ['region id', 'region', 0.82],
  ['city', 'city', 0.85],
  ['city name', 'city', 0.88],
  ['postcode', 'postcode', 0.88],
  ['postcode id', 'postcode', 0.9],
  ['country', 'country', 0.85],
  ['country id', 'country', 0.88],
  ['country name', 'country', 0.88],
  ['email', 'email', 0.88],
  ['email address', 'email', 0.9],
  ['phone', 'phone', 0.88],
  ['phone id', 'phone', 0.88],
  ['address', 'none', 0.9],
  ['firstname', 'none', 0.9],
  ['channel', 'channel', 0.85],
  ['channel id', 'channel', 0.8],
  ['channel name', 'channel', 0.85],
  ['store', 'channel', 0.8],
  ['store id', 'channel', 0.82],
  ['store name', 'channel', 0.85],
  ['seller', 'salesperson', 0.82],
  ['seller id', 'salesperson', 0.82],
  ['seller name', 'salesperson', 0.88],
  ['seller email', 'none', 0.8],
  ['supplier', 'none', 0.7],
  ['supplier id', 'none', 0.8],
  ['supplier name', 'none', 0.8],
  ['status', 'status', 0.8],
  ['status name', 'status', 0.85],
  ['payment', 'payment_method', 0.7],
  ['payment method', 'payment_method', 0.92],
  ['payment status', 'status', 0.8],
  ['payment id', 'none', 0.5],
  ['payment amount', 'amount', 0.8],
  ['currency', 'currency', 0.88],
  ['currency id', 'currency', 0.9],
  ['source', 'acquisition_source', 0.7],
  ['source channel', 'acquisition_source', 0.85],
  ['consent', 'consent', 0.85],
  ['consent email', 'consent', 0.9],
  ['loyalty', 'loyalty_card', 0.75],
  ['loyalty id', 'customer_id', 0.6],
  ['referrer', 'referrer', 0.8],
  ['referrer id', 'referrer', 0.88],
  ['excluded', 'none', 0.9],
];

const compiled = rules.map(([needs, role, score]) => ({
  needs: needs.split(' ') as Concept[],
  role,
  score,
}));

/** Concepts that add nothing to what a header means; delivery makes it a little less likely to be the customer's own. */
const lost: Readonly<Partial<Record<Concept, number>>> = {
  neutral: 0,
  billing: 0,
  gross: 0.02,
  delivery: 0.08,
  rate: 0.1,
};
const perUnknown = 0.14;
const perExtra = 0.13;
const ifCut = 0.04;
/** What explains fewer words is no reading beside what explains more. */
const unlikely = 0.33;

/** What entity and attribute make of a header: its roles, or that it is understood and has none. */
export interface GrammarReading {
  readonly matches: readonly HeaderMatch[];
  /** A date of delivery, a street, a line number: no role may be read into it. */
  readonly isOther: boolean;
}

/** Reads entity and attribute from a header's words, abbreviations and joined words. */
export function readByGrammar(words: readonly string[]): GrammarReading {
  const found = meanings(words);
  const none = found.find(({ role }) => role === 'none')?.score ?? 0;
  const cutOff = Math.max(none, (found[0]?.score ?? 0) - unlikely);
  const matches = found.flatMap(({ role, score }) =>
    role === 'none' || score < cutOff ? [] : [{ role, score }],
  );
  return { matches, isOther: matches.length === 0 && none >= 0.5 };
}

function meanings(words: readonly string[]): { role: RoleName | 'none'; score: number }[] {
  const { concepts, unknown, cut } = readHeaderWords(words);
  if (concepts.length === 0) return [];
  const named = concepts.filter((choices) => !choices.includes('neutral') || choices.length > 1);
  const best = new Map<RoleName | 'none', number>();
  for (const { needs, role, score } of compiled) {
    const used = covers(needs, named);
    if (!used) continue;
    let loss = perUnknown * unknown + (cut ? ifCut : 0);
    named.forEach((choices, index) => {
      if (!used.has(index)) loss += Math.min(...choices.map((concept) => lost[concept] ?? perExtra));
    });
    // An explanation of more words is the better one at equal scores.
    const found = score - loss + 0.001 * needs.length;
    if (found > 0.35) best.set(role, Math.max(found, best.get(role) ?? 0));
  }
  return [...best].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);
}

/** Which words stand for the needed concepts, each word for one; null when one is missing. */
function covers(
  needs: readonly Concept[],
  named: readonly (readonly Concept[])[],
): ReadonlySet<number> | null {
  const used = new Set<number>();
  const place = (at: number): boolean => {
    const concept = needs[at];
    if (concept === undefined) return true;
    for (let index = 0; index < named.length; index += 1) {
      if (used.has(index) || !named[index]!.includes(concept)) continue;
      used.add(index);
      if (place(at + 1)) return true;
      used.delete(index);
    }
    return false;
  };
  return place(0) ? used : null;
}
