import { inject } from 'vitest';
import { expect, test } from 'vitest';
import { openSample, resultTables } from '../support/journey.js';
import { cellsSettled, engineReady, useBrowser } from '../support/page.js';

const people = useBrowser();

test('an engine that cannot load is said in the page, which stays usable', async () => {
  const { page, context } = await people.open({ ready: false });
  await context.route('**/*.wasm', (route) => route.abort());
  await page.goto(`${inject('app')}?lang=fr`);
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 20_000 });
  expect(await alert.textContent()).toMatch(/moteur/i);
  await context.unroute('**/*.wasm');
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await engineReady(page);
});

test('a notebook is readable while the engine is missing', async () => {
  const { page, context } = await people.open();
  await openSample(page);
  await page.getByText(/^Saved/).waitFor();
  await context.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await page.locator('[data-name="pareto"] svg[data-chart]').waitFor();
  expect(await page.locator('[data-kind="text"]').first().textContent()).toMatch(/notebook/i);
});

test('a poisoned engine is replaced with its tables', async () => {
  const { page } = await people.open();
  await openSample(page);
  const count = 'select count(*) from sales';
  const before = await page.evaluate((text) => window.clientele.query(text), count);
  const code = await page.evaluate(() =>
    window.clientele.query("select length(repeat('x', 3000000000)) as n").then(
      () => '',
      (error: { code: string }) => error.code,
    ),
  );
  expect(code).toBe('engine/crashed');
  expect(await page.evaluate((text) => window.clientele.query(text), count)).toEqual(before);
  await page.evaluate(() => window.clientele.setParams('pareto', { topShare: 0.3 }));
  expect(Object.keys(await resultTables(page, 'pareto'))).toContain('summary');
});

test('an engine whose worker died is replaced without a word from the person', async () => {
  const { page, context } = await people.open({ ready: false });
  await context.addInitScript(() => {
    const made: Worker[] = [];
    const RealWorker = window.Worker;
    Object.assign(window, { made });
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        made.push(this);
      }
    };
  });
  await page.reload();
  await engineReady(page);
  await openSample(page);
  await page.evaluate(() => (window as unknown as { made: Worker[] }).made[0]?.terminate());
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { made: Worker[] }).made.length), {
      timeout: 20_000,
    })
    .toBeGreaterThan(1);
  await engineReady(page);
  const rows = await page.evaluate(() => window.clientele.query('select count(*) from sales'));
  expect(rows.rows[0]?.[0]).toBeGreaterThan(10_000);
});

test('a running cell can be stopped, and its last result stays on the screen', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.evaluate(() =>
    window.clientele.addCell({ kind: 'sql', name: 'slow', params: { sql: 'select 1 as one' } }),
  );
  await page.evaluate(() => window.clientele.result('slow'));
  await page.evaluate(() =>
    window.clientele.setParams('slow', {
      sql: 'select count(*) from range(4000000) a, range(4000000) b where (a.range * b.range) % 7 = 3',
    }),
  );
  const cell = page.locator('[data-name="slow"]');
  await cell.getByRole('button', { name: 'Cancel the computation' }).click();
  await expect.poll(() => cell.getAttribute('data-status'), { timeout: 15_000 }).toBe('stale');
  expect(await cell.getByRole('table').textContent()).toContain('one');
  await engineReady(page);
  expect((await page.evaluate(() => window.clientele.query('select 41 + 1'))).rows).toEqual([[42]]);
  await cell.getByRole('textbox').fill('select 2 as two');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await cellsSettled(page);
  expect(await cell.getByRole('table').textContent()).toContain('two');
});

test('a wrong SQL statement is explained in its cell, in words first', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await openSample(page);
  await page.evaluate(() =>
    window.clientele.addCell({ kind: 'sql', name: 'faute', params: { sql: 'select montan from sales' } }),
  );
  const answer = await page.evaluate(() => window.clientele.result('faute'));
  expect(answer.status).toBe('failed');
  expect(answer.error?.code).toBe('sql/unknown-name');
  expect(await page.locator('[data-name="faute"] [role="alert"]').textContent()).toContain('montan');
});

test('a question that is under way while an import is accepted leaves no connection in the old place', async () => {
  const { page } = await people.open();
  const rows = await page.evaluate(async () => {
    const { clientele } = window;
    let isOpen = false;
    const busy = Array.from({ length: 4 }, async () => {
      while (!isOpen) await clientele.query('select sum(i % 7) as n from range(300000) as r(i)');
    });
    await clientele.open([new File(['client;montant\na;1\nb;2\n'], 'ventes.csv')], { accept: true });
    isOpen = true;
    await Promise.all(busy);
    const asked = Array.from({ length: 6 }, () => clientele.query('select count(*) as n from ventes'));
    return (await Promise.all(asked)).map((answer) => answer.rows);
  });
  expect(rows).toEqual(Array.from({ length: 6 }, () => [[2]]));
});
