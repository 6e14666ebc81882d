import type { Engine } from '../../engine/engine.js';
import { ident, list, sql, type Sql } from '../../engine/sql.js';
import { isUndone, type Part } from './parts.js';
import { relation } from './relation.js';
import { spellingKey } from './spelling-key.js';

/**
 * What tells a return, and what it counts:
 *
 * - A negative quantity or amount is a return and counts as it is: it lowers the totals.
 * - So does a line of a credit note: its order number begins with `C` or `AV` where most are digits, or its status says
 *   *avoir*, *credit note*. A file that writes the amounts of all its credit notes without a sign means them as negative.
 * - A status *remboursé*, *retourné*, *refunded*, *returned* says that the sale itself was undone: the line is a return,
 *   and since no other line takes its amount back, a positive amount counts 0. What was refunded in part stays a sale.
 * - A status *annulé*, *cancelled*, *failed*, *refused* says that nothing was sold: the line is cancelled, counts 0, and
 *   an order of nothing but such lines is not concluded.
 *
 * Nothing of this is done when the person undid the repair `returns-marked`.
 */
export interface ReturnRules {
  /** Most order numbers are digits, so that a leading `C` or `AV` marks a credit note. */
  readonly creditPrefixes: boolean;
  /** Values of the status column, as the file writes them. */
  readonly creditWords: readonly string[];
  readonly refundWords: readonly string[];
  readonly cancelWords: readonly string[];
  /** The credit notes of the file have positive amounts that mean negative ones. */
  readonly unsignedCredits: boolean;
  readonly isUndone: boolean;
}

const noRules: ReturnRules = {
  creditPrefixes: false,
  creditWords: [],
  refundWords: [],
  cancelWords: [],
  unsignedCredits: false,
  isUndone: false,
};

/** Finds how a line file tells its returns. `statuses`: where its status stands, in its own rows or in the order file. */
export async function findReturns(
  engine: Engine,
  schema: string,
  part: Part,
  statuses: Part | null,
  creditPrefixes: boolean,
  signal?: AbortSignal,
): Promise<ReturnRules> {
  if (isUndone(part, 'returns-marked')) return { ...noRules, isUndone: true };
  const status = statuses?.columns.status;
  const words =
    statuses && status
      ? await engine.query<{ word: string }>(statusValues(schema, statuses, status), signal)
      : [];
  const meaning = (wanted: Meaning): string[] =>
    words.map(({ word }) => word).filter((word) => statusMeaning(word) === wanted);
  const rules = {
    ...noRules,
    creditPrefixes,
    creditWords: meaning('credit'),
    refundWords: meaning('refund'),
    cancelWords: meaning('cancel'),
  };
  const hasOwnStatus = statuses === part;
  return {
    ...rules,
    unsignedCredits: await hasUnsignedCredits(engine, schema, part, rules, hasOwnStatus, signal),
  };
}

/** Whether a line belongs to a credit note; `order` is its number, `status` its status, where it has one. */
export function isCredit(rules: ReturnRules, order: Sql | null, status: Sql | null): Sql | null {
  const byPrefix =
    rules.creditPrefixes && order ? sql`starts_with(${order}, 'C') or starts_with(${order}, 'AV')` : null;
  const byStatus =
    status && rules.creditWords.length > 0 ? sql`${status} in (${list(rules.creditWords)})` : null;
  if (byPrefix && byStatus) return sql`coalesce(${byPrefix}, false) or coalesce(${byStatus}, false)`;
  const only = byPrefix ?? byStatus;
  return only ? sql`coalesce(${only}, false)` : null;
}

type Meaning = 'credit' | 'refund' | 'cancel';

/** Words of a status that say nothing about a return. */
const neutral =
  /^(commande|order|facture|invoice|paiement|payment|statut|status|wc|produit|article|item|colis|entierement|integralement|totalement|fully|client|customer|par|by|le|la|l|du|de|the|est|is|was|has|been|en|erreur|error|erreur de)$/;
const meanings: Readonly<Record<Meaning, RegExp>> = {
  credit: /^(avoir|avoirs|credit note|credit memo|note de credit|facture d avoir)$/,
  refund:
    /^(rembours(e|ee|es|ees|ement)|refund(ed|s)?|retourn(e|ee|es|ees)|retours?|return(ed|s)?|chargeback)$/,
  cancel:
    /^(annul(e|ee|es|ees|ation)|cancel(l?ed|lation)?|void(ed)?|fail(ed|ure)|echou(e|ee)|echec|refus(e|ee|ed)|declin(e|ee|ed)|rejet(e|ee)|rejected|abandon(ne|nee|ned))$/,
};

/** What a status says about its order; null where it is none of these, or only in part. */
export function statusMeaning(status: string): Meaning | null {
  const text = spellingKey(status)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  for (const meaning of ['credit', 'refund', 'cancel'] as const) {
    if (meanings[meaning].test(text)) return meaning;
  }
  const words = text.split(' ').filter((word) => !neutral.test(word));
  const found = new Set(words.map((word) => meaningOf(word)));
  const [only] = found;
  if (text === 'erreur de paiement' || text === 'payment error') return 'cancel';
  return found.size === 1 && only ? only : null;
}

function meaningOf(word: string): Meaning | null {
  for (const meaning of ['credit', 'refund', 'cancel'] as const) {
    if (meanings[meaning].test(word)) return meaning;
  }
  return null;
}

/** A status has few values; what has more is none. */
function statusValues(schema: string, part: Part, status: string): Sql {
  return sql`select distinct ${ident(status)} as "word" from ${relation(schema, part)} where ${ident(status)} is not null limit 500`;
}

/** Whether all amounts of the credit notes are positive. Most files show in their first rows that they are not. */
async function hasUnsignedCredits(
  engine: Engine,
  schema: string,
  part: Part,
  rules: ReturnRules,
  hasOwnStatus: boolean,
  signal?: AbortSignal,
): Promise<boolean> {
  const { order_id: order, status, amount, quantity } = part.columns;
  const credit = isCredit(
    rules,
    order ? sql`cast(${ident(order)} as varchar)` : null,
    status && hasOwnStatus ? ident(status) : null,
  );
  const measure = amount ?? quantity;
  if (!credit || !measure) return false;
  const signs = [amount, quantity].flatMap((column) =>
    column ? [sql`coalesce(${ident(column)}, 0) < 0`] : [],
  );
  const negative =
    signs.length === 2 ? sql`(${signs[0] ?? null} or ${signs[1] ?? null})` : (signs[0] ?? sql`false`);
  const count = async (rows: Sql): Promise<{ negative: number; positive: number }> => {
    const [found] = await engine.query<{ negative: number; positive: number }>(
      sql`select count_if(${negative}) as "negative", count_if(${ident(measure)} > 0 and not ${negative}) as "positive"
          from ${rows} where ${credit}`,
      signal,
    );
    return found ?? { negative: 0, positive: 0 };
  };
  const rows = relation(schema, part);
  const first = await count(sql`(select * from ${rows} limit 20000)`);
  if (first.negative > 0) return false;
  const all = await count(rows);
  return all.negative === 0 && all.positive > 0;
}
