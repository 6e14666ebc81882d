import type { Component } from 'svelte';
import type { SqlDesk, SqlEditorProps, Vocabulary, VocabularyTable } from '../../analyses/sql-desk.js';
import { isSame } from '../../notebook/sql-names.js';
import type { Workspace } from '../workspace.svelte.js';
import { engineWords, tablesNamed } from './vocabulary.js';

type Words = Pick<Vocabulary, 'functions' | 'keywords'>;

/** Tables are looked up again after this time, in milliseconds. */
const freshFor = 2_000;

/** Lends the editor to the SQL cells of a notebook, with the names of its tables and the words of its engine. */
export class NotebookSqlDesk implements SqlDesk {
  readonly #workspace: Workspace;
  #editor = $state.raw<Component<SqlEditorProps> | null>(null);
  #words: Promise<Words> | null = null;
  #tables: readonly VocabularyTable[] | null = null;
  #look: Promise<void> | null = null;
  #lookedAt = -Infinity;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get editor(): Component<SqlEditorProps> | null {
    return this.#editor;
  }
  async loadEditor(): Promise<Component<SqlEditorProps>> {
    const { default: editor } = await import('./SqlEditor.svelte');
    this.#editor = editor;
    return editor;
  }

  async vocabulary(cell: string): Promise<Vocabulary> {
    const look = this.#lookAgain();
    // What was known is proposed at once; what is new comes with the next key.
    if (this.#tables === null) await look;
    const { functions, keywords } = await this.#engineWords();
    const tables = (this.#tables ?? []).filter(({ name }) => !isSame(name, cell));
    return { tables, functions, keywords };
  }

  #engineWords(): Promise<Words> {
    this.#words ??= engineWords(this.#workspace.engine).catch(() => {
      this.#words = null;
      return { functions: [], keywords: [] };
    });
    return this.#words;
  }

  #lookAgain(): Promise<void> {
    if (this.#look) return this.#look;
    if (this.#tables && performance.now() - this.#lookedAt < freshFor) return Promise.resolve();
    this.#look = this.#lookUp().finally(() => (this.#look = null));
    return this.#look;
  }

  async #lookUp(): Promise<void> {
    const { document: notebook, warehouse } = this.#workspace.open;
    const named = new Map<string, VocabularyTable['kind']>([
      ...Object.keys(warehouse.rows).map((name) => [name, 'data'] as const),
      ...notebook.sources.map(({ table }) => [table, 'file'] as const),
      ...notebook.cells.map(({ name }) => [name, 'cell'] as const),
    ]);
    const inputs = notebook.cells.filter(({ kind }) => kind === 'input');
    try {
      const tables = await tablesNamed(this.#workspace.engine, named);
      this.#tables = [
        ...tables,
        ...inputs.map(({ name }) => ({ name, kind: 'input' as const, columns: [] })),
      ];
      this.#lookedAt = performance.now();
    } catch {
      // The engine is being replaced: the next key asks again.
    }
  }
}
