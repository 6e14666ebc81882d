import { AppError } from '../core/errors.js';
import { Sql } from './sql.js';
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
 * Throws `sql/not-one-select` with the place that is wrong as `detail`.
 */
export function parseSelect(text: string): Sql {
  const tokens = tokenize(text);
  const code = withoutTrailingSemicolons(tokens);
  const first = code.find((token) => token.text !== '(');
  if (!first) throw new AppError('sql/not-one-select', { detail: '' });
  if (!isWord(first, readers)) throw refuse(first);
  checkParentheses(code);
  if (isWord(first, new Set(['with']))) checkWith(code.slice(code.indexOf(first)));
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

function withoutTrailingSemicolons(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex((token) => token.text !== ';');
  const code = tokens.slice(0, last + 1);
  const wrong = code.find(
    (token) => token.text === ';' || token.kind === 'unclosed' || token.kind === 'ambiguous',
  );
  if (wrong) throw refuse(wrong);
  return code;
}

function checkParentheses(code: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of code) {
    if (token.text === '(') open.push(token);
    if (token.text === ')' && !open.pop()) throw refuse(token);
  }
  if (open[0]) throw refuse(open[0]);
}

/** Behind the list of a `with`, DuckDB would also take insert, update or delete; only a query may stand there. */
function checkWith(code: readonly Token[]): void {
  const head = new Set(['as', 'using']);
  let depth = 0;
  for (const [index, token] of code.entries()) {
    if (token.text === '(') depth += 1;
    if (token.text !== ')') continue;
    depth -= 1;
    const next = code[index + 1];
    if (depth !== 0 || next?.text === ',' || (next && isWord(next, head))) continue;
    if (next && next.text !== '(' && !isWord(next, queries)) throw refuse(next);
    return;
  }
}

function isWord(token: Token, words: ReadonlySet<string>): boolean {
  return token.kind === 'word' && words.has(token.text.toLowerCase());
}

function refuse(token: Token): AppError {
  return new AppError('sql/not-one-select', { detail: token.text.slice(0, 40) });
}
