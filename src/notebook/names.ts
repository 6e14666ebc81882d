import { canonicalTables } from '../core/warehouse.js';
import { slug, uniqueName } from '../core/ids.js';

/** The two lists of a notebook in which names are taken. */
interface Named {
  readonly sources: readonly { readonly table: string }[];
  readonly cells: readonly { readonly id: string; readonly name: string }[];
}

/** Names that a cell may not have: the tables of the warehouse, the files' tables and the other cells. */
export function takenNames(notebook: Named, exceptCell?: string): string[] {
  return [
    ...canonicalTables,
    ...notebook.sources.map((source) => source.table),
    ...notebook.cells.filter((cell) => cell.id !== exceptCell).map((cell) => cell.name),
  ];
}

/** What SQL takes without quotes is kept as it was typed; any other text becomes a slug. */
function cellName(text: string, fallback = 'cell'): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]{0,59}$/u.test(text);
  return isPlain ? text : slug(text, fallback);
}

/** The name, or the first free one made from it. */
export function freeName(text: string, notebook: Named, exceptCell?: string): string {
  return uniqueName(cellName(text), takenNames(notebook, exceptCell));
}
