import { headerKey } from './header.js';
import type { RoleEvidence } from './role-evidence.js';
import { roles, type Role } from './roles.js';
import type { ColumnProfile } from './value-profile.js';

/** A table after a first round of guesses: what is known so far, and the scores that may still change. */
export interface GuessedTable {
  readonly columns: readonly ColumnProfile[];
  readonly evidence: RoleEvidence;
  readonly scores: readonly Float64Array[];
  readonly known: readonly (Role | null)[];
  readonly isChosen: readonly boolean[];
}

const bareKeys =
  /^(id|code|ref|reference|num|numero|no|nr|number|identifiant|key|cle|nummer|codigo|codice|no_id)$/;
const bareNames =
  /^(nom|name|libelle|designation|intitule|label|title|titre|description|bezeichnung|nombre|nome|denomination)$/;
const creations = /creation|created|cree|inscription|entree|add|signup|registr|anlage|alta|since|depuis/;

/** Changes the scores where a column means something else in this kind of table than its words say by themselves. */
export function adjustToTable(table: GuessedTable): void {
  const { columns, evidence, isChosen, known } = table;
  const has = (...wanted: Role[]): boolean => wanted.some((role) => known.includes(role));
  const sellsSomething = has('order_id', 'amount', 'quantity', 'product_id');
  const isCustomerList = has('customer_id', 'customer_name', 'email') && !sellsSomething;
  columns.forEach(({ name, values }, column) => {
    if (isChosen[column]) return;
    const key = headerKey(name);
    const set = (role: Role, score: number): void => setScore(table, column, role, score);
    const role = known[column];
    // Without an amount or a quantity, the price beside a date is what was paid.
    if (role === 'unit_price' && has('order_date') && !has('amount', 'quantity')) set('amount', 0.7);
    // A creation date in a list of customers is when they came.
    if (role === 'order_date' && isCustomerList && creations.test(key)) set('signup_date', 0.8);
    if (bareKeys.test(key) && (role === null || role === undefined || role === 'product_id'))
      set(
        bareKey(evidence, column, has),
        isProductList(has) && evidence.kinds[column]!.share('code') > 0.9 ? 0.82 : 0.65,
      );
    if (key === 'type' && !evidence.kinds[column]!.list)
      set(has('product_id') && !has('customer_id') ? 'category' : 'customer_type', 0.75);
    // Who comes on many days did not join on each of them.
    if (role === 'signup_date' && !has('order_date') && isVisit(table, column)) set('order_date', 0.7);
    // A number of orders belongs to a customer, not to a dated row with a price.
    if (role === 'order_count' && has('order_date') && has('unit_price', 'amount') && !has('quantity'))
      set('quantity', 0.75);
    // Where something is sold and nobody complains, a ticket is a receipt.
    if (
      role === 'ticket_id' &&
      has('product_name', 'product_id', 'quantity', 'amount') &&
      !has('complaint_reason')
    )
      set('order_id', 0.8);
    if (bareNames.test(key) && isProductList(has) && evidence.fit('product_name', column) > 0.5)
      set('product_name', 0.8);
    if (
      role === null &&
      isPieces(table, column, values) &&
      has('customer_id') &&
      has('order_date') &&
      has('amount')
    )
      if (!has('quantity')) set('quantity', 0.5);
  });
}

/** A date that the customer does not settle. */
function isVisit({ known, evidence }: GuessedTable, date: number): boolean {
  const customer = (['customer_id', 'email', 'customer_name'] as const)
    .map((role) => known.indexOf(role))
    .find((column) => column >= 0);
  return customer !== undefined && (evidence.relations.dependency(customer, date) ?? 1) < 0.8;
}

/** Prices or categories and nobody who buys: what is on sale. */
function isProductList(has: (...wanted: Role[]) => boolean): boolean {
  return (
    has('product_id', 'unit_price', 'unit_cost', 'category') &&
    !has('customer_id', 'email', 'phone', 'order_date', 'city', 'postcode')
  );
}

/** A column that is only called `id`: the key of what the file lists, or of whoever comes back in it. */
function bareKey(evidence: RoleEvidence, column: number, has: (...wanted: Role[]) => boolean): Role {
  const fit = evidence.keys.fit(column);
  if (evidence.profiles[column]!.uniqueness < 1) {
    if (fit.known && fit.order === 1 && !has('order_id')) return 'order_id';
    if (fit.known && fit.product === 1) return 'product_id';
    return has('customer_id') ? 'order_id' : 'customer_id';
  }
  if (has('order_date') && has('amount', 'customer_id')) return 'order_id';
  if (has('complaint_reason', 'resolved_at')) return 'ticket_id';
  if (has('product_name', 'unit_price') && !has('email', 'phone')) return 'product_id';
  return 'customer_id';
}

/** Whole numbers of which 1 is the most frequent: pieces bought. */
function isPieces({ columns, evidence }: GuessedTable, column: number, values: readonly string[]): boolean {
  const { distinct, counts } = evidence.profiles[column]!;
  if (columns[column]!.type !== 'integer' || evidence.traits(column)?.isYear || values.length === 0)
    return false;
  const most = counts.indexOf(Math.max(...counts));
  return distinct[most] === '1' && distinct.length > 2 && distinct.length < 100;
}

/** Raises a claim; other claims of the column stay below it. */
function setScore({ scores, evidence }: GuessedTable, column: number, role: Role, score: number): void {
  if (!evidence.couldBe(role, column)) return;
  const row = scores[column]!;
  row.forEach((other, index) => (row[index] = Math.min(other, score * 0.75)));
  row[roles.indexOf(role)] = score;
}
