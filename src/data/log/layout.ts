import { forms, valueEnd, type FormName } from './forms.js';

/** One stretch of a line. What has a name becomes a column; what has none joins the verbatim, except literals. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'value'; readonly forms: readonly FormName[]; readonly name: string | null }
  /** A fixed number of words, where plain text goes on behind them. */
  | { readonly kind: 'words'; readonly count: number; readonly name: string | null }
  /** Anything up to the part that follows; up to the end of the line when none does. */
  | { readonly kind: 'text'; readonly name: string | null };

/** How the beginning of a line is laid out. What follows the last part is the line's verbatim. */
export type Layout = readonly Part[];

/** Marks that stand between fields and hardly ever in them: spaces around them are of no account. */
export const hardMarks = '|;[](){}=":<>«»\t';

/**
 * The layout as a regular expression with named groups; parts without a name are plain groups. It reads a line in one
 * go: a text ends where what follows begins for the first time, and everything else is of bounded length.
 */
export function layoutSource(layout: Layout): string {
  return layout.map((part, index) => partSource(layout, part, index)).join('');
}

/** Compiles a pattern for the beginning of a line. `indices` says where the groups are, and takes longer. */
export function compilePattern(source: string, indices = false): RegExp {
  return new RegExp(`^(?:${source})`, indices ? 'd' : '');
}

/** The names of the fields, in the order of the line. */
export function fieldNames(layout: Layout): string[] {
  return layout.flatMap((part) => (part.kind !== 'literal' && part.name !== null ? [part.name] : []));
}

function partSource(layout: Layout, part: Part, index: number): string {
  if (part.kind === 'literal') return literalSource(layout, part.text, index);
  return `(${part.name === null ? '' : `?<${part.name}>`}${insideSource(layout, part, index)})${endSource(layout, part, index)}`;
}

/** The part without its group. */
function insideSource(layout: Layout, part: Exclude<Part, { kind: 'literal' }>, index: number): string {
  if (part.kind === 'value') return part.forms.map((form) => forms[form].source).join('|');
  if (part.kind === 'words')
    return Array.from({ length: part.count }, () => forms.word.source).join(String.raw`\s{1,5}`);
  const next = layout[index + 1];
  if (!next) return '.*';
  const mark = next.kind === 'literal' ? next.text.trim().charAt(0) : '';
  if (mark !== '' && hardMarks.includes(mark)) return `[^${escapeInClass(mark)}]*`;
  if (next.kind === 'literal' && next.text.includes('\t')) return String.raw`[^\t]*`;
  return `(?:(?!${aheadSource(layout, index + 1)}).)*`;
}

/** What ends a text: the following parts as far as the first that is more than white space. */
function aheadSource(layout: Layout, from: number): string {
  let source = '';
  for (let index = from; index < layout.length; index += 1) {
    const part = layout[index]!;
    if (part.kind === 'text') break;
    source +=
      part.kind === 'literal'
        ? literalSource(layout, part.text, index)
        : `(?:${insideSource(layout, part, index)})${endSource(layout, part, index)}`;
    if (part.kind !== 'literal' || part.text.trim() !== '') break;
  }
  return source;
}

function endSource(layout: Layout, part: Part, index: number): string {
  if (part.kind !== 'value') return '';
  const next = layout[index + 1];
  const goesOn = next?.kind === 'literal' && /^[0-9A-Za-zÀ-ÿ]/.test(next.text);
  return goesOn ? '' : valueEnd;
}

function literalSource(layout: Layout, text: string, index: number): string {
  const before = layout[index - 1];
  const next = layout[index + 1];
  const pieces = text.split(/([^\S\t]+)/).filter((piece) => piece !== '');
  return pieces
    .map((piece, place) => {
      if (piece.trim() !== '' || piece.includes('\t')) return escapeText(piece);
      const around = (pieces[place - 1]?.slice(-1) ?? '') + (pieces[place + 1]?.charAt(0) ?? '');
      const isHard = [...around].some((mark) => hardMarks.includes(mark));
      const isTaken =
        place === 0 && before?.kind === 'text' && hardMarks.includes(pieces[1]?.charAt(0) ?? ' ');
      if (isTaken) return '';
      const toText = place === pieces.length - 1 && next?.kind === 'text' ? String.raw`(?!\s)` : '';
      // Beside a tab only spaces: the tab would be taken for white space.
      const space = around.includes('\t') ? ' ' : String.raw`\s`;
      return `${space}{${isHard ? 0 : 1},40}${toText}`;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll('\t', String.raw`\t`);
}

function escapeInClass(mark: string): string {
  return mark === '\t' ? String.raw`\t` : mark.replace(/[\\\]^-]/, String.raw`\$&`);
}
