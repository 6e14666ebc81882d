/** Puts everything beside an element out of reach, as a modal dialog does; what comes back undoes it. */
export function alone(element: HTMLElement): () => void {
  const stilled: HTMLElement[] = [];
  for (let node: HTMLElement | null = element; node && node !== document.body; node = node.parentElement) {
    for (const sibling of node.parentElement?.children ?? []) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      sibling.inert = true;
      stilled.push(sibling);
    }
  }
  return () => {
    for (const sibling of stilled) sibling.inert = false;
  };
}

/** Asks for the whole screen, which a browser may refuse; `onend` tells that the person gave it back. */
export function fullScreen(onend: () => void): () => void {
  let isFull = false;
  const look = (): void => {
    const wasFull = isFull;
    isFull = document.fullscreenElement !== null;
    if (wasFull && !isFull) onend();
  };
  document.addEventListener('fullscreenchange', look);
  const root = document.documentElement;
  if (document.fullscreenEnabled) root.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  return () => {
    document.removeEventListener('fullscreenchange', look);
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
}
