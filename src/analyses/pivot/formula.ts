import { AppError, type ErrorData } from '../../core/errors.js';
import { aggregates, type Aggregate } from './params.js';

export type Operator = '+' | '-' | '*' | '/';

/** A calculated measure as it was written: numbers, names, calls of an aggregate, and what is done with them. */
export type Formula =
  | { readonly is: 'number'; readonly value: number }
  /** The name of another value, or a field, which stands for its sum. `at` is the place in the text, from 1. */
  | { readonly is: 'name'; readonly name: string; readonly at: number }
  | { readonly is: 'call'; readonly agg: Aggregate; readonly field: string; readonly at: number }
  | { readonly is: 'negative'; readonly of: Formula }
  | {
      readonly is: 'operation';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

interface Token {
  readonly is: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** Names of functions in the words of French spreadsheets. */
const frenchNames: Readonly<Record<string, Aggregate>> = {
  somme: 'sum',
  nombre: 'count',
  nb: 'count',
  moyenne: 'avg',
  average: 'avg',
  mediane: 'median',
  médiane: 'median',
};
const functions = aggregates.filter((agg) => agg !== 'ratio');
/** Brackets within brackets beyond which nobody reads a formula. */
const deepest = 30;

/**
 * Reads `amount / orders`, `sum(amount) - 0.5 * [coût total]`: + − * / with their usual precedence, brackets, numbers,
 * names (in quotes or square brackets when they hold more than letters), aggregates of a field. `value` names the
 * measure in what is said of a mistake.
 */
export function parseFormula(text: string, value: string): Formula {
  const tokens = tokensOf(text, value);
  let place = 0;
  const next = (): Token => tokens[place] ?? { is: 'end', text: '', at: text.length + 1 };
  const take = (...signs: string[]): Token | null => {
    const token = next();
    if (token.is !== 'sign' || !signs.includes(token.text)) return null;
    place += 1;
    return token;
  };
  const fail = (what: string, token: Token, more: ErrorData = {}): never => {
    throw formulaError(what, { name: value, near: token.text, character: token.at, ...more });
  };

  function chain(signs: readonly Operator[], operand: () => Formula): Formula {
    let left = operand();
    for (let sign = take(...signs); sign; sign = take(...signs)) {
      left = { is: 'operation', operator: sign.text as Operator, left, right: operand() };
    }
    return left;
  }
  const sum = (depth: number): Formula => chain(['+', '-'], () => product(depth));
  const product = (depth: number): Formula => chain(['*', '/'], () => factor(depth));
  function factor(depth: number): Formula {
    const token = next();
    if (depth > deepest) return fail('deep', token);
    if (take('-')) return { is: 'negative', of: factor(depth + 1) };
    if (take('+')) return factor(depth + 1);
    if (take('(')) {
      const inside = sum(depth + 1);
      if (!take(')')) fail('bracket', next());
      return inside;
    }
    place += 1;
    if (token.is === 'number') return { is: 'number', value: Number(token.text.replace(',', '.')) };
    if (token.is === 'name') return take('(') ? call(token) : { is: 'name', name: token.text, at: token.at };
    return token.is === 'end' ? fail('unfinished', token) : fail('sign', token);
  }
  function call(name: Token): Formula {
    const wanted = name.text.toLowerCase();
    const known = Object.hasOwn(frenchNames, wanted) ? frenchNames[wanted] : undefined;
    const agg = functions.find((candidate) => candidate === wanted) ?? known;
    if (!agg) return fail('function', name, { suggestion: functions.join(', ') });
    const field = next();
    if (field.is !== 'name') return fail('argument', name);
    place += 1;
    if (!take(')')) fail('bracket', next());
    return { is: 'call', agg, field: field.text, at: field.at };
  }

  const read = sum(0);
  const rest = next();
  if (rest.is !== 'end') fail(rest.text === ')' ? 'bracket' : 'sign', rest);
  return read;
}

/** What is wrong with a formula, and where: `name` is the measure, `near` the word, `character` its place from 1. */
export function formulaError(what: string, data: ErrorData): AppError {
  return new AppError('formula/invalid', { what, ...data });
}

function tokensOf(text: string, value: string): Token[] {
  const pattern =
    /\s*(?:(?<number>\d+(?:[.,]\d+)?)|"(?<quoted>[^"]+)"|\[(?<bracketed>[^\]]+)\]|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_.]*)|(?<sign>[-+*/()−–×÷]))/uy;
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  if (end === 0) throw formulaError('empty', { name: value });
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups) {
      const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
      const near = Array.from(text.slice(at))[0] ?? '';
      throw formulaError('sign', { name: value, near, character: at + 1 });
    }
    const { number, quoted, bracketed, name, sign } = groups;
    const word = quoted ?? bracketed ?? name;
    const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0) + 1;
    if (number !== undefined) tokens.push({ is: 'number', text: number, at });
    else if (word !== undefined) tokens.push({ is: 'name', text: word, at });
    else tokens.push({ is: 'sign', text: plainSign(sign ?? ''), at });
  }
  return tokens;
}

/** The signs that a spreadsheet or a pupil writes. */
function plainSign(sign: string): string {
  return sign.replace(/[−–]/, '-').replace('×', '*').replace('÷', '/');
}
