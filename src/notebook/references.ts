import type { Draft } from 'immer';
import type { Cell } from './document.js';
import { isSame, renameInSql, sqlOf, tablesIn } from './sql-names.js';

/** The tables that a cell reads by name: in its SQL, as its population, in the terms of a segment. */
export function tablesOf(cell: Pick<Cell, 'kind' | 'params' | 'source'>): string[] {
  const text = sqlOf(cell);
  return [
    ...(text === null ? [] : tablesIn(text)),
    ...(cell.source === null ? [] : [cell.source]),
    ...termsOf(cell).map(({ table }) => table),
    ...comparedOf(cell),
  ];
}

/** Calls a table by another name wherever the cell reads it. */
export function renameTable(cell: Draft<Cell>, from: string, to: string): void {
  const renamed = (name: string): string => (isSame(name, from) ? to : name);
  const text = sqlOf(cell);
  if (text !== null) cell.params['sql'] = renameInSql(text, from, to);
  if (cell.source !== null) cell.source = renamed(cell.source);
  if (cell.kind !== 'segment') return;
  cell.params['terms'] = termsOf(cell).map((term) => ({ ...term, table: renamed(term.table) }));
  cell.params['compare'] = comparedOf(cell).map(renamed);
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
