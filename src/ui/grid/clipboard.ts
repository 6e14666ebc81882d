/**
 * Puts a text that is still being made on the clipboard. The browser must be asked while the person's key press counts,
 * hence the promise inside.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const blob = text.then((made) => new Blob([made], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
