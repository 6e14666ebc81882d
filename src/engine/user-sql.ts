import { AppError } from '../core/errors.js';
import { nearName } from './near-name.js';
import { Sql } from './sql.js';
import { withPlace } from './text-place.js';
import { codeOf, tokenize, type Token } from './user-sql-tokens.js';

const readers = new Set([
  'select',
  'with',
  'from',
  'values',
  'pivot',
  'unpivot',
  'describe',
  'summarize',
  'show',
]);
const queries = new Set(['select', 'from', 'values', 'pivot', 'unpivot']);

/**
 * Takes what a person wrote as SQL when it is exactly one statement that reads: select, with, from, values, pivot,
 * unpivot, describe, summarize or show. Trailing semicolons are removed. The result stands on its own and inside
 * `select * from (\n…\n) limit n`. It cannot always be stored as a view: `pivot` without an `in` list reads its columns from the data,
 * and describe, summarize and show need that `select * from (…)` around them first.
 * Throws `sql/not-one-select` with the place that is wrong, what stands there as `detail`, and `what` it is: `empty`, `verb`
 * (a word that does not read), `several` statements, `bracket`, or `unclosed` (a string, name or comment).
 */
export function parseSelect(text: string): Sql {
  const tokens = tokenize(text);
  const code = withoutTrailingSemicolons(text, tokens);
  const first = code.find((token) => token.text !== '(');
  if (!first) throw new AppError('sql/not-one-select', { detail: '', what: 'empty' });
  if (!isWord(first, readers)) throw refuse(text, first, 'verb');
  checkParentheses(text, code);
  if (isWord(first, new Set(['with']))) checkWith(text, code.slice(code.indexOf(first)));
  return new Sql(codeOf(text, code));
}

/**
 * The names in a statement, each once, as written (quotes removed), keywords included; strings and comments do not
 * count. Serves to find which cells a statement reads; text that is not SQL gives what can be recognised in it.
 */
export function identifiersOf(text: string): string[] {
  const names = tokenize(text).filter((token) => token.kind === 'word' || token.kind === 'quoted');
  return [...new Set(names.map((token) => token.name))];
}

function withoutTrailingSemicolons(text: string, tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex((token) => token.text !== ';');
  const code = tokens.slice(0, last + 1);
  const wrong = code.find(
    (token) => token.text === ';' || token.kind === 'unclosed' || token.kind === 'ambiguous',
  );
  if (wrong) throw refuse(text, wrong, wrong.text === ';' ? 'several' : 'unclosed');
  return code;
}

function checkParentheses(text: string, code: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of code) {
    if (token.text === '(') open.push(token);
    if (token.text === ')' && !open.pop()) throw refuse(text, token, 'bracket');
  }
  if (open[0]) throw refuse(text, open[0], 'bracket');
}

/** Behind the list of a `with`, DuckDB would also take insert, update or delete; only a query may stand there. */
function checkWith(text: string, code: readonly Token[]): void {
  const head = new Set(['as', 'using']);
  let depth = 0;
  for (const [index, token] of code.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text !== ')') continue;
    depth -= 1;
    const next = code[index + 1];
    if (depth !== 0 || next?.text === ',' || (next && isWord(next, head))) continue;
    if (next && next.text !== '(' && !isWord(next, queries)) throw refuse(text, next, 'verb');
    return;
  }
}

function isWord(token: Token, words: ReadonlySet<string>): boolean {
  return token.kind === 'word' && words.has(token.text.toLowerCase());
}

function refuse(text: string, token: Token, what: 'verb' | 'several' | 'bracket' | 'unclosed'): AppError {
  const suggestion = what === 'verb' ? nearName(token.text, [...readers]) : null;
  const data = { detail: token.text.slice(0, 40), what, ...(suggestion === null ? {} : { suggestion }) };
  return withPlace(new AppError('sql/not-one-select', data), text, { from: token.start, to: token.end });
}
