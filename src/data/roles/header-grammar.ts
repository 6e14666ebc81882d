import type { Concept } from './header-lexicon.js';
import { headerRules } from './header-rules.js';
import { readHeaderWords } from './header-words.js';
import type { HeaderMatch } from './header.js';
import type { roleSynonyms } from './role-synonyms.js';

type RoleName = keyof typeof roleSynonyms;

const compiled = headerRules.map(([needs, role, score]) => ({
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
  // Left out, these change what is meant.
  family: 0.3,
  discount: 0.3,
  tax: 0.3,
  cost: 0.3,
  margin: 0.3,
  birth: 0.3,
  supplier: 0.3,
  seller: 0.3,
  update: 0.3,
  due: 0.3,
  cancel: 0.3,
  refund: 0.3,
  signup: 0.3,
  last: 0.3,
  cumulative: 0.3,
  sent: 0.25,
  closed: 0.25,
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
