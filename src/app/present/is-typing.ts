/** The key goes into a field that somebody is writing in or choosing from. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
