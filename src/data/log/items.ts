import type { FormName } from './forms.js';
import { hardMarks } from './layout.js';
import { tokensOf, type Token } from './tokens.js';

/** A field that a person marked in a line: from one character to before another, and its column's name. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** What stands in a line, as layouts see it: values and texts between delimiters, and the end. */
export interface Item {
  readonly kind: 'delimiter' | 'value' | 'text' | 'end';
  readonly text: string;
  readonly form: FormName | null;
  /** The name of a marked field. */
  readonly name: string | null;
}

/** Reads a line as items; marked stretches are one item each, whatever they hold. */
export function itemsOf(line: string, marks: readonly Mark[] = []): Item[] {
  const items: Item[] = [];
  let at = 0;
  for (const { from, to, name } of [...marks].sort((a, b) => a.from - b.from)) {
    addGap(items, line.slice(at, from));
    const text = line.slice(from, to);
    const [only, ...more] = tokensOf(text);
    const form = more.length === 0 ? (only?.form ?? null) : null;
    items.push({ kind: form ? 'value' : 'text', text, form, name });
    at = to;
  }
  addGap(items, line.slice(at));
  items.push({ kind: 'end', text: '', form: null, name: null });
  return items;
}

/** What an item has in common with those of other lines at the same place. */
export function itemKey({ kind, text, form, name }: Item, kindOf: (form: FormName) => string): string {
  if (name !== null) return `field ${name}`;
  if (kind === 'delimiter') return `delimiter ${text.replace(/\s+/g, ' ')}`;
  return form ? `value ${kindOf(form)}` : kind;
}

/** Adds the items of a stretch; delimiters that touch are one, and so are the words of a text. */
function addGap(items: Item[], gap: string): void {
  const tokens = tokensOf(gap);
  let isFirst = true;
  tokens.forEach((token, index) => {
    const kind = itemKind(tokens, index, items.at(-1));
    const last = items.at(-1);
    // A word that touches a marked field is a delimiter of its own.
    if (last && last.kind === kind && kind !== 'value' && !(isFirst && last.name !== null))
      items[items.length - 1] = { ...last, text: last.text + token.text };
    else items.push({ kind, text: token.text, form: token.form, name: null });
    isFirst = false;
  });
}

function itemKind(tokens: readonly Token[], index: number, last: Item | undefined): Item['kind'] {
  const token = tokens[index]!;
  if (token.kind === 'value') return 'value';
  if (token.kind === 'word') return 'text';
  if (token.kind === 'space') {
    const isInText = last?.kind === 'text' && last.name === null && isTextual(tokens, index + 1);
    return isInText ? 'text' : 'delimiter';
  }
  return isTextual(tokens, index) && last?.kind === 'text' && last.name === null ? 'text' : 'delimiter';
}

/** True for a word, and for a mark that belongs to a sentence rather than to a layout. */
function isTextual(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || token.kind === 'space' || token.kind === 'value') return false;
  if (token.kind === 'word') return true;
  if (hardMarks.includes(token.text) || token.text === ',' || token.text.length > 1) return false;
  const isApart = (index === 0 || tokens[index - 1]?.kind === 'space') && tokens[index + 1]?.kind === 'space';
  return !(isApart && /[-–—/*#•·~>]/.test(token.text));
}
