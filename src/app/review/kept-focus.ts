/**
 * Keeps the focus of whoever works with the keyboard while all controls are disabled for a moment: the control that had
 * it gets it back, and where that is gone the part of the screen that it stood in.
 */
export class KeptFocus {
  #places: readonly HTMLElement[] = [];

  /** Called before the controls are disabled. */
  hold(): void {
    const places: HTMLElement[] = [];
    for (
      let at = document.activeElement;
      at instanceof HTMLElement && at !== document.body;
      at = at.parentElement
    )
      if (at === document.activeElement || at.hasAttribute('tabindex')) places.push(at);
    this.#places = places;
  }

  /** Called when they can be used again; a focus that went elsewhere meanwhile stays there. */
  giveBack(): void {
    const held = this.#places;
    this.#places = [];
    const current = document.activeElement;
    if (current !== null && current !== document.body && current !== held[0]) return;
    for (const place of held) {
      if (!place.isConnected) continue;
      place.focus({ preventScroll: true });
      if (document.activeElement === place) return;
    }
  }
}
