/** The same document for three uses: to work on it, to read it, and to show it to a room. */
export const notebookViews = ['edit', 'read', 'present'] as const;
export type NotebookView = (typeof notebookViews)[number];

/** Where a view begins: at a cell, or at its top, and whether the focus goes there too. */
export interface ViewPlace {
  readonly cell: string | null;
  readonly takesFocus: boolean;
}

/** Which view of the open notebook is on the screen. It is kept while the page is open, and no part of the document. */
export class NotebookViews {
  #page = $state<'edit' | 'read'>('edit');
  #isPresenting = $state(false);
  #place: ViewPlace | null = null;

  get current(): NotebookView {
    return this.#isPresenting ? 'present' : this.#page;
  }
  /** The page, which stays as it is under a presentation. */
  get page(): 'edit' | 'read' {
    return this.#page;
  }
  /** Shows a view, beginning at a cell: the one that the reader had before. */
  show(view: NotebookView, cell: string | null = null): void {
    if (view === 'present') this.#isPresenting = true;
    else if (view !== this.#page) {
      this.#place = { cell, takesFocus: false };
      this.#page = view;
    }
  }
  /** Back from a presentation to the page, at the cell that was on the screen. */
  leave(cell: string | null): void {
    if (!this.#isPresenting) return;
    this.#place = { cell, takesFocus: true };
    this.#isPresenting = false;
  }
  /** Where the view that has just come should begin; told once. */
  takePlace(): ViewPlace | null {
    const place = this.#place;
    this.#place = null;
    return place;
  }
}
