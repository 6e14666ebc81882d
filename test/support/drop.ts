import type { Page } from 'playwright-core';

/** A file to drop: a path on disk, or content made up in the test. */
export type Dropped = string | { name: string; content: string | Buffer };

/** Drops files on the window as a person does. */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dropped';
    input.hidden = true;
    document.body.append(input);
  });
  const input = page.locator('#dropped');
  const paths = files.filter((file) => typeof file === 'string');
  const made = files.filter((file) => typeof file !== 'string');
  if (paths.length > 0) await input.setInputFiles(paths);
  else {
    await input.setInputFiles(
      made.map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })),
    );
  }
  await page.evaluate(() => {
    const held = document.querySelector<HTMLInputElement>('#dropped');
    const dataTransfer = new DataTransfer();
    for (const file of held?.files ?? []) dataTransfer.items.add(file);
    held?.remove();
    for (const type of ['dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
}
