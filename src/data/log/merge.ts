import { forms, type FormName } from './forms.js';
import { itemKey, type Item } from './items.js';
import type { Layout, Part } from './layout.js';

/** Lines from which on a text that never changes is taken for part of the layout. */
const enoughLines = 5;
/** A marked text of at most so many words is those words, where plain text goes on behind it. */
const mostWords = 4;

/**
 * The layout that several lines have in common. Where they differ in kind there is a text. Null when a marked field
 * would stand beside another text with nothing between them to tell where it ends.
 */
export function mergeLines(lines: readonly (readonly Item[])[]): Layout | null {
  const columns = alignedColumns(lines);
  const parts = withoutTail(columns).flatMap((column, index) => partsOf(column, columns[index + 1]));
  const layout: Part[] = [];
  for (const part of parts) {
    const last = layout.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      layout[layout.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (part.kind === 'text' && last?.kind === 'text') {
      if (part.name !== null || last.name !== null) return null;
    } else layout.push(part);
  }
  return layout;
}

/** True for words that a program writes rather than a person: lower case, or the name of what follows. */
export function isFixedText(text: string, next: string): boolean {
  return /^\s*[:=]/.test(next) || !/\p{Lu}/u.test(text.slice(text.search(/\S/) + 1)) || text.length < 2;
}

type Column = readonly Item[];

/** The columns up to the last marked field, and as much behind it as says where that field ends. */
function withoutTail(columns: readonly Column[]): readonly Column[] {
  const last = columns.findLastIndex((column) => column[0]?.name != null);
  if (last < 0) return columns;
  const behind = columns[last + 1]?.[0];
  if (behind?.kind !== 'delimiter') return columns.slice(0, last + 1);
  const isValueNext = columns[last + 2]?.every(({ kind }) => kind === 'value') ?? false;
  if (behind.text.trim() !== '') return columns.slice(0, last + 2);
  return columns.slice(0, last + (isValueNext && columns[last]?.some(({ form }) => form === null) ? 3 : 1));
}

/** Items that correspond: field by field, and between fields as far as kinds agree from either side. */
function alignedColumns(lines: readonly (readonly Item[])[]): Column[] {
  const names = (lines[0] ?? []).flatMap(({ name }) => (name === null ? [] : [name]));
  const columns: Column[] = [];
  let from = lines.map(() => 0);
  for (const name of [...names, null]) {
    const to = lines.map((items, index) =>
      name === null
        ? items.length
        : items.findIndex((item, place) => place >= from[index]! && item.name === name),
    );
    columns.push(...alignedGap(lines.map((items, index) => items.slice(from[index], to[index]))));
    if (name === null) break;
    columns.push(lines.map((items, index) => items[to[index]!]!));
    from = to.map((place) => place + 1);
  }
  return columns;
}

function alignedGap(gaps: readonly (readonly Item[])[]): Column[] {
  const keys = gaps.map((gap) => gap.map((item) => itemKey(item, (form) => forms[form].kind)));
  const shortest = Math.min(...gaps.map((gap) => gap.length));
  const agrees = (at: (keys: readonly string[]) => string | undefined): boolean =>
    keys.every((each) => at(each) === at(keys[0] ?? []));
  let head = 0;
  while (head < shortest && agrees((each) => each[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && agrees((each) => each.at(-1 - tail))) tail += 1;
  const middle = gaps.map((gap) => gap.slice(head, gap.length - tail));
  const column = (at: (gap: readonly Item[]) => Item | undefined): Column => gaps.map((gap) => at(gap)!);
  return [
    ...Array.from({ length: head }, (_, index) => column((gap) => gap[index])),
    ...(middle.some((items) => items.length > 0) ? [middle.map(joined)] : []),
    ...Array.from({ length: tail }, (_, index) => column((gap) => gap.at(index - tail))),
  ];
}

function joined(items: readonly Item[]): Item {
  return { kind: 'text', text: items.map(({ text }) => text).join(''), form: null, name: null };
}

function partsOf(column: Column, next: Column | undefined): Part[] {
  const [first] = column;
  if (!first || first.kind === 'end') return [];
  if (first.kind === 'delimiter' && first.name === null) return [{ kind: 'literal', text: first.text }];
  const { name } = first;
  if (column.every(({ form }) => form !== null)) {
    const found = new Set(column.flatMap(({ form }) => (form ? [form] : [])));
    return [{ kind: 'value', forms: [...found] satisfies FormName[], name }];
  }
  if (name !== null) return [fieldPart(column, next, name)];
  return textParts(
    column.map(({ text }) => text),
    next?.[0]?.text ?? '',
  );
}

/** A marked text: anything up to what follows, or some words where only a space and other words follow. */
function fieldPart(column: Column, next: Column | undefined, name: string): Part {
  const counts = new Set(column.map(({ text }) => text.trim().split(/\s+/).length));
  const [count = 0] = counts;
  const goesOn = next?.some((item) => item.kind === 'delimiter' && item.text.trim() === '') ?? false;
  const isOneWord = column.every(({ text }) => /^[^\s|;,:="()[\]{}<>«»]{1,80}$/.test(text));
  if (goesOn && counts.size === 1 && count <= mostWords && (count > 1 || isOneWord))
    return { kind: 'words', count, name };
  return { kind: 'text', name };
}

/** Words that all lines begin or end with are part of the layout; what changes between them is a text. */
function textParts(texts: readonly string[], next: string): Part[] {
  const [first = ''] = texts;
  const isSame = texts.every((text) => text === first);
  if (isSame && (texts.length >= enoughLines || isFixedText(first, next)))
    return [{ kind: 'literal', text: first }];
  if (isSame) return [{ kind: 'text', name: null }];
  const words = texts.map((text) => text.split(/(?<=\s)(?=\S)|(?=[.!?…]\s)/));
  const shortest = Math.min(...words.map((each) => each.length));
  const isCommon = (at: (words: readonly string[]) => string | undefined): boolean =>
    words.every((each) => at(each) === at(words[0] ?? []));
  let head = 0;
  while (head < shortest - 1 && isCommon((each) => each[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head - 1 && isCommon((each) => each.at(-1 - tail))) tail += 1;
  const own = words[0] ?? [];
  const before = own.slice(0, head).join('');
  const middle = own.slice(head, own.length - tail).join('');
  const after = own.slice(own.length - tail).join('');
  const gap = after !== '' && middle.endsWith(' ') ? ' ' : '';
  const literal = (text: string): Part[] => (text === '' ? [] : [{ kind: 'literal', text }]);
  return [...literal(before), { kind: 'text', name: null }, ...literal(gap + after)];
}
