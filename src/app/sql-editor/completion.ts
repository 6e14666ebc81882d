import type { Vocabulary, VocabularyTable } from '../../analyses/sql-desk.js';
import { tokenize, type Token } from '../../engine/user-sql-tokens.js';
import { isSame, ownTablesOf, tablesWithAliases, written } from '../../notebook/sql-names.js';

/** One thing that can be written at the caret. */
export interface Proposal {
  /** What is shown and looked for. */
  readonly label: string;
  readonly kind: 'table' | 'column' | 'function' | 'keyword' | 'input';
  /** Said beside it: the type of a column, the signature of a function, where a table comes from. */
  readonly detail: string;
  /** The table of a column, where several are read. */
  readonly of?: string;
  /** What is written when it differs from the label. */
  readonly insert?: string;
  /** Higher stands first among what fits equally well. */
  readonly boost: number;
}

export interface Proposals {
  /** Where the word begins that is being written. */
  readonly from: number;
  readonly options: readonly Proposal[];
}

/** What can be written at a place of a statement; null inside strings, comments and numbers. */
export function proposalsAt(text: string, at: number, vocabulary: Vocabulary): Proposals | null {
  const before = text.slice(0, at);
  const word = /(?:"[^"]*|\$?[\p{L}_][\p{L}\p{N}_$]*|\$)?$/u.exec(before)?.[0] ?? '';
  const from = at - word.length;
  const head = text.slice(0, from);
  // The word itself, which may be an open quote, says nothing about what is read.
  const around = `${head} ${text.slice(at)}`;
  const tokens = tokenize(head);
  const last = tokens.at(-1);
  if (isInside(head, last) || (last?.kind === 'number' && last.end === from)) return null;
  if (word.startsWith('$')) return { from, options: inputs(vocabulary) };
  if (last?.text === '.' && last.end === from) return ofTable(tokens.at(-2), around, from, vocabulary);
  const read = readTables(around, vocabulary);
  if (expectsTable(tokens)) return { from, options: quotedFor(word, tables(around, vocabulary, 1)) };
  if (word.startsWith('"'))
    return { from, options: quotedFor(word, [...columns(read.map(({ table }) => table)), ...aliases(read)]) };
  const options = [
    ...columns(read.map(({ table }) => table)),
    ...aliases(read),
    ...vocabulary.functions.map(({ name, signature }): Proposal => {
      return { label: name, kind: 'function', detail: signature, insert: `${name}(`, boost: 0 };
    }),
    ...vocabulary.keywords.map((name): Proposal => {
      return { label: inCaseOf(word, name), kind: 'keyword', detail: '', boost: keywordBoost(name) };
    }),
    ...tables(around, vocabulary, -1),
  ];
  return { from, options };
}

/** Names as they stand behind an open quote. */
function quotedFor(word: string, options: readonly Proposal[]): readonly Proposal[] {
  if (!word.startsWith('"')) return options;
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  return options.map((one) => ({ ...one, label: quoted(one.label), insert: quoted(one.label) }));
}

/** True behind an open quote or comment. */
function isInside(before: string, last: Token | undefined): boolean {
  return last?.kind === 'unclosed' || /--[^\n\r]*$/.test(before.slice(last?.end ?? 0));
}

function expectsTable(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const word = last?.kind === 'word' ? last.text.toLowerCase() : '';
  if (['from', 'join', 'pivot', 'unpivot', 'describe', 'summarize'].includes(word)) return true;
  if (last?.text !== ',') return false;
  // A comma in the list behind `from`.
  const clause = tokens.findLast(
    ({ kind, text }) =>
      kind === 'word' && ['select', 'from', 'where', 'by', 'having', 'on'].includes(text.toLowerCase()),
  );
  const open =
    tokens.filter(({ text }) => text === '(').length - tokens.filter(({ text }) => text === ')').length;
  return clause?.text.toLowerCase() === 'from' && open === 0;
}

/** The columns of the table, or of the table behind the other name, in front of a dot. */
function ofTable(
  name: Token | undefined,
  text: string,
  from: number,
  vocabulary: Vocabulary,
): Proposals | null {
  if (!name) return null;
  const alias = tablesWithAliases(text).find((one) => isSame(one.alias, name.name));
  const table = vocabulary.tables.find((one) => isSame(one.name, alias?.table ?? name.name));
  return table ? { from, options: columns([table]) } : null;
}

interface ReadTable {
  readonly table: VocabularyTable;
  readonly alias: string;
}

function readTables(text: string, { tables: known }: Vocabulary): ReadTable[] {
  return tablesWithAliases(text).flatMap(({ table, alias }) => {
    const found = known.find(({ name }) => isSame(name, table));
    return found ? [{ table: found, alias }] : [];
  });
}

/** Each column once, with the tables that it is in when there are several. */
function columns(read: readonly VocabularyTable[]): Proposal[] {
  const found = new Map<string, Proposal>();
  const areSeveral = new Set(read.map(({ name }) => name)).size > 1;
  for (const table of read) {
    for (const { name, type } of table.columns) {
      if (found.has(name)) continue;
      const of = areSeveral ? { of: table.name } : {};
      found.set(name, { label: name, kind: 'column', detail: type, ...of, insert: written(name), boost: 2 });
    }
  }
  return [...found.values()];
}

function aliases(read: readonly ReadTable[]): Proposal[] {
  return read
    .filter(({ table, alias }) => !isSame(table.name, alias))
    .map(({ table, alias }) => ({
      label: alias,
      kind: 'table',
      detail: table.name,
      insert: written(alias),
      boost: 1,
    }));
}

function tables(text: string, vocabulary: Vocabulary, boost: number): Proposal[] {
  const own = ownTablesOf(text).map((name): Proposal => {
    return { label: name, kind: 'table', detail: 'with', insert: written(name), boost };
  });
  const known = vocabulary.tables
    .filter(({ kind }) => kind !== 'input')
    .map(({ name, kind }): Proposal => ({
      label: name,
      kind: 'table',
      detail: kind,
      insert: written(name),
      boost,
    }));
  return [...own, ...known];
}

function inputs({ tables: known }: Vocabulary): Proposal[] {
  return known
    .filter(({ kind }) => kind === 'input')
    .map(({ name }) => ({ label: `$${name}`, kind: 'input', detail: '', boost: 0 }));
}

/** Keywords as the person writes them: in capitals when the word begins so. */
function inCaseOf(word: string, keyword: string): string {
  return /^\p{Lu}/u.test(word) && word === word.toUpperCase() ? keyword.toUpperCase() : keyword;
}

/** The words that most statements are made of come before functions with the same beginning. */
function keywordBoost(name: string): number {
  const main = ['select', 'from', 'where', 'group', 'by', 'order', 'limit', 'join', 'having', 'with', 'and'];
  return main.includes(name) ? 1 : -1;
}
