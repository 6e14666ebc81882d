import { tokenize } from '../../engine/user-sql-tokens.js';

/** A piece of a statement in one colour; null is plain. */
export interface SqlSpan {
  readonly text: string;
  readonly kind: 'keyword' | 'string' | 'number' | 'comment' | null;
}

const keywords = new Set(
  `all and any as asc between by case cast count cross cube current date day desc distinct else end except exclude exists false
  filter first following for from full group grouping having in inner intersect interval into is join last lateral left like
  limit month natural not null nulls offset on or order outer over partition pivot preceding qualify quarter range recursive
  replace right rollup row rows select sets then timestamp true try_cast unbounded union unpivot using values when where
  window with within year`.split(/\s+/),
);

/** Cuts a statement into pieces of one colour each; together they are the statement. */
export function sqlSpans(text: string): SqlSpan[] {
  const spans: SqlSpan[] = [];
  const add = (part: string, kind: SqlSpan['kind']): void => {
    const last = spans.at(-1);
    if (part === '') return;
    if (last?.kind === kind) spans[spans.length - 1] = { text: last.text + part, kind };
    else spans.push({ text: part, kind });
  };
  let end = 0;
  for (const token of tokenize(text)) {
    addGap(text.slice(end, token.start), add);
    const isKeyword = token.kind === 'word' && keywords.has(token.text.toLowerCase());
    const isColoured = token.kind === 'string' || token.kind === 'number';
    add(token.text, isKeyword ? 'keyword' : isColoured ? token.kind : null);
    end = token.end;
  }
  addGap(text.slice(end), add);
  return spans;
}

/** Between tokens there is white space, and comments. */
function addGap(gap: string, add: (part: string, kind: SqlSpan['kind']) => void): void {
  for (const part of gap.split(/(--[^\n\r]*|\/\*[\s\S]*\*\/)/))
    add(part, /^(--|\/\*)/.test(part) ? 'comment' : null);
}
