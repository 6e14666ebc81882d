import { produce } from 'immer';
import type { Notebook } from './document.js';
import type { Recipe } from './edits.js';
import { isoMoment } from './moment.js';

interface HistoryStep<Label> {
  readonly label: Label;
  /** The document before the change when the step is in the past, after it when it is in the future. */
  readonly document: Notebook;
}

/** Steps that can be undone; older ones are forgotten. */
const maxSteps = 200;
/** Changes with the same merge key within this time, in milliseconds, are one step. */
const mergeWithin = 800;

/** The notebook on the screen and everything that can be undone. Every change goes through `update`. */
export class NotebookHistory<Label extends string = string> {
  #document = $state.raw<Notebook>() as Notebook;
  #past = $state.raw<readonly HistoryStep<Label>[]>([]);
  #future = $state.raw<readonly HistoryStep<Label>[]>([]);
  #merge: { key: string; at: number } | null = null;
  readonly #now: () => number;

  constructor(document: Notebook, now: () => number = Date.now) {
    this.#document = document;
    this.#now = now;
  }

  get document(): Notebook {
    return this.#document;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  /** What undo would take back, for its button; null when there is nothing. */
  get undoLabel(): Label | null {
    return this.#past.at(-1)?.label ?? null;
  }
  /** What redo would bring back. */
  get redoLabel(): Label | null {
    return this.#future.at(-1)?.label ?? null;
  }

  /** Applies a change. One that changes nothing leaves no step. */
  update(label: Label, recipe: Recipe): void {
    const before = this.#document;
    // A recipe may answer with what it wrote last; immer must not take that for a new document.
    const after = produce(before, (draft) => void recipe(draft));
    if (after === before) return;
    const at = this.#now();
    const key = recipe.mergeKey ?? null;
    const isMerged = this.#merge !== null && this.#merge.key === key && at - this.#merge.at <= mergeWithin;
    if (!isMerged) this.#past = [...this.#past, { label, document: before }].slice(-maxSteps);
    this.#merge = key === null ? null : { key, at };
    this.#future = [];
    this.#show(after);
  }

  undo(): void {
    const step = this.#past.at(-1);
    if (!step) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, { label: step.label, document: this.#document }];
    this.#merge = null;
    this.#show(step.document);
  }

  redo(): void {
    const step = this.#future.at(-1);
    if (!step) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { label: step.label, document: this.#document }];
    this.#merge = null;
    this.#show(step.document);
  }

  /** Shows another notebook; nothing of the one before can be undone. */
  open(document: Notebook): void {
    this.#past = [];
    this.#future = [];
    this.#merge = null;
    this.#document = document;
  }

  #show(document: Notebook): void {
    this.#document = { ...document, modified: isoMoment(this.#now()) };
  }
}
