import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample, records, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

test.each([
  {
    lang: 'fr',
    kind: /^Quatre stratégies/,
    step: 'Ajouter une cellule dans',
    box: 'Reconquête',
    make: 'Créer le segment',
  },
  {
    lang: 'en',
    kind: /^Four strategies/,
    step: 'Add a cell to',
    box: 'Win-back',
    make: 'Create the segment',
  },
] as const)(
  'customers are placed by value and intensity, and a box becomes a segment ($lang)',
  async (said) => {
    const { page, errors } = await people.open({ lang: said.lang });
    await openSample(page);
    await page
      .locator('[data-step="adapt"]')
      .getByRole('button', { name: new RegExp(said.step) })
      .click();
    await page.getByRole('menuitem', { name: said.kind }).click();
    const cell = page.locator('[data-cell][data-kind="strategies"]');
    await cell.waitFor();
    await cellsSettled(page);
    const cells = records((await resultTables(page, 'strategies'))['cells']);
    expect(cells.map((row) => row['strategy'])).toEqual([
      'fidelisation',
      'reconquete',
      'rationalisation',
      'abandon',
      'dormant',
    ]);
    const buyers = await page.evaluate(async () => {
      const { rows } = await window.clientele.query('select count(*) from customers where orders >= 1');
      return rows[0]?.[0];
    });
    // Everybody who ever bought stands in exactly one box.
    expect(cells.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(buyers);
    expect(await seriousFaults(page)).toEqual([]);
    await cell.getByRole('button', { name: said.box }).click();
    await cell.getByRole('button', { name: said.make }).click();
    await page.locator('[data-cell][data-kind="segment"]').waitFor();
    await cellsSettled(page);
    const name = await page.locator('[data-cell][data-kind="segment"]').getAttribute('data-name');
    const weight = records((await resultTables(page, name ?? ''))['weight']);
    expect(weight[0]?.['value']).toBe(cells[1]?.['customers']);
    expect(errors).toEqual([]);
  },
);
