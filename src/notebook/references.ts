import type { Draft } from 'immer';
import { figuresIn, withFigures } from '../analyses/figures.js';
import type { Cell } from './document.js';
import { renameVariable, variablesIn } from './inputs.js';
import { isSame, renameInSql, sqlOf, tablesIn } from './sql-names.js';

type Reader = Pick<Cell, 'kind' | 'params' | 'source' | 'links'>;

/**
 * The cells that a cell reads by name: in its SQL, as its population, in the terms of a segment, as inputs that its
 * settings follow, as figures of a text.
 */
export function tablesOf(cell: Reader): string[] {
  const text = sqlOf(cell);
  return [
    ...(text === null ? [] : [...tablesIn(text), ...variablesIn(text)]),
    ...Object.values(cell.links),
    ...figuresIn(markdownOf(cell) ?? '').map((figure) => figure.split('.')[0] ?? ''),
    ...(cell.source === null ? [] : [cell.source]),
    ...termsOf(cell).map(({ table }) => table),
    ...comparedOf(cell),
  ];
}

/** Calls a table by another name wherever the cell reads it. */
export function renameTable(cell: Draft<Cell>, from: string, to: string): void {
  const renamed = (name: string): string => (isSame(name, from) ? to : name);
  const text = sqlOf(cell);
  if (text !== null) cell.params['sql'] = renameVariable(renameInSql(text, from, to), from, to);
  const markdown = markdownOf(cell);
  if (markdown !== null)
    cell.params['markdown'] = withFigures(markdown, (figure, whole) => renameFigure(figure, whole, from, to));
  for (const [param, input] of Object.entries(cell.links)) cell.links[param] = renamed(input);
  if (cell.source !== null) cell.source = renamed(cell.source);
  if (cell.kind !== 'segment') return;
  cell.params['terms'] = termsOf(cell).map((term) => ({ ...term, table: renamed(term.table) }));
  cell.params['compare'] = comparedOf(cell).map(renamed);
}

/** The text of a text cell, null for cells of other kinds and for those that show a template. */
function markdownOf({ kind, params }: Pick<Cell, 'kind' | 'params'>): string | null {
  const markdown = params['markdown'];
  return kind === 'text' && typeof markdown === 'string' ? markdown : null;
}

function renameFigure(figure: string, whole: string, from: string, to: string): string {
  const [name = '', ...path] = figure.split('.');
  return isSame(name, from) ? `{{${[to, ...path].join('.')}}}` : whole;
}

/** The terms of a segment as far as they are any: params are checked only when the cell runs. */
function termsOf({ kind, params }: Pick<Cell, 'kind' | 'params'>): { readonly table: string }[] {
  const terms = kind === 'segment' && Array.isArray(params['terms']) ? (params['terms'] as unknown[]) : [];
  return terms.flatMap((term) =>
    typeof term === 'object' && term !== null && 'table' in term && typeof term.table === 'string'
      ? [{ ...term, table: term.table }]
      : [],
  );
}

function comparedOf({ kind, params }: Pick<Cell, 'kind' | 'params'>): string[] {
  const compared =
    kind === 'segment' && Array.isArray(params['compare']) ? (params['compare'] as unknown[]) : [];
  return compared.filter((name) => typeof name === 'string');
}
