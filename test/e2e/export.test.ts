import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { metrics, openSample, resultTables } from '../support/journey.js';
import { useBrowser } from '../support/page.js';

const people = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function savedAs(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test.each(['fr', 'en'] as const)(
  'the shared page opens from disk with the same figures, with and without script (%s)',
  async (lang) => {
    const { page } = await people.open({ lang });
    await openSample(page);
    const top = metrics((await resultTables(page, 'pareto'))['summary'])['top_share'];
    const headline = await page.locator('[data-name="pareto"] .figure').textContent();
    await page.locator('[data-role="share"]').click();
    const path = await savedAs(page, () => page.locator('[data-role="export-html"]').click());
    const html = readFileSync(path, 'utf8');
    expect(Buffer.byteLength(html)).toBeLessThan(1.5e6);
    expect(html).toContain(`<html lang="${lang}"`);
    const shown = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(Number(top));
    expect(headline).toContain(shown);
    for (const javaScriptEnabled of [true, false]) {
      const context = await people.browser.newContext({ javaScriptEnabled, offline: true });
      const reader = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      reader.on('request', (request) => asked.push(request.url()));
      reader.on('pageerror', (error) => errors.push(error.message));
      reader.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await reader.goto(pathToFileURL(path).href);
      expect(await reader.locator('[data-cell]').count()).toBe(7);
      expect(await reader.locator('[data-name="pareto"]').textContent()).toContain(shown);
      expect(await reader.locator('[data-name="pareto"] svg[data-chart]').count()).toBeGreaterThan(0);
      expect(asked).toEqual([pathToFileURL(path).href]);
      expect(errors).toEqual([]);
      await context.close();
    }
  },
);

test('the shared page carries no row of a customer', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.evaluate(() =>
    window.clientele.addCell({
      kind: 'sql',
      name: 'who',
      params: { sql: 'select * from customers order by 1 limit 5' },
    }),
  );
  const who = (await resultTables(page, 'who'))['result'];
  const id = String(who?.rows[0]?.[who.columns.findIndex((column) => column.name === 'customer_id')]);
  const html = await page.evaluate(() => window.clientele.exportHtml());
  expect(id.length).toBeGreaterThan(3);
  expect(html).not.toContain(id);
  expect(html).not.toMatch(/@[a-z-]+\.example/);
});

test('a cell saves its table as CSV and its chart as SVG and PNG', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await openSample(page);
  const item = (name: string) => async (): Promise<void> => {
    await page.locator('[data-name="pareto"]').getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const csv = readFileSync(await savedAs(page, item('Tableau en CSV')), 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n')[0]).toContain(';');
  const svg = readFileSync(await savedAs(page, item('Graphique en SVG')), 'utf8');
  expect(svg).toMatch(/^<\?xml/);
  expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  const png = readFileSync(await savedAs(page, item('Graphique en PNG')));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('the notebook file opens again, asks for its data, and takes it back', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.locator('[data-role="share"]').click();
  const path = await savedAs(page, () => page.locator('[data-role="export-notebook"]').click());
  expect(path).toMatch(/\.clientele\.json$/);
  expect(readFileSync(path, 'utf8')).not.toMatch(/@[a-z-]+\.example/);
  const other = await people.open();
  await other.page.locator('[data-role="open"]').setInputFiles(path);
  // In another browser it is a stranger's.
  await other.page.locator('[data-role="run-stranger"]').click();
  await other.page.getByText(/Drop its files/).waitFor();
  const data = ['clients', 'produits', 'commandes', 'lignes'].map((name) =>
    join(import.meta.dirname, `../../sample-data/${name}.csv`),
  );
  await other.page.locator('[data-role="open"]').setInputFiles(data);
  await other.page.locator('[data-role="accept-import"]').click();
  expect(metrics((await resultTables(other.page, 'overview'))['kpis'])).toEqual(
    metrics((await resultTables(page, 'overview'))['kpis']),
  );
});

test('a file of another kind that ends in .json is refused in plain words', async () => {
  const { page } = await people.open();
  const path = join(folder, 'other.json');
  writeFileSync(path, '{"a": 1}');
  await page.locator('[data-role="open"]').setInputFiles(path);
  expect(await page.getByRole('alert').textContent()).not.toContain('undefined');
});
