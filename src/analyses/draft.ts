import { onDestroy, onMount } from 'svelte';

/** When what is being written in a cell becomes the cell's. */
export interface DraftKeeper {
  /** A key was typed: it is kept after a pause. */
  typed(): void;
  /** Keeps it at once. */
  keep(): void;
}

/**
 * Keeps a text while it is being written, so that a page that dies loses no more than the last pause: after `pause`
 * milliseconds without a key (where `mayKeep` agrees), and at once when the field goes or the page is put away. Called
 * while a component is made.
 */
export function keepDraft(
  commit: () => void,
  { pause, mayKeep = () => true }: { readonly pause: number; readonly mayKeep?: () => boolean },
): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function keep(): void {
    clearTimeout(timer);
    commit();
  }
  function typed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => mayKeep() && keep(), pause);
  }
  onDestroy(keep);
  // Before the notebook is put away with its page, it gets what is being written: hence heard first.
  onMount(() => {
    const options = { capture: true };
    window.addEventListener('pagehide', keep, options);
    document.addEventListener('visibilitychange', keep, options);
    return () => {
      window.removeEventListener('pagehide', keep, options);
      document.removeEventListener('visibilitychange', keep, options);
    };
  });
  return { typed, keep };
}
