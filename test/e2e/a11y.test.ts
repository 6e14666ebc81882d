import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { dropFiles } from '../support/drop.js';
import { openSample } from '../support/journey.js';
import { focusOn, cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();
test.each(['fr', 'en'] as const)('axe finds nothing serious on any screen (%s)', async (lang) => {
  const { page } = await people.open({ lang });
  expect(await seriousFaults(page)).toEqual([]);
  await dropFiles(page, [
    {
      name: 'ventes.csv',
      content: 'client,date,montant\na,2024-01-02,10\nb,2024-02-02,12\nc,2024-02-03,x\n',
    },
  ]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  await page.evaluate(() => window.clientele.reset());
  await openSample(page);
  for (const name of ['pareto', 'rfm', 'cohorts']) {
    const closed = page.locator(`[data-name="${name}"] .tools button[aria-pressed="false"]`);
    while ((await closed.count()) > 0) await closed.first().click();
  }
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('[data-role="share"]').click();
  expect(await seriousFaults(page)).toEqual([]);
});

test('the whole journey works with the keyboard alone', async () => {
  const { page } = await people.open();
  await focusOn(page, '[data-role="sample"]');
  await page.keyboard.press('Enter');
  await cellsSettled(page);
  const cells = await page.locator('[data-cell]').count();
  await focusOn(page, '[data-name="pareto"] [aria-haspopup="menu"]');
  await page.keyboard.press('Enter');
  for (let item = 0; item < 3; item += 1) await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Duplicate');
  await page.keyboard.press('Enter');
  expect(await page.locator('[data-cell]').count()).toBe(cells + 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-cell]').count()).toBe(cells);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => page.locator('[data-cell]').count()).toBe(cells + 1);
});

test.each([
  [1440, 900],
  [1024, 768],
])('nothing is cut off or scrolls sideways at %i × %i', async (width, height) => {
  for (const lang of ['fr', 'en'] as const) {
    const { page } = await people.open({ lang, width, height });
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await openSample(page);
    expect(await overflow()).toBe(0);
  }
});
