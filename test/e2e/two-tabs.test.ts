import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSample } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

const readOnly = (page: Page) => page.locator('[data-role="read-only"]');
const takeOver = (page: Page) => page.getByRole('button', { name: 'Take over' });
const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Notebook title' });
/** Types a title and waits until it is saved. */
async function setTitle(page: Page, title: string): Promise<void> {
  await titleOf(page).fill(title);
  await titleOf(page).press('Enter');
  await page.getByText('Saving…').waitFor({ state: 'hidden' });
  await page.getByText(/^Saved /).waitFor();
}

/** The sample in one tab, and the same notebook in a second one, which reads. */
async function twoTabs(): Promise<{ first: Page; second: Page; errors: string[] }> {
  const person = await people.open();
  await openSample(person.page);
  await setTitle(person.page, 'Mine');
  const second = await person.page.context().newPage();
  const errors = person.errors;
  second.on('pageerror', (error) => errors.push(error.message));
  await second.goto(person.page.url());
  await readOnly(second).waitFor();
  await cellsSettled(second);
  return { first: person.page, second, errors };
}

test('a second tab reads the notebook, and nothing there changes it', async () => {
  const { first, second, errors } = await twoTabs();
  expect(await readOnly(second).textContent()).toContain('open in another tab');
  expect(await titleOf(second).inputValue()).toBe('Mine');
  expect(await titleOf(second).getAttribute('readonly')).not.toBeNull();
  expect(await second.getByRole('button', { name: 'Add a cell' }).count()).toBe(0);
  expect(await second.getByRole('button', { name: 'Settings' }).count()).toBe(0);
  expect(await second.getByRole('button', { name: 'Add files…' }).count()).toBe(0);
  expect(await first.getByRole('button', { name: 'Add files…' }).count()).toBe(1);
  expect(await second.locator('[data-kind="pareto"] svg[data-chart]').count()).toBe(1);
  // A table can be opened here without changing the notebook.
  const tableButton = (page: Page) =>
    page.locator('[data-kind="rfm"]').getByRole('button', { name: 'Table', exact: true });
  expect(await tableButton(second).getAttribute('aria-pressed')).toBe('false');
  await tableButton(second).click();
  expect(await tableButton(second).getAttribute('aria-pressed')).toBe('true');
  expect(await tableButton(first).getAttribute('aria-pressed')).toBe('false');
  // What still asks for a change is told why it cannot be.
  await second.evaluate(() => window.clientele.addCell({ kind: 'text' })).catch(() => undefined);
  expect(await second.locator('[data-role="notice"]').textContent()).toContain('Take over');
  expect(await second.locator('[data-cell]').count()).toBe(await first.locator('[data-cell]').count());
  expect(await readOnly(first).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('“take over” brings the last changes, and the first tab reads from then on', async () => {
  const { first, second } = await twoTabs();
  await titleOf(first).fill('Changed at the last moment');
  await titleOf(first).press('Enter');
  await takeOver(second).click();
  await readOnly(first).waitFor();
  await readOnly(second).waitFor({ state: 'hidden' });
  await expect.poll(() => titleOf(second).inputValue()).toBe('Changed at the last moment');
  await setTitle(second, 'Theirs');
  // Once the second tab is closed, the first one writes again, with what was changed there.
  await second.close();
  await readOnly(first).waitFor({ state: 'hidden' });
  await expect.poll(() => titleOf(first).inputValue()).toBe('Theirs');
  await setTitle(first, 'Mine again');
});

test('when the writing tab crashes, the reading one can write within five seconds', async () => {
  const { first, second } = await twoTabs();
  const crashed = first.waitForEvent('crash');
  void first.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await readOnly(second).waitFor({ state: 'hidden', timeout: 5000 });
  await setTitle(second, 'Rescued');
});

test('a writing tab that hangs loses the notebook, and writes nothing over it when it goes on', async () => {
  const { first, second } = await twoTabs();
  // Not saved yet when the tab begins to hang.
  await titleOf(first).fill('Too late');
  await titleOf(first).press('Enter');
  const hanging = first.evaluate(() => {
    const end = performance.now() + 9000;
    while (performance.now() < end);
  });
  await takeOver(second).click();
  await readOnly(second).waitFor({ state: 'hidden', timeout: 6000 });
  await setTitle(second, 'Written meanwhile');
  await hanging;
  await readOnly(first).waitFor();
  // Longer than a change waits to be saved.
  await first.waitForTimeout(1000);
  await second.reload();
  await expect.poll(() => titleOf(second).inputValue()).toBe('Written meanwhile');
});
