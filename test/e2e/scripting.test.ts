import { expect, test } from 'vitest';
import { metrics, openSample, resultTables } from '../support/journey.js';
import { useBrowser } from '../support/page.js';

const people = useBrowser();
const lines = [
  'order_id,customer_id,order_date,product,quantity,amount',
  'o1,a,2024-01-10,tea,1,10.00',
  'o1,a,2024-01-10,cup,2,8.00',
  'o2,b,2024-01-20,tea,1,10.00',
  'o3,a,2024-03-05,tea,3,30.00',
  'o4,,2024-03-06,cup,1,4.00',
].join('\n');

test('open answers a summary whose numbers reconcile, and its table can be queried', async () => {
  const { page } = await people.open();
  const summary = await page.evaluate(
    (text) => window.clientele.open([new File([text], 'lines.csv')], { accept: true }),
    lines,
  );
  const [source] = summary.sources;
  expect(source).toMatchObject({
    source: 'lines.csv',
    format: 'csv',
    rowsRead: 5,
    rowsLoaded: 5,
    rejectCount: 0,
  });
  expect(source?.roles['customer_id']?.role).toBe('customer_id');
  expect(summary.canonical).toMatchObject({ orders: 4, sales: 5, customers: 2 });
  expect(summary.asOf).toBe('2024-03-06');
  const rows = await page.evaluate(
    (table) => window.clientele.query(`select * from ${table}`, { limit: 1 }),
    source?.table ?? '',
  );
  expect(rows.columns.map((column) => column.name)).toEqual(lines.split('\n')[0]?.split(','));
  expect(rows.rows).toEqual([['o1', 'a', '2024-01-10', 'tea', 1, 10]]);
  const kpis = metrics((await resultTables(page, 'overview'))['kpis']);
  expect(kpis).toMatchObject({
    customers: 2,
    orders: 4,
    lines: 5,
    revenue: 62,
    repeat_rate: 0.5,
    last_date: '2024-03-06',
  });
  const tables = await page.evaluate(() => window.clientele.tables());
  expect(tables.find((table) => table.name === 'orders')?.rows).toBe(4);
});

test('cells are added, set and read; undo and redo take one step', async () => {
  const { page } = await people.open();
  await openSample(page);
  const made = await page.evaluate(() =>
    window.clientele.addCell({ kind: 'pareto', params: { by: 'product' } }),
  );
  expect(made.name).toBe('pareto_2');
  const summary = metrics((await resultTables(page, made.name))['summary']);
  expect(summary['items']).toBeLessThanOrEqual(48);
  await page.evaluate((name) => window.clientele.setParams(name, { topShare: 0.5 }), made.name);
  expect(metrics((await resultTables(page, made.name))['summary'])['top_share']).not.toBe(
    summary['top_share'],
  );
  await page.evaluate(() => window.clientele.undo());
  expect(metrics((await resultTables(page, made.name))['summary'])).toEqual(summary);
  await page.evaluate(() => window.clientele.undo());
  expect(await page.locator('[data-name="pareto_2"]').count()).toBe(0);
  await page.evaluate(() => window.clientele.redo());
  expect(await page.locator('[data-name="pareto_2"]').count()).toBe(1);
});

test('failures reject with a code and a message in the page’s language', async () => {
  const { page } = await people.open({ lang: 'fr' });
  const error = await page.evaluate(() =>
    window.clientele.addCell({ kind: 'nothing' }).then(
      () => null,
      (cause: unknown) => cause,
    ),
  );
  expect(error).toMatchObject({ code: 'cell/unknown-kind', data: { kind: 'nothing' } });
  expect((error as { message: string }).message).toMatch(/cellule/);
  const drop = await page.evaluate(() =>
    window.clientele.query('drop table sales').then(
      () => null,
      (cause: unknown) => cause,
    ),
  );
  expect(drop).toMatchObject({ code: 'sql/not-one-select' });
  const file = await page.evaluate(() =>
    window.clientele.open([new File([''], 'vide.csv')], { accept: true }).then(
      () => null,
      (cause: unknown) => cause,
    ),
  );
  expect(file).toMatchObject({ code: 'file/empty' });
});

test('a notebook goes out and comes in, and reset forgets everything', async () => {
  const { page } = await people.open();
  await openSample(page);
  const written = await page.evaluate(() => window.clientele.notebook());
  expect(written).toMatchObject({ clientele: 'notebook', version: 1 });
  await page.evaluate((json) => window.clientele.openNotebook(json), written);
  expect(await page.locator('[data-cell]').count()).toBe(7);
  await page.evaluate(() => window.clientele.reset());
  expect(await page.locator('[data-cell]').count()).toBe(0);
  await page.reload();
  expect(await page.locator('[data-role="recent"]').count()).toBe(0);
});
