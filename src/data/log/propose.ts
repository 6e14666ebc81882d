import { forms } from './forms.js';
import { itemKey, itemsOf, type Item } from './items.js';
import { compilePattern, hardMarks, layoutSource, type Layout } from './layout.js';
import { mergeLines } from './merge.js';
import { checkPattern } from './pattern-check.js';
import { namedLayout, type IdeaNames } from './proposal-names.js';

const mostLayouts = 12;
/** Lines are compared as far as this many items. */
const mostItems = 40;
/** A field at the end of the line is short; something longer is what was said. */
const shortText = 30;
/** Texts between marks alone are a layout only where so many of the lines have them: sentences have commas too. */
const textOnlyShare = 0.3;
/** A proposal reads lines of this length and more. */
const cheapLine = 20_000;

/** Lines that begin with the same items. */
interface Branch {
  readonly depth: number;
  readonly lines: number[];
  readonly next: Map<string, Branch>;
}

/**
 * Layouts for the lines of a log, found without any help: the beginning that most lines have in common and that holds
 * the most fields, then the same among the lines that it does not match. Every field has a name.
 */
export function proposeLayouts(lines: readonly string[], names: IdeaNames): Layout[] {
  const items = lines.map((line) => itemsOf(line.slice(0, 2000)));
  const layouts: Layout[] = [];
  const fewest = Math.max(2, Math.ceil(lines.length / 200));
  let left = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  while (left.length >= fewest && layouts.length < mostLayouts) {
    const best = bestBranch(items, left, fewest);
    if (!best) break;
    const common = mergeLines(best.lines.map((index) => beginning(items[index] ?? [], best.depth)));
    if (!common || !isTelling(common, best.lines.length / left.length)) break;
    const layout = affordable(common);
    if (layout.every(({ kind }) => kind === 'literal')) break;
    const pattern = compilePattern(layoutSource(layout));
    const found = left.map((index) => pattern.exec(lines[index] ?? '')).filter((each) => each !== null);
    const rest = left.filter((index) => !pattern.test(lines[index] ?? ''));
    if (rest.length === left.length) break;
    left = rest;
    layouts.push(namedLayout(layout, found, names));
  }
  return layouts;
}

/** True for a layout that holds a value, or whose marks are those of a table and stand in many lines. */
function isTelling(layout: Layout, share: number): boolean {
  const hasMarks = layout.some(
    (part) => part.kind === 'literal' && [...part.text].some((mark) => hardMarks.includes(mark)),
  );
  return layout.some((part) => part.kind === 'value') || (hasMarks && share >= textOnlyShare);
}

/** As much of a layout as may be let loose on a file; what is cut off stays in the verbatim. */
function affordable(layout: Layout): Layout {
  const check = checkPattern(`(?<all>${layoutSource(layout)})`);
  const isCheap = check.ok && check.longestLine >= cheapLine;
  return isCheap || layout.length < 2 ? layout : affordable(layout.slice(0, Math.ceil(layout.length / 2)));
}

/** The items up to the depth, without a text that nothing ends: the verbatim begins there. */
function beginning(items: readonly Item[], depth: number): Item[] {
  const last = items[depth - 1];
  return items.slice(0, last?.kind === 'text' ? depth - 1 : depth);
}

/** Of all common beginnings the one with the most fields over all its lines. */
function bestBranch(items: readonly (readonly Item[])[], lines: number[], fewest: number): Branch | null {
  const root: Branch = { depth: 0, lines, next: new Map() };
  let best: Branch | null = null;
  let most = 0;
  const visit = (branch: Branch, fields: number): void => {
    const score = branch.lines.length * fields;
    if (score > 0 && score >= most) [best, most] = [branch, score];
    if (branch.depth >= mostItems) return;
    grow(branch, items);
    for (const next of branch.next.values())
      if (next.lines.length >= fewest) visit(next, fields + worth(next, items));
  };
  visit(root, 0);
  return best;
}

function grow(branch: Branch, items: readonly (readonly Item[])[]): void {
  for (const line of branch.lines) {
    const item = items[line]?.[branch.depth];
    if (!item) continue;
    const key = itemKey(item, (form) => forms[form].kind);
    const next = branch.next.get(key);
    if (next) next.lines.push(line);
    else branch.next.set(key, { depth: branch.depth + 1, lines: [line], next: new Map() });
  }
}

/** What the last item of a branch adds: a value is a field, and so is a text that changes and has an end. */
function worth(branch: Branch, items: readonly (readonly Item[])[]): number {
  const at = (line: number, place: number): Item | undefined => items[line]?.[place];
  const [first = 0] = branch.lines;
  const item = at(first, branch.depth - 1);
  if (item?.kind === 'value') return 1;
  const texts = branch.lines.flatMap((line) => at(line, branch.depth - 2) ?? []);
  if (texts[0]?.kind !== 'text' || texts.every(({ text }) => text === texts[0]?.text)) return 0;
  if (item?.kind === 'delimiter') return item.text.trim() === '' ? 0 : 0.6;
  const length = texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
  return item?.kind === 'end' && length <= shortText ? 0.6 : 0;
}
