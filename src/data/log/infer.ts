import { formsLike } from './forms.js';
import { itemsOf, type Mark } from './items.js';
import { compilePattern, layoutSource, type Layout, type Part } from './layout.js';
import { mergeLines } from './merge.js';

/** A line and the fields that a person marked in it. */
export interface Example {
  readonly line: string;
  readonly marks: readonly Mark[];
}

/** A change that is only a guess is kept when it makes this many times more lines match. */
const worthwhile = 1.3;

/**
 * The layout of lines in which fields are marked. One line is enough; a second with the same fields shows what changes.
 * `evidence` are other lines of the file: words between fields are taken for part of the layout unless far more of these
 * lines match without them. Null when the marks of the examples cannot be brought together.
 */
export function inferPattern(examples: readonly Example[], evidence: readonly string[] = []): Layout | null {
  const [first, ...others] = examples;
  if (!first || first.marks.length === 0) return null;
  const order = namesOf(first).join('\n');
  if (others.some((other) => namesOf(other).join('\n') !== order)) return null;
  const layout = mergeLines(examples.map(({ line, marks }) => itemsOf(line, marks)));
  if (!layout || !examples.every((example) => fits(layout, example))) return null;
  return generalise(layout, evidence);
}

/** The names of the marked fields in the order of the line. */
function namesOf({ marks }: Example): string[] {
  return [...marks].sort((a, b) => a.from - b.from).map(({ name }) => name);
}

/** The layout finds each marked field where the person saw it. */
function fits(layout: Layout, { line, marks }: Example): boolean {
  const found = compilePattern(layoutSource(layout)).exec(line);
  return (
    found !== null &&
    marks.every(({ from, to, name }) => found.groups?.[name]?.trim() === line.slice(from, to).trim())
  );
}

/** Loosens the layout, part by part, where the evidence says so. */
function generalise(layout: Layout, evidence: readonly string[]): Layout {
  let best = layout;
  let most = matches(best, evidence);
  // From the end, because a literal may become three parts.
  for (let index = layout.length - 1; index >= 0; index -= 1) {
    const looser = looserParts(layout, index);
    if (looser.length === 0) continue;
    const candidate = best.flatMap((part, place) => (place === index ? looser : [part]));
    const count = matches(candidate, evidence);
    const isGuess = layout[index]?.kind === 'literal';
    if (isGuess ? count >= most * worthwhile && count > most + 1 : count > most)
      [best, most] = [candidate, count];
  }
  return best;
}

/** A value in any form of its kind; the words of a literal as text between its marks. */
function looserParts(layout: Layout, index: number): Part[] {
  const part = layout[index];
  if (part?.kind === 'value') return [{ ...part, forms: part.forms.flatMap(formsLike).filter(isFirst) }];
  const words = part?.kind === 'literal' ? /^([^\p{L}]*)\p{L}.*?([^\p{L}]*)$/u.exec(part.text) : null;
  if (!words) return [];
  const [, before = '', after = ''] = words;
  const isOpen = (other: Part | undefined, between: string): boolean =>
    other?.kind === 'text' && between.trim() === '';
  if (isOpen(layout[index - 1], before) || isOpen(layout[index + 1], after)) return [];
  const literal = (text: string): Part[] => (text === '' ? [] : [{ kind: 'literal', text }]);
  return [...literal(before), { kind: 'text', name: null }, ...literal(after)];
}

function isFirst<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}

function matches(layout: Layout, lines: readonly string[]): number {
  const pattern = compilePattern(layoutSource(layout));
  return lines.filter((line) => pattern.test(line)).length;
}
