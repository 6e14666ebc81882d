import type { Node } from './regex-syntax.js';

/**
 * In how many ways an expression may try to read a line before it gives up: `factor` × (length of the line) to the power
 * of `repeats`. A bound from the syntax alone, never too low.
 */
export interface Ways {
  readonly factor: number;
  readonly repeats: number;
}

/** A repetition of something that is itself repeated, or that has several forms: the ways would be exponential. */
export const nested = 'nested';

/** A bounded repetition longer than this counts as an unbounded one. */
const longRepeat = 100;

/** Bounds the work of an expression that is tried at the beginning of a line only. */
export function waysToRead(node: Node): Ways | typeof nested {
  try {
    return ways(node, { sets: [], source: '' });
  } catch (cause) {
    if (cause instanceof Nested) return nested;
    throw cause;
  }
}

class Nested extends Error {}

/** What may come behind a part: the sets of its first character, and how it is written. */
interface Behind {
  readonly sets: readonly string[];
  readonly source: string;
}

const one: Ways = { factor: 1, repeats: 0 };

function ways(node: Node, behind: Behind): Ways {
  switch (node.kind) {
    case 'set':
    case 'edge':
      return one;
    case 'ahead':
      if (!isBounded(node.item)) throw new Nested();
      return ways(node.item, { sets: [], source: '' });
    case 'choice':
      return waysToChoose(node.options, behind);
    case 'sequence':
      return node.items.reduce<Ways>(
        (all, item, index) => product(all, ways(item, followedBy(node.items.slice(index + 1), behind))),
        one,
      );
    case 'repeat':
      return waysToRepeat(node, behind);
  }
}

function product(a: Ways, b: Ways): Ways {
  return { factor: a.factor * b.factor, repeats: a.repeats + b.repeats };
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
    factor: isClear ? Math.max(...factors) : factors.reduce((sum, factor) => sum + factor, 0),
    repeats: Math.max(...each.map(({ repeats }) => repeats)),
  };
}

/** A repetition has a choice where the next character fits it as well as what comes behind it. */
function waysToRepeat(node: Extract<Node, { kind: 'repeat' }>, behind: Behind): Ways {
  const { item, min, max } = node;
  const isOpen = min < max && overlap(firstOf(item, []), behind.sets);
  if (max <= 1) return product(ways(item, behind), { factor: isOpen ? 2 : 1, repeats: 0 });
  if (!isFixed(item)) throw new Nested();
  if (!isOpen || stopsAtFirst(item, behind) || stopsAtLast(item, behind)) return one;
  return max - min <= longRepeat ? { factor: max - min + 1, repeats: 0 } : { factor: 1, repeats: 1 };
}

/** `(?:(?!x).)*x` stops at the first x and nowhere else. */
function stopsAtFirst(item: Node, { source }: Behind): boolean {
  const ahead = item.kind === 'sequence' ? item.items[0] : undefined;
  if (ahead?.kind !== 'ahead' || !ahead.source.startsWith('(?!')) return false;
  const stop = ahead.item.source;
  return source.startsWith(stop) && !/^[*+?{]/.test(source.slice(stop.length));
}

/** `\d{1,4}(?!\w)` takes all digits or fails: what is behind it may not be one more. */
function stopsAtLast(item: Node, { source }: Behind): boolean {
  const next = /^\(\?!(\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^\\])\)/.exec(source)?.[1];
  return item.kind === 'set' && next !== undefined && !meet(item.source, `(?!${next})[^]`);
}

function followedBy(rest: readonly Node[], behind: Behind): Behind {
  const source = rest.map((item) => item.source).join('');
  const sets: string[] = [];
  for (const item of rest) {
    sets.push(...firstOf(item, []));
    if (!isNullable(item)) return { sets, source };
  }
  return { sets: [...sets, ...behind.sets], source: source + behind.source };
}

/** The sets that the first character of a match may be of; those of `behind` where it may match nothing. */
function firstOf(node: Node, behind: readonly string[]): readonly string[] {
  if (node.kind === 'set') return [node.source];
  if (node.kind === 'choice') return node.options.flatMap((option) => firstOf(option, behind));
  if (node.kind === 'repeat') return [...firstOf(node.item, []), ...(isNullable(node) ? behind : [])];
  return node.kind === 'sequence' ? followedBy(node.items, { sets: behind, source: '' }).sets : behind;
}

function isNullable(node: Node): boolean {
  if (node.kind === 'repeat') return node.min === 0 || isNullable(node.item);
  if (node.kind === 'choice') return node.options.some(isNullable);
  return node.kind === 'sequence' ? node.items.every(isNullable) : node.kind !== 'set';
}

/** True for what takes its characters in one way only. */
function isFixed(node: Node): boolean {
  if (node.kind === 'sequence') return node.items.every(isFixed);
  if (node.kind === 'repeat') return node.min === node.max && isFixed(node.item);
  return node.kind === 'ahead' ? isBounded(node.item) : node.kind !== 'choice';
}

function isBounded(node: Node): boolean {
  if (node.kind === 'repeat') return node.max <= longRepeat && isBounded(node.item);
  if (node.kind === 'choice') return node.options.every(isBounded);
  if (node.kind === 'sequence') return node.items.every(isBounded);
  return node.kind !== 'ahead' || isBounded(node.item);
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
