import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample, storedSources } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

const said = async (page: Page, role: string): Promise<string> =>
  (await page.locator(`[data-role="${role}"]`).innerText()).replace(/\s+/g, ' ').trim();
const nodes = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('dialog *').length);
/** The texts of a column in sight. */
const texts = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const head = document.querySelector<HTMLElement>(`[role="columnheader"][data-name="${wanted}"]`);
    const cells = document.querySelectorAll(`[role="gridcell"][data-column="${head?.dataset['column']}"]`);
    return [...cells].map((cell) => cell.textContent?.trim() ?? '');
  }, name);
async function openRows(page: Page, cell: string): Promise<void> {
  await page.locator(`[data-name="${cell}"] [data-role="rows"]`).click();
  await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
}
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const words = {
  fr: { champions: 'Champions', title: 'Segments RFM' },
  en: { champions: 'Champions', title: 'RFM segments' },
} as const;

test.each(['fr', 'en'] as const)(
  'RFM’s customers are listed, sorted, filtered by segment and copied (%s)',
  async (lang) => {
    const { page, context, errors } = await people.open({ lang });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSample(page);
    const segments = await page.evaluate(async () => {
      const { rows } = await window.clientele.query('select segment, count(*) from rfm group by all');
      return Object.fromEntries(rows) as Record<string, number>;
    });
    const customers = Object.values(segments).reduce((sum, count) => sum + count, 0);
    await openRows(page, 'rfm');
    const digits = async (): Promise<number[]> =>
      ((await said(page, 'grid-count')).replace(/(\d)[\s,](?=\d{3})/g, '$1').match(/\d+/g) ?? []).map(Number);
    expect(await digits()).toEqual([customers]);
    expect(await page.locator('dialog h2').innerText()).toBe(words[lang].title);
    expect(await page.locator('[role="grid"]').getAttribute('aria-rowcount')).toBe(String(customers + 1));
    expect(await seriousFaults(page)).toEqual([]);
    await page.screenshot({ path: `test/.out/grid-rfm-${lang}.png` });

    await page.locator('.scroller').evaluate((box) => (box.scrollLeft = box.scrollWidth));
    await page.locator('[data-name="segment"] button').click();
    await page.locator('[data-role="grid-filter"] select').nth(1).selectOption('champions');
    await page.locator('[data-role="grid-filter"] [type="submit"]').click();
    await expect.poll(digits).toEqual([segments['champions'], customers]);
    await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
    expect(new Set(await texts(page, 'segment'))).toEqual(new Set([words[lang].champions]));
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['name'])).toBe(
      'segment',
    );

    const monetary = page.locator('[role="columnheader"][data-name="monetary"]');
    await monetary.click();
    await monetary.click();
    expect(await monetary.getAttribute('aria-sort')).toBe('descending');
    const highest = await page.evaluate(async () => {
      const { rows } = await window.clientele.query(
        "select customer_id, cast(monetary as decimal(18, 2))::varchar from rfm where segment = 'champions' order by monetary desc limit 2",
      );
      return rows;
    });
    await expect.poll(async () => (await texts(page, 'customer_id'))[0]).toBe(highest[0]?.[0]);

    await page.locator('[data-row="0"][data-column="0"]').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+c');
    await expect.poll(() => said(page, 'grid-said')).toMatch(/^2 /);
    const lines = (await clipboard(page)).split(/\r?\n/).map((line) => line.split('\t'));
    expect(lines).toHaveLength(3);
    const column = Number(await monetary.getAttribute('data-column'));
    const amount = String(highest[0]?.[1]).replace(/\.?0+$/, '');
    expect(lines[1]?.[column]).toBe(lang === 'fr' ? amount.replace('.', ',') : amount);
    await page.screenshot({ path: `test/.out/grid-rfm-filtered-${lang}.png` });

    const download = page.waitForEvent('download');
    await page.locator('[data-role="save-csv"]').click();
    const file = await (await download).createReadStream();
    let csv = '';
    for await (const piece of file) csv += String(piece);
    expect(csv.trim().split('\r\n')).toHaveLength((segments['champions'] ?? 0) + 1);

    await page.setViewportSize({ width: 1024, height: 768 });
    await page.screenshot({ path: `test/.out/grid-rfm-small-${lang}.png` });
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-role'))).toBe('rows');
    expect(errors).toEqual([]);
  },
);

test('the customers of a segment that was picked on the map are listed', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  const count = await page.evaluate(async () => {
    const { rows } = await window.clientele.query("select count(*) from rfm where segment = 'champions'");
    return Number(rows[0]?.[0]);
  });
  await page.getByRole('button', { name: /^Champions/ }).click();
  await page.locator('[data-role="see-rows"]').click();
  await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
  expect(await said(page, 'grid-count')).toMatch(new RegExp(`^${count} rows out of`));
  await page.getByRole('button', { name: 'Remove the filter on Segment' }).click();
  await expect.poll(() => said(page, 'grid-count')).toBe('1,513 rows');
  expect(errors).toEqual([]);
});

test('a cell that failed says so instead of showing old rows, and comes back', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.evaluate(async () => {
    await window.clientele.addCell({ kind: 'sql', name: 'mine', params: { sql: 'select 1 as a' } });
    await window.clientele.result('mine');
    await window.clientele.setParams('mine', { sql: 'select * from nowhere' });
    await window.clientele.result('mine');
  });
  await page.locator('[data-name="mine"] [data-role="rows"]').click();
  const panel = page.locator('[data-role="cell-rows"]');
  await panel.getByText('This cell could not be computed').waitFor();
  expect(await page.locator('[role="grid"]').count()).toBe(0);
  await page.evaluate(() =>
    window.clientele.setParams('mine', { sql: 'select 7 as a union all select null' }),
  );
  await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
  expect(await texts(page, 'a')).toEqual(['7', '∅']);
  expect(errors).toEqual([]);
});

test('a tab that only reads shows rows as well', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  await expect.poll(() => storedSources(page), { timeout: 30_000 }).toBe(4);
  const second = await page.context().newPage();
  second.on('pageerror', (error) => errors.push(error.message));
  await second.goto(page.url());
  await second.locator('[data-role="read-only"]').waitFor();
  await cellsSettled(second);
  await openRows(second, 'rfm');
  expect(await said(second, 'grid-count')).toBe('1,513 rows');
  expect(errors).toEqual([]);
});

test('the grid is used with the keyboard alone', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.locator('[data-name="rfm"] [data-role="rows"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
  const focus = (): Promise<string> =>
    page.evaluate(() => {
      const { row, column } = (document.activeElement as HTMLElement).dataset;
      return `${row} ${column}`;
    });
  for (let presses = 0; presses < 12 && (await focus()) !== '0 0'; presses += 1)
    await page.keyboard.press('Tab');
  expect(await focus()).toBe('0 0');
  await page.keyboard.press('Control+End');
  const rows = Number(await page.locator('[role="grid"]').getAttribute('aria-rowcount')) - 1;
  const columns = Number(await page.locator('[role="grid"]').getAttribute('aria-colcount'));
  await expect.poll(focus).toBe(`${rows - 1} ${columns - 1}`);
  await page.keyboard.press('PageUp');
  expect(Number((await focus()).split(' ')[0])).toBeLessThan(rows - 5);
  await page.keyboard.press('Control+Home');
  await expect.poll(focus).toBe('0 0');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focus).toBe('-1 0');
  const head = page.locator('[role="columnheader"][data-column="0"]');
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const width = (await head.boundingBox())?.width ?? 0;
  await page.keyboard.press('Shift+ArrowRight');
  expect((await head.boundingBox())?.width).toBe(width + 16);
  await page.keyboard.press('f');
  await page.locator('[data-role="grid-filter"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-role="grid-filter"]').waitFor({ state: 'detached' });
  await expect.poll(focus).toBe('-1 0');
  expect(await page.locator('dialog').count()).toBe(1);
});

test('a million rows of a SQL cell are scrolled to the end with few nodes', async () => {
  const { page, context, errors } = await people.open({ lang: 'en' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await page.evaluate(async () => {
    await window.clientele.addCell({
      kind: 'sql',
      name: 'million',
      params: {
        sql: `select range as id, 'row ' || range as name, range % 97 / 4 as amount, nullif(range % 3, 0) as gap
          from range(1000000)`,
      },
    });
    await window.clientele.result('million');
  });
  await openRows(page, 'million');
  expect(await said(page, 'grid-count')).toBe('1,000,000 rows');
  expect(await texts(page, 'gap')).toContain('∅');
  const scroller = page.locator('.scroller');
  for (const share of [0.13, 0.5, 0.77, 1]) {
    await scroller.evaluate((box, part) => (box.scrollTop = box.scrollHeight * part), share);
    // Rows are in sight at once, and their values soon.
    await expect.poll(() => page.locator('[role="gridcell"]:not(.isWaiting)').count()).toBeGreaterThan(40);
    expect(await nodes(page)).toBeLessThan(3_000);
  }
  await expect.poll(() => texts(page, 'name')).toContain('row 999999');
  await page.screenshot({ path: 'test/.out/grid-million-end.png' });
  await scroller.hover();
  await page.mouse.wheel(0, -300);
  await expect.poll(() => texts(page, 'name')).toContain('row 999970');

  await page.locator('[role="columnheader"][data-name="amount"]').click();
  await expect.poll(() => texts(page, 'amount'), { timeout: 60_000 }).toContain('24');
  await page.locator('[role="columnheader"][data-name="amount"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(async () => (await texts(page, 'id')).slice(0, 2), { timeout: 30_000 })
    .toEqual(['0', '97']);
  await page.locator('[data-role="copy-all"]').click();
  expect(await said(page, 'grid-said')).toContain('100,000');
  expect(errors).toEqual([]);
});

test('rows of the data screen go on behind the first ones', async () => {
  const { page, errors } = await people.open({ lang: 'fr', width: 1024, height: 768 });
  await openSample(page);
  await page.locator('[data-role="data-screen"]').click();
  await page.locator('[data-part="tables"]').click();
  await page.locator('[data-table] .tools button').nth(1).click();
  await page.locator('[role="gridcell"]:not(.isWaiting)').first().waitFor();
  expect(await said(page, 'grid-count')).toBe('1 800 lignes');
  await page.locator('[role="gridcell"]').first().click();
  await page.keyboard.press('Control+End');
  await page.locator('[data-row="1799"]:not(.isWaiting)').first().waitFor();
  await page.screenshot({ path: 'test/.out/grid-data-fr.png', fullPage: true });
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
});
