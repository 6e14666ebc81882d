import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

test.each([
  {
    lang: 'fr',
    dialog: 'Versions de ce carnet',
    name: 'Nom de la version',
    keep: 'Garder cette version',
    removed: 'supprimé Pareto',
    back: 'Y revenir : avant',
  },
  {
    lang: 'en',
    dialog: 'Versions of this notebook',
    name: 'Name of the version',
    keep: 'Keep this version',
    removed: 'removed Pareto',
    back: 'Go back to it: avant',
  },
] as const)(
  'a version is kept by name, says what was done since, and comes back; undo goes forward again ($lang)',
  async (said) => {
    const { page, errors } = await people.open({ lang: said.lang });
    await openSample(page);
    const names = (): Promise<(string | null)[]> =>
      page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-name')));
    const before = await names();
    await page.locator('[data-role="versions"]').click();
    const dialog = page.getByRole('dialog', { name: said.dialog });
    await dialog.getByLabel(said.name).fill('avant');
    await dialog.getByRole('button', { name: said.keep }).click();
    await dialog.getByText('avant', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.locator('[data-cell][data-name="pareto"]').focus();
    await page.keyboard.press('d');
    await page.keyboard.press('d');
    await expect.poll(names).not.toContain('pareto');
    await page.locator('[data-role="versions"]').click();
    await dialog.getByText(new RegExp(said.removed)).waitFor();
    await dialog.getByRole('button', { name: said.back }).click();
    await expect.poll(names).toEqual(before);
    await cellsSettled(page);
    await page.evaluate(() => window.clientele.undo());
    await expect.poll(names).not.toContain('pareto');
    expect(errors).toEqual([]);
  },
);
