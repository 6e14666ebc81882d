import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample } from '../support/journey.js';
import { useBrowser } from '../support/page.js';

const people = useBrowser();
const hostile = '<img src=x onerror="document.title=1">';
const notebook = {
  clientele: 'notebook',
  version: 1,
  title: `Ventes ${hostile}`,
  cells: [
    { id: 'a', kind: 'sql', name: 'secret', params: { sql: `select '${hostile}' as x` } },
    { id: 'b', kind: 'rfm', name: 'rfm' },
    {
      id: 'c',
      kind: 'text',
      name: 't',
      params: { markdown: `${hostile} [here](https://evil.example/?d=1)` },
    },
  ],
};
const file = {
  name: 'from-a-friend.clientele.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(notebook)),
};

test.each([
  {
    lang: 'fr',
    title: 'Ce carnet vient d’ailleurs',
    no: 'Ne pas ouvrir',
    run: 'Ouvrir et calculer',
    sql: 'Une requête SQL',
  },
  {
    lang: 'en',
    title: 'This notebook comes from elsewhere',
    no: 'Do not open',
    run: 'Open and compute',
    sql: 'One SQL query',
  },
] as const)(
  'a notebook from somebody else runs nothing before it was looked at and agreed to ($lang)',
  async (said) => {
    const { page, errors } = await people.open({ lang: said.lang });
    await openSample(page);
    await page.setInputFiles('[data-role="open"]', file);
    const dialog = page.getByRole('dialog', { name: said.title });
    await dialog.waitFor();
    await dialog.getByText(said.sql).click();
    const shown = (await dialog.textContent()) ?? '';
    for (const part of [hostile, `select '${hostile}' as x`, 'https://evil.example/?d=1', 'RFM'])
      expect(shown).toContain(part);
    expect(await page.locator('[data-cell][data-name="secret"]').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('[data-cell][data-name="overview"]').count()).toBe(1);

    await page.setInputFiles('[data-role="open"]', file);
    await dialog.getByRole('button', { name: said.no }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.setInputFiles('[data-role="open"]', file);
    await dialog.getByRole('button', { name: said.run }).click();
    await page.locator('[data-cell][data-name="secret"]').waitFor();
    expect(await page.title()).toBe('Clientele');
    // What was agreed to once opens at once.
    await page.locator('.brand').click();
    await page.locator('[data-role="sample"]').waitFor();
    await page.setInputFiles('[data-role="open"]', file);
    await page.locator('[data-cell][data-name="secret"]').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(errors).toEqual([]);
  },
);
