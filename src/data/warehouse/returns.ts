import type { Engine } from '../../engine/engine.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import { findCreditNotes, type CreditRules, type Statuses } from './credit-notes.js';
import { isUndone, type Part } from './parts.js';
import { relation } from './relation.js';
import { statusMeaning, type StatusMeaning } from './status-words.js';

/**
 * What tells a return, and what it counts:
 *
 * - A negative quantity or amount is a return and counts as it is: it lowers the totals.
 * - So does a line of a credit note: its order number says so (`findCreditNotes`), or its status *avoir*, *credit note*. A
 *   file that writes the amounts of all its credit notes without a sign means them as negative.
 * - A status *remboursé*, *retourné*, *refunded*, *returned* says that the sale itself was undone: the line is a return,
 *   and since no other line takes its amount back, a positive amount counts 0. What was refunded in part stays a sale.
 * - A status *annulé*, *cancelled*, *failed*, *refused*, and that of a draft, a quote or an open or lost opportunity, says
 *   that nothing was sold: the line is cancelled, counts 0, and an order of nothing but such lines is not concluded. What
 *   waits for its payment (*en attente*, *pending*, *impayé*) was sold: revenue is what was ordered, not what was cashed.
 *
 * Nothing of this is done when the person undid the repair `returns-marked`.
 */
export interface ReturnRules extends CreditRules {
  /** Values of the status column, as the file writes them. */
  readonly refundWords: readonly string[];
  readonly cancelWords: readonly string[];
  /** The credit notes of the file have positive amounts that mean negative ones. */
  readonly unsignedCredits: boolean;
  readonly isUndone: boolean;
}

const noRules: ReturnRules = {
  creditNumbers: null,
  creditWords: [],
  refundWords: [],
  cancelWords: [],
  unsignedCredits: false,
  isUndone: false,
};

/** Finds how a line file tells its returns. `hasDigits`: most of its order numbers are digits and nothing else. */
export async function findReturns(
  engine: Engine,
  schema: string,
  part: Part,
  statuses: readonly Statuses[],
  hasDigits: boolean,
  signal?: AbortSignal,
): Promise<ReturnRules> {
  if (isUndone(part, 'returns-marked')) return { ...noRules, isUndone: true };
  const found: { readonly word: string; readonly meaning: StatusMeaning | null }[] = [];
  for (const status of statuses) {
    const words = await engine.query<{ word: string }>(statusValues(schema, status), signal);
    found.push(...words.map(({ word }) => ({ word, meaning: statusMeaning(word, status.column) })));
  }
  const meaning = (wanted: StatusMeaning): string[] => [
    ...new Set(found.filter((one) => one.meaning === wanted).map(({ word }) => word)),
  ];
  const creditWords = meaning('credit');
  return {
    ...noRules,
    creditWords,
    refundWords: meaning('refund'),
    cancelWords: meaning('cancel'),
    ...(await findCreditNotes(engine, schema, part, statuses, { creditWords, hasDigits }, signal)),
  };
}

/** A status has few values; what has more is none. A code of digits may have been read as a number. */
function statusValues(schema: string, { part, column }: Statuses): Sql {
  return sql`select distinct cast(${ident(column)} as varchar) as "word" from ${relation(schema, part)}
    where ${ident(column)} is not null limit 500`;
}
