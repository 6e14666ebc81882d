import { expect, test } from 'vitest';
import { openSample } from '../support/journey.js';
import { dropFiles } from '../support/drop.js';
import { cellsSettled, useBrowser } from '../support/page.js';
import { countingServer } from '../support/static-server.js';

// Every test that uses `useBrowser` also fails when the page asks for anything of another origin.
const people = useBrowser();

const sales =
  'order_id,customer_id,order_date,amount\n1,a,2024-01-01,10\n2,b,2024-02-01,20\n3,a,2024-03-01,30\n';

test('a whole session, sample and drop included, asks nothing of another origin', async () => {
  const { page, foreign } = await people.open();
  await openSample(page);
  await page.evaluate(() => window.clientele.exportHtml());
  await dropFiles(page, [{ name: 'sales.csv', content: sales }]);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  expect(foreign).toEqual([]);
});

test('a SQL cell cannot reach the network, other files, or the settings', async () => {
  const other = await countingServer();
  try {
    const { page } = await people.open();
    await openSample(page);
    const statements = [
      `select * from read_csv('${other.url}/?d=1')`,
      `select * from '${other.url}/data.parquet'`,
      `select * from glob('*')`,
      `select * from read_text('../etc/passwd')`,
      `attach '${other.url}/x.db' as x`,
      `copy sales to '${other.url}/out.csv'`,
      `set enable_external_access = true`,
      `load '${other.url}/x.wasm'`,
      `drop table sales`,
      `select 1; drop table sales`,
    ];
    for (const [index, statement] of statements.entries()) {
      const name = `probe_${index}`;
      const { status, error } = await page.evaluate(
        async ([cell, text]) => {
          await window.clientele.addCell({ kind: 'sql', name: cell ?? '', params: { sql: text } });
          return window.clientele.result(cell ?? '');
        },
        [name, statement],
      );
      expect({ statement, status }).toEqual({ statement, status: 'failed' });
      expect(error?.code).toMatch(/^sql\//);
    }
    expect(other.requests).toEqual([]);
    const left = await page.evaluate(() => window.clientele.query('select count(*) from sales'));
    expect(left.rows[0]?.[0]).toBeGreaterThan(10_000);
  } finally {
    await other.close();
  }
});

test('the policy is the first thing in the page and the engine worker is bound by it', async () => {
  const other = await countingServer();
  try {
    const { page } = await people.open();
    const first = await page.evaluate(() => document.head.querySelector('meta')?.getAttribute('http-equiv'));
    expect(first).toBe('Content-Security-Policy');
    const worker = page.workers().find((candidate) => candidate.url().startsWith('blob:'));
    const refused = await worker?.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      other.url,
    );
    expect(refused).toBe('refused');
    expect(other.requests).toEqual([]);
  } finally {
    await other.close();
  }
});

test('hostile names and values stay text on every screen', async () => {
  const { page, errors } = await people.open();
  const hostile = '<img src=x onerror=globalThis.pwned=1>';
  const content = [
    `"order_id","customer_id","order_date","amount","""; drop table x; --","${hostile}"`,
    `1,a,2024-01-01,10,${hostile},=cmd|'/c calc'!A1`,
    `2,b,2024-02-01,20,x,y`,
    `3,"${hostile}",2024-02-02,20,x,y`,
  ].join('\n');
  await dropFiles(page, [{ name: `${hostile.replace('/', '')}.csv`, content }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await page.locator('[data-role="import-review"]').textContent()).toContain(hostile);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  await page.evaluate(
    ([field]) => window.clientele.setParams('pareto', { by: field }),
    ['"; drop table x; --'],
  );
  await cellsSettled(page);
  const html = await page.evaluate(() => window.clientele.exportHtml());
  const script = html.lastIndexOf('<script>');
  expect(script).toBeGreaterThan(0);
  expect(html.slice(0, script)).not.toContain('<img');
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(errors).toEqual([]);
});
