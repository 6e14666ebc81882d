import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample, records, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

test.each([
  {
    lang: 'fr',
    kind: /^Groupes de clients/,
    step: 'Ajouter une cellule dans',
    words: /dernier achat il y a \d+ jours? en moyenne/,
    make: 'Créer le segment',
  },
  {
    lang: 'en',
    kind: /^Customer clusters/,
    step: 'Add a cell to',
    words: /bought \d+ days? ago on average/,
    make: 'Create the segment',
  },
] as const)(
  'clusters come from a worker, in words, and one becomes a segment by key ($lang)',
  async (said) => {
    const { page, errors } = await people.open({ lang: said.lang });
    await openSample(page);
    await page
      .locator('[data-step="segment"]')
      .getByRole('button', { name: new RegExp(said.step) })
      .click();
    await page.getByRole('menuitem', { name: said.kind }).click();
    const cell = page.locator('[data-cell][data-kind="clusters"]');
    await cell.waitFor();
    await cellsSettled(page);
    const clusters = records((await resultTables(page, 'clusters'))['clusters']);
    expect(clusters.length).toBeGreaterThanOrEqual(2);
    expect(await cell.locator('[data-cluster="1"]').innerText()).toMatch(said.words);
    expect(await seriousFaults(page)).toEqual([]);
    await cell.locator('[data-cluster="1"] button').press('Enter');
    await cell.getByRole('button', { name: said.make }).press('Enter');
    const segment = page.locator('[data-cell][data-kind="segment"]');
    await segment.waitFor();
    await cellsSettled(page);
    const weight = records(
      (await resultTables(page, (await segment.getAttribute('data-name')) ?? ''))['weight'],
    );
    expect(weight[0]?.['value']).toBe(clusters[0]?.['customers']);
    expect(errors).toEqual([]);
  },
);
