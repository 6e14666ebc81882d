import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();
const names = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-name')));
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-name') ?? null);

test.each([
  {
    lang: 'fr',
    search: 'boutique',
    add: 'Ajouter : Pareto',
    sheet: 'Raccourcis clavier',
    language: 'english',
  },
  { lang: 'en', search: 'sample', add: 'Add: Pareto', sheet: 'Keyboard shortcuts', language: 'français' },
] as const)('the palette finds and does everything, and gives the focus back ($lang)', async (said) => {
  const { page, errors } = await people.open({ lang: said.lang });
  const palette = page.locator('[data-role="palette"]');
  // From the first screen to the sample without a mouse.
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type(said.search);
  expect(await palette.getByRole('option').count()).toBeGreaterThan(0);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await cellsSettled(page);

  await page.locator('[data-cell][data-name="rfm"]').focus();
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type('pareto');
  await palette.getByRole('option', { name: said.add }).waitFor();
  await palette.getByRole('option', { name: said.add }).click();
  await expect.poll(() => focused(page)).toBe('pareto_2');
  expect((await names(page)).slice(3, 5)).toEqual(['rfm', 'pareto_2']);
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('pareto_2');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: said.sheet }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  // What lies behind a dialog is not changed.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await names(page)).toContain('pareto_2');

  // By its button no cell has the focus: the keys of cells are listed all the same.
  await page.locator('[data-role="keys"]').click();
  expect(await page.getByRole('dialog', { name: said.sheet }).textContent()).toContain('D');
  expect(await page.getByRole('dialog').locator('dt').count()).toBeGreaterThan(15);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type(said.language);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getAttribute('html', 'lang')).toBe(said.lang === 'fr' ? 'en' : 'fr');
  expect(errors).toEqual([]);
});

test('cells are walked, added, moved, copied, deleted and brought back by keys, and the focus is never lost', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.locator('[data-cell][data-name="overview"]').focus();
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).toBe('pareto');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('pareto');

  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: /Search/ }).waitFor();
  await page.keyboard.type('segment');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('segment');
  expect((await names(page)).indexOf('segment')).toBe((await names(page)).indexOf('pareto') - 1);
  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(async () => (await names(page)).indexOf('segment'))
    .toBe((await names(page)).indexOf('pareto') + 1);
  await expect.poll(() => focused(page)).toBe('segment');

  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await expect.poll(() => focused(page)).toBe('segment_2');
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect.poll(() => names(page)).not.toContain('segment_2');
  await expect.poll(() => focused(page)).toBe('rfm');
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(page)).toContain('segment_2');

  // Letters in a field are letters.
  await page.keyboard.press('Enter');
  await page.locator('[data-cell][data-name="pareto"] input[type="number"]').first().focus();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  expect(await names(page)).toContain('pareto');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('pareto');
  await page.keyboard.press('Control+s');
  await page.getByText(/^Saved \d/).waitFor();
});

test('Back and Forward go through the screens', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.locator('[data-role="data-screen"]').click();
  await page.getByRole('heading', { name: 'Your data', level: 1 }).waitFor();
  await page.goBack();
  await page.locator('[data-cell][data-name="overview"]').waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: 'Your data', level: 1 }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.locator('[data-role="sample"]').waitFor();
  expect(new URL(page.url()).search).toBe('?lang=en');
  await page.goForward();
  await cellsSettled(page);
  expect(await names(page)).toContain('overview');

  // A review that is left by Back is given up, as by its button.
  await page.goBack();
  await page.locator('[data-role="sample"]').waitFor();
  await page.setInputFiles('[data-role="open"]', {
    name: 'sales.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('order_id,customer_id,order_date,amount\n1,a,2024-01-31,5\n2,b,2024-02-28,6\n'),
  });
  await page.locator('[data-role="import-review"]').waitFor();
  await page.goBack();
  await page.locator('[data-role="sample"]').waitFor();
  expect(await page.locator('[data-role="import-review"]').count()).toBe(0);
  expect(errors).toEqual([]);
});
