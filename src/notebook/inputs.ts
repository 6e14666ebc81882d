import { valueOfInput } from '../analyses/input-value.js';
import type { Value } from '../core/tables.js';
import { sql } from '../engine/sql.js';
import { tokenize, type Token } from '../engine/user-sql-tokens.js';
import type { Cell } from './document.js';
import { isSame, sqlOf } from './sql-names.js';

/** The names behind `$` in a statement: the inputs that it reads. */
export function variablesIn(text: string): string[] {
  return [...new Set(variables(text).map(({ name }) => name))];
}

/** The statement with its inputs written out as literals; a name that is no input's stays as it stands. */
function withVariables(text: string, cells: readonly Cell[]): string {
  let result = text;
  for (const { start, end, written } of variablesWritten(text, cells).reverse())
    result = result.slice(0, start) + written + result.slice(end);
  return result;
}

/** Where a statement names inputs, and the literals that are written there when it runs. */
export function variablesWritten(
  text: string,
  cells: readonly Cell[],
): { readonly start: number; readonly end: number; readonly written: string }[] {
  return variables(text).flatMap(({ name, start, end }) => {
    const input = inputNamed(name, cells);
    return input ? [{ start, end, written: literal(valueOfInput(input.params), input.params['type']) }] : [];
  });
}

/** The statement with one input called by another name. */
export function renameVariable(text: string, from: string, to: string): string {
  return replaced(text, (name) => (isSame(name, from) ? `$${to}` : null));
}

/** A cell's settings with those that follow an input set to its value. */
export function linkedParams(cell: Cell, cells: readonly Cell[]): Readonly<Record<string, unknown>> {
  const followed = Object.entries(cell.links).flatMap(([param, name]) => {
    const input = inputNamed(name, cells);
    return input ? [[param, valueOfInput(input.params)] as const] : [];
  });
  return { ...cell.params, ...Object.fromEntries(followed) };
}

/** The settings with which a cell runs: a statement has its inputs written out. */
export function runParams(cell: Cell, cells: readonly Cell[]): Readonly<Record<string, unknown>> {
  const params = linkedParams(cell, cells);
  const text = sqlOf(cell);
  return text === null ? params : { ...params, sql: withVariables(text, cells) };
}

function inputNamed(name: string, cells: readonly Cell[]): Cell | undefined {
  return cells.find((cell) => cell.kind === 'input' && isSame(cell.name, name));
}

function replaced(text: string, write: (name: string) => string | null): string {
  let result = text;
  for (const { name, start, end } of variables(text).reverse()) {
    const written = write(name);
    if (written !== null) result = result.slice(0, start) + written + result.slice(end);
  }
  return result;
}

function variables(text: string): { name: string; start: number; end: number }[] {
  const tokens = tokenize(text);
  return tokens.flatMap((token, index) => {
    const name: Token | undefined = tokens[index + 1];
    const isVariable = token.text === '$' && name?.kind === 'word' && name.start === token.end;
    return isVariable ? [{ name: name.name, start: token.start, end: name.end }] : [];
  });
}

function literal(value: Value, type: unknown): string {
  return type === 'date' && value !== null ? sql`date ${value}`.text : sql`${value}`.text;
}
