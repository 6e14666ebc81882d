import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { metrics, openSample, records, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

test('an RFM box becomes a segment, the population of a cell, and the filter of the notebook', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await openSample(page);
  const rfm = page.locator('[data-cell][data-name="rfm"]');
  const champions = records((await resultTables(page, 'rfm'))['segments']).find(
    (row) => row['segment'] === 'champions',
  );
  const everybody = metrics((await resultTables(page, 'pareto'))['summary'])['items'];

  // By keyboard: the box of the map is a button.
  await rfm.getByRole('button', { name: /^Champions, / }).press('Enter');
  await rfm.locator('[data-role="selection"]').getByText('Sélection : Champions').waitFor();
  await rfm.getByRole('button', { name: 'Créer le segment' }).click();
  const segment = page.locator('[data-cell][data-kind="segment"]');
  await segment.waitFor();
  await cellsSettled(page);
  expect(await segment.getAttribute('data-name')).toBe('Champions');
  const weight = records((await resultTables(page, 'Champions'))['weight']);
  expect(weight[0]).toMatchObject({ metric: 'customers', value: champions?.['customers'] });
  expect(weight[3]?.['value']).toBeCloseTo(Number(champions?.['revenue']), 6);
  expect((await segment.textContent())?.replaceAll('\u00a0', ' ')).toContain(
    'rfm : Segment est parmi Champions',
  );

  // One cell on the champions alone.
  const pareto = page.locator('[data-cell][data-name="pareto"]');
  await pareto.getByLabel('Calculer sur').selectOption('Champions');
  await pareto.getByText('Sur : Champions').waitFor();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'pareto'))['summary'])['items']).toBe(champions?.['customers']);

  // The whole notebook on them; the cell that they come from stays whole.
  await page
    .locator('[data-role="filter-bar"]')
    .getByLabel('Segment', { exact: true })
    .selectOption('Champions');
  await page
    .locator('[data-role="filter-bar"]')
    .getByText(/clients sur/)
    .waitFor();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['customers']).toBe(champions?.['customers']);
  const kept = records((await resultTables(page, 'rfm'))['segments']).find(
    (row) => row['segment'] === 'champions',
  );
  expect(kept).toEqual(champions);
  expect(await rfm.textContent()).toContain('hors segment');
  expect(await seriousFaults(page)).toEqual([]);

  // A new name follows everywhere; undo takes everything back, one step at a time.
  await segment.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Renommer' }).click();
  await segment.getByLabel('Nom de la table (lu par les autres cellules)').fill('meilleurs');
  await segment.getByRole('button', { name: 'Appliquer' }).click();
  await pareto.getByText('Sur : meilleurs').waitFor();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['customers']).toBe(champions?.['customers']);
  // The name, the filter, the population, the segment.
  for (let step = 0; step < 4; step += 1) await page.evaluate(() => window.clientele.undo());
  await cellsSettled(page);
  expect(await page.locator('[data-cell][data-kind="segment"]').count()).toBe(0);
  expect(metrics((await resultTables(page, 'pareto'))['summary'])['items']).toBe(everybody);
  expect(errors).toEqual([]);
});

test('the filter bar limits every cell, says what is left, and survives a reload', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  const bar = page.locator('[data-role="filter-bar"]');
  const before = metrics((await resultTables(page, 'overview'))['kpis']);
  await bar.getByLabel(/Notebook filter/).selectOption({ label: 'Channel' });
  const [channel] = await page.evaluate(async () => {
    const { rows } = await window.clientele.query(
      'select channel, count(*), count(distinct customer_id) filter (amount > 0) from sales group by 1 order by 2 desc limit 1',
    );
    return rows;
  });
  await bar.getByRole('checkbox', { name: new RegExp(`^${String(channel?.[0])}`) }).check();
  await bar.getByRole('button', { name: 'Add the filter' }).click();
  await bar.getByText(`Channel is one of ${String(channel?.[0])}`).waitFor();
  await cellsSettled(page);
  const after = metrics((await resultTables(page, 'overview'))['kpis']);
  expect(after['lines']).toBe(channel?.[1]);
  expect(after['lines']).toBeLessThan(Number(before['lines']));
  await bar.getByText(/of .* lines/).waitFor();
  expect(await page.locator('[data-cell][data-name="overview"]').textContent()).toContain('filtered');
  const sql = await page.evaluate(async () => (await window.clientele.result('rfm')).sql);
  expect(sql['table']).toContain('"channel" in');

  await page.waitForTimeout(1500);
  await page.reload();
  await bar.getByText('Channel is one of').waitFor();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['lines']).toBe(channel?.[1]);

  await bar.getByRole('button', { name: 'Clear all' }).click();
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['lines']).toBe(before['lines']);
  expect(errors).toEqual([]);
});

test('a segment is put together in its settings: and, or, but not', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.evaluate(async () => {
    await window.clientele.addCell({ kind: 'segment', name: 'mine' });
    await window.clientele.addCell({ kind: 'overview', name: 'of_mine', source: 'mine' });
  });
  await cellsSettled(page);
  const mine = page.locator('[data-cell][data-name="mine"]');
  await mine.getByRole('button', { name: '+ Add a condition' }).click();
  await mine.getByLabel('Customers taken from').selectOption({ label: 'RFM segments (rfm)' });
  await mine.getByLabel(/who meet/).selectOption({ label: 'Segment' });
  await mine.getByRole('checkbox', { name: /^Champions/ }).check();
  await mine.getByRole('checkbox', { name: /^At risk/ }).check();
  await mine.getByRole('button', { name: 'Add the filter' }).click();
  await mine.getByRole('button', { name: '+ Add a condition' }).click();
  await mine.getByLabel('How it joins what stands before').selectOption({ label: 'but not' });
  await mine.getByLabel('Customers taken from').nth(1).selectOption('pareto');
  await cellsSettled(page);
  const terms = records((await resultTables(page, 'mine'))['terms']);
  const rfm = records((await resultTables(page, 'rfm'))['segments']);
  const both = rfm
    .filter((row) => row['segment'] === 'champions' || row['segment'] === 'at_risk')
    .reduce((sum, row) => sum + Number(row['customers']), 0);
  expect(terms[0]).toEqual({ term: 1, customers: both, left_after: both });
  // Who is in the curve has bought for more than nothing: nobody with scores is left but those who did not.
  expect(Number(terms[1]?.['left_after'])).toBeLessThan(both);
  const kpis = metrics((await resultTables(page, 'of_mine'))['kpis']);
  expect(kpis['customers']).toBe(terms[1]?.['left_after']);
});
