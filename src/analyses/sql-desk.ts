import type { TypeFamily } from '../engine/type-family.js';
import { getContext, setContext, type Component } from 'svelte';

/** What an editor of SQL is given and tells. It comes where a plain field was, with its text and its caret. */
export interface SqlEditorProps {
  /** The name of the cell that is written in. */
  readonly cell: string;
  readonly text: string;
  readonly label: string;
  /** How to use it, for those who do not see the hint under it. */
  readonly hint: string;
  /** What is wrong, and where. */
  readonly mark: SqlMark | null;
  /** What was selected in the field before it; null when nobody was writing there. */
  readonly selection: { readonly anchor: number; readonly head: number } | null;
  readonly ontext: (text: string) => void;
  readonly onrun: () => void;
  readonly onleave: () => void;
}

/** A part of a text, underlined, with the reason. */
export interface SqlMark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** What can be named in a statement. */
export interface Vocabulary {
  readonly tables: readonly VocabularyTable[];
  readonly functions: readonly VocabularyFunction[];
  readonly keywords: readonly string[];
}

/** A table that can be read: of the data, of a file, or of another cell; an input has no columns. */
export interface VocabularyTable {
  readonly name: string;
  readonly kind: 'data' | 'file' | 'cell' | 'input';
  readonly columns: readonly { readonly name: string; readonly type: TypeFamily }[];
}

/** A function with the line that says what it takes and gives: `date_diff(part, startdate, enddate) → bigint`. */
export interface VocabularyFunction {
  readonly name: string;
  readonly signature: string;
}

/** What the notebook lends to those who write SQL. */
export interface SqlDesk {
  /** What can be named in a cell just now; never fails, and holds less while the engine is busy. */
  vocabulary(cell: string): Promise<Vocabulary>;
  /** The editor; it is not small, and loaded when somebody begins to write. */
  loadEditor(): Promise<Component<SqlEditorProps>>;
  /** The editor, once it has been loaded. */
  readonly editor: Component<SqlEditorProps> | null;
}

const key = Symbol('sql desk');

/** Lends an editor to every form below. */
export function provideSqlDesk(desk: SqlDesk): void {
  setContext(key, desk);
}

/** The desk of the notebook; undefined where a plain field must do. */
export function useSqlDesk(): SqlDesk | undefined {
  return getContext<SqlDesk | undefined>(key);
}
