import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeTwins } from '../../sample-data/twins/files.js';
import type { SalesTruth, Twin } from '../../sample-data/twins/twin.js';
import { dropFiles } from '../support/drop.js';
import { metrics, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();
const twins = makeTwins();

async function review(page: Page, name: string): Promise<Twin> {
  const twin = twins.find((each) => each.name === name);
  if (!twin) throw new Error(`no twin ${name}`);
  await dropFiles(page, [{ name, content: Buffer.from(twin.bytes) }]);
  await page.locator('[data-role="import-review"]').waitFor();
  return twin;
}

/** What is written there, with plain spaces. */
async function words(page: Page, role: string): Promise<string> {
  const text = (await page.locator(`[data-role="${role}"]`).textContent()) ?? '';
  return text.replace(/\s+/g, ' ');
}

/** Money and days as French readers expect them. */
function inFrench(sales: SalesTruth): { revenue: string; from: string; to: string } {
  const money = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
  const written = (iso: string | null): string => day.format(new Date(`${iso}T00:00:00Z`));
  return {
    revenue: money.format(sales.revenue).replace(/\s/g, ' '),
    from: written(sales.first_date),
    to: written(sales.last_date),
  };
}

/** Accepts what the review says, and gives the figures of the first cell. */
async function accept(page: Page): Promise<ReturnType<typeof metrics>> {
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  return metrics((await resultTables(page, 'overview'))['kpis']);
}

function salesOf({ truth }: Twin): SalesTruth {
  if (!truth.sales) throw new Error('a twin without sales');
  return truth.sales;
}

test("a till's export in Windows-1252: sentence, repairs, rejects and figures are right", async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  const twin = await review(page, 'caisse_cp1252.csv');
  const sales = salesOf(twin);
  const { revenue, from, to } = inFrench(sales);
  const sentence = await words(page, 'import-sentence');
  expect(sentence).toContain(`${revenue} €`);
  expect(sentence).toContain(`du ${from} au ${to}`);
  expect(sentence).toContain(`${sales.customers} clients`);
  expect((await words(page, 'repairs')).toLowerCase()).toContain('windows-1252');
  await page.locator('[data-role="rejects"] summary').click();
  const rejects = await words(page, 'rejects');
  for (const { line, value } of twin.truth.rejects) {
    expect(rejects).toContain(String(line));
    expect(rejects).toContain(value);
  }
  const kpis = await accept(page);
  expect(kpis['revenue']).toBeCloseTo(sales.revenue, 6);
  expect(kpis['orders']).toBe(sales.orders);
  expect(kpis['customers']).toBe(sales.customers);
  expect(errors).toEqual([]);
});

test('a printed list: titles, repeated headers and the total are left out, and said', async () => {
  const { page } = await people.open({ lang: 'fr' });
  const twin = await review(page, 'preamble_total.csv');
  const { rows, repairs } = twin.truth;
  const sales = salesOf(twin);
  expect(await words(page, 'import-sentence')).toContain(inFrench(sales).revenue);
  const said = await words(page, 'repairs');
  expect(said).toContain(`En-têtes répétés laissés de côté : ${repairs['repeated-headers-left-out']}`);
  expect(said).toContain('Lignes de total laissées de côté : 1');
  const text = await words(page, 'import-review');
  expect(text).toContain(String(rows.read));
  expect(text).toContain(String(rows.loaded));
  expect((await accept(page))['revenue']).toBeCloseTo(sales.revenue, 6);
});

test('days that may be months: the review asks, and the answer moves the dates', async () => {
  const { page } = await people.open({ lang: 'fr' });
  const twin = await review(page, 'dates_ambigues.csv');
  const question = page.locator('[data-role="date-question"]');
  expect(await words(page, 'date-question')).toContain(String(twin.truth.rows.loaded));
  expect(await page.locator('[data-role="accept-import"]').isDisabled()).toBe(true);
  await question.getByRole('radio').first().click();
  await expect.poll(() => question.count()).toBe(0);
  const sales = salesOf(twin);
  const { from, to } = inFrench(sales);
  await expect.poll(() => words(page, 'import-sentence')).toContain(`du ${from} au ${to}`);
  expect((await accept(page))['orders']).toBe(sales.orders);
});

test('HTML in names and cells of a file runs nowhere', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  const attack = '<img src=x onerror="window.__pwned=1">';
  const cell = `"${attack.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 30 }, (_, n) => `F${n};${cell};${n + 1}/01/2024;${n},50;${cell}`);
  await dropFiles(page, [
    {
      name: `${attack}.csv`,
      content: ['commande;client;date;montant;région', ...rows, `F99;${cell};x;y;${cell}`].join('\n'),
    },
  ]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await words(page, 'import-review')).toContain(attack);
  await accept(page);
  expect(await page.evaluate(() => Reflect.get(window, '__pwned') ?? null)).toBeNull();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(errors).toEqual([]);
});
