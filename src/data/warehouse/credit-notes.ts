import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';

/** How the credit notes of a line file are told from its sales. */
export interface CreditRules {
  /** What the order numbers of credit notes look like, as a regular expression of the engine; null when none does. */
  readonly creditNumbers: string | null;
  /** Values of the status column, as the file writes them. */
  readonly creditWords: readonly string[];
}

/** Where the status of a line stands: in its own file, or in the file of its order. */
export interface Statuses {
  readonly part: Part;
  readonly column: string;
}

/** Credit notes of a line file, and whether their positive amounts mean negative ones. */
export interface CreditNotes {
  readonly creditNumbers: string | null;
  readonly unsignedCredits: boolean;
}

/** Beginnings that mean a credit note in French and English bookkeeping, and the one that may mean anything. */
const certain = '(?i)(avoir|av|cn|nc)[^a-z0-9]*[0-9][0-9 /_.-]*';
const doubtful = '(?i)c[^a-z0-9]*[0-9][0-9 /_.-]*';
/** How any of them begins, by code point: asking for that first spares matching every number. */
const firstLetters = [...'aAcCnN'].map((letter) => letter.charCodeAt(0));
/** A shop whose numbers begin with a C has more of them than of credit notes without a sign. */
const mostUnsigned = 0.1;

/**
 * Looks for credit notes. `AV`, `AVOIR`, `CN` and `NC` before a number mark one unless half of the rows have it. `C` does
 * so only where most order numbers are digits and its amounts are negative, or all positive and few: other shops begin
 * the numbers of their customers' orders with it.
 */
export async function findCreditNotes(
  engine: Engine,
  schema: string,
  part: Part,
  statuses: readonly Statuses[],
  { creditWords, hasDigits }: { readonly creditWords: readonly string[]; readonly hasDigits: boolean },
  signal?: AbortSignal,
): Promise<CreditNotes> {
  const order = part.columns.order_id;
  const number = order ? keyText(part, order) : null;
  const rows = part.sources.reduce((total, { rowsLoaded }) => total + rowsLoaded, 0);
  const patterns: string[] = [];
  const found: Signs[] = [];
  if (number) {
    const letters = sql`ascii(${number}) in (${list(firstLetters)})`;
    const credits = [certain, doubtful].map((pattern) => sql`regexp_full_match(${number}, ${pattern})`);
    const [sure = noSigns, unsure = noSigns] = await countSigns(
      engine,
      schema,
      part,
      credits,
      letters,
      signal,
    );
    if (sure.rows > 0 && sure.rows < 0.5 * rows) {
      patterns.push(certain);
      found.push(sure);
    }
    const isMeant =
      unsure.negative > 0 ? unsure.negative >= unsure.positive : unsure.rows <= mostUnsigned * rows;
    if (hasDigits && unsure.rows > 0 && isMeant) {
      patterns.push(doubtful);
      found.push(unsure);
    }
  }
  if (creditWords.length > 0) {
    for (const status of statuses) {
      const credit = byStatus(schema, part, status, creditWords);
      found.push(...(await countSigns(engine, schema, part, [sql`true`], credit, signal)));
    }
  }
  const negative = found.reduce((total, signs) => total + signs.negative, 0);
  const positive = found.reduce((total, signs) => total + signs.positive, 0);
  return {
    creditNumbers: patterns.length > 0 ? patterns.join('|') : null,
    unsignedCredits: negative === 0 && positive > 0,
  };
}

/** Whether a line belongs to a credit note; `order` is its number, `status` its status, where it has one. */
export function isCredit(rules: CreditRules, order: Sql | null, status: Sql | null): Sql | null {
  const told = [
    ...(rules.creditNumbers !== null && order
      ? [
          // Few numbers begin so: the others are not looked at any further.
          sql`case when ascii(${order}) in (${list(firstLetters)}) then regexp_full_match(${order}, ${rules.creditNumbers}) else false end`,
        ]
      : []),
    ...(status && rules.creditWords.length > 0
      ? [sql`coalesce(${status} in (${list(rules.creditWords)}), false)`]
      : []),
  ];
  return told.length > 0 ? sql`(${join(told, ' or ')})` : null;
}

interface Signs {
  readonly rows: number;
  readonly negative: number;
  readonly positive: number;
}
const noSigns: Signs = { rows: 0, negative: 0, positive: 0 };

/** Of some rows, those of each kind of credit notes, and how many of them have a sign: in one look at the file. */
async function countSigns(
  engine: Engine,
  schema: string,
  part: Part,
  credits: readonly Sql[],
  where: Sql,
  signal?: AbortSignal,
): Promise<Signs[]> {
  const { amount, quantity } = part.columns;
  const measures = [amount, quantity].flatMap((column) => (column ? [ident(column)] : []));
  const negative = measures.map((measure) => sql`coalesce(${measure}, 0) < 0`);
  const isNegative = negative.length > 0 ? sql`(${join(negative, ' or ')})` : sql`false`;
  const isPositive = measures[0] ? sql`(${measures[0]} > 0 and not ${isNegative})` : sql`false`;
  const counts = credits.flatMap((credit, index) => [
    sql`count_if(${credit}) as ${ident(`rows ${index}`)}`,
    sql`count_if(${credit} and ${isNegative}) as ${ident(`negative ${index}`)}`,
    sql`count_if(${credit} and ${isPositive}) as ${ident(`positive ${index}`)}`,
  ]);
  const [found = {}] = await engine.query<Record<string, number>>(
    sql`select ${list(counts)} from ${relation(schema, part)} where ${where}`,
    signal,
  );
  return credits.map((_, index) => ({
    rows: found[`rows ${index}`] ?? 0,
    negative: found[`negative ${index}`] ?? 0,
    positive: found[`positive ${index}`] ?? 0,
  }));
}

/** Lines whose own status, or whose order's, is one of these words. */
function byStatus(schema: string, part: Part, { part: of, column }: Statuses, words: readonly string[]): Sql {
  const isWord = sql`cast(${ident(column)} as varchar) in (${list(words)})`;
  const [own, other] = [part.columns.order_id, of.columns.order_id];
  if (of === part || !own || !other) return isWord;
  return sql`${keyText(part, own)} in (select ${keyText(of, other)} from ${relation(schema, of)} where ${isWord})`;
}
