import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { metrics, openSample, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

test('a slider drives a setting, a query and a text; the text follows the language', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await openSample(page);
  await page
    .locator('[data-step="segment"]')
    .getByRole('button', { name: /Ajouter une cellule/ })
    .click();
  await page.getByRole('menuitem', { name: /^Valeur à régler/ }).click();
  const input = page.locator('[data-cell][data-kind="input"]');
  await input.waitFor();
  await cellsSettled(page);
  for (const [label, value] of [
    ['Maximum', '1'],
    ['Pas', '0.05'],
  ] as const) {
    await input.getByLabel(label).fill(value);
    await input.getByLabel(label).press('Enter');
  }
  // The setting of another cell follows it.
  const pareto = page.locator('[data-cell][data-name="pareto"]');
  await pareto.getByLabel('Lier un réglage à une valeur').selectOption('topShare');
  await pareto.getByLabel(/^Valeur que suit/).selectOption('input');
  await pareto.getByText(/ suit input$/).waitFor();
  await page.evaluate(async () => {
    await window.clientele.addCell({ kind: 'sql', name: 'q', params: { sql: 'select $input + 1 as more' } });
    await window.clientele.addCell({
      kind: 'text',
      name: 'note',
      params: {
        markdown: 'Les premiers {{input}} font **{{pareto.top_share}}** ; {{overview.customers}} clients.',
      },
    });
  });
  const slider = input.getByRole('slider');
  await slider.focus();
  for (let step = 0; step < 4; step += 1) await slider.press('ArrowRight');
  expect(await slider.inputValue()).toBe('0.2');
  await cellsSettled(page);
  const share = Number(metrics((await resultTables(page, 'pareto'))['summary'])['top_share']);
  expect((await resultTables(page, 'q'))['result']?.rows[0]?.[0]).toBeCloseTo(1.2, 12);
  const text = async (): Promise<string> =>
    ((await page.locator('[data-cell][data-name="note"]').textContent()) ?? '').replace(
      /[\u00a0\u202f]/g,
      ' ',
    );
  const percent = (locale: string): string =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
      .format(share)
      .replace(/[\u00a0\u202f]/g, ' ');
  await expect.poll(text).toContain(`Les premiers 0,2 font ${percent('fr-FR')}`);
  await page.getByRole('button', { name: 'English' }).click();
  expect(await text()).toContain(`Les premiers 0.2 font ${percent('en-GB')}`);
  expect(await seriousFaults(page)).toEqual([]);

  // Who reads the shared page sees the value, and has nothing to set.
  const html = await page.evaluate(() => window.clientele.exportHtml());
  expect([
    html.includes(percent('en-GB')),
    html.slice(0, html.indexOf('<script')).includes('<input'),
  ]).toEqual([true, false]);
  expect(errors).toEqual([]);
});
