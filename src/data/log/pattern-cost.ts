import type { Node } from './regex-syntax.js';

/** What an expression may cost at the most, from its syntax alone: a bound, never too low. */
export interface Ways {
  /** It may try to read a line in `factor` × (length of the line) to the power of `repeats` ways before it gives up. */
  readonly factor: number;
  readonly repeats: number;
  /** What a character of the line may cost on each way, beyond the step over it: looking ahead, options tried in vain. */
  readonly extra: number;
  /** Steps of trying it in all its ways at one place; infinite where it may take as many characters as it likes. */
  readonly steps: number;
}

/** A repetition of something that can itself be read in several ways: all the ways would be exponential. */
export const nested = 'nested';

/** A bounded repetition longer than this counts as an unbounded one. */
const longRepeat = 100;

/** Bounds the work of an expression that is tried at the beginning of a line only. */
export function waysToRead(node: Node): Ways | typeof nested {
  try {
    return ways(node, { sets: [], parts: [] });
  } catch (cause) {
    if (cause instanceof Nested) return nested;
    throw cause;
  }
}

class Nested extends Error {}

/** What may come behind a part: the sets of its first character, and the parts that are certain to follow in their order. */
interface Behind {
  readonly sets: readonly string[];
  readonly parts: readonly Node[];
}

const one: Ways = { factor: 1, repeats: 0, extra: 0, steps: 1 };

function ways(node: Node, behind: Behind): Ways {
  switch (node.kind) {
    case 'set':
    case 'edge':
      return one;
    case 'ahead':
      return waysToLook(node.item);
    case 'choice':
      return waysToChoose(node.options, behind);
    case 'sequence':
      return node.items.reduce<Ways>(
        (all, item, index) => inTurn(all, ways(item, followedBy(node.items.slice(index + 1), behind))),
        { ...one, steps: 0 },
      );
    case 'repeat':
      return waysToRepeat(node, behind);
  }
}

function inTurn(a: Ways, b: Ways): Ways {
  return {
    factor: a.factor * b.factor,
    repeats: a.repeats + b.repeats,
    extra: Math.max(a.extra, b.extra),
    steps: a.steps + a.factor * b.steps,
  };
}

/** Nothing goes back into what was looked at, but it is looked at again at each character. */
function waysToLook(item: Node): Ways {
  const { repeats, steps } = ways(item, { sets: [], parts: [] });
  if (repeats > 0 || steps === Infinity) throw new Nested();
  return { ...one, extra: steps, steps };
}

/** Options that begin differently exclude each other; others may be tried one after the other. */
function waysToChoose(options: readonly Node[], behind: Behind): Ways {
  const each = options.map((option) => ways(option, behind));
  const firsts = options.map((option) => firstOf(option, behind.sets));
  const isClear = firsts.every((sets, index) =>
    firsts.slice(index + 1).every((others) => !overlap(sets, others)),
  );
  const factors = each.map(({ factor }) => factor);
  return {
    factor: isClear ? Math.max(...factors) : sum(factors),
    repeats: Math.max(...each.map(({ repeats }) => repeats)),
    extra: options.length - 1 + Math.max(...each.map(({ extra }) => extra)),
    steps: sum(each.map(({ steps }) => steps)),
  };
}

/** A repetition has a choice where the next character fits it as well as what comes behind it. */
function waysToRepeat(node: Extract<Node, { kind: 'repeat' }>, behind: Behind): Ways {
  const { item, min, max } = node;
  const isOpen = min < max && overlap(firstOf(item, []), behind.sets);
  if (max <= 1) return inTurn(ways(item, behind), { ...one, factor: isOpen ? 2 : 1, steps: 0 });
  if (isNullable(item)) throw new Nested();
  // Behind each turn comes another one, or what is behind the last; how many there are may be settled beforehand.
  const isCounted = min === max;
  const turn = ways(item, { sets: [...firstOf(item, []), ...(isCounted ? [] : behind.sets)], parts: [] });
  if (turn.factor > 1 || turn.repeats > 0) throw new Nested();
  const extra = turn.steps < Infinity ? turn.steps - 1 : turn.extra * Math.max(1, looksIn(item));
  const all = { ...one, extra, steps: max * turn.steps };
  if (isCounted) return { ...ways(item, behind), extra, steps: all.steps };
  if (!isOpen || stopsAtFirst(item, behind) || stopsAtLast(item, behind)) return all;
  return max - min <= longRepeat ? { ...all, factor: max - min + 1 } : { ...all, repeats: 1 };
}

/** `(?:(?!x).)*x` stops at the first x and nowhere else. */
function stopsAtFirst(item: Node, { parts }: Behind): boolean {
  const ahead = item.kind === 'sequence' ? item.items[0] : undefined;
  if (ahead?.kind !== 'ahead' || !ahead.source.startsWith('(?!')) return false;
  const stop = ahead.item.kind === 'sequence' ? ahead.item.items : [ahead.item];
  return (
    stop.every(({ source }, index) => source === parts[index]?.source) ||
    ahead.item.source === parts[0]?.source
  );
}

/** `\d{1,4}(?!\w)` takes all digits or fails: what is behind it may not be one more. */
function stopsAtLast(item: Node, { parts: [next] }: Behind): boolean {
  if (item.kind !== 'set' || next?.kind !== 'ahead' || next.item.kind !== 'set') return false;
  return next.source.startsWith('(?!') && !meet(item.source, `(?!${next.item.source})[^]`);
}

function followedBy(rest: readonly Node[], behind: Behind): Behind {
  const parts = [...rest, ...behind.parts];
  const sets: string[] = [];
  for (const item of rest) {
    sets.push(...firstOf(item, []));
    if (!isNullable(item)) return { sets, parts };
  }
  return { sets: [...sets, ...behind.sets], parts };
}

/** The sets that the first character of a match may be of; those of `behind` where it may match nothing. */
function firstOf(node: Node, behind: readonly string[]): readonly string[] {
  if (node.kind === 'set') return [node.source];
  if (node.kind === 'choice') return node.options.flatMap((option) => firstOf(option, behind));
  if (node.kind === 'repeat') return [...firstOf(node.item, []), ...(isNullable(node) ? behind : [])];
  return node.kind === 'sequence' ? followedBy(node.items, { sets: behind, parts: [] }).sets : behind;
}

function isNullable(node: Node): boolean {
  if (node.kind === 'repeat') return node.min === 0 || isNullable(node.item);
  if (node.kind === 'choice') return node.options.some(isNullable);
  return node.kind === 'sequence' ? node.items.every(isNullable) : node.kind !== 'set';
}

/** How often a part looks ahead. */
function looksIn(node: Node): number {
  if (node.kind === 'choice') return sum(node.options.map(looksIn));
  if (node.kind === 'sequence') return sum(node.items.map(looksIn));
  return node.kind === 'ahead' ? 1 : node.kind === 'repeat' ? looksIn(node.item) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

function overlap(sets: readonly string[], others: readonly string[]): boolean {
  return sets.some((set) => others.some((other) => meet(set, other)));
}

const met = new Map<string, boolean>();
let everyUnit = '';

/** True when some character is in both sets: the engine itself is asked, about one, or about each of the 65,536. */
function meet(set: string, other: string): boolean {
  const key = `${set} ${other}`;
  let isMet = met.get(key);
  if (isMet === undefined) {
    everyUnit ||= Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const single = onlyCharacter(set) ?? onlyCharacter(other);
    isMet = new RegExp(`(?=${set})${other}`).test(single ?? everyUnit);
    met.set(key, isMet);
  }
  return isMet;
}

/** The character of a set that is written as that character. */
function onlyCharacter(set: string): string | null {
  if (set.length === 1) return set === '.' ? null : set;
  return /^\\[^\w\s]$/.test(set) ? set.charAt(1) : null;
}
