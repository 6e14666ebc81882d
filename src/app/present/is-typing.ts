/** The key goes into a field that somebody is writing in or choosing from, be it inside an editor's own tree. */
export function isTyping(event: Event): boolean {
  const target = event.composedPath()[0] ?? event.target;
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
