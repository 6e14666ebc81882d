import { inferPattern, type Example } from './infer.js';
import type { Mark } from './items.js';
import { compilePattern, fieldNames, layoutSource, type Layout } from './layout.js';
import { checkPattern } from './pattern-check.js';
import { groupNames } from './read-line.js';

/** One of a log's layouts as it is being worked on. */
export interface MarkedLayout {
  readonly id: number;
  readonly source: string;
  readonly longestLine: number;
  /** Null when a person wrote the expression. */
  readonly layout: Layout | null;
  /** Lines in which a person marked fields. */
  readonly examples: readonly Example[];
}

/** A stretch of a line that a layout reads, by character; the name is null for what joins the verbatim. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string | null;
}

/** Lines that tell constant words from changing ones. */
const mostEvidence = 300;

/** A layout ready for use; null when it could hold up the page. */
export function readyLayout(
  id: number,
  layout: Layout,
  examples: readonly Example[] = [],
): MarkedLayout | null {
  const source = layoutSource(layout);
  const check = checkPattern(source);
  return check.ok ? { id, source, longestLine: check.longestLine, layout, examples } : null;
}

/** The first layout that reads a line, and what it finds there. */
export function readingOf(
  layouts: readonly MarkedLayout[],
  line: string,
): { layout: MarkedLayout; stretches: Stretch[]; end: number } | null {
  for (const layout of layouts) {
    if (line.length > layout.longestLine) continue;
    const { pattern, names } = compiledOf(layout);
    const found = pattern.exec(line);
    if (!found) continue;
    const stretches = (found.indices ?? []).slice(1).flatMap((range, group): Stretch[] => {
      if (!range || range[0] === range[1]) return [];
      const text = line.slice(...range);
      const from = range[0] + text.length - text.trimStart().length;
      return text.trim() === '' ? [] : [{ from, to: from + text.trim().length, name: names[group] ?? null }];
    });
    return { layout, stretches, end: found[0].length };
  }
  return null;
}

/**
 * The layouts after a person has marked a field in a line: the one that reads the line learns it, else a new one begins.
 * `lines` are others of the file. Null when nothing in the line tells where the marked field begins or ends.
 */
export function markField(
  layouts: readonly MarkedLayout[],
  lines: readonly string[],
  line: string,
  mark: Mark,
): MarkedLayout[] | null {
  const reading = readingOf(layouts, line);
  const old = reading?.layout;
  const kept = (reading?.stretches ?? []).filter(
    ({ from, to, name }) => name !== mark.name && (to <= mark.from || from >= mark.to),
  );
  const marks = [...kept.flatMap(({ name, ...range }) => (name === null ? [] : [{ ...range, name }])), mark];
  const added = { line, marks: marks.sort((a, b) => a.from - b.from) };
  const evidence = lines.filter((other) => readingOf(layouts, other)?.layout === old).slice(0, mostEvidence);
  const before = (old?.examples ?? []).filter((other) => other.line !== line);
  const id = old?.id ?? Math.max(0, ...layouts.map((each) => each.id)) + 1;
  const learnt = learn(id, [...before, added], evidence) ?? learn(id, [added], evidence);
  if (!learnt) return null;
  const rest = layouts.filter((each) => each !== old);
  for (const other of rest) {
    if (other.examples.length === 0 || !other.layout || !learnt.layout) continue;
    if (fieldNames(other.layout).join('\n') !== fieldNames(learnt.layout).join('\n')) continue;
    const both = learn(other.id, [...other.examples, ...learnt.examples], lines.slice(0, mostEvidence));
    if (both) return layouts.flatMap((each) => (each === other ? [both] : each === old ? [] : [each]));
  }
  return old ? layouts.map((each) => (each === old ? learnt : each)) : [...layouts, learnt];
}

/** The layouts with a field under another name, or without it: then it joins the verbatim. */
export function renameField(
  layouts: readonly MarkedLayout[],
  id: number,
  name: string,
  newName: string | null,
): MarkedLayout[] {
  return layouts.flatMap((each) => {
    if (each.id !== id || !each.layout) return [each];
    const layout = each.layout.map((part) =>
      part.kind !== 'literal' && part.name === name ? { ...part, name: newName } : part,
    );
    if (fieldNames(layout).length === 0) return [];
    const examples = each.examples.map((example) => ({
      ...example,
      marks: example.marks.flatMap((mark) =>
        mark.name !== name ? [mark] : newName === null ? [] : [{ ...mark, name: newName }],
      ),
    }));
    return readyLayout(id, layout, examples) ?? [each];
  });
}

/** A screen asks for the readings of many lines again and again. */
const compiled = new WeakMap<MarkedLayout, { pattern: RegExp; names: (string | null)[] }>();

function compiledOf(layout: MarkedLayout): { pattern: RegExp; names: (string | null)[] } {
  const known = compiled.get(layout) ?? {
    pattern: compilePattern(layout.source, true),
    names: groupNames(layout.source),
  };
  compiled.set(layout, known);
  return known;
}

function learn(id: number, examples: readonly Example[], evidence: readonly string[]): MarkedLayout | null {
  const layout = inferPattern(examples, evidence);
  return layout ? readyLayout(id, layout, examples) : null;
}
