import { AppError, type ErrorCode, type ErrorData } from '../core/errors.js';
import { nearName } from './near-name.js';
import { pointedAt, withPlace, type TextPlace } from './text-place.js';
import { typeFamily } from './type-family.js';
import { codeOf, tokenize, type Token } from './user-sql-tokens.js';

/** Words that a statement is made of and that a slip turns into a name. */
const mainWords = ['select', 'from', 'where', 'group', 'having', 'order', 'limit', 'join', 'union', 'with'];

/**
 * What is wrong with a statement that a person wrote, in terms of that text: what the engine refused, the name that may
 * have been meant, and the place. `firstLine` is the engine's number of the statement's first line in what it was given.
 */
export function readUserSqlError(error: AppError, text: string, firstLine: number): AppError {
  if (!error.code.startsWith('sql/') || error.code === 'sql/not-one-select') return error;
  const tokens = tokenize(text);
  const words = String(error.data['detail'] ?? '');
  const at = errorPlace(words, error.data['line'], text, tokens, firstLine);
  const { code, data, place } = meaning(words, { text, tokens, at });
  const read = new AppError(
    code ?? error.code,
    { detail: inLinesOf(words, text, at), ...data },
    { cause: error },
  );
  const found = place ?? (at === null ? null : tokenPlace(tokens, at));
  return found ? withPlace(read, text, found) : read;
}

/** The engine's own words, with its drawing numbered by the lines of the text. */
function inLinesOf(words: string, text: string, at: number | null): string {
  if (at === null) return words;
  const label = `LINE ${text.slice(0, at).split('\n').length}: `;
  return words.replace(/^(LINE \d+: )(.*\n)( *)(?=\^)/gm, (_, old: string, line: string, indent: string) => {
    return label + line + ' '.repeat(Math.max(0, indent.length - old.length + label.length));
  });
}

/** Where the engine points to; the end of the text where it read on behind the statement. */
function errorPlace(
  words: string,
  line: string | number | undefined,
  text: string,
  tokens: readonly Token[],
  firstLine: number,
): number | null {
  const last = tokens.findLastIndex((token) => token.text !== ';');
  const lines = codeOf(text, tokens.slice(0, last + 1)).split('\n');
  if (typeof line !== 'number' || line < firstLine) return null;
  if (line >= firstLine + lines.length) return text.length;
  const at = pointedAt(words, lines, line - firstLine);
  return at === null ? null : at + (tokens[0]?.start ?? 0);
}

interface Meaning {
  /** Left out when the engine's own code says it best. */
  readonly code?: ErrorCode;
  readonly data?: ErrorData;
  /** Where the engine points at nothing, or at more than what is wrong. */
  readonly place?: TextPlace | null;
}

function meaning(words: string, context: Context): Meaning {
  const { tokens } = context;
  const input = tokens.findIndex((token, index) => token.text === '$' && isVariable(tokens, index));
  const name = tokens[input + 1];
  if (/^Invalid Input Error/.test(words) && input >= 0 && name)
    return { code: 'sql/unknown-name', data: { what: 'input', name: name.name }, place: spanOf(name) };
  for (const [pattern, read] of readers) {
    const match = pattern.exec(words);
    if (match) return read(match, context);
  }
  return {};
}

interface Context {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly at: number | null;
}

/** What the engine says, and what that means; the first that fits counts. */
const readers: readonly (readonly [RegExp, (match: RegExpExecArray, context: Context) => Meaning])[] = [
  [
    /^Binder Error: Ambiguous reference to column name "([^"]+)" \(use: "([^"]+)"/,
    ([, name = '', use = ''], { tokens }) => ({
      code: 'sql/ambiguous-name',
      data: { name, suggestion: use },
      place: bareName(tokens, name),
    }),
  ],
  [
    /^Binder Error: Referenced table "([^"]+)" not found/,
    ([, name = ''], context) => unknown('table', name, context),
  ],
  [
    /(?:Referenced column|does not have a column named) "([^"]+)"|^Binder Error: Column "([^"]+)" .*(?:not found|does not exist)/,
    (match, context) => unknown('column', match[1] ?? match[2] ?? '', context, candidatesIn(match.input)),
  ],
  [
    /^Catalog Error: Table with name "?([^\s"]+)"? does not exist/,
    (match, context) => unknown('table', match[1] ?? '', context, candidatesIn(match.input)),
  ],
  [
    /^Catalog Error: [\w ]*Function with name "?([^\s"]+)"? does not exist/,
    (match, context) => unknown('function', match[1] ?? '', context, candidatesIn(match.input)),
  ],
  [
    /^Binder Error: column "([^"]+)" must appear in the GROUP BY/,
    ([, name = ''], { tokens, at }) => ({
      code: 'sql/group-by',
      data: { name },
      place: nameAt(tokens, name, at),
    }),
  ],
  [
    /^Binder Error: (?:WHERE|GROUP BY|QUALIFY|JOIN).* cannot contain aggregate|aggregate function calls cannot be nested/,
    () => ({ code: 'sql/misplaced-aggregate' }),
  ],
  [
    /Set operations can only apply to expressions with the same number of result columns/,
    (_, { tokens }) => ({
      code: 'sql/uneven-columns',
      place: firstWord(tokens, 'union', 'intersect', 'except'),
    }),
  ],
  [
    /(?:No function matches the given name and argument types '|Could not choose a best candidate function for the function call ")([^'"(]+)\(([^'"]*)\)['"]/,
    ([, operation = '', types = '']) => ({
      code: 'sql/wrong-type',
      data: { operation, types: typeWords(types) },
    }),
  ],
  [
    /Cannot (?:compare|mix) values of type ([A-Z_]+(?:\([^)]*\))?) and (?:type )?([A-Z_]+)/,
    ([, one = '', other = '']) => ({
      code: 'sql/wrong-type',
      data: { types: typeWords(`${one}, ${other}`) },
    }),
  ],
  [
    /^Conversion Error: .*?(?:string ['"](.*?)['"] to (\w+)|(?:format|range): "(.*?)")/s,
    ([, value, type, date]) => ({
      code: 'sql/not-convertible',
      data: { value: (value ?? date ?? '').slice(0, 60), type: type ? typeFamily(type) : 'date' },
    }),
  ],
  [
    /^Permission Error|^IO Error: No files found|file system operations are disabled/,
    () => ({ code: 'sql/no-access' }),
  ],
  [/^Parser Error/, (_, context) => unwritten(context)],
];

function unknown(
  what: string,
  name: string,
  { tokens, at }: Context,
  candidates: readonly string[] = [],
): Meaning {
  const near = nearName(name, candidates);
  return {
    code: 'sql/unknown-name',
    data: { what, name, ...(near === null ? {} : { suggestion: near }) },
    place: nameAt(tokens, name, at),
  };
}

/** A statement that breaks off, a word with a slip, or something else that the engine cannot read. */
function unwritten({ text, tokens, at }: Context): Meaning {
  if (at === null) return {};
  const index = tokens.findIndex((token) => token.end > at);
  const isOver = index < 0 || at >= text.length;
  const token = isOver ? tokens.findLast((one) => one.text !== ';') : tokens[index];
  const before = tokens[(token ? tokens.indexOf(token) : 0) - 1];
  const slip = [token, before].find((one) => one && meant(one) !== null);
  if (slip) return { data: { near: slip.text, suggestion: meant(slip) ?? '' }, place: spanOf(slip) };
  if (!token) return {};
  const near = { near: token.text.slice(0, 40) };
  return isOver
    ? { code: 'sql/unfinished', data: near, place: spanOf(token) }
    : { data: near, place: spanOf(token) };
}

/** The main word that was meant, one slip away. */
function meant({ kind, text }: Token): string | null {
  const word = text.toLowerCase();
  if (kind !== 'word' || word.length < 3 || mainWords.includes(word)) return null;
  const near = nearName(word, mainWords);
  return near !== null && Math.abs(near.length - word.length) <= 1 ? near : null;
}

function isVariable(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return next?.kind === 'word' && next.start === tokens[index]?.end;
}

/** What the engine proposes: `Candidate bindings: "a", "b"`, `Did you mean "c"?`. */
function candidatesIn(words: string): string[] {
  const list = /(?:Candidate \w+:|Did you mean)[^\n]*/.exec(words)?.[0] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => (match[1] ?? '').split('.').at(-1) ?? '');
}

function tokenPlace(tokens: readonly Token[], at: number): TextPlace {
  const token = tokens.find(({ start, end }) => start <= at && end > at);
  return token ? spanOf(token) : { from: at, to: at + 1 };
}

/** The name itself, behind the table that it is said to belong to. */
function nameAt(tokens: readonly Token[], name: string, at: number | null): TextPlace | null {
  if (at === null) return bareName(tokens, name);
  const from = tokens.findIndex((token) => token.end > at);
  const token = tokens.slice(Math.max(0, from), from + 5).find((one) => isCalled(one, name));
  return token ? spanOf(token) : null;
}

function bareName(tokens: readonly Token[], name: string): TextPlace | null {
  const token =
    tokens.find((one, index) => isCalled(one, name) && tokens[index - 1]?.text !== '.') ??
    tokens.find((one) => isCalled(one, name));
  return token ? spanOf(token) : null;
}

function isCalled(token: Token, name: string): boolean {
  return ['word', 'quoted'].includes(token.kind) && token.name.toLowerCase() === name.toLowerCase();
}

function firstWord(tokens: readonly Token[], ...words: readonly string[]): TextPlace | null {
  const token = tokens.find((one) => one.kind === 'word' && words.includes(one.text.toLowerCase()));
  return token ? spanOf(token) : null;
}

function spanOf({ start, end }: Token): TextPlace {
  return { from: start, to: end };
}

/** Types of the engine as families that have a word in every language, in the order in which they are told. */
function typeWords(types: string): string {
  return types.split(', ').map(typeFamily).join(', ');
}
