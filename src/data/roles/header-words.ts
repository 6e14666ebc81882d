import { conceptWords, type Concept } from './header-lexicon.js';

/** The words of a header as far as they are understood. */
export interface HeaderWords {
  /** What each understood word may stand for. */
  readonly concepts: readonly (readonly Concept[])[];
  /** Words that stand for nothing known. */
  readonly unknown: number;
  /** Words that were found by cutting a longer one (`NUMCDE`): less sure. */
  readonly cut: boolean;
}

const lexicon = new Map<string, Concept[]>();
for (const [concept, words] of Object.entries(conceptWords) as [Concept, string][]) {
  for (const word of words.split(/\s+/)) {
    if (word === '') continue;
    const known = lexicon.get(word);
    if (!known) lexicon.set(word, [concept]);
    else if (!known.includes(concept)) known.push(concept);
  }
}
/** Words of two letters stand at the beginning or the end of joined headers (`MTHT`, `IDCLI`); others are chance. */
const shortPieces = new Set([
  'id',
  'no',
  'nr',
  'cd',
  'dt',
  'mt',
  'qt',
  'pu',
  'pa',
  'ca',
  'nb',
  'ht',
  'cp',
  'kd',
]);
const mostPieces = 4;

/** Reads a header's words; those that are not known are cut where two known ones meet, as German and old systems do. */
export function readHeaderWords(words: readonly string[]): HeaderWords {
  const concepts: (readonly Concept[])[] = [];
  let unknown = 0;
  let cut = false;
  for (let at = 0; at < words.length; at += 1) {
    const next = words[at + 1] ?? '';
    // `razon social`, and what capitals have cut: `Mw St`.
    const pair =
      lexicon.get(`${words[at]}_${next}`) ?? (next === '' ? undefined : lexicon.get(`${words[at]}${next}`));
    if (pair) {
      concepts.push(pair);
      at += 1;
      continue;
    }
    const word = words[at]!.replace(/\d+$/, '');
    const known =
      lexicon.get(words[at]!) ??
      lexicon.get(word) ??
      lexicon.get(word.replace(/s$/, '')) ??
      lexicon.get(word.replace(/es?$/, ''));
    if (known) {
      concepts.push(known);
      continue;
    }
    const pieces = cutWord(word);
    if (pieces) {
      cut = true;
      concepts.push(...pieces.map((piece) => lexicon.get(piece) ?? []));
    } else if (word !== '') unknown += 1;
  }
  return { concepts, unknown, cut };
}

/** The fewest known words that make up a joined one; null when there are none. */
function cutWord(word: string): readonly string[] | null {
  if (word.length < 4 || word.length > 40) return null;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best.push(null);
    for (let start = Math.max(0, end - 16); start <= end - 2; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      if (!before || before.length === mostPieces || !isPiece(piece)) continue;
      const found = best[end];
      if (!found || before.length + 1 < found.length) best[end] = [...before, piece];
    }
    // German joins words with an s: `Auftragsnummer`.
    const before = best[end - 1];
    if (!best[end] && word[end - 1] === 's' && before && before.length > 0) best[end] = before;
  }
  const found = best[word.length] ?? null;
  return found && found.length > 1 ? found : null;
}

function isPiece(piece: string): boolean {
  return piece.length === 2 ? shortPieces.has(piece) : lexicon.has(piece);
}
