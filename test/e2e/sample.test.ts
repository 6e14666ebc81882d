import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metrics, openSample, records, resultTables, storedSources } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

interface Truth {
  overview: Record<string, number>;
  pareto: Record<string, number>;
}
const truth = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../sample-data/truth.json'), 'utf8'),
) as Truth & Record<string, unknown>;
const people = useBrowser();

test('the first screen says what it is, in both languages, before the engine is ready', async () => {
  const french = await people.open({ lang: 'fr', ready: false });
  await french.page.getByRole('heading', { name: 'Clientele' }).waitFor();
  expect(await french.page.textContent('main')).toContain('rien ne quitte cet ordinateur');
  expect(await french.page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Mes données',
    'Boutique exemple',
    'Carnets récents',
  ]);
  await french.page.getByRole('button', { name: 'English' }).click();
  expect(await french.page.textContent('main')).toContain('nothing leaves this computer');
  expect(await french.page.getAttribute('html', 'lang')).toBe('en');
});

test('one click opens the sample shop with the figures of its truth file', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await openSample(page);
  const kpis = metrics((await resultTables(page, 'overview'))['kpis']);
  for (const [metric, value] of Object.entries(truth.overview)) {
    if (typeof value === 'number') expect(kpis[metric], metric).toBeCloseTo(value, 6);
    else expect(kpis[metric], metric).toBe(value);
  }
  const pareto = metrics((await resultTables(page, 'pareto'))['summary']);
  expect(pareto['items']).toBe(truth.pareto['items']);
  expect(pareto['top_share']).toBeCloseTo(truth.pareto['top_share'] ?? NaN, 9);
  expect(pareto['gini']).toBeCloseTo(truth.pareto['gini'] ?? NaN, 9);
  const steps = await page.locator('[data-step] h2').allTextContents();
  expect(steps.map((text) => text.replace(/\d/, '').trim())).toEqual([
    'Identifier',
    'Segmenter',
    'Adapter',
    'Échanger',
    'Évaluer',
  ]);
  expect(
    await page
      .locator('[data-cell]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-kind'))),
  ).toEqual(['text', 'overview', 'pareto', 'rfm', 'pivot', 'text', 'cohorts']);
  expect(errors).toEqual([]);
});

test('a changed setting runs that cell again and only what reads it', async () => {
  const { page } = await people.open();
  await openSample(page);
  const before = (await resultTables(page, 'pareto'))['curve']?.rows.length ?? 0;
  const rfm = await page.evaluate(() => window.clientele.result('rfm'));
  const pareto = page.locator('[data-name="pareto"]');
  await pareto.getByLabel('Rank', { exact: true }).selectOption('product');
  await cellsSettled(page);
  const after = await resultTables(page, 'pareto');
  expect(metrics(after['summary'])['items']).toBeLessThanOrEqual(48);
  expect(after['curve']?.rows.length).toBeLessThan(before);
  expect((await page.evaluate(() => window.clientele.result('rfm'))).ms).toBe(rfm.ms);
});

test('a SQL cell reads another cell by its name, and runs again when that cell changes', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.evaluate(() =>
    window.clientele.addCell({
      kind: 'sql',
      name: 'champions',
      params: { sql: "select count(*) as champions from rfm where segment = 'champions'" },
    }),
  );
  const count = async (): Promise<unknown> => (await resultTables(page, 'champions'))['result']?.rows[0]?.[0];
  const segments = records((await resultTables(page, 'rfm'))['segments']);
  expect(await count()).toBe(segments.find((row) => row['segment'] === 'champions')?.['customers']);
  await page.evaluate(() => window.clientele.setParams('rfm', { bins: 3 }));
  const fewer = records((await resultTables(page, 'rfm'))['segments']);
  expect(await count()).toBe(fewer.find((row) => row['segment'] === 'champions')?.['customers']);
});

test('table, SQL and explanation of a cell open behind their switches', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await openSample(page);
  const pareto = page.locator('[data-name="pareto"]');
  await pareto.getByRole('button', { name: 'Tableau', exact: true }).click();
  expect(await pareto.getByRole('table').count()).toBeGreaterThan(0);
  await pareto.getByRole('button', { name: 'Voir le SQL' }).click();
  expect(await pareto.locator('pre').first().textContent()).toContain('select');
  await pareto.getByRole('button', { name: 'Comment c’est calculé' }).click();
  expect(await pareto.locator('.concept').textContent()).toMatch(/Gini/);
});

test('cells are added, renamed, moved, duplicated and deleted, and undo brings the whole document back', async () => {
  const { page } = await people.open();
  await openSample(page);
  const kinds = (): Promise<(string | null)[]> =>
    page.locator('[data-cell]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-name')));
  const original = await kinds();
  await page
    .locator('[data-step="segment"]')
    .getByRole('button', { name: /Add a cell/ })
    .click();
  await page.getByRole('menuitem', { name: /SQL/ }).click();
  expect(await kinds()).toContain('sql');
  const more = async (name: string, item: string): Promise<void> => {
    await page.locator(`[data-name="${name}"]`).getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await more('pareto', 'Duplicate');
  expect(await kinds()).toContain('pareto_2');
  await more('pareto_2', 'Rename');
  await page.getByLabel('Cell title').fill('Products');
  await page.getByLabel(/Table name/).fill('by_product');
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(await page.locator('[data-name="by_product"] h3').textContent()).toBe('Products');
  await more('by_product', 'Move up');
  expect((await kinds()).indexOf('by_product')).toBeLessThan((await kinds()).indexOf('pareto'));
  await more('rfm', 'Delete');
  expect(await kinds()).not.toContain('rfm');
  await page.locator('[data-role="notice"]').getByRole('button', { name: 'Undo' }).click();
  expect(await kinds()).toContain('rfm');
  for (let step = 0; step < 4; step += 1) await page.locator('[data-role="undo"]').click();
  expect(await kinds()).toEqual(original);
  await page.locator('[data-role="redo"]').click();
  expect(await kinds()).toContain('sql');
});

test('a reload brings back the notebook, its results and its data', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.evaluate(() => window.clientele.setParams('pareto', { topShare: 0.1 }));
  const before = metrics((await resultTables(page, 'pareto'))['summary']);
  await page.getByLabel('Notebook title').fill('My shop');
  await page.keyboard.press('Enter');
  await page.getByText(/^Saved/).waitFor();
  await expect.poll(() => storedSources(page), { timeout: 30_000 }).toBe(4);
  await page.reload();
  await page.locator('[data-name="pareto"] svg[data-chart]').waitFor();
  expect(await page.getByLabel('Notebook title').inputValue()).toBe('My shop');
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'pareto'))['summary'])).toEqual(before);
  const [row] = (await page.evaluate(() => window.clientele.query('select count(*) from sales'))).rows;
  expect(row?.[0]).toBe(truth.overview['lines']);
});

test('any cell becomes a SQL cell with the same numbers, and undo takes it out', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await openSample(page);
  const rfm = page.locator('[data-cell][data-name="rfm"]');
  await rfm.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'En cellule SQL' }).click();
  await page.locator('[data-cell][data-name="rfm_sql"]').waitFor();
  await cellsSettled(page);
  const counted = await page.evaluate(async () => {
    const count = (table: string): Promise<{ rows: unknown }> =>
      window.clientele.query(`select segment, count(*), sum(monetary) from ${table} group by 1 order by 1`);
    return [(await count('rfm')).rows, (await count('rfm_sql')).rows];
  });
  expect(counted[1]).toEqual(counted[0]);
  expect(counted[0]).not.toEqual([]);
  await page.evaluate(() => window.clientele.undo());
  await expect.poll(() => page.locator('[data-cell][data-name="rfm_sql"]').count()).toBe(0);
  expect(errors).toEqual([]);
});
