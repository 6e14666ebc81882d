import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { dropFiles } from '../support/drop.js';
import { openSample } from '../support/journey.js';
import { focusOn, cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ').trim();
/** Waits until a part of the data screen has its answer. */
const ready = (page: Page, selector: string): Promise<unknown> =>
  page.waitForSelector(`${selector}[data-status="ready"]`, { timeout: 60_000 });

const words = {
  fr: {
    share: '100 %',
    lines: 'Lignes de commande',
    match:
      'Les 16 591 lignes de « Lignes de commande » trouvent toutes leur correspondance dans « Commandes ».',
    type: 'type Type / segment client texte 100 % 2 3 à 11 caractères Particulier 1 732 Pro 68',
    email: 'E-mail clients.csv · email 100 % 1 800 sur 1 800 clients 100 % 1 800 sur 1 800 note A A',
    phone: 'Téléphone Absent : ajoutez une colonne « Téléphone » à clients.csv. note E E',
  },
  en: {
    share: '100%',
    lines: 'Order lines',
    match: 'All 16,591 rows of “Order lines” find their match in “Orders”.',
    type: 'type Customer type text 100% 2 3 to 11 characters Particulier 1,732 Pro 68',
    email: 'E-mail clients.csv · email 100% 1,800 of 1,800 customers 100% 1,800 of 1,800 grade A A',
    phone: 'Phone Missing: add a column “Phone” to clients.csv. grade E E',
  },
} as const;

test.each(['fr', 'en'] as const)(
  'the sample shop’s data are shown: joins, columns, completeness (%s)',
  async (lang) => {
    const { page, errors } = await people.open({ lang, width: 1024, height: 768 });
    const said = words[lang];
    await openSample(page);
    await page.locator('[data-role="data-screen"]').click();
    await ready(page, '[data-role="warehouse"]');
    const shares = await page.locator('[data-join]').allInnerTexts();
    expect(shares.map((share) => share.replace(/\s/g, ' '))).toEqual([said.share, said.share, said.share]);
    expect(await text(page, '.table.center')).toContain(said.lines);
    await page.locator('[data-join="lignes-commandes"]').click();
    expect(await text(page, '[data-role="join-details"]')).toContain(said.match);
    expect(await seriousFaults(page)).toEqual([]);

    await page.locator('[data-part="tables"]').click();
    await ready(page, '[data-table="clients"]');
    expect(await text(page, '[data-column="type"]')).toBe(said.type);
    expect(await page.locator('[data-column="age"] svg[role="img"] rect').count()).toBeGreaterThan(4);
    await page.locator('[data-table] .tools button').last().click();
    expect(await page.locator('[data-table] pre').first().innerText()).toContain(
      'approx_count_distinct("type")',
    );
    expect(await seriousFaults(page)).toEqual([]);

    await page.locator('[data-part="completeness"]').click();
    await ready(page, '[data-role="completeness"]');
    expect(await text(page, '[data-field="email"]')).toBe(said.email);
    expect(await text(page, '[data-field="phone"]')).toBe(said.phone);
    expect(await seriousFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
  },
);

test('the data screen is reached and left with the keyboard, and the notebook is where it was', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.evaluate(() => window.scrollTo(0, 900));
  await page.locator('[data-role="data-screen"]').focus();
  await page.keyboard.press('Enter');
  await ready(page, '[data-role="warehouse"]');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Your data');
  await focusOn(page, '[data-join="commandes-clients"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-role="join-details"]').waitFor();
  await focusOn(page, '[data-part="warehouse"]', 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await ready(page, '[data-table="clients"]');
  await page.keyboard.press('Escape');
  await page.locator('[data-role="data-panel"]').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => window.scrollY)).toBe(900);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-role'))).toBe('data-screen');
  expect(await page.locator('[data-cell]:not([data-status="ready"])').count()).toBe(0);
});

test('what does not match is counted and shown, and a repeated key is named', async () => {
  const { page } = await people.open({ lang: 'en' });
  await dropFiles(page, [
    {
      name: 'clients.csv',
      content: 'customer_id,nom,ville\nC1,Ann,Lille\nC2,Bob,Lyon\nC2,Bob,Lyon\nC9,Never,Lyon\n',
    },
    {
      name: 'commandes.csv',
      content:
        'order_id,customer_id,date_commande,montant\nF1,C1,2024-01-05,10\nF2,C2,2024-02-10,20\nF3,C7,2024-03-01,30\nF4,,2024-03-02,40\n',
    },
  ]);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  await page.locator('[data-role="data-screen"]').click();
  await ready(page, '[data-role="warehouse"]');
  const join = page.locator('[data-join="commandes-clients"]');
  expect(await join.innerText()).toBe('66.6%');
  await join.click();
  await page.locator('[data-role="join-details"] table').nth(1).waitFor();
  const details = await text(page, '[data-role="join-details"]');
  expect(details).toContain('2 of 3 rows of “Orders” (66.6%) find their match in “Customers”.');
  expect(details).toContain('1 key stands several times in “Customers”, where each should be unique');
  expect(details).toContain('1 row of “Orders” has no key: it is not part of this percentage.');
  expect(details).toContain('1 key that “Customers” does not have; rows concerned: 1.');
  const cells = await page.locator('[data-role="join-details"] td').allInnerTexts();
  expect(cells).toEqual(expect.arrayContaining(['F3', 'C7', 'C9', 'Never']));
});

test('an analysis whose columns are missing is greyed out in the menu and named in a cell', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await dropFiles(page, [
    { name: 'clients.csv', content: 'customer_id,nom,ville\nC1,Ann,Lille\nC2,Bob,Lyon\n' },
  ]);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  await page.locator('[data-step="segment"] [aria-haspopup="menu"]').first().click();
  const item = page.getByRole('menuitem', { name: /RFM/ });
  expect(await item.getAttribute('aria-disabled')).toBe('true');
  expect(await item.innerText()).toContain('il manque\u00a0: Identifiant client');
  expect(await seriousFaults(page)).toEqual([]);
  const cells = await page.locator('[data-cell]').count();
  await item.click({ force: true });
  expect(await page.locator('[data-cell]').count()).toBe(cells);
  await page.evaluate(() => window.clientele.addCell({ kind: 'rfm' }));
  await page.locator('[data-kind="rfm"][data-status="failed"]').waitFor();
  expect(await text(page, '[data-kind="rfm"] [role="alert"]')).toContain(
    'besoin de colonnes que vos données n’ont pas : identifiant client, date de commande',
  );
});
