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
const caseNumbers = /(^|_)(ticket|demande|request|dossier|case)(_|$)/;
const beforeTax =
  /\b(?:ht|hors[ ._-]taxes?|excl?\.?|ex(?=[ ._-](?:tax|vat|btw))|untaxed|netto|imponible|imponibile|sin iva|senza iva)\b/i;

/** What the rows of a table are, as far as the first guesses tell. */
interface Rows {
  readonly has: (...wanted: Role[]) => boolean;
  readonly areCustomers: boolean;
  readonly areComplaints: boolean;
}

/** Changes the scores where a column means something else in this kind of table than its words say by themselves. */
export function adjustToTable(table: GuessedTable): void {
  const { columns, isChosen } = table;
  const rows = rowsOf(table);
  columns.forEach(({ name, values }, column) => {
    if (isChosen[column]) return;
    const key = headerKey(name);
    adjustKeys(table, rows, column, key);
    adjustDates(table, rows, column, key);
    adjustNames(table, rows, column, key);
    adjustNumbers(table, rows, column, values);
  });
  preferBeforeTax(table);
}

function rowsOf(table: GuessedTable): Rows {
  const { columns, known } = table;
  const has = (...wanted: Role[]): boolean => wanted.some((role) => known.includes(role));
  const isSold = has('amount', 'quantity', 'product_id', 'product_name');
  // A bare `Référence` may well be a customer's.
  const hasOrders = known.some(
    (role, column) => role === 'order_id' && !bareKeys.test(headerKey(columns[column]!.name)),
  );
  const areComplaints = !isSold && has('ticket_id', 'resolved_at', 'resolution_time', 'complaint_reason');
  const areCustomers =
    has('customer_id', 'customer_name', 'email') &&
    !hasOrders &&
    !areComplaints &&
    !has('quantity', 'product_id') &&
    (!has('amount', 'order_id') || areDifferentPeople(table));
  return { has, areCustomers, areComplaints };
}

/** Nobody comes twice, and the only date is when somebody was entered. */
function areDifferentPeople({ columns, known, evidence }: GuessedTable): boolean {
  const date = known.indexOf('order_date');
  const isEntered = date < 0 || creations.test(headerKey(columns[date]!.name));
  return (
    isEntered &&
    (['email', 'customer_name', 'phone'] as const).some((role) => {
      const profile = evidence.profiles[known.indexOf(role)];
      return profile !== undefined && profile.filled >= 5 && profile.uniqueness > 0.9;
    })
  );
}

function adjustKeys(table: GuessedTable, rows: Rows, column: number, key: string): void {
  const { evidence, known } = table;
  const { has, areCustomers, areComplaints } = rows;
  const role = known[column];
  const set = (wanted: Role, score: number): void => setScore(table, column, wanted, score);
  const isOpen = role === null || role === undefined || role === 'product_id';
  if (bareKeys.test(key) && areCustomers && (isOpen || role === 'order_id')) set('customer_id', 0.65);
  else if (bareKeys.test(key) && isOpen)
    set(
      bareKey(evidence, column, has),
      isProductList(has) && evidence.kinds[column]!.share('code') > 0.9 ? 0.82 : 0.65,
    );
  // Where something is sold and nobody complains, a ticket is a receipt; where nothing is, it is a complaint.
  const isSold = has('product_name', 'product_id', 'quantity', 'amount');
  if (role === 'ticket_id' && isSold && !has('complaint_reason')) set('order_id', 0.8);
  if (role === 'order_id' && areComplaints && caseNumbers.test(key) && !has('ticket_id'))
    set('ticket_id', 0.8);
}

function adjustDates(table: GuessedTable, rows: Rows, column: number, key: string): void {
  const { has, areCustomers, areComplaints } = rows;
  const role = table.known[column];
  const set = (wanted: Role, score: number): void => setScore(table, column, wanted, score);
  const isCreation = creations.test(key);
  // A creation date in a list of customers is when they came, in one of complaints when these did.
  if (role === 'order_date' && areCustomers && isCreation) set('signup_date', 0.8);
  if ((role === 'order_date' || role === 'signup_date') && areComplaints && isCreation && !has('opened_at'))
    set('opened_at', 0.8);
  // Who comes on many days did not join on each of them.
  else if (role === 'signup_date' && !has('order_date') && isVisit(table, column)) set('order_date', 0.7);
  // A sale is completed when it is paid; only complaints are resolved.
  if (role === 'resolved_at' && !areComplaints && !has('order_date') && has('amount', 'quantity'))
    set('order_date', 0.7);
}

function adjustNames(table: GuessedTable, rows: Rows, column: number, key: string): void {
  const { evidence, known } = table;
  const { has, areComplaints } = rows;
  const role = known[column];
  const set = (wanted: Role, score: number): void => setScore(table, column, wanted, score);
  if (areComplaints && key === 'type') set('complaint_reason', 0.7);
  else if (key === 'type' && !evidence.kinds[column]!.list)
    set(has('product_id') && !has('customer_id') ? 'category' : 'customer_type', 0.75);
  if (areComplaints && role === 'acquisition_source' && key === 'source' && !has('channel'))
    set('channel', 0.8);
  if (!bareNames.test(key)) return;
  if (isProductList(has) && evidence.fit('product_name', column) > 0.5) set('product_name', 0.8);
  // Anything has a label: of what, only columns about products tell.
  else if (role === 'product_name' && !has('product_id', 'quantity', 'unit_price', 'category'))
    set('product_name', 0.65);
}

function adjustNumbers(table: GuessedTable, rows: Rows, column: number, values: readonly string[]): void {
  const { has, areCustomers } = rows;
  const role = table.known[column];
  const set = (wanted: Role, score: number): void => setScore(table, column, wanted, score);
  // Without an amount or a quantity, the price beside a date is what was paid.
  if (role === 'unit_price' && has('order_date') && !has('amount', 'quantity')) set('amount', 0.7);
  // What a customer has brought in is the sum of all orders.
  if (role === 'amount' && areCustomers) set('total_spent', 0.7);
  // A number of orders belongs to a customer, not to a dated row with a price.
  if (role === 'order_count' && has('order_date') && has('unit_price', 'amount') && !has('quantity'))
    set('quantity', 0.75);
  const isDatedSale = has('customer_id') && has('order_date') && has('amount');
  if (role === null && isDatedSale && !has('quantity') && isPieces(table, column, values))
    set('quantity', 0.5);
}

/** Where a table says of a column that it is before tax, that is its revenue. */
function preferBeforeTax({ columns, scores, evidence, isChosen }: GuessedTable): void {
  const amount = roles.indexOf('amount');
  for (const { total, net } of evidence.relations.sums) {
    if (isChosen[total] || isChosen[net]) continue;
    const [ofNet = 0, ofTotal = 0] = [scores[net]![amount], scores[total]![amount]];
    if (beforeTax.test(columns[net]!.name) && ofNet > 0 && ofNet < ofTotal) {
      scores[net]![amount] = ofTotal;
      scores[total]![amount] = ofNet;
    }
  }
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
