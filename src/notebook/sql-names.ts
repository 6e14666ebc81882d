import { tokenize, type Token } from '../engine/user-sql-tokens.js';
import type { Cell } from './document.js';

/** The text of a SQL cell, null for cells of other kinds. */
export function sqlOf(cell: Pick<Cell, 'kind' | 'params'>): string | null {
  const text = cell.params['sql'];
  return cell.kind === 'sql' && typeof text === 'string' ? text : null;
}

/** The tables that a statement reads, as it names them, without those that its own `with` makes. */
export function tablesIn(text: string): string[] {
  const tokens = tokenize(text);
  return [...new Set(tableTokens(tokens).map((index) => tokens[index]?.name ?? ''))];
}

/** The tables that a statement reads, with the names by which it calls their columns; those of its own `with` have none here. */
export function tablesWithAliases(text: string): { readonly table: string; readonly alias: string }[] {
  const tokens = tokenize(text);
  return tableTokens(tokens).map((index) => {
    const table = tokens[index]?.name ?? '';
    const named = isWord(tokens[index + 1], 'as') ? index + 2 : index + 1;
    const alias = tokens[named];
    const isAlias = alias !== undefined && (named === index + 2 ? isName(alias) : hasAlias(tokens, index));
    return { table, alias: isAlias ? alias.name : table };
  });
}

/** The names that a statement gives to tables of its own with `with`. */
export function ownTablesOf(text: string): string[] {
  return [...commonTables(tokenize(text))];
}

/** The statement with one table called by another name: where it is read, and where its columns are named by it. */
export function renameInSql(text: string, from: string, to: string): string {
  const tokens = tokenize(text);
  const isOld = (token: Token | undefined): boolean =>
    token !== undefined && isName(token) && isSame(token.name, from);
  const read = tableTokens(tokens).filter((index) => isOld(tokens[index]));
  const isQualifying = read.some((index) => !hasAlias(tokens, index));
  const renamed = tokens.filter((token, index) => {
    if (!isOld(token)) return false;
    return (
      read.includes(index) ||
      (isQualifying && isMark(tokens[index + 1], '.') && !isMark(tokens[index - 1], '.'))
    );
  });
  let result = text;
  for (const { start, end } of renamed.reverse())
    result = result.slice(0, start) + written(to) + result.slice(end);
  return result;
}

/** True when two names mean the same table: SQL compares them without case. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A name with quotes when SQL would not take it without. */
export function written(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !reserved.has(name.toLowerCase());
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/**
 * Indexes of the names that stand where a table is read: behind `from`, `join`, the commas of a `from` list, and the
 * words of DuckDB that take a table directly.
 */
function tableTokens(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  const own = commonTables(tokens);
  let inFrom = false;
  let isDue = false;
  const outer: { inFrom: boolean; takesFrom: boolean }[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (isMark(token, '(')) {
      outer.push({ inFrom, takesFrom: !isWord(before, ...functionsWithFrom) });
      inFrom = isDue;
    } else if (isMark(token, ')')) {
      inFrom = outer.pop()?.inFrom ?? false;
      isDue = false;
    } else if (isMark(token, ',')) {
      isDue = inFrom;
    } else if (
      isWord(token, 'from', 'join') ||
      (isWord(token, ...tableWords) && !isMark(tokens[index + 1], '('))
    ) {
      const isTable = !isWord(before, 'distinct') && (outer.at(-1)?.takesFrom ?? true);
      inFrom ||= isTable;
      isDue = isTable;
    } else if (isWord(token, ...clauses)) {
      inFrom = false;
      isDue = false;
    } else if (isDue && !isWord(token, 'lateral')) {
      isDue = false;
      const isPlainTable = !isMark(tokens[index + 1], '.') && !isMark(tokens[index + 1], '(');
      if (isName(token) && isPlainTable && !own.has(token.name.toLowerCase())) found.push(index);
    }
  });
  return found;
}

/** Lower-case names that `with name as (…)` makes. */
function commonTables(tokens: readonly Token[]): Set<string> {
  const names = tokens.filter(
    (token, index) =>
      isName(token) &&
      isWord(tokens[index + 1], 'as') &&
      (isMark(tokens[index + 2], '(') || isWord(tokens[index + 2], 'materialized', 'not')),
  );
  return new Set(names.map((token) => token.name.toLowerCase()));
}

function hasAlias(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && isName(next) && !isWord(next, ...clauses, ...joins);
}

function isName(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'quoted';
}

function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === 'sign' && token.text === mark;
}

const tableWords = ['pivot', 'unpivot', 'summarize', 'describe'];
const functionsWithFrom = ['extract', 'substring', 'trim', 'overlay'];
const joins = [
  'join',
  'inner',
  'left',
  'right',
  'full',
  'cross',
  'natural',
  'semi',
  'anti',
  'asof',
  'positional',
  'on',
  'using',
];
const clauses = [
  ...['select', 'where', 'group', 'having', 'order', 'limit', 'offset', 'union', 'intersect', 'except'],
  ...['window', 'qualify'],
];
const reserved = new Set([
  ...clauses,
  ...joins,
  ...[
    'all',
    'and',
    'any',
    'as',
    'asc',
    'both',
    'case',
    'cast',
    'check',
    'column',
    'constraint',
    'create',
    'default',
  ],
  ...[
    'desc',
    'describe',
    'distinct',
    'do',
    'else',
    'end',
    'false',
    'fetch',
    'for',
    'foreign',
    'from',
    'in',
    'into',
  ],
  ...[
    'lateral',
    'not',
    'null',
    'only',
    'or',
    'pivot',
    'placing',
    'primary',
    'references',
    'returning',
    'show',
    'some',
  ],
  ...['summarize', 'table', 'then', 'to', 'trailing', 'true', 'union', 'unique', 'unpivot', 'when', 'with'],
]);
