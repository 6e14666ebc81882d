import type { Workspace } from './workspace.svelte.js';

/** What is on the screen, as the browser's history keeps it: nothing of the data or of the notebook but its id. */
interface Place {
  readonly name: 'home' | 'review' | 'notebook' | 'data';
  readonly notebook: string | null;
}

/** The place of the workspace just now. */
export function placeOf({ screen, isDataOpen, open }: Workspace): Place {
  if (screen.name !== 'notebook') return { name: screen.name, notebook: null };
  return { name: isDataOpen ? 'data' : 'notebook', notebook: open.document.id };
}

/**
 * Lets the browser's Back and Forward go through the screens as the buttons on them do. A review that was accepted or
 * given up is no place to come back to.
 */
export class Places {
  readonly #workspace: Workspace;
  #current: Place;
  /** The place that the browser has gone to: the screen follows, and is no new step. */
  #asked: Place | null = null;
  #going: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#current = placeOf(workspace);
    history.replaceState(this.#current, '');
    addEventListener('popstate', (event) => {
      const state: unknown = event.state;
      // One after the other: Back may be pressed again before the screen has followed.
      this.#going = this.#going.then(() => this.#go(state)).catch(() => undefined);
    });
  }

  /** Called whenever the screen may be another one. */
  follow(place: Place): void {
    const before = this.#current;
    if (isSame(place, before)) return;
    this.#current = place;
    if (this.#asked) return;
    if (before.name === 'review') history.replaceState(place, '');
    else history.pushState(place, '');
  }

  async #go(state: unknown): Promise<void> {
    const place = asPlace(state);
    if (!place || isSame(place, this.#current)) return;
    this.#asked = place;
    try {
      await this.#show(place);
    } finally {
      this.#asked = null;
      this.#current = placeOf(this.#workspace);
      // What could not be shown again (a review that is over) is called what is shown instead.
      if (!isSame(this.#current, place)) history.replaceState(this.#current, '');
    }
  }

  async #show({ name, notebook }: Place): Promise<void> {
    const workspace = this.#workspace;
    const { screen } = workspace;
    if (screen.name === 'review') await workspace.cancelReview(screen.draft);
    if (name === 'home') return workspace.goHome();
    if (name === 'review' || notebook === null) return;
    if (workspace.screen.name !== 'notebook' || workspace.open.document.id !== notebook)
      await workspace.openStored(notebook);
    if (name === 'data') workspace.openData();
    else workspace.closeData();
  }
}

function isSame(a: Place, b: Place): boolean {
  return a.name === b.name && a.notebook === b.notebook;
}

function asPlace(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null || !('name' in state) || !('notebook' in state))
    return null;
  const { name, notebook } = state;
  const isKnown = name === 'home' || name === 'review' || name === 'notebook' || name === 'data';
  return isKnown && (notebook === null || typeof notebook === 'string') ? { name, notebook } : null;
}
