import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metrics, openSample, resultTables, storedSources } from '../support/journey.js';
import { cellsSettled, engineReady, useBrowser } from '../support/page.js';
import { serveFolder, type Served } from '../support/static-server.js';

const people = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
let server: Served;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../dist'), folder, { recursive: true });
  server = await serveFolder(folder, '/shop/tools/', true);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A new person at the app, once its files are kept. */
async function visitor(lang: 'fr' | 'en'): Promise<Page> {
  const { page } = await people.open({ lang, serviceWorkers: 'allow', home: server.url });
  await page.locator('[data-role="offline"]').waitFor({ timeout: 60_000 });
  return page;
}

test('after one visit everything works without a network, in both languages', async () => {
  const page = await visitor('fr');
  expect(await page.locator('[data-role="offline"]').textContent()).toBe('Fonctionne aussi hors connexion.');
  await page.context().setOffline(true);
  await page.reload();
  await engineReady(page);
  await openSample(page);
  const customers = metrics((await resultTables(page, 'overview'))['kpis'])['customers'];
  expect(Number(customers)).toBeGreaterThan(1000);
  await page.evaluate(() =>
    window.clientele.addCell({ kind: 'pareto', name: 'again', params: { topShare: 0.1 } }),
  );
  await cellsSettled(page);
  // The data screen, the workers of Parquet and Excel, and the shared page are files of their own.
  await page.locator('[data-role="data-screen"]').click();
  await page.getByRole('heading', { name: 'Vos données', level: 1 }).waitFor();
  expect((await page.evaluate(() => window.clientele.exportHtml())).length).toBeGreaterThan(100_000);
  await expect.poll(() => storedSources(page), { timeout: 30_000 }).toBe(4);
  await page.goto(`${server.url}?lang=en`);
  await page.getByText('Overview').first().waitFor();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['customers']).toBe(customers);
});

test('a new version is offered, waits, and comes when it is taken; the work is still there', async () => {
  const page = await visitor('en');
  await openSample(page);
  await page.getByLabel('Notebook title').fill('My shop');
  await page.getByLabel('Notebook title').press('Tab');
  await expect.poll(() => storedSources(page), { timeout: 30_000 }).toBe(4);
  publish('Clientele, second edition');
  // The browser looks for a new version when the page is opened; the old one is still shown.
  await page.reload();
  await page.locator('[data-role="update"]').waitFor({ timeout: 60_000 });
  expect(await page.title()).toBe('Clientele');
  expect(await page.locator('[data-role="update"]').textContent()).toContain(
    'A new version of Clientele is ready',
  );
  await page.getByLabel('Notebook title').fill('My own shop');
  await page.getByLabel('Notebook title').press('Tab');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => page.title(), { timeout: 30_000 }).toBe('Clientele, second edition');
  await expect
    .poll(() => page.getByLabel('Notebook title').inputValue(), { timeout: 30_000 })
    .toBe('My own shop');
  await cellsSettled(page);
  expect(await page.locator('[data-role="update"]').count()).toBe(0);
});

test('nothing is said where the browser has no service workers', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await page.waitForTimeout(6000);
  expect(await page.locator('[data-role="offline"]').count()).toBe(0);
  await openSample(page);
  expect(errors).toEqual([]);
});

/** Puts another version of the app in place of the one that is served. */
function publish(title: string): void {
  const index = join(folder, 'index.html');
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace('<title>Clientele</title>', `<title>${title}</title>`),
  );
  const worker = join(folder, 'service-worker.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/"version":"\w+"/, '"version":"second"'));
}
