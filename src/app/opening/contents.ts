import type { Notebook } from '../../notebook/document.js';
import { fingerprint } from '../../notebook/fingerprint.js';
import { sqlOf } from '../../notebook/sql-names.js';

/** What a notebook from somebody else holds, for the person to look at before anything of it runs. */
export interface Contents {
  readonly title: string | null;
  /** How many cells there are of each kind, in the notebook's order. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** Every SQL statement, under its cell's name. */
  readonly statements: readonly { readonly name: string; readonly text: string }[];
  /** Files whose data it asks for. */
  readonly files: readonly string[];
  /** Addresses that its texts name. */
  readonly links: readonly string[];
}

/** Looks through a notebook; nothing of it is run. */
export function contentsOf(notebook: Notebook): Contents {
  const counts = new Map<string, number>();
  for (const { kind } of notebook.cells) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const statements = notebook.cells.flatMap((cell) => {
    const text = sqlOf(cell);
    return text === null ? [] : [{ name: cell.name, text }];
  });
  const texts = notebook.cells
    .map(({ params }) => params['markdown'])
    .filter((text) => typeof text === 'string');
  const links = texts.flatMap((text) => text.match(/\b(?:https?:\/\/|mailto:)[^\s)>\]"']+/gi) ?? []);
  return {
    title: notebook.title,
    kinds: [...counts].map(([kind, count]) => ({ kind, count })),
    statements,
    files: notebook.sources.map(({ file }) => file),
    links: [...new Set(links)],
  };
}

/** What a person has agreed to: another title, cell or filter is another notebook, another moment is not. */
export function contentKey({ title, cells, filter }: Pick<Notebook, 'title' | 'cells' | 'filter'>): string {
  return fingerprint([title, cells, filter]);
}
