import { ownValue } from '../core/own-value.js';
import { roleFits } from '../data/roles/roles.js';
import type { RoleChoice, Source } from '../data/source.js';
import type { Notebook } from '../notebook/document.js';
import type { Twin } from './import-draft.svelte.js';

/** Tables of the notebook that have the very columns of a new source. */
export function twinsOf(sources: readonly Source[], notebook: Notebook): Map<string, Twin> {
  return new Map(
    sources.flatMap((source) => {
      const old = notebook.sources.find((other) => columnNames(other) === columnNames(source));
      return old ? [[source.id, { file: old.file, table: old.table, own: source.table }] as const] : [];
    }),
  );
}

function columnNames(source: Source): string {
  return source.columns.map(({ name }) => name).join('\n');
}

/** The roles that these columns have in the notebook. */
export function rolesBefore(names: readonly string[], notebook: Notebook | null): RoleChoice | null {
  const before = notebook?.sources.find((source) => columnNames(source) === names.join('\n'));
  return before ? Object.fromEntries(before.columns.map(({ name, role }) => [name, role])) : null;
}

/** A source whose columns keep the roles that they have in the notebook, where their types allow it. */
export function asBefore(source: Source, notebook: Notebook): Source {
  const names = source.columns.map(({ name }) => name);
  const before = rolesBefore(names, notebook) ?? {};
  const columns = source.columns.map((column) => {
    const role = ownValue(before, column.name);
    const isKept = role !== undefined && (role === null || roleFits(role, column.type));
    return isKept ? { ...column, role, confidence: 1 } : column;
  });
  return { ...source, columns };
}
